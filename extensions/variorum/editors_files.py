"""The files an editor may lay beside a story's articles: their names, and who may write them.

:mod:`variorum.story` reads the first two, :mod:`variorum.corrections.read` the third. They are
the editor's: ``variorum import`` adds to the corrections, ``variorum new`` begins a ``story.yaml``
where there is none, ``variorum propose`` writes what waits, and nothing else of ours writes them
but the desk.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from variorum import links

STORY: Final = "story.yaml"
AUTHORITY = "actors.yaml"
"""May lie in the folder of all stories, too."""
CORRECTIONS = "corrections.yaml"
PROPOSALS = "proposals.yaml"
"""What programs propose; no build reads it."""
NOTES = "notes.yaml"
"""A reader's own notes; no build reads it."""
EDITORS = (STORY, AUTHORITY, CORRECTIONS, PROPOSALS, NOTES)
MOST_BYTES = 1_000_000
"""How large such a file may be."""


def story_folder(root: Path, key: str) -> Path:
    """Where a story's files lie; a name or a link that leads out of *root* stands for *root*."""
    try:
        return links.below(root, key)
    except links.LedOutError:
        return root


def write(folder: Path, name: str, text: str) -> Path:
    """Write one of these files whole; its path.

    Raises :exc:`~variorum.errors.UserError` where a link or no file lies in its place.
    """
    from variorum import targets
    from variorum.errors import UserError
    from variorum.files import whole

    if name not in EDITORS:
        raise ValueError(f"{name!r} is no file of an editor's")
    path = targets.below(folder, name)
    if path.exists() and not path.is_file():
        raise UserError(f"{path} is no file")
    try:
        with whole(path) as file:
            file.write(text.encode())
    except OSError as error:
        raise UserError(f"cannot write {path}: {error.strerror or error}") from error
    return path
