"""``variorum check``: what an editor should look at first, with the correction to paste.

Corrections that no longer hold, what the front page and the first
differences say, stamps that don't fit their text, names that were left open, quotations of nobody,
what the rules were least sure of, and what looks alike and was kept apart; :mod:`variorum.queue`
puts them in order. What an editor has decided is not listed again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from variorum.corrections import snippet, values_of
from variorum.corrections.lookalikes import lookalikes
from variorum.corrections.places import short
from variorum.corrections.snippet import value_lines
from variorum.corrections.source_file import SourceFile
from variorum.edition import Story
from variorum.missing import says_of
from variorum.model import Annotation, DateRef, Entity, Finding, Quote, Reading
from variorum.reading.decode import MAX_BYTES
from variorum.reading.files import file_bytes
from variorum.words.speech import ENGLISH

UNSURE = 0.6
"""What is less sure than this is listed."""
SEEN_FIRST = 3
"""The salience of what a reader should see first."""
OFTEN = 3
"""An open name is listed with so many of its mentions."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at: where, which words, why, and the correction that would settle it."""

    kind: str
    story: str
    file: str
    line: int | None
    words: str
    why: str
    correction: str = ""
    confidence: float | None = None
    about: str = ""
    """The id of the annotation, the finding or the article that it is about."""
    type: str = ""
    """Of what is about an annotation: its type."""

    def to_json(self) -> dict[str, Any]:
        """The object that ``variorum check --json`` prints."""
        return asdict(self)


def doubts_in(folder: Path, stories: Iterable[Story]) -> Iterator[Doubt]:
    """What needs eyes in the stories read from a folder.

    Where some articles lie in folders called ``articles``, what lies elsewhere is no article but a
    page of the author's.
    """
    listed = list(stories)
    proper = [s for s in listed if any("articles" in Path(a.source).parts for a in s.articles)]
    for story in proper or listed:
        yield from doubts(story, {a.id: _text_of(folder / a.source) for a in story.articles})


def missing_in(stories: Iterable[Story]) -> Iterator[Doubt]:
    """What reports don't say of themselves; it is said in ``story.yaml``, not in corrections."""
    for story in stories:
        for article in story.articles:
            for field in says_of(article, story.key, article.source).lacks:
                why = f"The report does not say its {LACKING[field]}."
                kind = f"no {LACKING[field]}"
                yield Doubt(kind, story.key, article.source, None, "", why, about=article.id)


LACKING = {"outlet": "outlet", "published": "date", "title": "headline"}
"""What a field of story.yaml is called in words."""


def _text_of(path: Path) -> str:
    """A file as text, to look up lines in."""
    try:
        return file_bytes(path, MAX_BYTES)[0].decode("utf-8", "replace")
    except OSError:
        return ""


def doubts(story: Story, raw: Mapping[str, str]) -> Iterator[Doubt]:
    """What needs eyes in a story, kind by kind; *raw* are its files by article id."""
    at = _Desk(story, raw)
    yield from at.corrections()
    yield from at.seen_first()
    yield from at.stamps()
    yield from at.open_names()
    yield from at.lone_surnames()
    yield from at.nobodys()
    yield from at.unsure()
    yield from at.alike_statements()
    yield from at.alike_actors()


