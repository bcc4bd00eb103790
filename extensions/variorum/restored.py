"""What was found in mended texts, moved back to where it stands in the articles' own."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from variorum.collation.clocks import Clock
from variorum.collation.clocks import Reading as Resolved
from variorum.model import Annotation, Finding, Quote, Reading, Span, Variant

if TYPE_CHECKING:
    from variorum.analysis.mended import Mended
    from variorum.edition import Story

__all__ = ["restored"]


def restored(story: Story, mended: Mapping[str, Mended]) -> Story:
    """The story with its articles as they were read; *mended* goes by their ids."""
    if not mended:
        return story
    back = _Back(mended)
    return dataclasses.replace(
        story,
        articles=tuple(mended[a.id].article if a.id in mended else a for a in story.articles),
        annotations={
            id_: tuple(back.annotation(id_, said) for said in listed)
            for id_, listed in story.annotations.items()
        },
        open_names=tuple(
            dataclasses.replace(name, mentions=back.places(name.mentions))
            for name in story.open_names
        ),
        clocks={id_: back.clock(id_, clock) for id_, clock in story.clocks.items()},
        findings=back.all(story.findings),
    )


class _Back:
    """The way back, for each kind of record that has ranges of a text."""

    def __init__(self, mended: Mapping[str, Mended]) -> None:
        self.mended = mended

    def span(self, article: str, span: Span) -> Span:
        """Where a range stands in an article's own text."""
        return self.mended[article].span(*span) if article in self.mended else span

    def words(self, article: str, span: Span, exact: str) -> str:
        """The words of a range of an article's own text."""
        if article not in self.mended:
            return exact
        return self.mended[article].article.text[slice(*span)]

    def places(self, listed: tuple[tuple[str, int, int], ...]) -> tuple[tuple[str, int, int], ...]:
        """Ranges of articles."""
        return tuple((id_, *self.span(id_, (start, end))) for id_, start, end in listed)

    def annotation(self, article: str, said: Annotation) -> Annotation:
        """An annotation, with all of its ranges."""
        start, end = span = self.span(article, (said.start, said.end))
        exact = self.words(article, span, said.exact)
        moved = dataclasses.replace(said, start=start, end=end, exact=exact)
        if not isinstance(moved, Quote):
            return moved
        return dataclasses.replace(
            moved,
            parts=tuple(self.span(article, part) for part in moved.parts),
            quoted=tuple(self.span(article, part) for part in moved.quoted),
            speaker_span=self._if_any(article, moved.speaker_span),
            cue_span=self._if_any(article, moved.cue_span),
            addressee_span=self._if_any(article, moved.addressee_span),
            medium_span=self._if_any(article, moved.medium_span),
            when_span=self._if_any(article, moved.when_span),
        )

    def _if_any(self, article: str, span: Span | None) -> Span | None:
        return self.span(article, span) if span is not None else None

    def clock(self, article: str, clock: Clock) -> Clock:
        """When an article was written; what it was seen by are ranges of articles."""
        anomaly = clock.anomaly
        if anomaly is not None:
            readings = tuple(self._resolved(article, r) for r in anomaly.readings)
            anomaly = dataclasses.replace(anomaly, readings=readings)
        reasons = tuple(
            dataclasses.replace(reason, ranges=self.places(reason.ranges))
            for reason in clock.reasons
        )
        return dataclasses.replace(clock, anomaly=anomaly, reasons=reasons)

    def _resolved(self, article: str, said: Resolved) -> Resolved:
        start, end = span = self.span(article, (said.start, said.end))
        exact = self.words(article, span, said.exact)
        return dataclasses.replace(said, start=start, end=end, exact=exact)

    def all(self, said: Any) -> Any:
        """A record with everything in it moved."""
        if isinstance(said, Reading):
            return self.reading(said)
        if isinstance(said, Finding):
            moved = self._fields(said)
            moved["variants"] = tuple(self.variant(v, said) for v in said.variants)
            return dataclasses.replace(said, **moved)
        if isinstance(said, tuple):
            return tuple(self.all(item) for item in said)
        if isinstance(said, dict):
            return {key: self.all(value) for key, value in said.items()}
        if dataclasses.is_dataclass(said) and not isinstance(said, type):
            return dataclasses.replace(said, **self._fields(said))
        return said

    def _fields(self, said: Any) -> dict[str, Any]:
        return {f.name: self.all(getattr(said, f.name)) for f in dataclasses.fields(said) if f.init}

    def reading(self, said: Reading) -> Reading:
        """What one article has at a place."""
        if said.start is None or said.end is None:
            return said
        start, end = span = self.span(said.article, (said.start, said.end))
        exact = self.words(said.article, span, said.exact or "")
        return dataclasses.replace(said, start=start, end=end, exact=exact)

    def variant(self, said: Variant, finding: Finding) -> Variant:
        """How one reading differs from its base, word by word."""
        base, other = (finding.readings[n].article for n in (said.base, said.reading))
        changes = tuple(
            dataclasses.replace(
                change,
                base=self.span(base, change.base),
                variant=self.span(other, change.variant),
            )
            for change in said.changes
        )
        return dataclasses.replace(said, changes=changes)
