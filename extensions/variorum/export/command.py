"""``variorum export``: stories into folders of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from variorum import targets
from variorum.edition import Story
from variorum.errors import UserError
from variorum.export import FORMATS, files_of
from variorum.files import whole
from variorum.portable import portable_path


def export_folder(stories: Iterable[Story], formats: Sequence[str], output: Path) -> Iterator[Path]:
    """Write the files of each story below *output* and yield their paths.

    Raises :exc:`~variorum.errors.UserError` where they cannot be written.
    """
    chosen = tuple(FORMATS) if "all" in formats else tuple(f for f in FORMATS if f in formats)
    for story in stories:
        _write(targets.below(output, targets.MARK), b'{"made by":"variorum export"}\n')
        for name, data in files_of(story, chosen).items():
            path = targets.below(output, f"{portable_path(story.key)}/{name}".lstrip("/"))
            _write(path, data)
            yield path


def _write(path: Path, data: bytes) -> None:
    try:
        with whole(path) as file:
            file.write(data)
    except OSError as error:
        raise UserError(f"cannot write {path}: {error}") from error
