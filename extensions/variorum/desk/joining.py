"""What is said of more than one place: other words, two that are one, one that is two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from variorum.corrections import Target, Words
from variorum.corrections.records import Value
from variorum.desk.things import Thing, thing
from variorum.edition import Story
from variorum.model import Annotation, DateRef, Entity, Figure, Quote, Reference, Role
from variorum.rendering.words import _

LISTED = 40
"""So many are offered in a list."""
SHOWN = 70
"""So many letters of a statement stand in a list."""
_WORD = re.compile(r"\w+")


def fields(at: Thing) -> Iterator[dict[str, Any]]:
    """What can be chosen of a thing beside its values."""
    said = at.said
    if not isinstance(said, Annotation):
        return
    yield {"name": "words", "label": _("the words, selected in the text"), "as": "words",
           "verb": "span", "value": " ".join(said.exact.split())}  # fmt: skip
    if isinstance(said, Quote):
        yield _list(_("one statement with …"), _other_statements(at, said))
        if said.utterance and len(list(_prints(at.story, said.utterance))) > 1:
            yield {"name": "apart", "label": _("a statement of its own"), "as": "apart",
                   "verb": "split", "value": ""}  # fmt: skip
    elif isinstance(said, Entity) and said.actor:
        yield _list(_("the same as …"), _other_actors(at, said))
        yield {"name": "name", "label": _("somebody else of this name"), "as": "text",
               "verb": "split", "value": " ".join(said.exact.split())}  # fmt: skip


def _list(label: str, choices: list[dict[str, str]]) -> dict[str, Any]:
    return {"name": "with", "label": label, "as": "list", "verb": "merge", "choices": choices}


def _prints(story: Story, utterance: str) -> Iterator[Quote]:
    for listed in story.annotations.values():
        for said in listed:
            if isinstance(said, Quote) and said.utterance == utterance:
                yield said


def _other_statements(at: Thing, said: Quote) -> list[dict[str, str]]:
    """The quotations of the story that are no print of it yet, the most alike first."""
    own = _words(said.exact)
    found = []
    for article, listed in at.story.annotations.items():
        for other in listed:
            if not isinstance(other, Quote) or other.id == said.id:
                continue
            if said.utterance and other.utterance == said.utterance:
                continue
            words = _words(other.exact)
            alike = len(own & words) / max(len(own | words), 1)
            found.append((-alike, at.story.sigla.get(article, ""), other.start, other))
    found.sort(key=lambda entry: entry[:3])
    return [
        {"value": other.id, "label": f"{siglum}: {_short(other.exact)}", "where": ""}
        for _alike, siglum, _start, other in found[:LISTED]
    ]


def _other_actors(at: Thing, said: Entity) -> list[dict[str, str]]:
    """The other actors of the story, those with a word in common first; each by one naming it."""
    own = _words(said.exact)
    named = {a.id: said for said, a in _named(at.story)}
    actors = [a for a in at.story.actors if a.id != said.actor and a.id in named]
    actors.sort(key=lambda a: (-len(own & _words(a.name)), a.name))
    return [{"value": named[a.id].id, "label": a.name, "where": ""} for a in actors[:LISTED]]


def _named(story: Story) -> Iterator[tuple[Entity, Any]]:
    actors = {a.id: a for a in story.actors}
    for listed in story.annotations.values():
        for said in listed:
            if isinstance(said, Entity) and said.actor in actors:
                yield said, actors[said.actor]


def _words(text: str) -> set[str]:
    return {w.casefold() for w in _WORD.findall(text)}


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + " …"


def places(at: Thing, verb: str, values: Mapping[str, Value]) -> list[Target]:
    """The places that a merge or a split names; raises :exc:`LookupError`."""
    if verb == "split":
        return [at.target()]
    other = thing(at.story, "", str(values.get("with")))
    if other is None or type(other.said) is not type(at.said):
        raise LookupError
    return [at.target(), other.target()]


def found(at: Thing, words: str) -> Target:
    """Words of the thing's article, nearest to where it stands; raises :exc:`LookupError`."""
    known = Words(at.article)
    start, end = at.span
    spans = known.find(Target(at.article.id, words))
    if not spans:
        raise LookupError
    nearest = min(spans, key=lambda s: (max(s[0] - end, start - s[1], 0), s[0]))
    return known.target(*nearest)


def meets(at: Thing, target: Target) -> bool:
    """Whether some words have any in common with those of the thing."""
    start, end = at.span
    return any(s < end and start < e for s, e in Words(at.article).find(target))


def kept(said: Annotation) -> dict[str, Value]:
    """What a thing is, to be said again of other words."""
    values: dict[str, Value] = {}
    if isinstance(said, Quote):
        values = {"speaker": _people(said.speaker)}
        values |= {n: v for n in ("addressee", "medium") if (v := _text(said, n)) is not None}
    elif isinstance(said, Entity):
        values = {"kind": said.label}
        if said.actor:
            values["actor"] = said.actor
    elif isinstance(said, Reference | Role):
        values = {"actor": _people(said.actor)}
    elif isinstance(said, DateRef):
        values = {"value": said.value, "kind": said.kind}
    elif isinstance(said, Figure):
        values = {"low": said.low, "high": said.high, "unit": said.unit, "of": said.of}
    return values


def _text(said: Quote, name: str) -> str | None:
    return said.addressee if name == "addressee" else said.medium


def _people(said: str | tuple[str, ...] | list[str] | None) -> Value:
    return tuple(said) if isinstance(said, tuple | list) else said
