"""Each story to the program, and what holds of its answer into ``proposals.yaml``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum import editors_files
from variorum.corrections import Correction, read
from variorum.edition import Story
from variorum.editors_files import PROPOSALS, story_folder
from variorum.errors import UserError
from variorum.handwritten import UnreadableError, read_text
from variorum.printed import article_object
from variorum.proposing.program import answer
from variorum.proposing.refusals import is_refused, proposal, still_meant
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
    kept = list(_kept(place, story, by))
    no = {proposal(said) for _text, said in kept if is_refused(said)}
    new = [text for text in found.entries if proposal(read(text, "")[0].entries[0]) not in no]
    refused = dict(found.refused)
    if len(new) < len(found.entries):
        refused["refused by a person before"] = len(found.entries) - len(new)
    text = HEAD + "\n".join([*(text for text, _said in kept), *new])
    return Proposed(len(new), editors_files.write(place, PROPOSALS, text), refused)


def _kept(place: Path, story: Story, by: str) -> Iterator[tuple[str, Correction]]:
    """What stays of the file: other programs' proposals, and what was refused of anybody's."""
    try:
        before = read_text(place / PROPOSALS) or ""
    except UnreadableError as error:
        raise UserError(f"{place / PROPOSALS}: {error}") from error
    for text, said in _parts(before):
        if still_meant(said, story) if is_refused(said) else said.by != by:
            yield text, said


def _parts(text: str) -> Iterator[tuple[str, Correction]]:
    """Each entry of the file as it stands there; only the command and the desk write it."""
    lines = text.splitlines(keepends=True)
    known, problems = read(text, PROPOSALS)
    if problems:
        raise UserError(f"{PROPOSALS}, line {problems[0].line}: {problems[0].message}")
    starts = [(entry.line or 1) - 1 for entry in known.entries]
    for entry, start, end in zip(known.entries, starts, [*starts[1:], len(lines)], strict=False):
        yield "".join(lines[start:end]).strip("\n") + "\n", entry
