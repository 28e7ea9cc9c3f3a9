"""The facts that one region's readers see."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from monograph.model.contents import Contents
from monograph.model.dosing import Dose
from monograph.model.help import Contact
from monograph.model.problem import Place, Unknown, look_up, nearest
from monograph.model.region import Region
from monograph.model.signoff import with_status
from monograph.model.statement import Layered, Statement


class OfRegion(Protocol):
    """Anything that is for one region, or for all."""

    @property
    def region(self) -> str: ...


Regional = TypeVar("Regional", bound=OfRegion)


@dataclass(frozen=True)
class Edition:
    """The contents as seen from `region`; whatever is for another region is not there."""

    contents: Contents
    region: str

    def __post_init__(self) -> None:
        if self.region not in self.contents.regions:
            raise Unknown(f'no edition "{self.region}": {nearest(self.region, self.contents.regions)}')

    @property
    def region_info(self) -> Region:
        return self.contents.regions[self.region]

    def pick(self, facts: Iterable[Regional]) -> tuple[Regional, ...]:
        """Those of `facts` that are for this region or for all."""
        return tuple(fact for fact in facts if fact.region in (self.region, "all"))

    def topic(self, name: str) -> tuple[Layered, ...]:
        """The statements of a topic that are for its page; raises Unknown with the nearest topic when there
        is none.
        """
        return self.of_layer("page", name)

    def of_layer(self, layer: str, name: str) -> tuple[Layered, ...]:
        """The statements of a topic in one layer, page or evidence; raises Unknown as `topic` does."""
        facts = self.pick(look_up(self.contents.topics, name, "topic"))
        return tuple(fact for fact in facts if fact.layer == layer)

    @property
    def stop_warning(self) -> Statement:
        """The one warning that stands on every page."""
        (found,) = self.topic("stop-warning")
        return found

    @property
    def adult_doses(self) -> tuple[Dose, ...]:
        """What adults take in this region: start, usual amount and maximum."""
        groups = [group for group in self.contents.dosing.groups.values() if group.who == "adults"]
        return tuple(dose for group in groups for dose in self.pick(group.doses))

    @property
    def hours_between_doses(self) -> int:
        """Hours from dose to dose when an adult's first doses are spread evenly over 24 hours."""
        return 24 // max(
            (dose.times_a_day[1] for dose in self.adult_doses if dose.part == "start" and dose.times_a_day),
            default=1,
        )

    @property
    def left_out_words(self) -> tuple[str, ...]:
        """Words that no easier one could stand for, left out of the reading score: the medicine, brands of
        one word, and those listed.
        """
        contents = self.contents
        brands = [brand.name for brand in self.pick(contents.medicine.brands) if " " not in brand.name]
        return tuple(dict.fromkeys((contents.medicine.name, *brands, *contents.plain_words.left_out)))

    @cached_property
    def places(self) -> dict[str, Place]:
        """Where each fact is written, by id."""
        return {fact.id: fact.place for fact in self.pick(self.contents.facts)}

    @cached_property
    def changed(self) -> set[str]:
        """The facts that differ from what a clinician signed, by id."""
        return {fact.id for fact in with_status(self.contents, "changed")}

    @property
    def foreign_phones(self) -> set[str]:
        """The phone numbers that belong to other regions and not to this one."""
        contacts = self.contents.help.contacts
        phones = {contact.phone for contact in contacts if contact.phone}
        return phones - {contact.phone for contact in self.pick(contacts)}

    def contacts(self, use: str) -> list[Contact]:
        return [contact for contact in self.pick(self.contents.help.contacts) if contact.use == use]

    def contact(self, use: str) -> Contact:
        """The one to turn to first."""
        return self.contacts(use)[0]
