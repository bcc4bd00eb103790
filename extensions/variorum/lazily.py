"""Names of a package that are imported when somebody asks for them (PEP 562).

Loading what reads and analyses costs more than a build that finds nothing changed: its patterns are
compiled as it loads. So a package that such a build only looks into offers its names this way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def names(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """A ``__getattr__`` for *package*; *homes* says in which of its modules each name is."""

    def get(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return get
