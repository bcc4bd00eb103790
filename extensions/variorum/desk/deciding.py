"""What the page says of a thing, as the entry that a person would have pasted."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from variorum.corrections import Target, read, snippet
from variorum.corrections.records import Value
from variorum.desk import joining
from variorum.desk.ledger import Written
from variorum.desk.things import Thing
from variorum.edition import Story
from variorum.model import Annotation
from variorum.rendering.words import _

VERBS = ("keep", "reject", "change", "pin", "unpin", "hide", "span", "merge", "split")
PEOPLE = ("speaker",)
"""Fields that name actors, who have to be known; a name in the text may be anybody's."""


class RefusedError(ValueError):
    """What was said can't be written as a correction."""


def written(at: Thing, said: Mapping[str, Any], by: str) -> list[Written]:
    """A decision as the entries that say it; raises :exc:`RefusedError`."""
    verb = said.get("verb")
    if verb not in VERBS:
        raise RefusedError(_("a decision is one of %s") % ", ".join(VERBS))
    values = _values(at, said.get("values") or {})
    note = str(said.get("note") or "").strip()
    tail: dict[str, Value] = {"note": note} if note else {}
    tail |= {"by": by, "on": datetime.date.today().isoformat()}
    if verb == "span":
        return _on_other_words(at, str(values.get("words") or ""), tail)
    if verb in ("merge", "split"):
        return [_of_several(at, str(verb), values, tail)]
    return [_entry(at, str(verb), at.what, [at.target()], values | tail, at.which())]


def _on_other_words(at: Thing, words: str, tail: dict[str, Value]) -> list[Written]:
    """The same said of other words; what is there gives way by itself where they overlap."""
    if not isinstance(at.said, Annotation):
        raise RefusedError(_("a difference has no words of its own"))
    try:
        target = joining.found(at, words)
    except LookupError as error:
        raise RefusedError(_("“%s” doesn’t stand in this report") % words) from error
    added = _entry(at, "add", at.what, [target], joining.kept(at.said) | tail)
    if at.said.decided_by is None and joining.meets(at, target):
        return [added]
    return [_entry(at, "reject", at.what, [at.target()], tail), added]


def _of_several(
    at: Thing, verb: str, values: Mapping[str, Value], tail: dict[str, Value]
) -> Written:
    """Two that are one, or one that is two."""
    what = {"quote": "statement", "entity": "actor"}.get(at.what)
    if what is None:
        raise RefusedError(_("only statements and actors are joined and parted"))
    try:
        places = joining.places(at, verb, values)
    except LookupError as error:
        raise RefusedError(_("choose one of the list")) from error
    named: dict[str, Value] = (
        {"name": values["name"]} if what == "actor" and values.get("name") else {}
    )
    return _entry(at, verb, what, places, (named if verb == "split" else {}) | tail)


def _entry(
    at: Thing,
    verb: str,
    what: str,
    places: Sequence[Target],
    values: Mapping[str, Value],
    which: str = "",
) -> Written:
    text = snippet(verb, what, places, values, which=which)
    _corrections, problems = read(text, "")
    if problems:
        raise RefusedError(problems[0].message)
    return Written(at.story.key, text)


def _values(at: Thing, said: Any) -> dict[str, Value]:
    if not isinstance(said, dict):
        raise RefusedError(_("values map fields to what they are"))
    values: dict[str, Value] = {}
    for name, value in said.items():
        if not isinstance(name, str) or not isinstance(value, str | int | float | None):
            raise RefusedError(_("values are words or numbers"))
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
    said = _("nobody in this story is called “%s”; say first of a name who it is")
    raise RefusedError(said % words)
