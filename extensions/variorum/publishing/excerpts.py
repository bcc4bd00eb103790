"""A story with short quotations for texts: everything that was found, moved onto what is left.

The text of an article becomes its quotations, each a block of its own. Whoever reads the story
afterwards cannot tell more of the text than it holds.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any, TypeVar

from variorum.edition import Edition, Story
from variorum.model import Annotation, Article, Block, Finding, Quote, Reading, Span, Variant
from variorum.publishing import MENTION
from variorum.publishing.choice import Run, chosen
from variorum.publishing.guard import Guard
from variorum.publishing.rights import permits_full_text

T = TypeVar("T", bound=Annotation)


def reduced(edition: Edition) -> Edition:
    """The edition with short quotations of every article whose rights do not permit more."""
    return dataclasses.replace(edition, stories=tuple(_reduced(s) for s in edition.stories))


def guard(edition: Edition) -> Guard:
    """What keeps longer stretches of an edition's texts from being published."""
    articles = [
        article
        for story in edition.stories
        for article in (*story.articles, *chain.from_iterable(story.earlier.values()))
    ]
    return Guard(
        (a for a in articles if not permits_full_text(a)),
        (a for a in articles if permits_full_text(a)),
    )


def _reduced(story: Story) -> Story:
    cut = {
        article.id: Excerpt(
            article,
            chosen(article, story.annotations.get(article.id, ()), story.findings.findings),
        )
        for article in story.articles
        if not permits_full_text(article)
    }
    earlier = {id_: tuple(map(_withheld, listed)) for id_, listed in story.earlier.items()}
    if not cut:
        return dataclasses.replace(story, earlier=earlier)
    keep = Guard(
        (a for a in story.articles if a.id in cut), (a for a in story.articles if a.id not in cut)
    )
    move = _Move(cut, keep)
    return dataclasses.replace(
        story,
        articles=tuple(cut[a.id].made if a.id in cut else a for a in story.articles),
        annotations={
            id_: cut[id_].annotations(listed) if id_ in cut else listed
            for id_, listed in story.annotations.items()
        },
        open_names=tuple(
            dataclasses.replace(name, mentions=move.mentions(name.mentions))
            for name in story.open_names
        ),
        clocks={
            id_: move.clock(clock, cut[id_]) if id_ in cut else move.all(clock)
            for id_, clock in story.clocks.items()
        },
        findings=move.all(story.findings),
        earlier=earlier,
    )


def _withheld(version: Article) -> Article:
    """An earlier version without its words, where its rights do not permit more."""
    if permits_full_text(version):
        return version
    basis = {name: ground for name, ground in version.meta.basis.items() if isinstance(ground, str)}
    return dataclasses.replace(
        version, text="", blocks=(), zones=(), inlines=(), by_hand=(), dateline=None,
        meta=dataclasses.replace(version.meta, basis=basis), withheld=_count(version),
    )  # fmt: skip


class Excerpt:
    """An article that is left with its quotations, and where they stood before."""

    def __init__(self, article: Article, runs: Iterable[Run]) -> None:
        self.runs = list(runs)
        self.starts = [run.start for run in self.runs]
        pieces, self.places = [], []
        at = 0
        for run in self.runs:
            words = article.text[run.start : run.end]
            if run.quoted and not words.endswith((".", "!", "?", "”", '"', "…")):
                words += " …"
            self.places.append((at, at + len(words)))
            pieces.append(words)
            at += len(words) + 2
        self.text = "\n\n".join(pieces)
        self.made = dataclasses.replace(
            article,
            text=self.text,
            blocks=tuple(
                Block("paragraph" if run.quoted else MENTION, *place)
                for run, place in zip(self.runs, self.places, strict=True)
            ),
            zones=(),
            inlines=(),
            dateline=None,
            meta=dataclasses.replace(
                article.meta,
                basis={
                    name: basis
                    for name, old in article.meta.basis.items()
                    if (basis := old if isinstance(old, str) else self.span(*old))
                },
            ),
            withheld=_count(article) - len(self.text.split()),
        )

    def span(self, start: int, end: int, *, clip: bool = False) -> Span | None:
        """Where a range stands now; with *clip* the part of it that is left."""
        number = bisect_right(self.starts, start) - 1
        if number < 0 or self.runs[number].end <= start:
            number += 1
            if not clip or number == len(self.runs) or self.runs[number].start >= end:
                return None
        run, (at, until) = self.runs[number], self.places[number]
        if end > run.end and not clip:
            return None
        # Dots behind a run belong to what they shorten.
        last = until if end > run.end else at + end - run.start
        return at + max(start, run.start) - run.start, last

    def annotations(self, listed: Iterable[Annotation]) -> tuple[Annotation, ...]:
        """Those that are left, with their own ids, in their order."""
        moved = (
            self._quote(said) if isinstance(said, Quote) else self._whole(said) for said in listed
        )
        return tuple(said for said in moved if said)

    def _whole(self, said: T) -> T | None:
        span = self.span(said.start, said.end)
        return self._at(said, span) if span else None

    def _quote(self, said: Quote) -> Quote | None:
        parts = [span for old in said.parts if (span := self.span(*old, clip=True))]
        if not parts:
            return None
        made = self._at(said, (parts[0][0], parts[-1][1]))
        return dataclasses.replace(
            made,
            parts=tuple(parts),
            quoted=tuple(s for old in said.quoted if (s := self.span(*old, clip=True))),
            speaker_span=self._if_whole(said.speaker_span),
            cue_span=self._if_whole(said.cue_span),
            addressee_span=self._if_whole(said.addressee_span),
            medium_span=self._if_whole(said.medium_span),
            when_span=self._if_whole(said.when_span),
        )

    def _if_whole(self, span: Span | None) -> Span | None:
        return self.span(*span) if span else None

    def _at(self, said: T, span: Span) -> T:
        start, end = span
        return dataclasses.replace(said, start=start, end=end, exact=self.text[start:end])


