"""What one can do with a card: go to its words, cite them, open what else covers the place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from variorum.pages.page import headline_words, outlet_words, when_words
from variorum.rendering.annotations import (
    card_id,
    finding_note_id,
    finding_numbers,
    note_id,
    quotation_signs,
)
from variorum.rendering.elements import Box, Part, link, mark, paragraph
from variorum.rendering.words import _

MOST = 5
"""So many other notes on a place are listed."""


def add_acts(cards: list[Box], facts: dict[str, Any]) -> None:
    """Put at each card’s end what else is on its place, its permalink and what can be copied."""
    places = _places(facts)
    others = _others(facts)
    firsts = _first_mentions(facts)
    for card in cards:
        name = card.id
        place = places.get(name, "")
        if place:
            card.html = {**card.html, "data-of": place}
        if name in others:
            also = _listed(others[name], facts)
            card += paragraph(_("Also here: "), *also, classes="vr-card-also")
        words: list[Part] = []
        anchor = place or firsts.get(name, "")
        if anchor:
            here = link(facts["docname"], _("permalink"), anchor=anchor, classes="vr-permalink")
            words += [here, " "]
        words.append(_button(_("copy citation"), data_cite=place))
        words += [w for button in facts["correcting"].button(name) for w in (" ", button)]
        card += paragraph(*words, classes="vr-card-acts")


def citation_words(source: dict[str, Any]) -> str:
    """Outlet, headline and date, as a citation of its words begins."""
    return f"{outlet_words(source)}, “{headline_words(source)}”, {when_words(source, short=True)}"


def _button(label: str, **data: str) -> Part:
    """A button that copies; without script it is not there."""
    return mark("button", label, classes="vr-copy", screen=True, type="button", hidden=True, **data)


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


def _places(facts: dict[str, Any]) -> dict[str, str]:
    """By card, the id of the first words it is about."""
    found: dict[str, str] = {}
    for _start, _end, id_, card, _sign in sorted(_noted(facts)):
        found.setdefault(card, id_)
    return found


def _first_mentions(facts: dict[str, Any]) -> dict[str, str]:
    """By card of an actor, the id of the first words that mean them."""
    found: dict[str, str] = {}
    for said in facts["annotations"]:
        if said["type"] in ("entity", "reference") and isinstance(said["actor"], str):
            found.setdefault(card_id(said["actor"]), said["id"])
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
