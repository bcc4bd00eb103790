"""Nothing of ours reaches for a private attribute of somebody else's object."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest
from tests.conftest import ROOT

PACKAGE = ROOT / "extensions" / "variorum"
OWN = frozenset(("self", "cls"))
"""Whose private attributes are a class's own."""


def private(tree: ast.AST) -> Iterator[str]:
    """The private attributes and modules of others that some code names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr.startswith("_"):
            dunder = node.attr.endswith("__")
            own = isinstance(node.value, ast.Name) and node.value.id in OWN
            if not dunder and not own:
                yield f"{node.lineno}: .{node.attr}"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            named = [a.value for a in node.args[1:2] if isinstance(a, ast.Constant)]
            if node.func.id in ("getattr", "setattr", "hasattr") and str(named)[2:3] == "_":
                yield f"{node.lineno}: {node.func.id} {named[0]}"


@pytest.mark.parametrize("room", ["hosting", "pages", "rendering", "staging", "theme", "epub"])
def test_sphinx_is_asked_for_nothing_private(room: str) -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): list(private(ast.parse(path.read_text("utf-8"))))
        for path in sorted((PACKAGE / room).rglob("*.py"))
    }
    assert {name: named for name, named in found.items() if named} == {}


@pytest.mark.parametrize(
    ("code", "count"),
    [("env._app", 1), ("getattr(env, '_app')", 1), ("self._app", 0), ("env.__class__", 0)],
)
def test_what_counts_as_private(code: str, count: int) -> None:
    assert len(list(private(ast.parse(code)))) == count
