from __future__ import annotations

import codecs

import pytest

from variorum.reading.decode import decode
from variorum.reading.problems import ReadingError

TEXT = "The café’s owner said “no” on Monday.\r\nNothing more was known.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_unicode_is_decoded_without_its_mark_and_with_its_line_ends(
    data: bytes, encoding: str
) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding, decoded.problem) == (TEXT, encoding, None)


def test_another_encoding_is_guessed_with_a_warning_that_names_it() -> None:
    text = "Line one.\n" + "The café’s owner said “no” to the mayor’s façade plan. " * 5
    decoded = decode(text.encode("cp1252"), "a.txt")
    assert decoded.text == text
    assert decoded.problem is not None
    assert decoded.problem.subtype == "encoding"
    assert decoded.encoding in decoded.problem.message
    assert decoded.problem.line == 2
    assert not decoded.problem.left_out


@pytest.mark.parametrize(
    ("data", "subtype", "words"),
    [
        (b"", "article", "empty"),
        (b" \r\n\t\xc2\xa0\n", "article", "empty"),
        (codecs.BOM_UTF8, "article", "empty"),
        (b"text\nwith \0 in it", "encoding", "NUL"),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xd8", "encoding", "utf-16-le"),
        (bytes(range(128, 256)) * 40 + b"\0\1\2", "encoding", "NUL"),
        (b"x" * 101, "article", "101 bytes"),
    ],
)
def test_what_is_no_text_is_left_out(data: bytes, subtype: str, words: str) -> None:
    with pytest.raises(ReadingError, match=words) as caught:
        decode(data, "a.txt", max_bytes=100 if len(data) == 101 else 10_000)
    assert caught.value.problem.left_out
    assert caught.value.problem.subtype == subtype


def test_the_line_of_a_nul_character_is_told() -> None:
    with pytest.raises(ReadingError) as caught:
        decode(b"one\ntwo\nth\0ree", "a.txt")
    assert caught.value.problem.line == 3
