"""What leads on from a card: its words, what else covers the place, what corrects it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from variorum.pages.marked import Marked
from variorum.pages.page import headline_words, outlet_words, when_words
from variorum.pages.records import SourceFacts
from variorum.rendering.elements import Box, Part, link, paragraph
from variorum.rendering.words import _

MOST = 5
"""So many other notes on a place are listed."""


def add_acts(cards: Iterable[Box], marked: Marked) -> None:
    """Put at each card’s end what else is on its place, and what its correction is made of."""
    others = _others(marked)
    for card in cards:
        if fix := marked.correcting.fix(card.id):
            card.html = {**card.html, **fix}
        if card.id in others:
            also = _listed(others[card.id], marked.facts["docname"])
            card += paragraph(_("Also here: "), *also)


def citation_words(source: SourceFacts) -> str:
    """Outlet, headline and date, as a citation of its words begins."""
    return f"{outlet_words(source)}, “{headline_words(source)}”, {when_words(source, short=True)}"


def _others(marked: Marked) -> dict[str, dict[str, str]]:
    """By card, the cards that cover some of the same words, with their signs."""
    found: dict[str, dict[str, str]] = {}
    live: list[tuple[int, str, str]] = []
    for start, end, _id, card, sign in marked.noted:
        # Of very many on one place only the last are kept: time stays linear.
        live = [item for item in live if item[0] > start][-2 * MOST :]
        for _until, other, other_sign in live:
            if other != card:
                found.setdefault(card, {})[other] = other_sign
                found.setdefault(other, {})[card] = sign
        live.append((end, card, sign))
    return found


def _listed(others: Mapping[str, str], docname: str) -> Iterator[Part]:
    for i, (card, sign) in enumerate(list(others.items())[:MOST]):
        if i:
            yield ", "
        yield link(docname, sign, anchor=card)
