"""``variorum import``: an edited export into the story's ``corrections.yaml``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from variorum.corrections import FILENAME, read
from variorum.edition import Story
from variorum.errors import UserError
from variorum.export import files_of
from variorum.export.edited import Row, read_rows
from variorum.export.returning import Returned, returned
from variorum.files import whole

FORMATS = ("csv", "jsonld")
"""Formats that can come back."""


def import_file(file: Path, stories: Iterable[Story], folder: Path) -> tuple[Path, Returned]:
    """Add what an editor did to *file* to ``corrections.yaml`` in *folder* or its story's folder.

    What is there already stays. Raises :exc:`~variorum.errors.UserError`.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise UserError(f"cannot read {file}: {error.strerror}") from error
    name, rows = read_rows(data, file.name)
    story, before = _story_of(rows, name, list(stories))
    made = returned(story, before, rows)
    path = folder / story.key / FILENAME
    if made.entries:
        _append(path, made.entries)
    return path, made


def _story_of(rows: Iterable[Row], name: str, stories: list[Story]) -> tuple[Story, list[Row]]:
    """The story whose rows a file has, and those as they would be exported now."""
    if not stories:
        raise UserError("no story there")
    ids = {row.id for row in rows}
    exports = []
    for story in stories:
        formats = [f for f in FORMATS if name.endswith(f)]
        exports.append((story, read_rows(files_of(story, formats)[name], name)[1]))
    return max(exports, key=lambda pair: len(ids & {row.id for row in pair[1]}))


def _append(path: Path, entries: list[str]) -> None:
    try:
        said = path.read_text(encoding="utf-8") if path.exists() else ""
        text = said.rstrip("\n") + ("\n\n" if said.strip() else "") + "\n".join(entries)
        _corrections, problems = read(text, path.name)
        if problems:
            problem = problems[0]
            place = f"{path}:{problem.line}" if problem.line else str(path)
            raise UserError(f"{place}: {problem.message}; nothing was written")
        with whole(path.resolve()) as file:
            file.write(text.encode())
    except (OSError, UnicodeError) as error:
        raise UserError(f"cannot write {path}: {error}") from error
