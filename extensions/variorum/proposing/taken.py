"""What a program proposes, held to the words of the articles.

A line is an object as ``variorum annotate`` prints it (an article's ``id`` and ``annotations``, of
which quotations' speakers and dates are taken) or as ``variorum collate`` does (a finding's
``kind``, ``explanation`` and ``readings``). What passes becomes the correction that says it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from variorum.corrections import Target, Words, read, snippet
from variorum.corrections.records import Value
from variorum.edition import Story
from variorum.model import Annotation, DateRef, Quote, Span

MOST = 2_000
"""So many proposals are looked at for one story."""
TAKEN = {"quote": ("speaker",), "date": ("value",)}
"""Of annotations: what is taken of each type."""


class _RefusedError(Exception):
    """Why a proposal isn't taken."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken of a program's answer, as entries; and how often what was refused."""

    entries: tuple[str, ...]
    refused: Mapping[str, int]


def taken(answer: bytes, story: Story, by: str) -> Taken:
    """The proposals of an answer that hold, each once, in its order."""
    entries: dict[str, None] = {}
    refused: Counter[str] = Counter()
    for number, said in enumerate(_proposed(answer, refused)):
        if number >= MOST:
            refused[f"more than {MOST:,}"] += 1
            continue
        try:
            entries[_entry(said, story, by)] = None
        except _RefusedError as error:
            refused[str(error)] += 1
    return Taken(tuple(entries), dict(sorted(refused.items())))


def _proposed(answer: bytes, refused: Counter[str]) -> Iterator[dict[str, Any]]:
    """Each finding, and each annotation with the id of its article."""
    for line in answer.splitlines():
        if not line.strip():
            continue
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            refused["no JSON"] += 1
            continue
        if not isinstance(said, dict):
            refused["no object"] += 1
        elif isinstance(listed := said.get("annotations"), list):
            for one in listed:
                if isinstance(one, dict):
                    yield one | {"article": said.get("id")}
                else:
                    refused["no object"] += 1
        else:
            yield said


def _entry(said: Mapping[str, Any], story: Story, by: str) -> str:
    made = _finding if "readings" in said else _annotation
    text = made(said, story, by)
    _corrections, problems = read(text, "")
    if problems:
        raise _RefusedError("a value that can't be")
    return text


def _finding(said: Mapping[str, Any], story: Story, by: str) -> str:
    readings = said["readings"]
    if not isinstance(readings, list) or len(readings) < 2:
        raise _RefusedError("fewer than two readings")
    at = [_target(reading, story)[1] for reading in readings]
    if len({target.article for target in at}) < 2:
        raise _RefusedError("fewer than two readings")
    values: dict[str, Value] = {
        name: words for name in ("kind", "explanation") if (words := _words(said, name))
    }
    if said.get("salience") in (1, 2, 3):
        values["salience"] = int(said["salience"])
    return snippet("add", "finding", at, values | {"by": by})


def _annotation(said: Mapping[str, Any], story: Story, by: str) -> str:
    type_ = said.get("type")
    if type_ not in TAKEN:
        raise _RefusedError("a type that isn’t taken")
    (article, span), target = _target(said, story)
    values = {n: _value(said, n, story) for n in TAKEN[type_] if n in said}
    if not values:
        raise _RefusedError("nothing said of it")
    there = _there(story.annotations.get(article, ()), type_, span)
    if there is None:
        return snippet("add", type_, [target], values | {"by": by})
    if all(_now(there, name) == value for name, value in values.items()):
        raise _RefusedError("found so already")
    on_it = Words(next(a for a in story.articles if a.id == article)).target(there.start, there.end)
    return snippet("change", type_, [on_it], values | {"by": by})


def _there(listed: Sequence[Annotation], type_: str, span: Span) -> Annotation | None:
    """What is found on the same words, or on some of them."""
    near = [a for a in listed if a.type == type_ and a.start < span[1] and span[0] < a.end]
    same = (a for a in near if (a.start, a.end) == span)
    return next(same, near[0] if len(near) == 1 else None)


def _now(there: Annotation, name: str) -> Value:
    if isinstance(there, Quote) and name == "speaker":
        return there.speaker if isinstance(there.speaker, str | None) else tuple(there.speaker)
    return there.value if isinstance(there, DateRef) and name == "value" else None


def _value(said: Mapping[str, Any], name: str, story: Story) -> Value:
    value = said[name]
    if name == "speaker" and value is not None:
        return _known(str(value), story)
    if value is None or isinstance(value, str):
        return value
    raise _RefusedError("a value that can't be")


def _known(name: str, story: Story) -> str:
    """The id of an actor of the story; nobody is invented."""
    for actor in story.actors:
        forms = {actor.id, actor.name, *(form for form, _count in actor.names)}
        if name.casefold() in {form.casefold() for form in forms}:
            return actor.id
    raise _RefusedError("somebody whom no article names")


def _target(said: Any, story: Story) -> tuple[tuple[str, Span], Target]:
    """The words that are meant, which have to stand in the article."""
    if not isinstance(said, dict):
        raise _RefusedError("no object")
    article = next((a for a in story.articles if a.id == said.get("article")), None)
    if article is None:
        raise _RefusedError("an article that isn’t there")
    words, exact = Words(article), _words(said, "exact")
    start, end = said.get("start"), said.get("end")
    if isinstance(start, int) and isinstance(end, int) and article.text[start:end] == exact != "":
        span = (start, end)
    else:
        found = words.find(Target(article.id, exact)) if exact else []
        if not found:
            raise _RefusedError("words that don’t stand in the article")
        if len(found) > 1:
            raise _RefusedError("words that stand there more than once, without their place")
        span = found[0]
    return (article.id, span), words.target(*span)


def _words(said: Mapping[str, Any], name: str) -> str:
    words = said.get(name)
    return words if isinstance(words, str) else ""
