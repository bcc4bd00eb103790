"""Candidates: where a name may stand. Here the model's spans, cleaned; rules propose others.

A candidate's priority decides where two overlap.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.analysis.entities.words import (
    DAYS,
    DESK_KINDS,
    DESKS,
    HEADS_OF,
    HONORIFICS,
    INVITATIONS,
    LAST,
    LED,
    MEMBERS,
    NEVER,
    PARTICLES,
    PLAIN,
    is_role_head,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from variorum.analysis.entities.view import View


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``first`` to ``last`` (half-open) of a block that may be a name."""

    first: int
    last: int
    start: int
    end: int
    label: str
    by: str
    priority: int


LABELS = {
    "PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "FAC": "FAC",
    "NORP": "NORP", "EVENT": "EVENT", "PRODUCT": "PRODUCT", "WORK_OF_ART": "WORK", "LAW": "WORK",
}  # fmt: skip
"""The model's labels that are names, in ours; numbers and dates are other modules' matter."""

_FIRM = frozenset({"ORG", "FAC", "EVENT", "WORK", "PRODUCT"})
"""Labels whose longer names hold other names: "Air Canada" is no Canada."""


def from_model(view: View, doc: Doc) -> Iterator[Candidate]:
    """The model's entities, without what is no part of a name."""
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        if label:
            for first, last in _pieces(view, view.place[ent.start], view.place[ent.end], label):
                if "flight" in view.lower[first + 1 : last]:
                    last = view.lower.index("flight", first + 1)
                firm = label in _FIRM and last - first > 1
                priority = (55 if firm else 40) + min(last - first, 9)
                if label == "PER":
                    first = person_from(view, first, last)
                if label in ("PER", "ORG"):
                    last = hyphened(view, first, last)
                yield candidate(view, first, last, label, "model", priority)


def candidate(view: View, first: int, last: int, label: str, by: str, priority: int) -> Candidate:
    return Candidate(first, last, view.starts[first], view.ends[last - 1], label, by, priority)


def covering(
    view: View, start: int, end: int, label: str, by: str, priority: int
) -> Candidate | None:
    """The candidate of whole tokens from character *start* to *end*, if there is one."""
    first, last = bisect.bisect_left(view.starts, start), bisect.bisect_left(view.starts, end)
    whole = first < last and view.starts[first] == start and view.ends[last - 1] == end
    return candidate(view, first, last, label, by, priority) if whole else None


def _pieces(view: View, first: int, last: int, label: str) -> Iterator[tuple[int, int]]:
    """Divide a span where a bracket, a possessive or a list divides it, and trim the pieces."""
    begin = first
    for i in range(first, last):
        if _divides(view, i, first, last, label):
            yield from _trim(view, begin, i, label)
            begin = i + 1
    yield from _trim(view, begin, last, label)


def _divides(view: View, i: int, first: int, last: int, label: str) -> bool:
    word = view.lower[i]
    if word in ("(", ")", "[", "]", ";", ":", "\n", "|", "«", "»", "“", "”", '"'):
        return True
    if word in ("'s", "’s"):
        return i + 1 < last and view.lower[i + 1] not in LAST
    if word in ("-", "–", "—", "--"):
        apart = not view.glued(i) or (i + 1 < last and not view.glued(i + 1))
        return apart or (
            label in ("GPE", "LOC", "ORG", "NORP") and _joins_places(view, first, last)
        )
    if word == "/":
        return True
    if word in JOINING and view.words[i].islower() and first < i < last - 1:
        return label not in ("WORK", "EVENT")
    if word == ",":
        listed = _listed(view, first, i, last) or (i + 1 < last and _known_body(view, i + 1, last))
        return label in ("PER", "GPE", "LOC", "NORP") or listed
    if word not in ("and", "&", "or") or not first < i < last - 1:
        return False
    return label in ("PER", "GPE", "NORP") or _listed(view, first, i, last, "ORG")


