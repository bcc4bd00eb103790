"""Who copied whom: which report has its passages from which, and on what grounds.

What reports share outside of quotation marks comes from somewhere: from a report that others
credit, from an agency that one of them credits, or from a text that nobody names. Only the first
is here to be seen; a text that isn't is a hypothesis, named only in the stemma: it is no origin and
no article's own word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import permutations
from typing import Literal

from variorum.collation.captures import plain_words
from variorum.collation.parallel import pair_up, words_apart
from variorum.model import Annotation, Article, Finding, Quote, Reading, Span

__all__ = ["Copied", "Hypothesis", "Mistake", "Stemma", "Tie", "moment", "stemma"]

How = Literal["credited", "inferred", "unknown"]

OWN = 14
"""So many words that two have in common in a passage, outside quotation marks, are no chance …"""
ALIKE = 0.8
"""… where of the shorter passage so much is the same: others tell one thing in words alike."""
COPY = 0.5
"""Of a report with so much of an earlier one's words these are taken to be that one's."""
THROUGH = 2
"""So many longer words that two copies have, and their source hasn't, came by one of them."""
LONG = 4
"""Letters of a longer word."""
_PARTED = frozenset(("figure", "date-conflict", "contradiction"))
"""Kinds of finding that have another value in other reports."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A text that isn't among the reports: an agency's that one of them credits, or nobody's."""

    agency: str | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """What reports with the same text have alike, and others have otherwise: right or wrong."""

    words: str
    articles: tuple[str, ...]
    otherwise: str
    others: tuple[str, ...]
    finding: str
    place: Mapping[str, int]
    """Where it begins in each article."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A report has words from another, or from a text that isn't here.

    ``source`` is an article's id, or the number of a hypothesis.
    """

    source: str | int
    copy: str
    how: How
    words: int
    share: float
    """Of the copy's words."""
    beside: str | None = None
    """With whom it has them in common, where the source isn't here."""
    mistakes: tuple[Mistake, ...] = ()
    through: tuple[str, ...] = ()
    """Words that it has from the source, and the text both are from hasn't."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A passage of two reports: where it stands in each."""

    one: Span
    other: Span


@dataclass(frozen=True, slots=True)
class Stemma:
    """All ties of a story; ``groups`` are those that are joined by any, the earliest first."""

    ties: tuple[Tie, ...]
    hypotheses: tuple[Hypothesis, ...]
    groups: tuple[tuple[str, ...], ...]
    passages: Mapping[tuple[str, str], tuple[Copied, ...]]
    """What two reports share, by their ids; in either order."""


def moment(article: Article) -> tuple[datetime, bool] | None:
    """When an article appeared, as it says, and whether it gives the time of day."""
    said = article.meta.published or article.meta.updated
    try:
        when = datetime.fromisoformat(said) if said else None
    except ValueError:
        return None
    if when is None:
        return None
    exact = "T" in (said or "")
    if not exact:
        when = when.replace(hour=12)
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC), exact


def stemma(
    articles: Sequence[Article],
    annotations: Mapping[str, Sequence[Annotation]],
    findings: Sequence[Finding],
    lengths: Mapping[str, int],
) -> Stemma:
    """The stemma of a story; *lengths* are the words of each article."""
    return _Stemma(articles, annotations, findings, lengths).made()


