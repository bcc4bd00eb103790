"""Whether two quoted sentences print one statement, and if not, why not.

They do when one of these holds, the surest first:

``verbatim``  a run of words is common to both that fills most of the shorter one's quoted words;
``reworded``  the same speaker, about the same day, and most of the words that tell something;
``reordered`` the few words one quotes stand close together in the other, about the same day;
``a word``    the same speaker, about the same day, and one has but a quoted word or two, which the
              other has as well.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.collation.findings.edits import longest_run
from variorum.collation.findings.said import STEM, Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from variorum.collation.findings.material import Material, Word

NEAR = 5
"""Days within which two reports may be of one statement, other than word for word."""
ECHO = 3
"""So few words in marks are an echo of a statement, …"""
LONG = 8
"""… and a run of so many is one statement whatever the days."""


@dataclass(frozen=True, slots=True)
class Alike:
    """How two quoted sentences print one statement, and how strong that is."""

    how: str
    strength: float


def affiliations(material: Material) -> dict[str, frozenset[str]]:
    """For whom each person speaks, by the titles given anywhere in the story."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in material.texts.values():
        for role in text.roles:
            if role.actor:
                found[role.actor] |= text.actors_in(role.start, role.end) - {role.actor}
    return {actor: frozenset(whom) for actor, whom in found.items()}


def compared(
    a: Said, b: Said, speaks_for: Mapping[str, frozenset[str]]
) -> Alike | str | None:  # fmt: skip
    """The likeness of two quoted sentences, or why they are two statements, or nothing alike."""
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
    near = apart is None or apart <= NEAR
    # Two days told beside the words are two statements, unless one has all that the other has.
    other_days = bool(apart) and a.dated and b.dated and held < 1
    if not same:
        if verbatim and size >= 5 and telling >= 3:
            return "disputed"
        return "speaker" if _looks_alike(a, b, part, size) else None
    if near and not verbatim and (_turned(a, b) or _turned(b, a)):
        return Alike("reordered", 1.5)
    if other_days and size < LONG:
        return "day" if _looks_alike(a, b, part, size) else None
    if verbatim and (size >= LONG or near or (known and size >= 4) or _same_marks(a, b)):
        return Alike("verbatim", 2 + size / 100)
    if not known:
        return None
    if part >= 0.6:
        return Alike("reworded", 1 + part / 10) if near else "day"
    if near and (_is_echoed(a, b) or _is_echoed(b, a)):
        return Alike("a word", 0.5)
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
            at = [
                n for n, w in enumerate(whole.words)
                if w.lemma[:STEM] in wanted and not w.proper
            ]  # fmt: skip
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
    one, other = a.plain, b.plain
    common = len(one & other)
    return common / min(len(one), len(other)) if common >= 3 else 0.0


def _is_echoed(few: Said, whole: Said) -> bool:
    """Whether a quoted word or two stand in the other, of one matter.

    Several have to stand in a row; a single one may be used of two things by one speaker, so that
    something else that is told has to be common, too.
    """
    words = [w for run in few.marked for w in run]
    wanted = [w.lemma[:STEM] for w in words if _tells(w)]
    if not wanted or len(words) > ECHO:
        return False
    found = [w.lemma[:STEM] for w in whole.words if _tells(w)]
    if len(wanted) > 1:
        return "".join(wanted) in "".join(found)
    return set(wanted) <= set(found) and bool((few.plain & whole.plain) - set(wanted))


def _tells(word: Word) -> bool:
    """Whether a quoted word tells something: one that says how does, where it alone is quoted."""
    return word.content or (word.norm.endswith("ly") and len(word.norm) > STEM)


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
