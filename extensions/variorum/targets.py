"""Where a command may write: never where it reads, never into what is somebody else's.

Every command that writes asks :func:`claim` before it writes anything, and :func:`below` for the
path of each file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from variorum import links
from variorum.errors import UserError

MARK = ".variorum"
"""A file of this name lies in each folder that a command made."""
_OURS = (MARK, "_static/variorum", "annotations.jsonld", "story.tei.xml")
"""One of these lies in a folder that is ours; the later ones in what older versions made, too."""


def claim(output: Path, inputs: Iterable[Path], *, force: bool = False) -> None:
    """Raise :exc:`~variorum.errors.UserError` where a command must not write into *output*.

    Such are a folder that overlaps what is read and, without *force*, one that is not empty and
    isn't ours.
    """
    apart(output, inputs)
    if force or not _is_foreign(output):
        return
    raise UserError(
        f"{output} is not empty, and none of our commands made it: name another folder, "
        "or say --force to write into it all the same"
    )


def apart(output: Path, inputs: Iterable[Path]) -> None:
    """Raise :exc:`~variorum.errors.UserError` where an output and what is read overlap."""
    for path in inputs:
        if _lies_in(output, path) or _lies_in(path, output):
            raise UserError(
                f"{output} would be written where {path} is read; "
                "say where else it should go with -o"
            )


def below(root: Path, name: str) -> Path:
    """The path of a file below *root*; raises :exc:`~variorum.errors.UserError` where it or a link
    leads out of there."""
    try:
        return links.below(root, name)
    except links.LedOutError as error:
        raise UserError(f"{root / name} is not written: {error.strerror}") from error


def _is_foreign(output: Path) -> bool:
    try:
        with os.scandir(output) as found:
            if next(found, None) is None:
                return False
    except OSError:
        return False  # There is nothing; or it is no folder, which who writes will say.
    inside = (path for path in output.iterdir() if path.is_dir() and not path.is_symlink())
    return not any((folder / name).exists() for folder in (output, *inside) for name in _OURS)


def _lies_in(inner: Path, outer: Path) -> bool:
    """Whether a path is another one or lies in it, whatever links or names lead there."""
    inner, outer = inner.resolve(), outer.resolve()
    if inner.is_relative_to(outer):
        return True
    try:
        status = outer.stat()
    except OSError:
        return False
    return any(_is_same(path, status) for path in (inner, *inner.parents))


def _is_same(path: Path, status: os.stat_result) -> bool:
    try:
        return os.path.samestat(path.stat(), status)
    except OSError:
        return False
