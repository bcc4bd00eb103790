"""Evidence for the label of a name: what the words in it and around it say.

Each rule of :data:`RULES` looks at one mention and gives ``(label, weight, rule)``. The evidence of
all mentions of a form in an article is added up: the form has one label in the article.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from variorum.analysis import gazetteer
from variorum.analysis.entities.descriptions import by_description
from variorum.analysis.entities.spans import is_acronym, known_at
from variorum.analysis.entities.words import (
    AFTER,
    BEFORE,
    BETWEEN,
    FIRST,
    HONORIFICS,
    KNOWN_PEOPLE,
    LAST,
    OF,
    PERSON_PARTICLES,
    PERSON_VERBS,
    PLACE_FIRST,
    ROLE_HEADS,
    is_role_head,
)
from variorum.analysis.rules import Rules, described

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.analysis.entities.spans import Candidate
    from variorum.analysis.entities.view import View

Evidence = tuple[str, float, str]


def by_gazetteer(view: View, c: Candidate) -> Iterator[Evidence]:
    name = view.text[c.start : c.end]
    entry = gazetteer.lookup(name)
    if entry is not None and not entry.timid:
        yield entry.label, 3.5, f"gazetteer.{entry.kind}"


def by_own_words(view: View, c: Candidate) -> Iterator[Evidence]:
    """Heads ("… River"), given names, initials and particles inside the name."""
    n = c.last - c.first
    if n == 1:
        word = view.words[c.first]
        if word in gazetteer.given_names():
            if not c.first or view.words[c.first - 1] != "the":  # "His Highness the Amir"
                yield "PER", 1.2, "given-name"
        elif word in KNOWN_PEOPLE:
            yield "PER", 2.8, "known-person"
            return
        if word.isupper() and 1 < len(word) < 7 and word.isalpha() and not view.shouted:
            yield "ORG", 1.5, "acronym"
            yield "PER", -1.5, "acronym"
        if word[0] == "@":
            yield c.label, 3.0, "handle"
        return
    if n == 3 and c.by == "acronym":  # with its branch: "ABC-N"
        yield "ORG", 1.5, "acronym"
    last, first = view.lower[c.last - 1], view.lower[c.first]
    two = f"{view.lower[c.last - 2]} {last}"
    if head := LAST.get(two) or LAST.get(last):
        yield head, 3.0, "head"
    if n > 2 and (tail := _known_tail(view, c)):
        yield tail, 3.5, "known-tail"
    if first in FIRST and view.lower[c.first + 1] in ("of", "for", "de"):
        yield FIRST[first], 3.5, "head"
    elif any(view.lower[k] in ("of", "for", "and", "&", "the") for k in range(c.first, c.last)):
        yield "PER", -2.5, "connector"
    if first in PLACE_FIRST:
        yield PLACE_FIRST[first], 2.0, "head"
    known = gazetteer.lookup(view.text[c.start : c.end]) is not None
    if view.words[c.first] in gazetteer.given_names() and not (head or known):
        yield "PER", 2.8, "given-name"
    elif len(view.words[c.first].rstrip(".")) == 1 and view.cap[c.first] and not head:
        yield "PER", 2.0, "initial"
    if any(view.lower[k] in PERSON_PARTICLES for k in range(c.first, c.last - 1)):
        yield "PER", 1.0, "particle"
    if any(view.words[k] in ("&", "/") or view.words[k].isdigit() for k in range(c.first, c.last)):
        yield "PER", -2.0, "connector"
    if view.words[c.first : c.last] and all(w.isupper() for w in view.words[c.first : c.last]):
        yield "ORG", 0.3, "capitals"


def _known_tail(view: View, c: Candidate) -> str:
    """ORG where the name ends with a known body's: "Examplian Federal Reserve"."""
    for k in range(max(c.first + 1, c.last - 6), c.last - 1):
        entry = gazetteer.lookup(view.text[view.starts[k] : c.end])
        if entry is not None and entry.label == "ORG":
            return "ORG"
    return ""