class _Stemma:
    """What is known of a story's shared words, and the ties made of it."""

    def __init__(
        self,
        articles: Sequence[Article],
        annotations: Mapping[str, Sequence[Annotation]],
        findings: Sequence[Finding],
        lengths: Mapping[str, int],
    ) -> None:
        self.articles = {article.id: article for article in articles}
        self.order = {id_: n for n, id_ in enumerate(self._by_time())}
        self.lengths = lengths
        self.quoted = {
            id_: [span for said in annotations.get(id_, ()) if isinstance(said, Quote)
                  for span in said.quoted]
            for id_ in self.articles
        }  # fmt: skip
        self.passages = self._passages(findings)
        self._counts: dict[tuple[str, Span], int] = {}
        self._tied: dict[tuple[str, str], bool] = {}
        self.words = {pair: sum(self._lengths(pair)) for pair in self.passages}
        """How many words one article has in passages of the other."""
        self.mistakes = list(_mistakes(findings))
        self.hypotheses: list[Hypothesis] = []

    def _by_time(self) -> list[str]:
        """Ids, the earliest first; those without a date last."""
        known = {id_: moment(article) for id_, article in self.articles.items()}
        late = datetime.max.replace(tzinfo=UTC)
        return sorted(known, key=lambda id_: (at[0] if (at := known[id_]) else late, id_))

    def _passages(self, findings: Iterable[Finding]) -> dict[tuple[str, str], list[Copied]]:
        found: defaultdict[tuple[str, str], list[Copied]] = defaultdict(list)
        for finding in findings:
            if finding.kind != "shared-text":
                continue
            spans: defaultdict[str, list[Span]] = defaultdict(list)
            for r in finding.readings:
                if r.start is not None and r.end is not None and r.article in self.articles:
                    spans[r.article].append((r.start, r.end))
            for one in spans:
                for other in spans:
                    if one != other:
                        texts = self.articles[one].text, self.articles[other].text
                        pairs = pair_up(texts[0], spans[one], texts[1], spans[other])
                        found[one, other] += [Copied(*pair) for pair in pairs]
        return {pair: sorted(listed, key=lambda c: c.one) for pair, listed in found.items()}

    def _lengths(self, pair: tuple[str, str]) -> Iterator[int]:
        """The words of each passage in the first article, which many pairs have in common."""
        for copied in self.passages[pair]:
            place = pair[0], copied.one
            if place not in self._counts:
                text = self.articles[pair[0]].text
                self._counts[place] = len(_WORD.findall(text[slice(*copied.one)]))
            yield self._counts[place]

    def _is_tied(self, one: str, other: str) -> bool:
        """Whether one of two reports has a passage of the other; looked at where it is asked."""
        both = (one, other) if one < other else (other, one)
        if both not in self._tied:
            self._tied[both] = any(
                self._is_copy(pair, copied)
                for pair in (both, both[::-1])
                for copied in self.passages.get(pair, ())
            )
        return self._tied[both]

    def _is_copy(self, pair: tuple[str, str], copied: Copied) -> bool:
        """Whether a passage is one text; what stands in quotation marks may be from its speaker."""
        text, there = (self.articles[id_].text for id_ in pair)
        here, _there, _ratio = words_apart(text, copied.one, there, copied.other)
        apart = [span for span, _how in here]
        words = [word.start() for word in _WORD.finditer(text, *copied.one)]
        same = [at for at in words if not _within(at, apart)]
        own = sum(not _within(at, self.quoted[pair[0]]) for at in same)
        shorter = min(len(words), len(_WORD.findall(there[slice(*copied.other)])))
        return own >= OWN and len(same) >= ALIKE * shorter

    def made(self) -> Stemma:
        """The ties, group by group."""
        groups = self._groups()
        ties = [tie for group in groups for tie in self._ties(group)]
        return Stemma(
            tuple(ties), tuple(self.hypotheses), tuple(groups),
            {pair: tuple(listed) for pair, listed in self.passages.items()},
        )  # fmt: skip

    def _groups(self) -> list[tuple[str, ...]]:
        """Reports that have words in common, with each other or through others."""
        left = set(self.articles)
        groups = []
        for id_ in self.order:
            if id_ not in left:
                continue
            group, todo = {id_}, [id_]
            while todo:
                here = todo.pop()
                new = {other for other in left - group if self._is_tied(here, other)}
                group |= new
                todo += new
            left -= group
            if len(group) > 1:
                groups.append(tuple(sorted(group, key=self.order.__getitem__)))
        return groups

    def _ties(self, group: Sequence[str]) -> Iterator[Tie]:
        wire = next((id_ for id_ in group if self._is_credited(id_, group)), None)
        if wire is not None:
            yield from self._from_report(wire, group)
        elif any(self.articles[id_].meta.agency for id_ in group):
            yield from self._from_agencies(group)
        else:
            yield from self._from_nobody(group)

    def _is_credited(self, id_: str, group: Sequence[str]) -> bool:
        """Whether another report of the group credits this one's outlet."""
        return any(self._credits(other, id_) for other in group if other != id_)

    def _credits(self, id_: str, source: str) -> bool:
        outlet = plain_words(self.articles[source].meta.outlet or "")
        return outlet in {plain_words(agency) for agency in self.articles[id_].meta.agency} - {""}

    def _from_report(self, wire: str, group: Sequence[str]) -> Iterator[Tie]:
        """One of the reports is what others have their words from."""
        direct = [id_ for id_ in group if self._is_tied(id_, wire)]
        for id_ in group:
            if id_ in direct:
                how: How = "credited" if self._credits(id_, wire) else "inferred"
                yield self._tie(wire, id_, wire, how, group)
            elif id_ != wire:
                near = next(other for other in group if self._is_tied(id_, other))
                yield self._tie(near, id_, near, "unknown", group)
        for n, id_ in enumerate(direct):
            for earlier in direct[:n]:
                if through := self._through(id_, earlier, wire):
                    yield self._tie(earlier, id_, earlier, "unknown", group, through)

    def _through(self, copy: str, earlier: str, wire: str) -> tuple[str, ...]:
        """Longer words that two copies have in passages of the source, which has them not."""
        theirs = self._bag(copy, wire) & self._bag(earlier, wire)
        source = {word.casefold() for word in _WORD.findall(self.articles[wire].text)}
        found = sorted(word for word in theirs - source if len(word) >= LONG)
        return tuple(found) if len(found) >= THROUGH else ()

    def _bag(self, id_: str, source: str) -> set[str]:
        text = self.articles[id_].text
        return {
            word.casefold()
            for copied in self.passages[id_, source]
            for word in _WORD.findall(text[slice(*copied.one)])
        }

    def _from_agencies(self, group: Sequence[str]) -> Iterator[Tie]:
        """Agencies that some credit and that have no report here; who doesn't, has it from the
        agency of whoever it has most in common with."""
        agency = {id_: self.articles[id_].meta.agency[0] for id_ in group
                  if self.articles[id_].meta.agency}  # fmt: skip
        credited = frozenset(agency)
        most = sorted(
            ((self.words[pair], *pair) for pair in permutations(group, 2) if pair in self.words),
            reverse=True,
        )
        while len(agency) < len(group):
            id_, near = next(
                (one, other)
                for _words, one, other in most
                if one not in agency and other in agency and self._is_tied(one, other)
            )
            agency[id_] = agency[near]
        for name in dict.fromkeys(agency[id_] for id_ in group):
            members = tuple(id_ for id_ in group if agency[id_] == name)
            number = self._hypothesis(name, members)
            for id_ in members:
                how: How = "credited" if id_ in credited else "inferred"
                yield self._tie(number, id_, self._nearest(id_, group), how, group)

    def _from_nobody(self, group: Sequence[str]) -> Iterator[Tie]:
        """Nobody credits anybody: the first one's, where the others are mostly its words."""
        first, *later = group
        known = moment(self.articles[first])
        copies = all(self._share(id_, first) >= COPY for id_ in later)
        if known and copies and all(moment(self.articles[id_]) for id_ in later):
            for id_ in later:
                yield self._tie(first, id_, first, "unknown", group)
            return
        number = self._hypothesis(None, tuple(group))
        for id_ in group:
            yield self._tie(number, id_, self._nearest(id_, group), "unknown", group)

    def _hypothesis(self, agency: str | None, members: tuple[str, ...]) -> int:
        self.hypotheses.append(Hypothesis(agency, members))
        return len(self.hypotheses) - 1

    def _nearest(self, id_: str, group: Sequence[str]) -> str:
        near = [other for other in group if (id_, other) in self.words]
        near.sort(key=lambda other: (-self.words[id_, other], self.order[other]))
        return next(other for other in near if self._is_tied(id_, other))

    def _share(self, id_: str, other: str) -> float:
        length = self.lengths.get(id_, 0)
        return min(1.0, self.words.get((id_, other), 0) / length) if length else 0.0

    def _tie(
        self, source: str | int, copy: str, beside: str, how: How, group: Sequence[str],
        through: tuple[str, ...] = (),
    ) -> Tie:  # fmt: skip
        mistakes = tuple(
            m for m in self.mistakes
            if copy in m.articles and beside in m.articles and set(m.articles) <= set(group)
            and _within(m.place[copy], (c.one for c in self.passages.get((copy, beside), ())))
        )  # fmt: skip
        return Tie(
            source, copy, how, self.words.get((copy, beside), 0), self._share(copy, beside),
            None if source == beside else beside, mistakes, through,
        )  # fmt: skip


def _mistakes(findings: Iterable[Finding]) -> Iterator[Mistake]:
    """Values that several reports have and others have otherwise."""
    having: defaultdict[tuple[str, str], dict[str, Reading]] = defaultdict(dict)
    against: defaultdict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    for finding in findings:
        if finding.kind not in _PARTED:
            continue
        readings = [(r, plain_words(r.exact or "")) for r in finding.readings if r.exact]
        for r, value in readings:
            key = finding.kind, value
            having[key].setdefault(r.article, r)
            for other, otherwise in readings:
                if otherwise != value and other.article != r.article:
                    against[key].setdefault(other.article, (_words_of(other), finding.id))
    for key, articles in having.items():
        others = {id_: said for id_, said in against[key].items() if id_ not in articles}
        if len(articles) > 1 and others:
            otherwise, finding_id = next(iter(others.values()))
            same = tuple(id_ for id_, said in others.items() if said[0] == otherwise)
            words = _words_of(next(iter(articles.values())))
            place = {id_: r.start or 0 for id_, r in articles.items()}
            yield Mistake(words, tuple(articles), otherwise, same, finding_id, place)


def _within(at: int, spans: Iterable[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


def _words_of(reading: Reading) -> str:
    return " ".join((reading.exact or "").split())
