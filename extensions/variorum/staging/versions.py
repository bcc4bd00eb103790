"""Versions of what every result depends on besides its articles: the model and our own code."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import os
from collections.abc import Iterator
from pathlib import Path

import variorum


def model_version(model: str) -> str:
    """The version of a model's package, if it is one."""
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        return importlib.metadata.version(model.replace("_", "-"))
    return ""


@functools.cache
def code_hash() -> str:
    """A hash over what analyses: whoever changes a rule or a lexicon gets its result."""
    digest = hashlib.sha256()
    for path in sorted(_code(Path(variorum.__file__).parent)):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _code(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _code(Path(entry.path))
            elif entry.name.endswith((".py", ".toml", ".txt")):
                yield Path(entry.path)
