"""Passages that stand, word for word or nearly, in several articles.

Every run of :data:`GRAM` words is looked up in an index of the story. Runs that go on in both
articles are one stretch; stretches that lie close together in both, in whatever order, are one
passage, so that an edited word or two exchanged sentences don't break it. Each occurrence of a run
is compared with the first one and with the one before it, never with all: the work grows with the
words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.collation.findings.view import Passage
from variorum.model import finding_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from variorum.collation.findings.material import Material, Text

GRAM = 5
"""So many words in the same order are looked up."""
GAP = 8
"""So many words of difference do not end a passage."""
ENOUGH = 8
"""A passage has so many words in common at least …"""
CONTENT = 4
"""… and so many of them tell something."""
SCRAP = 12
"""What reaches into a paragraph by fewer characters is left out."""
COMMON = 400
"""A run that stands in more places than this is a formula, and no sign of copying."""

Stretch = tuple[int, int, int, int]
"""First and last word (half-open) in one article, and in the other."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage of two articles, each range in words (half-open)."""

    one: str
    other: str
    first: tuple[int, int]
    second: tuple[int, int]
    stretches: tuple[Stretch, ...]

    @property
    def common(self) -> int:
        """How many words are the same."""
        return sum(a1 - a0 for a0, a1, _, _ in self.stretches)


def pairs(material: Material) -> list[Pair]:
    """The passages of every two articles that have one, in the order of the edition."""
    found = []
    for (one, other), places in sorted(
        _matches(material).items(),
        key=lambda item: (material.order[item[0][0]], material.order[item[0][1]]),
    ):
        for group in _grouped(_stretches(places)):
            pair = Pair(
                one, other,
                (min(s[0] for s in group), max(s[1] for s in group)),
                (min(s[2] for s in group), max(s[3] for s in group)),
                tuple(sorted(group)),
            )  # fmt: skip
            if pair.common >= ENOUGH and _telling(material.texts[one], pair) >= CONTENT:
                found.append(pair)
    return found


def _telling(text: Text, pair: Pair) -> int:
    return sum(w.content for a0, a1, _, _ in pair.stretches for w in text.words[a0:a1])


def _matches(material: Material) -> dict[tuple[str, str], set[tuple[int, int]]]:
    """For two articles, the places (word, word) where a run begins in both."""
    index: defaultdict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for id_, text in material.texts.items():
        norms = [w.norm for w in text.words]
        for i in range(len(norms) - GRAM + 1):
            index[tuple(norms[i : i + GRAM])].append((id_, i))
    found: defaultdict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)
    for places in index.values():
        if len(places) > COMMON:
            continue
        for k, (id_, i) in enumerate(places):
            for other, j in {places[0], places[k - 1]} if k else ():
                if other != id_:
                    found[other, id_].add((j, i))
    return found


def _stretches(places: set[tuple[int, int]]) -> list[Stretch]:
    """Runs that follow each other in both articles, as one; no word twice."""
    runs: list[list[int]] = []
    open_: dict[int, list[int]] = {}
    for i, j in sorted(places):
        run = open_.get(i - j)
        if run is not None and i <= run[1]:
            run[1] = i + GRAM
        else:
            run = open_[i - j] = [i, i + GRAM, i - j]
            runs.append(run)
    # A formula that recurs would match in two ways: the longer stretch keeps the words.
    taken_one: set[int] = set()
    taken_other: set[int] = set()
    kept: list[Stretch] = []
    for a0, a1, shift in sorted(runs, key=lambda r: (r[0] - r[1], r)):
        free = [i for i in range(a0, a1) if i not in taken_one and i - shift not in taken_other]
        if len(free) < GRAM or free[-1] - free[0] + 1 != len(free):
            continue
        taken_one.update(free)
        taken_other.update(i - shift for i in free)
        kept.append((free[0], free[-1] + 1, free[0] - shift, free[-1] + 1 - shift))
    return sorted(kept)


def _grouped(stretches: list[Stretch]) -> Iterator[list[Stretch]]:
    """Stretches that are neighbours in both articles, in either order."""
    groups = [[s] for s in stretches]
    merged = True
    while merged:
        merged = False
        done: list[list[Stretch]] = []
        for group in groups:
            if done and _near(_hull(done[-1]), _hull(group)):
                done[-1] = done[-1] + group
                merged = True
            else:
                done.append(group)
        groups = done
    yield from groups


def _hull(group: list[Stretch]) -> Stretch:
    return (
        min(s[0] for s in group), max(s[1] for s in group),
        min(s[2] for s in group), max(s[3] for s in group),
    )  # fmt: skip


def _near(one: Stretch, other: Stretch) -> bool:
    return (
        max(one[0], other[0]) - min(one[1], other[1]) <= GAP
        and max(one[2], other[2]) - min(one[3], other[3]) <= GAP
    )


def passages(material: Material, found: Iterable[Pair]) -> list[Passage]:
    """The passages of the story: of several pairs that are about the same words, one."""
    ends: list[tuple[str, int, int]] = []
    links: list[tuple[int, int]] = []
    shared: defaultdict[str, set[int]] = defaultdict(set)
    for pair in found:
        for a0, a1, b0, b1 in pair.stretches:
            shared[pair.one].update(range(a0, a1))
            shared[pair.other].update(range(b0, b1))
        links.append((len(ends), len(ends) + 1))
        ends += [(pair.one, *pair.first), (pair.other, *pair.second)]
    group = list(range(len(ends)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    for i, j in links:
        group[root(j)] = root(i)
    by_article: defaultdict[str, list[int]] = defaultdict(list)
    for n, (id_, _, _) in enumerate(ends):
        by_article[id_].append(n)
    for listed in by_article.values():
        listed.sort(key=lambda n: ends[n][1:])
        for i, j in pairwise(listed):
            if _same_words(ends[i][1:], ends[j][1:]):
                group[root(j)] = root(i)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for n in range(len(ends)):
        members[root(n)].append(n)
    done = [_passage(material, [ends[n] for n in m], shared) for m in members.values()]
    return sorted(
        done, key=lambda p: (material.order[p.readings[0].article], p.readings[0].start or 0)
    )


def _same_words(one: tuple[int, int], other: tuple[int, int]) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common * 2 >= min(one[1] - one[0], other[1] - other[0])


def _passage(
    material: Material, places: list[tuple[str, int, int]], shared: Mapping[str, set[int]]
) -> Passage:  # fmt: skip
    """A passage by its places, without paragraphs between of which no word is shared."""
    hulls: dict[str, list[tuple[int, int]]] = {}
    for id_, first, last in sorted(places, key=lambda p: (material.order[p[0]], p[1])):
        mine = hulls.setdefault(id_, [])
        if mine and first <= mine[-1][1]:
            mine[-1] = (mine[-1][0], max(mine[-1][1], last))
        else:
            mine.append((first, last))
    readings = material.in_order(
        material.texts[id_].reading(start, end)
        for id_, ranges in hulls.items()
        for first, last in ranges
        for start, end in material.texts[id_].paragraphs(first, last)
        if (last - first < GRAM or end - start >= SCRAP)
        and not shared[id_].isdisjoint(range(*material.texts[id_].between(start, end)))
    )
    longest = max(last - first for ranges in hulls.values() for first, last in ranges)
    return Passage(finding_id("shared-text", readings), readings, longest)


def lengths(found: Iterable[Pair]) -> Counter[tuple[str, str]]:
    """How many words two articles have in common."""
    counts: Counter[tuple[str, str]] = Counter()
    for pair in found:
        counts[pair.one, pair.other] += pair.common
    return counts
