"""Each story to the program, and what holds of its answer into ``proposals.yaml``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum import editors_files
from variorum.corrections import read
from variorum.edition import Story
from variorum.editors_files import PROPOSALS, story_folder
from variorum.errors import UserError
from variorum.handwritten import UnreadableError, read_text
from variorum.printed import article_object
from variorum.proposing.program import answer
from variorum.proposing.taken import taken

HEAD = "# Proposed by programs, believed by nobody yet: no build reads this file.\n"


@dataclass(frozen=True, slots=True)
class Proposed:
    """What became of a program's answer on a story."""

    count: int
    path: Path
    refused: Mapping[str, int]


def asked(story: Story) -> Iterator[dict[str, Any]]:
    """What the program is given of a story: an object an article, with its text."""
    for article in story.articles:
        found = story.annotations.get(article.id, ())
        yield {"siglum": story.sigla[article.id], **article_object(article, found, text=True)}


def proposed(folder: Path, story: Story, command: str, by: str, seconds: float) -> Proposed:
    """Ask a program about a story; what it proposed before gives way.

    Raises :exc:`~variorum.errors.UserError`.
    """
    lines = (f"{json.dumps(said, ensure_ascii=False)}\n".encode() for said in asked(story))
    found = taken(answer(command, lines, seconds), story, by)
    place = story_folder(folder, story.key)
    path = editors_files.write(place, PROPOSALS, _text(place, found.entries, by))
    return Proposed(len(found.entries), path, found.refused)


def _text(place: Path, entries: tuple[str, ...], by: str) -> str:
    """The file: what other programs have proposed, then this one's."""
    try:
        before = read_text(place / PROPOSALS) or ""
    except UnreadableError as error:
        raise UserError(f"{place / PROPOSALS}: {error}") from error
    kept = [text for text, whose in _parts(before) if whose != by]
    return HEAD + "\n".join([*kept, *entries])


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Each entry of the file with its maker; who writes it is the command alone."""
    lines = text.splitlines(keepends=True)
    known, problems = read(text, PROPOSALS)
    if problems:
        raise UserError(f"{PROPOSALS}, line {problems[0].line}: {problems[0].message}")
    starts = [(entry.line or 1) - 1 for entry in known.entries]
    for entry, start, end in zip(known.entries, starts, [*starts[1:], len(lines)], strict=False):
        yield "".join(lines[start:end]).strip("\n") + "\n", entry.by