def by_words_before(view: View, c: Candidate) -> Iterator[Evidence]:
    i = c.first - 1
    while i >= 0 and view.words[i] in ("“", "”", '"', "‘", "'"):
        i -= 1
    if i < 0:
        return
    if view.words[i] == "." and view.glued(i) and i:
        i -= 1
    word = view.lower[i]
    if word in HONORIFICS and view.cap[i]:
        yield "PER", 4.0, "honorific"
    elif is_role_head(word) and not view.titled:
        yield "PER", 1.8, "role"
    elif word in BEFORE:
        label, weight = BEFORE[word]
        yield label, weight, "word-before"
    elif word == "the" and not view.titled:
        yield "PER", -1.5, "article"
    elif word == "of" and i and (label := OF.get(view.lower[i - 1], "")):
        yield label, 1.8, "word-before"
    elif word == "(" and i and _closed(view, c.last):
        yield from _short_of(view, c, i - 1)
    elif word == "," and _is_set_off(view, c) and _is_person_before(view, i):
        yield from (("ORG", -5.0, "office"), ("PER", -5.0, "office"))
    elif word in PERSON_VERBS and i and view.words[i - 1] in _CLOSING:
        yield "PER", 0.8, "person-verb"


_CLOSING = frozenset({",", "”", '"', "’", "'"})
"""What stands between what was said and the verb: "…," said Ann Doe."""


def _is_set_off(view: View, c: Candidate) -> bool:
    """Whether capitals stand alone between a comma and another mark: "…, SC, said"."""
    alone = c.last - c.first == 1 and view.words[c.first].isupper()
    return alone and c.last < len(view) and view.words[c.last] in (",", ".", ";")


def _short_of(view: View, c: Candidate, i: int) -> Iterator[Evidence]:
    """What a short form in brackets is of, by the word before: a body, or an office."""
    alone = c.last - c.first == 1
    if alone and is_acronym(view.words[c.first]) and _is_office(view, i, view.words[c.first]):
        yield "ORG", -5.0, "office"
    elif (
        alone and view.cap[i] and view.tags[c.first] == "PROPN" and LAST.get(view.lower[i]) == "ORG"
    ):
        yield "ORG", 2.0, "abbreviation"


def _is_office(view: View, i: int, short: str) -> bool:
    """Whether an office ends at token *i*, of which *short* may be the abbreviation."""
    if view.lower[i] not in ROLE_HEADS or not view.words[i].startswith(short[-1]):
        return False
    first = i
    while first > 0 and i - first < len(short) and view.cap[first - 1]:
        first -= 1
    return first == 0 or view.lower[first - 1] not in ("and", "of", "for", "&")


def _is_person_before(view: View, comma: int) -> bool:
    """Whether a person stands before the comma, whom letters follow: "Ms Ann Doe, SC, said"."""
    i = comma
    while i > 0 and comma - i < LONGEST_NAME and view.cap[i - 1] and view.words[i - 1].isalpha():
        i -= 1
    told = i > 0 and (view.lower[i - 1] in HONORIFICS or is_role_head(view.lower[i - 1]))
    first = view.words[i] in gazetteer.given_names() or view.lower[i] in HONORIFICS
    return comma - i > 1 and (told or first)


LONGEST_NAME = 5
"""Words of a person's name at most."""


def by_words_after(view: View, c: Candidate) -> Iterator[Evidence]:
    i = c.last
    if i >= len(view):
        return
    if view.lower[i] in ("'s", "’s", "'", "’") and i + 1 < len(view):
        i += 1
    word = view.lower[i]
    if word in BETWEEN and i + 1 < len(view) and view.lower[i + 1] in AFTER:
        word = view.lower[i + 1]
    if word in AFTER:
        label, weight = AFTER[word]
        yield label, weight, "word-after"
    elif word in PERSON_VERBS:
        yield "PER", 0.8, "person-verb"
    elif word == "who" and not _told_of_another(view, c, i):
        yield "PER", 2.0, "who"
    elif word == "(" and _closed(view, i + 2):
        yield from _bracketed(view, c, i + 1)
    elif word == "," and i + 2 < len(view) and not _told_of_another(view, c, i + 1):
        yield from _after_comma(view, i + 1)


