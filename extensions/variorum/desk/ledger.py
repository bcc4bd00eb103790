"""Decisions, written into a story's ``corrections.yaml`` with name and day, and taken back.

The file is read anew for each: what was written beside the desk is kept. Where it can't be read a
decision waits, on disk, until it can.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from variorum import editors_files
from variorum.corrections import FILENAME, Correction
from variorum.desk.alone import alone
from variorum.desk.entries import BrokenError, Entry, added, entries, without
from variorum.editors_files import story_folder
from variorum.errors import UserError
from variorum.files import whole
from variorum.handwritten import UnreadableError, read_text


@dataclass(frozen=True, slots=True)
class Written:
    """An entry for a story's file, and the one of the same maker on the same thing it replaces."""

    story: str
    text: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A file that can't be read."""

    file: str
    line: int | None
    why: str


class Ledger:
    """The files of corrections below a folder; *waiting* keeps what could not be written yet."""

    def __init__(self, root: Path, waiting: Path) -> None:
        self.root = root
        self._waiting = waiting

    def entries(self, story: str) -> list[Entry]:
        """What stands in a story's file; raises :exc:`BrokenError`."""
        return list(entries(self._text(story), self.name(story)))

    def write(self, decided: Sequence[Written]) -> list[str]:
        """Write entries; the name that each can be taken back by.

        Raises :exc:`BrokenError` where a file can't be read: then all wait.
        """
        with alone(self.root):
            try:
                return [self._write(one) for one in decided]
            except BrokenError:
                self._keep([*self.waiting(), *decided])
                raise

    def write_waiting(self) -> int:
        """Write what waits, as far as the files can be read; how many decisions that were."""
        with alone(self.root):
            waiting = self.waiting()
            left = []
            for one in waiting:
                try:
                    self._write(one)
                except BrokenError:
                    left.append(one)
            if len(left) < len(waiting):
                self._keep(left)
            return len(waiting) - len(left)

    def take_back(self, story: str, token: str) -> bool:
        """Take an entry out; whether it was there."""
        with alone(self.root):
            after = without(self._text(story), token, self.name(story))
            if after is None:
                return False
            self._save(story, after)
            return True

    def waiting(self) -> list[Written]:
        """What could not be written yet."""
        try:
            return [Written(**said) for said in json.loads(self._waiting.read_bytes())]
        except (OSError, ValueError, TypeError):
            return []

    def broken(self, stories: Sequence[str]) -> list[Broken]:
        """The files that can't be read."""
        found = []
        for story in stories:
            try:
                self.entries(story)
            except BrokenError as error:
                found.append(Broken(self.name(story), error.line, str(error)))
        return found

    def name(self, story: str) -> str:
        """The file of a story as messages name it."""
        return f"{story}/{FILENAME}" if story else FILENAME

    def _write(self, one: Written) -> str:
        source = self.name(one.story)
        [new] = entries(one.text, source)
        text = self._text(one.story)
        for old in entries(text, source):
            if _replaces(new.said, old.said):
                left = without(text, old.token, source)
                text = text if left is None else left
        self._save(one.story, added(text, one.text, source))
        return new.token

    def _text(self, story: str) -> str:
        try:
            return read_text(story_folder(self.root, story) / FILENAME) or ""
        except UnreadableError as error:
            raise BrokenError(str(error), error.line) from error

    def _save(self, story: str, text: str) -> None:
        try:
            editors_files.write(story_folder(self.root, story), FILENAME, text)
        except UserError as error:
            raise BrokenError(str(error), None) from error

    def _keep(self, left: Sequence[Written]) -> None:
        with whole(self._waiting) as file:
            file.write(json.dumps([asdict(one) for one in left], ensure_ascii=False).encode())


SIDES = {"pin": "place", "unpin": "place", "hide": "place"}
"""What a verb decides, beside whether a thing is right as it is."""


def _replaces(new: Correction, old: Correction) -> bool:
    """Whether one maker's decision stands in the place of an earlier one of theirs."""
    return (
        (new.by, new.what, new.at, new.which) == (old.by, old.what, old.at, old.which)
        and old.verb not in ("merge", "split", "add", "note")
        and _side(new) == _side(old)
    )


def _side(said: Correction) -> str:
    words = said.what == "finding" and said.value("explanation") is not None
    return "words" if words else SIDES.get(said.verb, "verdict")
