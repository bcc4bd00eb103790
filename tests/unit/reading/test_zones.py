from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from variorum.reading import ReadingError, read_bytes

if TYPE_CHECKING:
    from variorum.model import Article

FIXTURE = "zones.txt"


def read(text: str) -> Article:
    return read_bytes(text.encode(), "case.txt", id="case")


def test_zones(case: tuple[str, str]) -> None:
    text, expected = case
    article = read(text)
    said = [f"{b.kind}: {article.text[b.start : b.end]}" for b in article.blocks]
    assert "\n".join(said) == expected


PARTS = st.sampled_from(
    [
        "Published: 08:17 PM, 11 Jan, 2022", "By: A. Writer", "(AFP)", "— SPA", " ", "\n", "\n\n",
        "Share this article", "https://news.example/a", "Key points", "\u2028", "\r\n", "\xa0",
        "The harbour is closed", "The mayor said on Monday that the harbour would stay closed.",
        "— A Name (@aname) January 11, 2022", "pic.twitter.com/x", '"', "”", "date 2022-01-11 ",
        "Photo: (Reuters)", "News / World", "(With inputs from agencies)",
    ]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PARTS | st.text(max_size=5)).map("".join)))
def test_blocks_are_disjoint_in_order_and_cover_every_character(text: str) -> None:
    if "\0" in text:
        text = text.replace("\0", "0")
    try:
        data = text.encode()
        article = read_bytes(data, "any.txt", id="any")
    except (UnicodeEncodeError, ReadingError):
        assert not text.strip() or any(0xD800 <= ord(c) < 0xE000 for c in text)
        return
    assert article.text == text.removeprefix("\ufeff")
    reached = 0
    for block in article.blocks:
        assert reached <= block.start < block.end
        assert not article.text[reached : block.start].strip()
        reached = block.end
    assert not article.text[reached:].strip()
    zones = [(b.kind, b.start, b.end) for b in article.blocks if b.kind != "paragraph"]
    assert [(z.kind, z.start, z.end) for z in article.zones] == zones


@given(st.lists(PARTS).map("".join))
def test_every_basis_is_a_range_with_words_in_it(text: str) -> None:
    if text.strip():
        article = read(text)
        for field in article.meta.basis:
            if span := article.meta.span(field):
                assert article.text[slice(*span)].strip(), field
