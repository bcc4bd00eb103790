"""Lines of plain text that belong to one paragraph."""

from __future__ import annotations

import pytest

from variorum.reading.text import read_text


def paragraphs(text: str) -> list[str]:
    return [" ".join(text[p.start : p.end].split()) for p in read_text(text).pieces]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # Lines that go on in mid-sentence are one paragraph, names across their ends among it.
        ("The pier was\nshut, Anna\nKeller said.", ["The pier was shut, Anna Keller said."]),
        ("The coun-\ncil met. It sat long.", ["The coun- cil met. It sat long."]),
        # A line that ends a sentence ends its paragraph, too, if it is short: 8 of 14, not 9.
        ("It rained all\nday too.\nAnna Keller ran", ["It rained all day too.", "Anna Keller ran"]),
        ("It rained all\ndays too.\nAnna Keller ran", ["It rained all days too. Anna Keller ran"]),
        # Lines that don't, and lists, are what they were.
        ("The pier was shut.\nAnna said so.", ["The pier was shut.", "Anna said so."]),
        ("Home\nabout us\ncontact", ["Home", "about us", "contact"]),
        ("It has\nroom for:\n- ten;\n- one.", ["It has room for:", "- ten;", "- one."]),
        # An empty line parts paragraphs in any case.
        ("The pier was\n\nshut. So it was.", ["The pier was", "shut. So it was."]),
    ],
)  # fmt: skip
def test_lines_that_flow_on_are_one_paragraph(text: str, read: list[str]) -> None:
    assert paragraphs(text) == read


def test_lines_longer_than_any_are_wrapped_at_are_paragraphs() -> None:
    long = "word " * 24 + "and"
    assert len(paragraphs(f"{long}\nso on. It ends.")) == 2
    assert len(paragraphs(f"{long[10:]}\nso on. It ends.")) == 1
