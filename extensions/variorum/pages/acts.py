"""What leads on from a card: its words, what else covers the place, what corrects it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from variorum.pages.page import headline_words, outlet_words, when_words
from variorum.rendering.annotations import (
    finding_note_id,
    finding_numbers,
    note_id,
    quotation_signs,
)
from variorum.rendering.elements import Box, Part, link, paragraph
from variorum.rendering.words import _

MOST = 5
"""So many other notes on a place are listed."""


def add_acts(cards: list[Box], facts: dict[str, Any]) -> None:
    """Put at each card’s end what else is on its place, and what its correction is made of."""
    others = _others(facts)
    for card in cards:
        if fix := facts["correcting"].fix(card.id):
            card.html = {**card.html, **fix}
        if card.id in others:
            also = _listed(others[card.id], facts)
            card += paragraph(_("Also here: "), *also)


def citation_words(source: dict[str, Any]) -> str:
    """Outlet, headline and date, as a citation of its words begins."""
    return f"{outlet_words(source)}, “{headline_words(source)}”, {when_words(source, short=True)}"


def _noted(facts: dict[str, Any]) -> Iterator[tuple[int, int, str, str, str]]:
    """Start, end, id, card and sign of all that has a note and a sign of its own."""
    signs = quotation_signs(facts["annotations"])
    numbers = finding_numbers(facts["marks"])
    for said in facts["annotations"]:
        if said["type"] in ("quote", "date"):
            words = signs.get(said["id"], " ".join(said["exact"].split()))
            yield said["start"], said["end"], said["id"], note_id(said), words
    for said in facts["marks"]:
        sign = numbers.get(said["finding"], f"={''.join(said['others'])}")
        yield said["start"], said["end"], said["id"], finding_note_id(said["finding"]), sign


def places(facts: dict[str, Any]) -> dict[str, str]:
    """By card, the id of the first words it is about."""
    found: dict[str, str] = {}
    for _start, _end, id_, card, _sign in sorted(_noted(facts)):
        found.setdefault(card, id_)
    return found


def _others(facts: dict[str, Any]) -> dict[str, dict[str, str]]:
    """By card, the cards that cover some of the same words, with their signs."""
    found: dict[str, dict[str, str]] = {}
    live: list[tuple[int, str, str]] = []
    for start, end, _id, card, sign in sorted(_noted(facts)):
        # Of very many on one place only the last are kept: time stays linear.
        live = [item for item in live if item[0] > start][-2 * MOST :]
        for _until, other, other_sign in live:
            if other != card:
                found.setdefault(card, {})[other] = other_sign
                found.setdefault(other, {})[card] = sign
        live.append((end, card, sign))
    return found


def _listed(others: Mapping[str, str], facts: dict[str, Any]) -> Iterator[Part]:
    for i, (card, sign) in enumerate(list(others.items())[:MOST]):
        if i:
            yield ", "
        yield link(facts["docname"], sign, anchor=card)
