"""The file of groups that ``variorum group`` writes, and the articles of a group in it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from variorum import targets
from variorum.archive.chunks import chunks, records
from variorum.archive.partition import read_records
from variorum.errors import UserError
from variorum.model import Article

LONGEST = 50_000_000
"""A line of so many bytes is no group."""


def articles_of(path: Path, story: str, archive: Sequence[Path]) -> list[Article]:
    """The articles of one group, read from the archive that was grouped.

    Raises :exc:`~variorum.errors.UserError` for a story that isn't in the file, and for an article
    that isn't in the archive.
    """
    wanted = _members(path, story)
    found: dict[tuple[str, str], Article] = {}
    for chunk in chunks(archive):
        articles = read_records(records(chunk), [])
        found |= {(a.id, a.source): a for a in articles if (a.id, a.source) in wanted}
    missing = sorted(wanted - found.keys())
    if missing:
        id_, source = missing[0]
        raise UserError(
            f"{len(missing)} of the group's articles are not in the archive, the first "
            f"{id_!r} of {source}"
        )
    return [found[key] for key in sorted(found)]


def claim_file(path: Path, archive: Sequence[Path], *, force: bool) -> None:
    """Raise :exc:`~variorum.errors.UserError` where a file of groups must not be written.

    Such are a path in the archive and, without *force*, a file that is there and is none.
    """
    targets.apart(path, archive)
    targets.below(path.parent, path.name)
    if force or not os.path.lexists(path):
        return
    try:
        with path.open("rb") as file:
            first = file.readline(LONGEST)
        is_ours = not first or {"story", "articles"} <= json.loads(first).keys()
    except (OSError, ValueError, AttributeError):
        is_ours = False
    if not is_ours:
        raise UserError(
            f"{path} is there and is no file of groups: name another one, "
            "or say --force to write over it"
        )


def _members(path: Path, story: str) -> set[tuple[str, str]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        groups = [json.loads(line) for line in lines if line.strip()]
        for group in groups:
            if group["story"] == story:
                return {(a["id"], a["source"]) for a in group["articles"]}
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise UserError(f"{path} is no file of groups: {error}") from error
    raise UserError(f"no group {story!r} in {path}")
