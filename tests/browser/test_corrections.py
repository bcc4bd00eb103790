"""A card's correction is copied: of the very words the card was opened at."""

from __future__ import annotations

import re

from tests.browser.conftest import STORY, Open
from variorum.corrections import read

ARTICLE = f"{STORY}/articles/caldray-herald"


def test_the_correction_copied_is_of_the_mention_that_was_opened(visit: Open) -> None:
    page = visit(ARTICLE, permissions=["clipboard-read", "clipboard-write"])
    mentions = page.locator("a.vr-ent[data-card]").all()
    cards = [mention.get_attribute("data-card") for mention in mentions]
    second = next(n for n, card in enumerate(cards) if card in cards[:n])
    copied = []
    for n in (cards.index(cards[second]), second):
        mentions[n].press("Enter")
        card = page.locator(f"#{cards[n]}")
        card.get_by_role("button", name="copy correction").click()
        copied.append(page.evaluate("navigator.clipboard.readText()"))
        page.keyboard.press("Escape")
    first, other = (read(text, "")[0].entries[0] for text in copied)
    assert first.at != other.at
    assert {re.sub(r"\s+", " ", mentions[second].inner_text())} == {other.at[0].exact}
    assert first.values == other.values
