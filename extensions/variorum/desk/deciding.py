"""What the page says of a thing, as the entry that a person would have pasted."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from variorum.corrections import read, snippet
from variorum.corrections.records import Value
from variorum.desk.ledger import Written
from variorum.desk.things import Thing
from variorum.edition import Story

VERBS = ("keep", "reject", "change", "pin", "unpin", "hide")
PEOPLE = ("speaker",)
"""Fields that name actors, who have to be known; a name in the text may be anybody's."""


class RefusedError(ValueError):
    """What was said can't be written as a correction."""


def written(at: Thing, said: Mapping[str, Any], by: str) -> Written:
    """A decision as an entry; raises :exc:`RefusedError`."""
    verb = said.get("verb")
    if verb not in VERBS:
        raise RefusedError(f"a decision is one of {', '.join(VERBS)}")
    values = _values(at, said.get("values") or {})
    note = str(said.get("note") or "").strip()
    tail: dict[str, Value] = {"note": note} if note else {}
    tail |= {"by": by, "on": datetime.date.today().isoformat()}
    text = snippet(str(verb), at.what, [at.target()], values | tail, which=at.which())
    _corrections, problems = read(text, "")
    if problems:
        raise RefusedError(problems[0].message)
    return Written(at.story.key, text)


def _values(at: Thing, said: Any) -> dict[str, Value]:
    if not isinstance(said, dict):
        raise RefusedError("values map fields to what they are")
    values: dict[str, Value] = {}
    for name, value in said.items():
        if not isinstance(name, str) or not isinstance(value, str | int | float | None):
            raise RefusedError("values are words or numbers")
        words = str(value).strip() if value is not None else ""
        values[name] = value if isinstance(value, int | float) else words or None
        named = name in PEOPLE or (name == "actor" and at.what in ("reference", "role"))
        if words and named:
            values[name] = _known(words, at.story)
    return values


def _known(words: str, story: Story) -> str:
    """The id of an actor of the story, given by id or by name."""
    for actor in story.actors:
        forms = {actor.id, actor.name, *(form for form, _count in actor.names)}
        if words.casefold() in {form.casefold() for form in forms}:
            return actor.id
    raise RefusedError(f"nobody in this story is called “{words}”; say first of a name who it is")
