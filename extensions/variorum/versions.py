"""Versions of what every result depends on besides its articles: code, libraries, the model.

Whatever is kept from one run to the next says which it was made with: the records of a site,
Sphinx's doctrees, an archive's plan.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import importlib.metadata
import os
from collections.abc import Iterator
from pathlib import Path

import variorum

LIBRARIES = (
    "babel", "charset-normalizer", "htmldate", "lxml", "markdown-it-py", "pypdf", "pyyaml", "spacy",
    "striprtf", "trafilatura", "warcio",
)  # fmt: skip
"""What reads and parses articles, and words dates; after its own versions Sphinx looks itself."""
SUFFIXES = (".py", ".toml", ".txt", ".mo")
"""Of files that bear on what is found, or on how a page says it."""


def model_version(model: str) -> str:
    """The version of a model's package, if it is one."""
    return _version(model.replace("_", "-"))


@functools.cache
def code_hash() -> str:
    """A hash over our code and what it reads with: whoever changes a rule gets its result."""
    digest = hashlib.sha256("".join(map(_version, LIBRARIES)).encode())
    for path in sorted(_code(Path(variorum.__file__).parent)):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _code(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _code(Path(entry.path))
            elif entry.name.endswith(SUFFIXES):
                yield Path(entry.path)


def _version(package: str) -> str:
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        return importlib.metadata.version(package)
    return ""