def _told_of_another(view: View, c: Candidate, i: int) -> bool:
    """Whether "who" may mean the noun that a name completes: "members of Acme, who …"."""
    if view.lower[i] not in ("who", "whose"):
        return False
    before = c.first - 1
    if before >= 0 and view.lower[before] == "the":
        before -= 1
    return before >= 0 and view.lower[before] in ("of", "from", "for", "at", "in", "within")


def _closed(view: View, i: int) -> bool:
    return i < len(view) and view.words[i] == ")"


def _bracketed(view: View, c: Candidate, i: int) -> Iterator[Evidence]:
    word = view.words[i]
    if word.isdigit() and len(word) == 2:
        yield "PER", 2.0, "age"
    elif word.isupper() and 1 < len(word) < 9 and word.isalpha() and c.last - c.first > 1:
        yield "ORG", 2.0, "abbreviation"
        yield "PER", -1.5, "abbreviation"


def _after_comma(view: View, i: int) -> Iterator[Evidence]:
    word = view.lower[i]
    if word == "who" or word == "whose":
        yield "PER", 2.5, "who"
    elif word.isdigit() and len(word) == 2 and view.words[i + 1] in (",", "."):
        yield "PER", 3.0, "age"
    elif word == "which":
        yield "PER", -1.0, "which"
    elif word == "where":
        yield "GPE", 1.5, "where"
    elif (entry := _place_at(view, i)) is not None and not _owns(view, i):
        yield "GPE", 1.2 if entry.kind == "place" else 1.5, "place-list"
    else:
        for k in range(i, min(i + 5, len(view))):
            if is_role_head(view.lower[k]) and not view.cap[k]:
                yield "PER", 1.5, "apposition"
                return
            if view.words[k] in (",", ".", ";") or view.lower[k] in ("said", "who", "and"):
                return


def _owns(view: View, i: int) -> bool:
    """Whether the name at *i* owns what follows: "Ann Doe, China's envoy"."""
    last = known_at(view, i)
    return last < len(view) and view.lower[last] in ("'s", "’s")


def _place_at(view: View, i: int) -> gazetteer.Known | None:
    found = gazetteer.match(view.text, view.starts[i], gazetteer.first_word(view.words[i]))
    return found[1] if found and found[1].label == "GPE" and view.cap[i] else None


def by_neighbour(view: View, c: Candidate) -> Iterator[Evidence]:
    """A place that everybody knows, joined to the name: "X and Lisbon"."""
    if c.last + 1 < len(view) and view.lower[c.last] == "and":
        entry = _place_at(view, c.last + 1)
        if entry is not None and entry.kind in ("capital", "place"):
            yield "GPE", 1.2, "beside-place"
    if c.first > 1 and view.lower[c.first - 1] == "and" and view.cap[c.first - 2]:
        entry = gazetteer.lookup(view.words[c.first - 2])
        if entry is not None and entry.label == "GPE" and entry.kind in ("capital", "place"):
            yield "GPE", 1.2, "beside-place"


Weighing: TypeAlias = "Callable[[View, Candidate], Iterable[Evidence]]"
"""What a rule does: it looks at one place where a name stands."""
RULES: Rules[Weighing] = described(
    "kinds",
    {
        "known": by_gazetteer,
        "own words": by_own_words,
        "words before": by_words_before,
        "words behind": by_words_after,
        "neighbour": by_neighbour,
        "description": by_description,
    },
)


def evidence(view: View, c: Candidate) -> Iterator[Evidence]:
    """What all rules say of the place of a name."""
    for rule in RULES.as_extended():
        yield from rule.apply(view, c)