def _count(article: Article) -> int:
    """The words that a page of the whole article shows."""
    return sum(len(article.text[b.start : b.end].split()) for b in article.shown)


class _Move:
    """Moves what was found by comparing articles; what is left nowhere is dropped."""

    def __init__(self, cut: Mapping[str, Excerpt], keep: Guard) -> None:
        self.cut = cut
        self.keep = keep

    def all(self, said: Any) -> Any:
        """A record with everything in it moved."""
        if isinstance(said, str):
            return self.keep.short(said)
        if isinstance(said, Reading):
            return self.reading(said)
        if isinstance(said, Finding):
            return self.finding(said)
        if isinstance(said, tuple):
            moved = (self.all(item) for item in said)
            return tuple(item for item in moved if item is not None)
        if isinstance(said, dict):
            return {key: self.all(value) for key, value in said.items()}
        if dataclasses.is_dataclass(said) and not isinstance(said, type):
            return self.record(said)
        return said

    def record(self, said: Any) -> Any:
        """A record of another kind; one that has lost a reading it needs is dropped."""
        fields = {f.name: getattr(said, f.name) for f in dataclasses.fields(said)}
        moved = {name: self.all(value) for name, value in fields.items()}
        if any(isinstance(fields[name], Reading) and moved[name] is None for name in fields):
            return None
        return dataclasses.replace(said, **moved)

    def reading(self, said: Reading) -> Reading | None:
        excerpt = self.cut.get(said.article)
        if excerpt is None or said.start is None or said.end is None:
            return said
        span = excerpt.span(said.start, said.end, clip=True)
        if span is None:
            return None
        return dataclasses.replace(
            said, start=span[0], end=span[1], exact=excerpt.text[span[0] : span[1]]
        )

    def finding(self, said: Finding) -> Finding | None:
        moved = [self.reading(reading) for reading in said.readings]
        left = [number for number, reading in enumerate(moved) if reading]
        if not left:
            return None
        variants = [
            dataclasses.replace(
                self.variant(variant, said),
                reading=left.index(variant.reading),
                base=left.index(variant.base),
            )
            for variant in said.variants
            if variant.reading in left and variant.base in left
        ]
        return dataclasses.replace(
            said,
            readings=tuple(reading for reading in moved if reading),
            variants=tuple(variants),
            explanation=self.keep.short(said.explanation),
            why=self.keep.short(said.why),
            said=self.all(said.said),
            ground=self.all(said.ground),
        )

    def variant(self, said: Variant, finding: Finding) -> Variant:
        """A variant whose changes are all left, or one that says only how it differs."""
        base, other = (finding.readings[n].article for n in (said.base, said.reading))
        changes = []
        for change in said.changes:
            one, two = self.span(base, change.base), self.span(other, change.variant)
            if one is None or two is None:
                return dataclasses.replace(said, changes=())
            changes.append(dataclasses.replace(change, base=one, variant=two))
        return dataclasses.replace(said, changes=tuple(changes))

    def span(self, article: str, span: Span) -> Span | None:
        excerpt = self.cut.get(article)
        return excerpt.span(*span) if excerpt else span

    def mentions(self, listed: Iterable[tuple[str, int, int]]) -> tuple[tuple[str, int, int], ...]:
        """Places in articles, those that are left."""
        moved = ((id_, self.span(id_, (start, end))) for id_, start, end in listed)
        return tuple((id_, *span) for id_, span in moved if span)

    def clock(self, said: Any, excerpt: Excerpt) -> Any:
        """When an article was written; the expressions it was seen by are the article's."""
        anomaly = said.anomaly
        if anomaly:
            readings = [
                dataclasses.replace(r, start=span[0], end=span[1])
                for r in anomaly.readings
                if (span := excerpt.span(r.start, r.end))
            ]
            anomaly = dataclasses.replace(
                anomaly,
                readings=tuple(readings),
                said=self.all(anomaly.said),
            )
        reasons = tuple(
            dataclasses.replace(
                r,
                said=self.all(r.said),
                ranges=self.mentions(r.ranges),
            )
            for r in said.reasons
        )
        return dataclasses.replace(said, anomaly=anomaly, reasons=reasons)
