"""When the name of a capital or seat of power stands for the government that acts by it.

"Moscow said", "Washington's demands", "sanctions against Tehran" are governments; "in Moscow",
"returned to Kyiv" are places. The words that tell are in ``data/acting.toml``; where nothing tells,
a city is a city.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.analysis.entities.words import is_role_head

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(gazetteer.table("acting.toml")[name])


def acts(doc: Doc, first: int, last: int) -> bool:
    """Whether the city named by tokens *first* to *last* of a parsed block acts as a government."""
    token = doc[first:last].root
    before = doc[first - 1].lower_ if first else ""
    after = doc[last] if last < len(doc) else None
    if after is not None and after.lower_ in ("'s", "’s", "'", "’") and last + 1 < len(doc):
        return _possesses(token, doc, last)
    if after is not None and after.text == "-" and last + 1 < len(doc):
        return doc[last + 1].lower_ in _words("compounds")
    if before in _words("where") or _dates_a_report(doc, first, last):
        return False
    return _stands(token, doc, first, last)


def _dates_a_report(doc: Doc, first: int, last: int) -> bool:
    """Whether it opens a report as the place it was written: "GENEVA — Envoys …"."""
    return first == 0 and last < len(doc) and doc[last].text in ("-", "–", "—", "--", "(", "/")


def _possesses(token: Token, doc: Doc, last: int) -> bool:
    """Whether what it has is a government's: "Moscow's demands", not "Moscow's streets"."""
    head = token.head
    own = {head.lemma_.lower(), head.lower_}
    if is_role_head(head.lemma_.lower()):
        return not own & _words("serves_city")
    near = {t.lemma_.lower() for t in doc[last + 1 : last + 5]}
    return bool((own | near) & _words("has"))


def _stands(token: Token, doc: Doc, first: int, last: int) -> bool:
    if _predicated(doc, last):
        return True
    head = token
    for _ in range(20):
        if head.dep_ != "conj" or head.head.i >= head.i:
            break
        head = head.head
        if head.i and doc[head.i - 1].lower_ in _words("where"):
            return False
    governor, dep = head.head, head.dep_
    if dep in ("nsubj", "nsubjpass", "csubj", "agent"):
        return not (governor.lemma_ == "be" and _is_city(doc, governor.i))
    if dep in ("dobj", "dative", "iobj"):
        return governor.lemma_.lower() in _words("affects")
    if dep == "pobj":
        return _concerns(governor, doc, first)
    if dep in ("compound", "nmod", "amod"):
        return governor.lemma_.lower() in _words("offices")
    return _heads_a_headline(doc, first, last)


def _heads_a_headline(doc: Doc, first: int, last: int) -> bool:
    """Whether a headline gives its words to it: "Moscow: No talks", no dateline of a sentence."""
    colon = last < len(doc) and doc[last].text == ":"
    return first == 0 and colon and len(doc) < 25 and doc[-1].text not in (".", "…")


def _predicated(doc: Doc, last: int) -> bool:
    """Whether the next word but for a day is what governments do: "Moscow on Friday said"."""
    i = last
    if i + 1 < len(doc) and doc[i].lower_ == "on":
        i += 2
    return i < len(doc) and doc[i].lower_ in _words("does")


def _concerns(governor: Token, doc: Doc, first: int) -> bool:
    """Whether a preposition ties it to what governments have: "talks with", "pressure on"."""
    if governor.dep_ == "conj" and governor.head.pos_ == "ADP":
        governor = governor.head
        first = governor.i
    said = governor.lower_
    if said in ("against", "by"):
        return True
    if governor.head.lemma_.lower() in _words("matters"):
        return said in _words("ties") or said in ("of", "to", "toward", "towards")
    window = {t.lemma_.lower() for t in doc[max(0, first - 12) : first]}
    return said in _words("ties") and bool(window & _words("matters"))


def _is_city(doc: Doc, i: int) -> bool:
    return any(
        t.lower_ in ("capital", "city", "home", "located", "situated") for t in doc[i : i + 6]
    )
