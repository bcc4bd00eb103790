"""Which quotations, in one article or several, print one statement.

A statement is one person's, made once. Quotations are compared sentence by sentence and joined
when one of these holds, the surest first:

``verbatim``  a run of words is common to both that fills most of the shorter one's quoted words;
``reworded``  the same speaker, about the same day, and most of the words that tell something;
``reordered`` the few words one quotes stand close together in the other, about the same day;
``a word``    the same speaker, about the same day, and one has but a quoted word or two, which the
              other has as well.

Never joined: what is known to be said by two who don't speak for each other, and two sentences of
one article unless they match themselves. What looks alike and was not joined is kept, with the
reason.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.collation.findings.edits import longest_run
from variorum.collation.findings.rulings import Rulings, fared, rulings
from variorum.collation.findings.said import STEM, Said, quoted_sentences
from variorum.collation.findings.view import Distinct
from variorum.model import finding_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from variorum.collation.findings.material import Material
    from variorum.collation.findings.view import Ruled
    from variorum.model import Reading

COMMON = 60
"""A stem that more quoted sentences of the story have finds no candidates."""
RARE = 6
"""One that so few have finds them alone."""
NEAR = 5
"""Days within which two reports may be of one statement, other than word for word."""
LONG = 8
"""A run of so many words is one statement whatever the days."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two quoted sentences that print one statement."""

    one: int
    other: int
    how: str
    strength: float


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
        verdict = _compare(said[i], said[j], speaks_for)
        if isinstance(verdict, Match):
            matches.append(Match(i, j, verdict.how, verdict.strength))
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


