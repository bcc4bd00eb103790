"""What can be decided on a page: what each thing is read as, why, and what else it may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from variorum.collation.authority import KINDS
from variorum.corrections import Target, Words
from variorum.desk.news import heading
from variorum.desk.reasons import rule
from variorum.edition import Story
from variorum.model import (
    Annotation,
    Article,
    DateRef,
    Entity,
    Figure,
    Finding,
    Quote,
    Reference,
    Role,
)
from variorum.rendering.words import _, speech

MOST = 6
"""So many candidates are offered at most."""


@dataclass(frozen=True, slots=True)
class Thing:
    """An annotation or a finding, and where it is."""

    story: Story
    article: Article
    said: Annotation | Finding

    @property
    def what(self) -> str:
        """What a correction of it is about."""
        return "finding" if isinstance(self.said, Finding) else self.said.type

    @property
    def span(self) -> tuple[int, int]:
        """The words it is meant by."""
        if isinstance(self.said, Finding):
            own = _reading(self.said, self.article.id)
            return own or (0, 0)
        return self.said.start, self.said.end

    def target(self) -> Target:
        """The words, as a correction points to them."""
        return Words(self.article).target(*self.span)

    def which(self) -> str:
        """Of a finding its kind, or its id where another of the kind is on the same words."""
        if not isinstance(self.said, Finding):
            return ""
        kind, (start, end) = self.said.kind, self.span
        alike = [
            f
            for f in self.story.findings.findings
            if f.kind == kind
            and any(
                r.article == self.article.id and r.start is not None and r.end is not None
                and r.start < end and start < r.end
                for r in f.readings
            )
        ]  # fmt: skip
        return kind if len(alike) == 1 else self.said.id

    def to_json(self) -> dict[str, Any]:
        """What the page asks about it."""
        return {
            "id": self.said.id,
            "what": self.what,
            "ask": _asked(self.what),
            "words": _words(self),
            "reads": _reads(self),
            "why": _why(self.said),
            "decided": self.said.decided_by,
            "note": self.said.note,
            "fields": list(_fields(self)),
        }


def thing(story: Story, article: str, id_: str) -> Thing | None:
    """The thing of an id, in an article, or anywhere in the story where none is given."""
    articles = {a.id: a for a in story.articles}
    for finding in story.findings.findings:
        if finding.id == id_:
            places = [r.article for r in finding.readings if r.start is not None]
            where = article if article in places else next(iter(places), "")
            return Thing(story, articles[where], finding) if where in articles else None
    for key, listed in story.annotations.items():
        if not article or key == article:
            for said in listed:
                if said.id == id_:
                    return Thing(story, articles[key], said)
    return None


def _asked(what: str) -> str:
    """What is asked of a thing."""
    return {
        "quote": _("Whose words are these?"),
        "entity": _("Who is named here?"),
        "reference": _("Who is meant here?"),
        "role": _("Whose title is it?"),
        "date": _("Which day is this?"),
        "figure": _("How many are these?"),
        "finding": _("Do the reports differ so?"),
    }[what]


def _reading(finding: Finding, article: str) -> tuple[int, int] | None:
    for reading in finding.readings:
        if reading.article == article and reading.start is not None and reading.end is not None:
            return reading.start, reading.end
    return None


def _words(at: Thing) -> str:
    if isinstance(at.said, Finding):
        return heading(at.said)
    return " ".join(at.said.exact.split())


def _why(said: Annotation | Finding) -> str:
    if said.decided_by is not None:
        return ""
    if not isinstance(said, Finding):
        return rule(said)
    ground = speech().sentence(said.ground) if said.ground else said.why
    sure = _("%(sure)s %% sure.") % {"sure": round(said.confidence * 100)}
    return f"{ground} {sure}"


def _reads(at: Thing) -> str:
    """What it is read as, to stand after “Read as”."""
    said = at.said
    if isinstance(said, Quote):
        return _names(at.story, said.speaker) or _("nobody’s")
    if isinstance(said, Entity | Reference | Role):
        return _names(at.story, said.actor) or _("nobody")
    if isinstance(said, DateRef):
        return said.value or _("no date")
    if isinstance(said, Figure):
        ends = [f"{n:g}" for n in (said.low, said.high) if n is not None]
        return _(" to ").join(dict.fromkeys(ends)) + (f" {said.of}" if said.of else "")
    return ""


def _ids(said: str | Sequence[str] | None) -> list[str]:
    return [said] if isinstance(said, str) else list(said or ())


def _names(story: Story, ids: str | Sequence[str] | None) -> str:
    names = {a.id: a.name for a in story.actors}
    return speech().listed([names.get(id_, id_) for id_ in _ids(ids)])


def _fields(at: Thing) -> Iterator[dict[str, Any]]:
    said = at.said
    if isinstance(said, Quote):
        yield _actor("speaker", _("the speaker"), said.speaker, at)
        yield _choice("kind", _("the kind of speech"), said.kind, ("direct", "mixed", "indirect"))
        yield _text("addressee", _("to whom it was said"), said.addressee)
        yield _text("medium", _("in what it was said"), said.medium)
    elif isinstance(said, Entity):
        yield _actor("actor", _("who is named"), said.actor, at)
        yield _choice("kind", _("the kind of name"), said.label, sorted(KINDS))
    elif isinstance(said, Reference | Role):
        yield _actor("actor", _("who is meant"), said.actor, at)
    elif isinstance(said, DateRef):
        yield _text("value", _("the day, as 2022-01-12"), said.value)
        yield _choice("kind", _("the kind of date"), said.kind, ("date", "time", "duration", "set"))
    elif isinstance(said, Figure):
        yield _text("low", _("at least"), said.low)
        yield _text("high", _("at most"), said.high)
        yield _text("of", _("of what"), said.of)
    elif isinstance(said, Finding):
        yield _text("explanation", _("the heading"), said.explanation)
        yield _choice("salience", _("its weight, 3 is seen first"), said.salience, ("3", "2", "1"))


def _text(name: str, label: str, value: str | float | None) -> dict[str, Any]:
    shown = f"{value:g}" if isinstance(value, int | float) else value or ""
    return {"name": name, "label": label, "as": "text", "value": shown}


def _choice(name: str, label: str, value: object, known: Sequence[str]) -> dict[str, Any]:
    choices = [{"value": k, "label": _kinds().get(k, k), "where": ""} for k in known]
    return {"name": name, "label": label, "as": "choice", "value": str(value), "choices": choices}


def _kinds() -> dict[str, str]:
    """What the values of kinds are called."""
    return {
        "direct": _("word for word"), "mixed": _("partly word for word"),
        "indirect": _("in other words"), "date": _("a day, a month or a year"),
        "time": _("a time of day"), "duration": _("how long"), "set": _("how often"),
        "PER": _("a person"), "ORG": _("an organisation"), "GPE": _("a country or a city"),
        "LOC": _("a place"), "FAC": _("a building"), "NORP": _("a group of people"),
        "EVENT": _("an event"), "PRODUCT": _("a product"), "WORK": _("a work"),
    }  # fmt: skip


def _actor(name: str, label: str, value: str | Sequence[str] | None, at: Thing) -> dict[str, Any]:
    """An actor: who it is read as, who the other reports or the words around it name, nobody."""
    names = {a.id: a.name for a in at.story.actors}
    where: dict[str, str] = dict.fromkeys(_ids(value), _("as read"))
    for id_, place in (*_may_be(at), *_elsewhere(at), *_nearby(at)):
        if len(where) < MOST - 1 and id_ in names:
            where.setdefault(id_, place)
    choices = [
        {"value": id_, "label": names.get(id_, id_), "where": place} for id_, place in where.items()
    ]
    choices.append(
        {"value": "", "label": _("Nobody named"), "where": "" if value else _("as read")}
    )
    single = value if isinstance(value, str) else "" if not value else None
    return {"name": name, "label": label, "as": "actor", "value": single, "choices": choices}


def _may_be(at: Thing) -> Iterator[tuple[str, str]]:
    """Who a name that was left open may be."""
    for name in at.story.open_names:
        if (at.article.id, *at.span) in name.mentions:
            for id_ in name.candidates:
                yield id_, _("so called")


def _elsewhere(at: Thing) -> Iterator[tuple[str, str]]:
    """Who the other reports give the same statement to."""
    if not isinstance(at.said, Quote) or not at.said.utterance:
        return
    for article, listed in at.story.annotations.items():
        for said in listed:
            same = isinstance(said, Quote) and said.utterance == at.said.utterance
            if isinstance(said, Quote) and same and article != at.article.id:
                for id_ in _ids(said.speaker):
                    yield id_, _("in %s") % at.story.sigla.get(article, article)


def _nearby(at: Thing) -> Iterator[tuple[str, str]]:
    """Who is named in the same article, the nearest first."""
    start, end = at.span
    named = [
        (max(said.start - end, start - said.end, 0), said.start, said.actor)
        for said in at.story.annotations.get(at.article.id, ())
        if isinstance(said, Entity) and said.actor
    ]
    for distance, _start, id_ in sorted(named):
        yield id_, _("in these words") if not distance else _("near by")
