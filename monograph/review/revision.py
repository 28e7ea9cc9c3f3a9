"""The guide as it was at a git revision, laid out in a folder of its own; no checkout is touched."""

import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from monograph.model.problem import Unknown

MAINS = ("main", "origin/main")
ROOMS = ("data", "docs")


def git(root: Path, *words: str) -> bytes:
    """What git answers; raises Unknown where it has no answer, or where there is no git."""
    try:
        return subprocess.run(["git", *words], cwd=root, capture_output=True, check=True).stdout
    except (subprocess.CalledProcessError, OSError) as error:
        said = getattr(error, "stderr", b"") or str(error).encode()
        raise Unknown(said.decode(errors="replace").strip().partition("\n")[0]) from None


def commit(root: Path, name: str) -> str:
    """The full hash of a revision; raises Unknown in words for a person."""
    try:
        git(root, "rev-parse", "--git-dir")
    except Unknown as error:
        raise Unknown(
            f"this folder has no git history, so there is nothing to compare with ({error})"
        ) from None
    try:
        return (
            git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
            .decode()
            .strip()
        )
    except Unknown:
        raise Unknown(f'git knows no revision "{name}": write a branch, a tag, a commit, or HEAD~1') from None


def usual_base(root: Path) -> str:
    """Where this branch left `main`; on main itself, its last commit."""
    head = commit(root, "HEAD")
    for name in MAINS:
        try:
            return git(root, "merge-base", "HEAD", commit(root, name)).decode().strip()
        except Unknown:
            continue  # no such branch here, or no commit in common
    return head


def lay_out(root: Path, revision: str, folder: Path) -> None:
    """Writes data/ and docs/ of a commit into `folder`; raises Unknown where it has no data/."""
    present = [room for room in ROOMS if git(root, "ls-tree", revision, "--", room)]
    if "data" not in present:
        raise Unknown(f"{revision[:7]} has no data/ to compare with")
    archive = BytesIO(git(root, "archive", "--format=tar", revision, "--", *present))
    with tarfile.open(fileobj=archive) as files:
        for member in filter(
            tarfile.TarInfo.isfile, files
        ):  # no links: nothing is written outside the folder
            path = folder / member.name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content := files.extractfile(member):
                path.write_bytes(content.read())
