"""``variorum import``: an edited export into the story's ``corrections.yaml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from variorum import editors_files, targets
from variorum.corrections import FILENAME, read
from variorum.edition import Story
from variorum.errors import UserError
from variorum.export import files_of
from variorum.export.edited import read_rows
from variorum.export.returning import Returned, returned
from variorum.export.rows import Row

FORMATS = {".csv": "csv", ".jsonld": "jsonld", ".tei.xml": "tei"}
"""Formats that can come back, by how their files end."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The file that corrections go into, and what they are."""

    path: Path
    made: Returned
    written: bool


def import_file(
    file: Path,
    stories: Iterable[Story],
    folder: Path,
    *,
    reject_missing: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Add what an editor did to *file* to ``corrections.yaml`` in *folder* or its story's folder.

    What is there already stays. Where anything in the file is not understood nothing is written.
    Rows that are gone are rejections with *reject_missing* alone. Raises
    :exc:`~variorum.errors.UserError`.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise UserError(f"cannot read {file}: {error.strerror}") from error
    name, rows = read_rows(data, file.name)
    story, before = _story_of(rows, name, list(stories))
    made = returned(story, before, rows, reject_missing=reject_missing)
    path = targets.below(folder, f"{story.key}/{FILENAME}".lstrip("/"))
    writes = bool(made.entries) and not made.problems
    if writes:
        _append(path, made.entries, dry_run=dry_run)
    return Imported(path, made, written=writes and not dry_run)


def _story_of(rows: Iterable[Row], name: str, stories: list[Story]) -> tuple[Story, list[Row]]:
    """The story whose rows a file has, and those as they would be exported now."""
    if not stories:
        raise UserError("no story there")
    ids = {row.id for row in rows}
    exports = []
    for story in stories:
        formats = [f for ending, f in FORMATS.items() if name.endswith(ending)]
        exports.append((story, read_rows(files_of(story, formats)[name], name)[1]))
    return max(exports, key=lambda pair: len(ids & {row.id for row in pair[1]}))


def _append(path: Path, entries: list[str], *, dry_run: bool) -> None:
    """Add entries to a file of corrections, if it is right then."""
    try:
        said = path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeError) as error:
        raise UserError(f"cannot read {path}: {error}") from error
    text = said.rstrip("\n") + ("\n\n" if said.strip() else "") + "\n".join(entries)
    _corrections, problems = read(text, path.name)
    if problems:
        problem = problems[0]
        place = f"{path}:{problem.line}" if problem.line else str(path)
        raise UserError(f"{place}: {problem.message}; nothing was written")
    if not dry_run:
        editors_files.write(path.parent, path.name, text)
