"""Systems of codes that record systems name medicines by."""

import re
from typing import NamedTuple


class CodeSystem(NamedTuple):
    """How a system is written in an address of this site, and how others name it: its OID and its address in
    FHIR.
    """

    slug: str
    names: tuple[str, ...] = ()


SYSTEMS = {
    "RxNorm": CodeSystem("rxcui", ("2.16.840.1.113883.6.88", "http://www.nlm.nih.gov/research/umls/rxnorm")),
    "NDC": CodeSystem("ndc", ("2.16.840.1.113883.6.69", "http://hl7.org/fhir/sid/ndc")),
    "ATC": CodeSystem("atc", ("2.16.840.1.113883.6.73", "http://www.whocc.no/atc")),
    "UNII": CodeSystem("unii", ("2.16.840.1.113883.4.9", "http://fdasis.nlm.nih.gov")),
}


def code_system(name: str) -> CodeSystem:
    """The system of that name; of one that is not known, its name made fit for an address."""
    return SYSTEMS.get(name) or CodeSystem(re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-"))
