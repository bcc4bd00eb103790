"""Arrows point one way: the analysing rooms run without docutils and without Sphinx."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOOK = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(getattr(package, "__path__", []), sys.argv[1] + "."):
    importlib.import_module(found.name)
print(sorted({name.partition(".")[0] for name in sys.modules} & {"sphinx", "docutils"}))
"""

ROOMS = [
    "model", "reading", "analysis", "collation", "corrections", "edition", "annotate", "cli",
    "export",
]  # fmt: skip


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_neither_docutils_nor_sphinx(room: str) -> None:
    command = [sys.executable, "-c", LOOK, f"variorum.{room}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.strip() == "[]"
