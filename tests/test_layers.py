"""Nothing in monograph knows what comes after it, nothing in it knows the medicine, and its last room, the
commands, is the only one that knows MkDocs.
"""

import ast
from pathlib import Path

from tests.conftest import ROOT

# An arrow in design reads "may be known by": a module imports only from its own layer and those before it.
LAYERS = (
    "parallel",
    "model",
    "html",
    "views",
    "checks",
    "prints",
    "site",
    "proofreading",
    "review",
    "inspection",
    "commands",
)


def modules() -> list[Path]:
    return [path for path in (ROOT / "monograph").rglob("*.py") if path.name != "__init__.py"]


def name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT / "monograph").with_suffix("").parts)


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    named = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return {
        *named,
        *(alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names),
    }


def layer(module: str) -> int:
    return LAYERS.index(module.split(".")[0])


def test_arrows_point_one_way():
    found = [
        (name(path), target.removeprefix("monograph."))
        for path in modules()
        for target in imports(path)
        if target.startswith("monograph.")
    ]
    assert found
    backwards = [(module, target) for module, target in found if layer(target) > layer(module)]
    assert backwards == []


def test_only_commands_know_a_builder():
    knowing = {
        name(path).split(".")[0]
        for path in modules()
        if any(target.split(".")[0] == "mkdocs" for target in imports(path))
    }
    assert knowing == {LAYERS[-1]}