def _joins_places(view: View, first: int, last: int) -> bool:
    """Whether a span is of known places that hyphens join: "the Lisbon-Madrid railway"."""
    words = view.words[first:last]
    if any(word not in ("-", "–") for word in words[1::2]) or len(words) % 2 == 0:
        return False
    known = [gazetteer.lookup(word) for word in words[::2]]
    whole = gazetteer.lookup(view.text[view.starts[first] : view.ends[last - 1]])
    return whole is None and all(e is not None and e.label == "GPE" for e in known)


def _listed(view: View, first: int, comma: int, last: int, label: str = "GPE") -> bool:
    """Whether a known place (or body) stands right before or after the comma, as in a list."""
    last_before = comma
    while label == "ORG" and last_before - 1 > first and view.lower[last_before - 1] in _SUFFIXES:
        last_before -= 1
    before = view.text[view.starts[first] : view.ends[last_before - 1]] if comma > first else ""
    after = view.text[view.starts[comma + 1] : view.ends[last - 1]] if comma + 1 < last else ""
    return any((e := gazetteer.lookup(x)) is not None and e.label == label for x in (before, after))


def _known_body(view: View, first: int, last: int) -> bool:
    entry = gazetteer.lookup(view.text[view.starts[first] : view.ends[last - 1]])
    return entry is not None and entry.label == "ORG"


JOINING = frozenset({"after", "amid", "as", "because", "before", "but", "since", "than", "while"})
"""Words that join two clauses, and stand in no name but a title's."""
_SUFFIXES = frozenset({".", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "co", "co.", "plc"})


def _trim(view: View, first: int, last: int, label: str) -> Iterator[tuple[int, int]]:
    while first < last and _trails(view, last - 1):
        last -= 1
    while first < last and not view.cap[last - 1] and not view.words[last - 1][0].isdigit():
        if view.words[last - 1] == "." and view.glued(last - 1):
            break
        last -= 1
    while first < last and _leads(view, first, last, label):
        first += 1
    if label != "WORK":
        first = _without_office(view, first, last)
    if label == "ORG":
        last = _without_title(view, first, last)
    last = _without_people(view, first, last)
    if last - first > 3 and _connects(view, first, last) and _named(view, last):
        last -= 2
    if first < last:
        yield first, last


def _without_office(view: View, first: int, last: int) -> int:
    """Where a name begins after the office of who heads it: "Ruler of Exampleton"."""
    for i in range(first + 1, last - 1):
        if view.lower[i] == "of" and is_role_head(view.lower[i - 1]):
            named = view.cap[i + 1] and view.lower[i - 1] not in HEADS_OF
            return i + 1 if named else first
    return first


def _without_title(view: View, first: int, last: int) -> int:
    """Where a body's abbreviation ends before the title of one of its people.

    In "ABC Regional Chief Ann Doe" the body is ABC.
    """
    titled = last < len(view) and view.cap[last] and is_role_head(view.lower[last])
    short = last - first == 2 and is_acronym(view.words[first])
    alone = short and not is_acronym(view.words[first + 1])
    headed = alone and view.lower[first + 1] in LAST
    return first + 1 if titled and alone and not headed else last


def is_acronym(word: str) -> bool:
    """Whether a word is in capitals and long enough to be no initials."""
    return len(word) > 2 and word.isalpha() and word.isupper()


def _without_people(view: View, first: int, last: int) -> int:
    """Where a body's name ends before those who belong to it: "NATO Allies", "Daily Web Desk"."""
    if last - first > 2 and view.lower[last - 1] in DESKS and view.lower[last - 2] in DESK_KINDS:
        return last - 2
    end = last
    while end - first > 1 and view.lower[end - 1] in MEMBERS:
        end -= 1
        entry = gazetteer.lookup(view.text[view.starts[first] : view.ends[end - 1]])
        if entry is not None and entry.label == "ORG":
            return end
    return last


def _named(view: View, last: int) -> bool:
    """Whether the last two words are a person's name."""
    return view.words[last - 2] in gazetteer.given_names() and view.lower[last - 1] not in LAST


def _connects(view: View, first: int, last: int) -> bool:
    """Whether a span is too long to be one person's name: "Office for Trade Ann Doe"."""
    return any(w in ("for", "of", "the") for w in view.lower[first:last])


