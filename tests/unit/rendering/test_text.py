"""What lies on a text never changes its words, however it overlaps."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from variorum.model import Article, Block, Inline, Metadata
from variorum.rendering import elements
from variorum.rendering.elements import Element, Link, Part
from variorum.rendering.html import template
from variorum.rendering.text import Laid, Sign, bare_addresses, by_block, inline_markup, words_of

TEXT = "Wendy Sherman said on Tuesday that nothing had been agreed in Geneva."


def article(text: str = TEXT, inlines: tuple[Inline, ...] = ()) -> Article:
    block = Block("paragraph", 0, len(text))
    return Article("a", "a.txt", "", text, Metadata(), (block,), inlines=inlines)


def rendered(laid: list[Laid], text: str = TEXT) -> list[Part]:
    source = article(text)
    return words_of(source, source.blocks[0], by_block(source, laid)[0])


def words(made: list[Part]) -> str:
    """The text without what we added."""
    return "".join(elements.words(made))


def within(made: list[Part]) -> Iterator[Element]:
    """All elements, those in others after these."""
    for part in made:
        if isinstance(part, Element):
            yield part
            yield from within(part.children)


def test_a_text_with_nothing_on_it_is_just_text() -> None:
    assert rendered([]) == [TEXT]


def test_a_name_inside_a_quotation_keeps_both() -> None:
    quote = Laid(0, len(TEXT), ("q",), id="q1", edge="q")
    name = Laid(0, 13, ("e",), docname="actors/wendy-sherman", id="e1")
    first, second = rendered([quote, name])
    [handle] = [part for part in within([first]) if isinstance(part, Link)]
    assert handle.classes == "q q-start e"
    assert isinstance(second, Element)
    assert second.classes == "q q-end"


def test_every_id_stands_right_before_its_words() -> None:
    laid = [Laid(0, len(TEXT), id="all"), Laid(0, 13, id="name"), Laid(22, 29, id="day")]
    made = rendered(laid)
    assert words(made) == TEXT
    found = {part.id: words(part.children) for part in within(made) if part.id}
    assert found == {"all": "", "name": "Wendy Sherman", "day": "Tuesday"}
    # Empty ones have an element with the words, by which a script finds these.
    inner = [[c for c in part.children if isinstance(c, Element)] for part in within(made)]
    assert [[c.id for c in parts] for parts in inner if parts] == [["all", "name"]]


def test_any_number_of_ids_meet_at_one_place_without_nesting() -> None:
    made = rendered([Laid(0, 13, id=f"n{i}") for i in range(5_000)])
    assert {part.id for part in within(made) if part.id} == {f"n{i}" for i in range(5_000)}
    assert "n4999" in "".join(map(str, template(made)))


def test_an_id_stands_once_though_its_range_goes_on_in_the_next_paragraph() -> None:
    text = "One day.\n\nAnother day."
    blocks = (Block("paragraph", 0, 8), Block("paragraph", 10, 22))
    source = Article("a", "a.txt", "", text, Metadata(), blocks)
    laid = by_block(source, [Laid(4, 17, id="x")])
    made = [node for block in blocks for node in words_of(source, block, laid[block.start])]
    assert [part.id for part in within(made)] == ["x"]


def test_the_most_particular_link_is_the_handle() -> None:
    wide = Laid(0, 30, docname="wide")
    narrow = Laid(0, 13, docname="narrow")
    made = rendered([wide, narrow])
    assert [part.docname for part in within(made) if isinstance(part, Link)] == ["narrow", "wide"]


def test_a_sign_stands_behind_its_range() -> None:
    dated = Laid(22, 29, ("d",), wrap="time", sign=Sign("11 Jan", "Date", "note-1"))
    made = rendered([dated])
    at = next(i for i, n in enumerate(made) if isinstance(n, Element) and n.screen)
    assert words(made[:at]).endswith("Tuesday")
    assert words(made) == TEXT


def test_markup_of_the_article_and_bare_addresses_lie_like_the_rest() -> None:
    text = "See https://example.org/a now, or the plan."
    source = article(text, (Inline("link", 38, 42, "https://example.org/p"),))
    laid = [*inline_markup(source), *bare_addresses(source)]
    targets = {text[i.start : i.end]: i.address for i in laid}
    assert targets == {
        "https://example.org/a": "https://example.org/a",
        "plan": "https://example.org/p",
    }


ranges = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
laid_ranges = st.builds(
    lambda pair, classes, doc, sign: Laid(
        min(pair),
        max(pair),
        classes,
        docname=doc,
        id=f"x{pair[0]}-{pair[1]}",
        edge="q",
        sign=Sign("1", "one", "card") if sign else None,
    ),
    ranges,
    st.sampled_from([(), ("a",), ("a", "b")]),
    st.sampled_from(["", "page"]),
    st.booleans(),
)


@given(st.lists(laid_ranges, max_size=25))
def test_the_words_stay_as_they_are(laid: list[Laid]) -> None:
    assert words(rendered(laid)) == TEXT
