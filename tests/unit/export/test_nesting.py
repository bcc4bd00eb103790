"""Ranges that overlap become elements that nest, and no character is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from variorum.export.nesting import TEI, XML_ID, Range, Text, parts

LETTERS = "abcdefghij"
RANGES = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), max_size=8)


def written(text: str, ranges: list[tuple[int, int]]) -> etree._Element:
    root = etree.Element(f"{{{TEI}}}p")
    words = Text(text)
    words.fill(root, (0, len(text)), [Range(*r, "seg", {}, f"r{i}") for i, r in enumerate(ranges)])
    words.chain()
    return etree.fromstring(etree.tostring(root))


@given(RANGES)
def test_each_range_covers_its_characters_and_only_those(ranges: list[tuple[int, int]]) -> None:
    root = written(LETTERS, ranges)
    assert "".join(root.itertext()) == LETTERS
    for i, (start, end) in enumerate(ranges):
        made = [e for e in root.iter() if (e.get(XML_ID) or "").split(".")[0] == f"r{i}"]
        assert "".join("".join(e.itertext()) for e in made) == LETTERS[start:end]


@given(RANGES)
def test_the_parts_of_a_range_that_was_cut_are_chained(ranges: list[tuple[int, int]]) -> None:
    root = written(LETTERS, ranges)
    by_id = {e.get(XML_ID): e for e in root.iter() if e.get(XML_ID)}
    for id_, element in by_id.items():
        if following := element.get("next"):
            assert by_id[following[1:]].get("prev") == f"#{id_}"
        if "." in str(id_):
            assert element.get("prev")


def test_a_range_is_cut_where_it_would_cross_another() -> None:
    cut = list(parts([Range(0, 6, "said"), Range(4, 9, "name")], 0, 10))
    assert [(start, end, item.tag) for start, end, item in cut] == [
        (0, 6, "said"),
        (4, 6, "name"),
        (6, 9, "name"),
    ]


def test_a_character_that_xml_has_not_is_named() -> None:
    root = written("a\x0bb\x00", [])
    assert [g.get("n") for g in root] == ["U+000B", "U+0000"]
    assert "".join(root.itertext()) == "ab"


def test_many_ranges_over_each_other_take_no_longer_than_their_number() -> None:
    ranges = [(i, i + 3) for i in range(5_000)]
    root = written("x" * 5_003, ranges)
    assert len(list(root.iter())) < 4 * len(ranges)