def _trails(view: View, i: int) -> bool:
    """Whether a day, a month or "on" ends a span: "the court on Tuesday"."""
    if view.words[i].isdigit() and i and view.lower[i - 1] in DAYS:
        return True
    return view.lower[i] in DAYS or view.words[i] == "on"


def person_from(view: View, first: int, last: int) -> int:
    """Where a person's name begins: with the word or the initials before what was found of it.

    The abbreviation of the body that the person is of is no part: "ABC Ahmed Doe".
    """
    if last - first > 2 and is_acronym(view.words[first]):
        first += view.words[first + 1] in gazetteer.given_names()
    if last - first == 1 and forenamed(view, first):
        first -= 1
    while first and is_initial(view, first - 1) and not view.glued(first):
        first -= 1
    return first


def is_initial(view: View, i: int) -> bool:
    """Whether a word is an initial, and not the article or pronoun that opens a sentence."""
    word = view.words[i].rstrip(".")
    spoken = word in ("A", "I") and (view.first[i] or view.tags[i] != "PROPN")
    return len(word) == 1 and word.isupper() and not spoken and not view.shouted


def forenamed(view: View, i: int) -> bool:
    """Whether the word before a lone surname is part of the name as well."""
    before = i - 1
    return (
        before >= 0
        and view.cap[before]
        and view.tags[before] in ("PROPN", "NOUN", "X")
        and view.words[before].isalpha()
        and not (view.titled or view.shouted or is_acronym(view.words[before]))
        and view.lower[before] not in PLAIN | NEVER | HONORIFICS
        and not is_role_head(view.lower[before])
        and gazetteer.lookup(view.words[before]) is None
    )


def hyphened(view: View, first: int, last: int) -> int:
    """Where a person's name ends that goes on in lower case after a hyphen: "Suk-yeol"."""
    while (
        last + 1 < len(view)
        and view.words[last] in ("-", "‐")
        and view.glued(last)
        and view.glued(last + 1)
        and view.words[last + 1].isalpha()
        and view.words[last + 1].islower()
        and len(view.words[last + 1]) < 7
        and view.lower[last + 1] not in LED
    ):
        last += 2
    return last


def _leads(view: View, i: int, last: int, label: str) -> bool:
    word = view.lower[i]
    if not view.words[i][0].isalnum() and view.words[i][0] not in "@":
        return True
    if view.first[i] and word in INVITATIONS and i + 1 < last and view.cap[i + 1]:
        return True
    if not view.cap[i]:
        rest = view.words[i + 1 : last]
        kept = word in ("al", "sub", "el", "pan", "trans") or (word in PARTICLES and i + 1 < last)
        return not (view.words[i][0].isdigit() or (kept and any(w[0].isupper() for w in rest)))
    named = view.words[i] in gazetteer.given_names()
    title = label == "PER" and not named and (is_role_head(word) or word in PLAIN)
    return (title or word in HONORIFICS or word in ("the", "a", "an")) and i + 1 < last


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Keep of overlapping candidates the one of highest priority, then the longest, then first."""
    taken: set[int] = set()
    chosen = []
    for c in sorted(candidates, key=lambda c: (-c.priority, c.first - c.last, c.start, c.label)):
        tokens = range(c.first, c.last)
        if not any(t in taken for t in tokens):
            taken.update(tokens)
            chosen.append(c)
    return sorted(chosen, key=lambda c: c.start)


def capital(view: View, i: int) -> bool:
    """Whether token *i* is there, is capitalised and no function word."""
    return i < len(view) and view.cap[i] and view.lower[i] not in PLAIN


def known_at(view: View, i: int) -> int:
    """The token after a known name that starts at token *i*, or *i*."""
    found = gazetteer.match(view.text, view.starts[i], gazetteer.first_word(view.words[i]))
    last = i
    while found and last < len(view) and view.starts[last] < found[0][1]:
        last += 1
    return last


def can_belong(view: View, i: int) -> bool:
    """Whether token *i* can be a word of a person's name."""
    return view.lower[i] not in PLAIN and view.lower[i] not in NEVER
