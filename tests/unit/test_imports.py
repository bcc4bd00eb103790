"""Arrows point one way, as CONTRIBUTING.md prints them; what analyses runs without Sphinx."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import ROOT

PACKAGE = ROOT / "extensions" / "variorum"

LOOK = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(getattr(package, "__path__", []), sys.argv[1] + "."):
    importlib.import_module(found.name)
print(sorted({name.partition(".")[0] for name in sys.modules} & {"sphinx", "docutils"}))
"""

ROOMS = [
    "model", "reading", "analysis", "collation", "corrections", "edition", "printed", "cli",
    "export",
]  # fmt: skip


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_neither_docutils_nor_sphinx(room: str) -> None:
    command = [sys.executable, "-c", LOOK, f"variorum.{room}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == "[]"


def printed_order() -> list[str]:
    """The rooms as CONTRIBUTING.md lists them: each imports those before it."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    block = re.search(r"^Arrows point one way.*?\n\n((?:    [^\n]+\n)+)", text, re.M | re.S)
    assert block
    return block[1].split()


def imported(tree: ast.AST) -> Iterator[str]:
    """Our modules that code imports when it runs, not only for its types."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        yield from imported(node)


def room_of(module: str) -> str:
    return module.split(".")[1]


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path != PACKAGE / "__init__.py":
            yield ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts), path


def test_every_import_goes_back_in_the_printed_order() -> None:
    order = printed_order()
    assert len(order) == len(set(order))
    assert {room_of(name) for name, _path in modules()} == set(order)
    wrong = []
    for name, path in modules():
        here = room_of(name)
        for other in imported(ast.parse(path.read_text(encoding="utf-8"))):
            if not other.startswith("variorum.") or other == "variorum.__version__":
                continue
            room = room_of(other)
            if room != here and order.index(room) >= order.index(here):
                wrong.append(f"{name} imports {other}")
    assert wrong == []
