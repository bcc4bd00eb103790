"""Which quotations, in one article or several, print one statement.

A statement is one person's, made once. Quotations are compared sentence by sentence
(:mod:`~variorum.collation.findings.same_statement`) and joined, those most alike first.

Never joined: what is known to be said by two who don't speak for each other, and two sentences of
one article unless they match themselves. What looks alike and was not joined is kept, with the
reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.collation.findings.phrasing import speakers
from variorum.collation.findings.rulings import Rulings, fared, rulings
from variorum.collation.findings.said import Said, quoted_sentences
from variorum.collation.findings.same_statement import Alike, affiliations, compared, speak_alike
from variorum.collation.findings.view import Distinct
from variorum.model import Day, Message, finding_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from variorum.collation.findings.material import Material
    from variorum.collation.findings.view import Ruled
    from variorum.model import Reading

COMMON = 60
"""A stem that more quoted sentences of the story have finds no candidates."""
RARE = 6
"""One that so few have finds them alone."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two quoted sentences, by their numbers, that print one statement."""

    one: int
    other: int
    alike: Alike


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of a story."""

    groups: tuple[tuple[Said, ...], ...]
    """The quoted sentences of each statement that has several, in order of the edition."""
    disputed: tuple[tuple[Said, Said], ...]
    """The same words, given to two who don't speak for each other."""
    distinct: tuple[Distinct, ...]
    utterances: Mapping[str, str]
    ruled: tuple[Ruled, ...] = ()


def statements(material: Material) -> Statements:
    """Join the quotations of a story."""
    said = [s for text in material.texts.values() for s in quoted_sentences(material, text)]
    speaks_for = affiliations(material)
    matches, alike = [], []
    for i, j in _candidates(said):
        verdict = compared(said[i], said[j], speaks_for)
        if isinstance(verdict, Alike):
            matches.append(Match(i, j, verdict))
        elif verdict is not None:
            alike.append((i, j, verdict))
    by_hand = rulings(material.view.rulings, said)
    groups = _join(said, matches, speaks_for, by_hand)
    before = _join(said, matches, speaks_for, Rulings()) if by_hand.listed else groups
    ruled = fared(by_hand, said, before, groups, {a[:2] for a in alike})
    of = {i: n for n, group in enumerate(groups) for i in group}
    alike = [a for a in alike if a[:2] not in by_hand.parted]
    disputed = [(said[i], said[j]) for i, j, verdict in alike if verdict == "disputed"]
    return Statements(
        tuple(tuple(said[i] for i in group) for group in groups if len(group) > 1),
        tuple(disputed),
        tuple(_distinct(material, said, of, alike)),
        _utterances(said, groups),
        ruled,
    )


def _candidates(said: list[Said]) -> Iterator[tuple[int, int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for i, s in enumerate(said):
        for stem in s.stems:
            index[stem].append(i)
    for j, s in enumerate(said):
        votes: Counter[int] = Counter()
        for stem in s.stems:
            weight = 2 if len(index[stem]) <= RARE else 1
            for i in index[stem] if len(index[stem]) <= COMMON else ():
                votes[i] += weight * (i < j)
        few = min(2, len(s.stems))
        for i in sorted(votes):
            if votes[i] >= min(few, len(said[i].stems)):
                yield i, j


def _join(
    said: list[Said], matches: list[Match], speaks_for: Mapping[str, frozenset[str]],
    by_hand: Rulings,
) -> list[list[int]]:  # fmt: skip
    group: dict[int, list[int]] = {i: [i] for i in range(len(said))}
    direct = {(m.one, m.other) for m in matches} | by_hand.joined
    for i, j in sorted(by_hand.joined):
        _unite(group, i, j)
    for match in sorted(matches, key=lambda m: (-m.alike.strength, m.one, m.other)):
        one, other = group[match.one], group[match.other]
        if one is other or _parted(by_hand, one, other):
            continue
        if _may_join(said, one, other, direct, speaks_for):
            _unite(group, match.one, match.other)
    return sorted({id(g): g for g in group.values()}.values())


def _unite(group: dict[int, list[int]], i: int, j: int) -> None:
    joined = sorted({*group[i], *group[j]})
    for n in joined:
        group[n] = joined


def _parted(by_hand: Rulings, one: list[int], other: list[int]) -> bool:
    parted = by_hand.parted
    return bool(parted) and any((min(i, j), max(i, j)) in parted for i in one for j in other)


def _may_join(
    said: list[Said], one: list[int], other: list[int], direct: set[tuple[int, int]],
    speaks_for: Mapping[str, frozenset[str]],
) -> bool:  # fmt: skip
    if len(one) * len(other) > 400:
        return False
    for i in one:
        for j in other:
            a, b = said[i], said[j]
            if not speak_alike(a.speakers, b.speakers, speaks_for):
                return False
            if a.article == b.article and (min(i, j), max(i, j)) not in direct:
                return False
    return True


def _distinct(
    material: Material, said: list[Said], of: Mapping[int, int], alike: list[tuple[int, int, str]]
) -> Iterator[Distinct]:
    """The closest two of every two statements that were kept apart.

    Not sentences of quotations that are one by other words of theirs.
    """
    groups: defaultdict[str, set[int]] = defaultdict(set)
    for i, group in of.items():
        groups[said[i].quote.id].add(group)
    seen = set()
    for i, j, reason in alike:
        pair = (min(of[i], of[j]), max(of[i], of[j]))
        if groups[said[i].quote.id] & groups[said[j].quote.id] or pair in seen:
            continue
        seen.add(pair)
        a, b = said[i], said[j]
        names = [speakers(material, s.speakers) for s in (a, b)]
        if reason == "day":
            id_ = "distinct: of two days" if a.dated and b.dated else "distinct: told days apart"
            one, other = Day(a.day or ""), Day(b.day or "")
            why = Message.of(id_, speaker=names[0], one=one, other=other)
        else:
            why = Message.of("distinct: of two", one=names[0], other=names[1])
        yield Distinct(_reading(material, a), _reading(material, b), why)


def _reading(material: Material, said: Said) -> Reading:
    return material.texts[said.article].reading(said.start, said.end)


def _utterances(said: list[Said], groups: list[list[int]]) -> dict[str, str]:
    """Each quotation that shares a statement gets its id; of several, that of the most words."""
    best: dict[str, tuple[int, str]] = {}
    for group in groups:
        if len({said[i].quote.id for i in group}) < 2:
            continue
        id_ = statement_id(said[i] for i in group)
        for i in group:
            size = len(said[i].words)
            if size > best.get(said[i].quote.id, (0, ""))[0]:
                best[said[i].quote.id] = (size, id_)
    return {quote: id_ for quote, (_, id_) in sorted(best.items())}


def statement_id(group: Iterator[Said] | tuple[Said, ...]) -> str:
    """The id of a statement: from the words of its fullest witness."""
    words = max((" ".join(w.norm for w in s.words) for s in group), key=lambda w: (len(w), w))
    return "u" + finding_id("statement", (), words)[1:]