class _Desk:
    """One story, and how to point to places in it."""

    def __init__(self, story: Story, raw: Mapping[str, str]) -> None:
        self.story = story
        self.names = {a.id: a.name for a in story.actors}
        self.articles = {a.id: SourceFile(a, raw.get(a.id, "")) for a in story.articles}

    def found(self) -> Iterator[tuple[SourceFile, Annotation]]:
        for article in self.story.articles:
            for said in self.story.annotations.get(article.id, ()):
                yield self.articles[article.id], said

    def doubt(
        self, kind: str, file: SourceFile, start: int, end: int, why: str, correction: str,
        confidence: float | None = None, about: str = "", type_: str = "",
    ) -> Doubt:  # fmt: skip
        words = " ".join(file.article.text[start:end].split())
        return Doubt(
            kind, self.story.key, file.article.source, file.line(start), words, why, correction,
            confidence, about, type_,
        )  # fmt: skip

    def corrections(self) -> Iterator[Doubt]:
        for problem in self.story.problems:
            yield Doubt(
                "correction", self.story.key, problem.source, problem.line, "", problem.message
            )  # fmt: skip

    def seen_first(self) -> Iterator[Doubt]:
        """What differs and a reader sees first, where nobody has looked at it."""
        for finding in self.story.findings.findings:
            first = next((r for r in finding.readings if r.start is not None), None)
            if finding.decided_by is not None or first is None:
                continue
            if finding.front or finding.salience == SEEN_FIRST:
                file = self.articles[first.article]
                at = _range(first)
                text = snippet("keep", "finding", [file.words.target(*at)], which=finding.id)
                yield self.doubt("difference", file, *at, finding.explanation, text,
                                 finding.confidence, finding.id)  # fmt: skip

    def stamps(self) -> Iterator[Doubt]:
        """Printed dates that do not fit what the article tells."""
        for file in self.articles.values():
            clock = self.story.clocks.get(file.article.id)
            if clock is None or clock.anomaly is None:
                continue
            field = "published" if clock.published else "updated"
            span = file.article.meta.span(field) or (0, 0)
            stamp = self._date_at(file.article.id, *span)
            why = ENGLISH.sentence(clock.anomaly.said)
            if stamp is not None and stamp.decided_by is None:
                text = snippet(
                    "keep", "date", [file.words.target(stamp.start, stamp.end)],
                    {"note": "Looked at; it is printed so."},
                )  # fmt: skip
                yield self.doubt("stamp", file, *span, why, text, None,
                                 stamp.id, stamp.type)  # fmt: skip
            elif stamp is None:
                yield self.doubt("stamp", file, *span, why, "")

    def _date_at(self, article: str, start: int, end: int) -> DateRef | None:
        for said in self.story.annotations.get(article, ()):
            if isinstance(said, DateRef) and said.start < end and start < said.end:
                return said
        return None

    def open_names(self) -> Iterator[Doubt]:
        """Names that fit two actors."""
        for name in self.story.open_names:
            fits = " or ".join(f"{self.names.get(c, c)} ({c})" for c in name.candidates)
            more = len(name.mentions) - OFTEN
            for article, start, end in name.mentions[:OFTEN]:
                file = self.articles[article]
                why = f"It may be {fits}." + (f" There are {more} more such." if more > 0 else "")
                values = {"actor": name.candidates[0]}
                hint = f"or: {', '.join(name.candidates[1:])}"
                at = [file.words.target(start, end)]
                text = snippet("change", "entity", at, values, hint=hint)
                about = self._name_at(article, start)
                yield self.doubt("open name", file, start, end, why, text, None, about, "entity")

    def _name_at(self, article: str, start: int) -> str:
        named = (a for a in self.story.annotations.get(article, ()) if isinstance(a, Entity))
        return next((a.id for a in named if a.start == start), "")

    def lone_surnames(self) -> Iterator[Doubt]:
        """Names of persons, of one word, that no full name explains."""
        lone = {
            a.id
            for a in self.story.actors
            if a.label == "PER" and not a.edited and not any(" " in form for form, _ in a.names)
        }
        for file, said in self.found():
            if isinstance(said, Entity) and said.actor in lone and said.decided_by is None:
                lone.discard(said.actor)
                text = self._kept(file, said)
                why = "No report gives this person a full name."
                yield self.doubt("surname", file, said.start, said.end, why, text,
                                 said.confidence, said.id, said.type)  # fmt: skip

    def nobodys(self) -> Iterator[Doubt]:
        """Quotations within marks whose speaker isn't known."""
        for file, said in self.found():
            if isinstance(said, Quote) and _is_nobodys(said) and said.decided_by is None:
                yield self._annotation("speaker", file, said, "Nobody is known to have said it.")

    def unsure(self) -> Iterator[Doubt]:
        """What the rules were least sure of, the least sure first."""
        # Whose names an editor has joined or parted, their names were looked at.
        decided = {a.id for a in self.story.actors if a.decided_by is not None}
        listed = [
            (said.confidence, n, file, said)
            for n, (file, said) in enumerate(self.found())
            if said.confidence < UNSURE and said.decided_by is None
            if not (isinstance(said, Quote) and _is_nobodys(said))
            if not (isinstance(said, Entity) and said.actor in decided)
        ]
        for confidence, _n, file, said in sorted(listed, key=lambda entry: entry[:2]):
            why = f"Rule “{said.by}” is {round(confidence * 100)} % sure. {self._reads(said)}"
            yield self._annotation("unsure", file, said, why.strip())

    def _annotation(self, kind: str, file: SourceFile, said: Annotation, why: str) -> Doubt:
        text = self._kept(file, said)
        return self.doubt(
            kind, file, said.start, said.end, why, text, said.confidence, said.id, said.type
        )

    def _kept(self, file: SourceFile, said: Annotation) -> str:
        """The entry that says it is right, beside it what would change it: pasted as it stands it
        decides nothing that nobody looked at, but that it is so."""
        values = values_of(said.to_json())
        said_of_it = ", ".join(value_lines(values))
        hint = f"or: change, with {said_of_it}; or: reject"
        return snippet("keep", said.type, [file.words.target(said.start, said.end)], hint=hint)

    def _reads(self, said: Annotation) -> str:
        """What the annotation says, in a few words."""
        if isinstance(said, Quote) and said.speaker:
            speakers = (said.speaker,) if isinstance(said.speaker, str) else said.speaker
            return f"It gives it to {', '.join(self.names.get(s, s) for s in speakers)}."
        if isinstance(said, DateRef):
            return f"It reads it as {said.value}." if said.value else "It cannot date it."
        actor = getattr(said, "actor", None)
        return f"It means {self.names.get(actor, actor)}." if isinstance(actor, str) else ""

    def alike_statements(self) -> Iterator[Doubt]:
        """Statements that look alike and were kept apart, unless a difference says so."""
        for pair in self.story.findings.distinct:
            if any(_on(f, pair.one) and _on(f, pair.other) for f in self.story.findings.findings):
                continue
            files = [self.articles[r.article] for r in (pair.one, pair.other)]
            at = [
                file.words.target(*_range(reading))
                for file, reading in zip(files, (pair.one, pair.other), strict=True)
            ]
            other = f"{files[1].article.source}:{files[1].line(_range(pair.other)[0]) or ''}"
            why = (
                f"It looks like “{short(pair.other.exact or '')}” ({other.rstrip(':')}), and was "
                f"kept apart: {ENGLISH.clause(pair.reason)}."
            )
            text = snippet("split", "statement", at, hint="or, if they are one: merge")
            yield self.doubt("alike", files[0], *_range(pair.one), why, text)

    def alike_actors(self) -> Iterator[Doubt]:
        """Actors whose names are much alike."""
        first: dict[str, tuple[SourceFile, Entity]] = {}
        for file, said in self.found():
            if isinstance(said, Entity) and said.actor and said.metonym_for is None:
                first.setdefault(said.actor, (file, said))
        for one, other in lookalikes(self.story.actors):
            if one.id not in first or other.id not in first:
                continue
            (file, here), (_, there) = first[one.id], first[other.id]
            if any(s.decided_by is not None for s in (here, there)):
                continue
            at = [f.words.target(s.start, s.end) for f, s in (first[one.id], first[other.id])]
            why = f"{one.name} ({one.id}) and {other.name} ({other.id}) are taken for two."
            hint = "or, if they are two: keep: entity, at one of the places"
            text = snippet("merge", "actor", at, hint=hint)
            yield self.doubt("alike", file, here.start, here.end, why, text)


def _is_nobodys(said: Quote) -> bool:
    return bool(said.quoted) and not said.speaker


def _on(finding: Finding, place: Reading) -> bool:
    """Whether a difference has words of a place."""
    start, end = _range(place)
    return any(
        r.article == place.article and _range(r)[0] < end and start < _range(r)[1]
        for r in finding.readings
    )


def _range(reading: Reading) -> tuple[int, int]:
    return reading.start or 0, reading.end or 0