def affiliations(material: Material) -> dict[str, frozenset[str]]:
    """For whom each person speaks, by the titles given anywhere in the story."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in material.texts.values():
        for role in text.roles:
            if role.actor:
                found[role.actor] |= text.actors_in(role.start, role.end) - {role.actor}
    return {actor: frozenset(whom) for actor, whom in found.items()}


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


def _compare(
    a: Said, b: Said, speaks_for: Mapping[str, frozenset[str]]
) -> Match | str | None:  # fmt: skip
    """The match of two quoted sentences, or why they are two statements, or nothing alike."""
    if a.quote is b.quote:
        return None
    i, j, size = longest_run(a.words, b.words)
    telling = sum(w.content for w in a.words[i : i + size])
    part = _common_part(a, b)
    part_a, part_b = _held(a, i, size), _held(b, j, size)
    held = max(part_a, part_b)
    plain = any(w.content and not w.proper for w in a.words[i : i + size])
    verbatim = (
        held >= 0.5
        and min(part_a, part_b) > 0
        and size >= 3
        and ((telling >= 2 and plain) or (size >= 4 and held == 1))
    )
    known = bool(a.speakers and b.speakers)
    same = speak_alike(a.speakers, b.speakers, speaks_for)
    apart = days_apart(a.day, b.day)
    near = apart is None or apart <= NEAR or (not (a.dated or b.dated) and apart <= NEAR)
    if not same:
        if verbatim and size >= 5 and telling >= 3:
            return "disputed"
        return "speaker" if _looks_alike(a, b, part, size) else None
    if near and not verbatim and (_turned(a, b) or _turned(b, a)):
        return Match(0, 0, "reordered", 1.5)
    if verbatim and (size >= LONG or near or (known and size >= 4) or _same_marks(a, b)):
        return Match(0, 0, "verbatim", 2 + size / 100)
    if not known:
        return None
    if part >= 0.6:
        return Match(0, 0, "reworded", 1 + part / 10) if near else "day"
    one_word = min(sum(len(r) for r in s.marked) if s.marked else 99 for s in (a, b)) <= 3
    if one_word and near and _marked_stems(a, b):
        return Match(0, 0, "a word", 0.5)
    return "day" if not near and _looks_alike(a, b, part, size) else None


def _held(said: Said, first: int, size: int) -> float:
    """What part of a run within marks the words common to both are; of a report without marks,
    what part of its words."""
    if not said.marked:
        return size / len(said.words)
    start, end = said.words[first].start, said.words[min(first + size, len(said.words)) - 1].end
    return max(sum(start <= w.start < end for w in run) / len(run) for run in said.marked)


def _turned(part: Said, whole: Said) -> bool:
    """Whether the few words one quotes stand close together in the other, in another order."""
    for run in part.marked:
        wanted = {w.lemma[:STEM] for w in run if w.content and not w.proper}
        if len(wanted) >= 2 and len(run) <= 6:
            at = [n for n, w in enumerate(whole.words) if w.lemma[:STEM] in wanted]
            found = {whole.words[n].lemma[:STEM] for n in at}
            if found == wanted and whole.marked and at[-1] - at[0] <= len(run) + 2:
                return True
    return False


def _same_marks(a: Said, b: Said) -> bool:
    """Whether both quote the same words, three or more."""
    one, other = ({tuple(w.norm for w in run) for run in s.marked} for s in (a, b))
    return any(len(run) >= 3 for run in one & other)


def _common_part(a: Said, b: Said) -> float:
    """The part of the words, names apart, that two have in common; 0 where it is but two."""
    one, other = (
        {w.lemma[:STEM] for w in s.words if w.content and not w.proper} for s in (a, b)
    )  # fmt: skip
    common = len(one & other)
    return common / min(len(one), len(other)) if common >= 3 else 0.0


def _marked_stems(a: Said, b: Said) -> bool:
    """Whether all the quoted words of one stand in the other."""
    one, other = (
        {w.lemma[:STEM] for run in s.marked for w in run if w.content} for s in (a, b)
    )  # fmt: skip
    return bool(one and one <= b.stems) or bool(other and other <= a.stems)


def _looks_alike(a: Said, b: Said, part: float, run: int) -> bool:
    """Whether a reader might take two statements for one."""
    if not (a.marked and b.marked):
        return False
    one, other = ({w.lemma[:STEM] for r in s.marked for w in r if w.content} for s in (a, b))
    return bool(one & other) and (part >= 0.3 or run >= 4 or min(len(one), len(other)) == 1)


def speak_alike(
    one: frozenset[str], other: frozenset[str], speaks_for: Mapping[str, frozenset[str]]
) -> bool:
    """Whether two sets of speakers may stand for the same one; nobody named may be anyone."""
    if not one or not other or one & other:
        return True
    return any(a in speaks_for.get(b, ()) or b in speaks_for.get(a, ()) for a in one for b in other)


def days_apart(one: str | None, other: str | None) -> int | None:
    """How many days lie between two, where both are known."""
    try:
        days = [datetime.date.fromisoformat(d or "") for d in (one, other)]
    except ValueError:
        return None
    return abs((days[0] - days[1]).days)


def _join(
    said: list[Said], matches: list[Match], speaks_for: Mapping[str, frozenset[str]],
    by_hand: Rulings,
) -> list[list[int]]:  # fmt: skip
    group: dict[int, list[int]] = {i: [i] for i in range(len(said))}
    direct = {(m.one, m.other) for m in matches} | by_hand.joined
    for i, j in sorted(by_hand.joined):
        _unite(group, i, j)
    for match in sorted(matches, key=lambda m: (-m.strength, m.one, m.other)):
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
        names = [_speaker_name(material, s) for s in (a, b)]
        if reason == "day" and a.dated and b.dated:
            why = f"both are {names[0]}’s, but of {a.day} and of {b.day}"
        elif reason == "day":
            why = f"both are {names[0]}’s, but told days apart, {a.day} and {b.day}"
        else:
            why = f"one is {names[0]}’s, the other {names[1]}’s"
        yield Distinct(_reading(material, a), _reading(material, b), why)


def _speaker_name(material: Material, said: Said) -> str:
    return " and ".join(
        material.actors[s].name if s in material.actors else s for s in sorted(said.speakers)
    )


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
