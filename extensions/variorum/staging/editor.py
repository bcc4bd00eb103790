"""What an editor wrote of a story: known by the bytes of the files, read when the story is made."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from variorum import links
from variorum.editors_files import AUTHORITY, CORRECTIONS, MOST_BYTES, STORY, story_folder

if TYPE_CHECKING:
    from variorum.collation.authority import Authority
    from variorum.corrections import Corrections
    from variorum.model import Problem
    from variorum.story import StoryFile


@dataclass(frozen=True, slots=True)
class Words:
    """An editor's words on one story, and what in them could not be understood."""

    told: StoryFile
    authority: Authority
    corrections: Corrections
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Editor:
    """The editor's files of one story, and those of all stories: a hash of each."""

    root: Path
    key: str
    hashes: tuple[str, ...]

    @classmethod
    def of(cls, root: Path, key: str) -> Editor:
        """The files as they are now; *root* is the folder of all stories."""
        folder = story_folder(root, key)
        paths = [folder / name for name in (STORY, AUTHORITY, CORRECTIONS)]
        return cls(root, key, tuple(map(_hash, [root / AUTHORITY, *paths])))

    def is_current(self) -> bool:
        """Whether the files still are as they were."""
        return self == Editor.of(self.root, self.key)

    def read(self) -> Words:
        """What the files say."""
        from variorum.collation.authority import Authority
        from variorum.corrections import read_corrections
        from variorum.story import read_authority, read_story_file

        folder, key = story_folder(self.root, self.key), self.key
        site, wrong = read_authority(self.root, "")
        told, of_story = read_story_file(folder, key)
        own, of_actors = read_authority(folder, key) if key else (Authority(), [])
        corrections, of_corrections = read_corrections(folder, key)
        problems = (*wrong, *of_story, *of_actors, *of_corrections)
        return Words(told, own.over(site.of_all()), corrections, problems)


def _hash(path: Path) -> str:
    """Of a file's bytes, no more of them than are read, or of why there are none."""
    try:
        with links.opened(path) as file:
            return hashlib.sha256(file.read(MOST_BYTES + 1)).hexdigest()
    except FileNotFoundError:
        return ""
    except OSError as error:
        return str(error.strerror)
