"""What leads on from a card: its words as a citation, and what corrects it."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.pages.marked import Marked
from variorum.pages.page import headline_words, outlet_words, when_words
from variorum.pages.records import SourceFacts
from variorum.rendering.elements import Box


def add_acts(cards: Iterable[Box], marked: Marked) -> None:
    """Give each card what its correction is made of."""
    for card in cards:
        if fix := marked.correcting.fix(card.id):
            card.html = {**card.html, **fix}


def citation_words(source: SourceFacts) -> str:
    """Outlet, headline and date, as a citation of its words begins."""
    return f"{outlet_words(source)}, “{headline_words(source)}”, {when_words(source, short=True)}"
