"""Files that pack others, made to do harm: each is refused by name and costs itself alone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from tests import made_files as made
from variorum.reading import read_paths

if TYPE_CHECKING:
    from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
LAUGHS = (
    f'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">{_LAUGHS}]>'
    f'<w:document xmlns:w="{_W}"><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:document>'
)
SECRET = (
    '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>A</title>'
    f"<description>{'word ' * 100}&x;{'word ' * 100}</description></item></channel></rss>"
)
CASES = {
    "bomb.zip": (made.zip_of({"a.txt": b"a " * 150_000_000}), "too large"),
    "large.zip": (made.zip_of({"a.txt": b"a " * 5_000_000}), "too large"),
    "bomb.docx": (made.zip_of({"word/document.xml": b" " * 300_000_000}), "too large"),
    "laughs.docx": (made.zip_of({"word/document.xml": LAUGHS}), "not readable as XML"),
    "many.zip": (made.zip_of({f"{i}.txt": "x" for i in range(5_001)}), "too many files"),
    "nested.zip": (made.zip_of({"b.zip": made.zip_of({"a.txt": "Hello."})}), "is not opened"),
    "leaving.zip": (made.zip_of({"../a.txt": "Hello.", "/b.txt": "Hello."}), "leads out"),
    "no.docx": (made.zip_of({"a.txt": "Hello."}), "no such file"),
    "deep.odt": (made.odt("<text:p>" + "<text:span>" * 5_000), "not readable as XML"),
    "deep.json": (b"[" * 100_000, "not readable as JSON"),
    "endless.csv": (b'text\n"' + b"a" * 4_000_000, "field larger"),
    "long.warc": (b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n", "empty"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_packed_to_do_harm_is_refused_by_name(tmp_path: Path, name: str) -> None:
    data, told = CASES[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "sound.txt").write_text("The ferry stops on Monday.\n", "utf-8")
    began = time.process_time()
    reading = read_paths([tmp_path])
    assert time.process_time() - began < 30
    assert [article.id for article in reading.articles] == ["sound"]
    assert any(told in problem.message for problem in reading.problems)
    assert all(problem.source.startswith(name) for problem in reading.problems)


def test_nothing_outside_of_a_feed_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(SECRET, "utf-8")
    assert "root:" not in "".join(article.text for article in read_paths([tmp_path]).articles)


@pytest.mark.parametrize(
    "text",
    [
        "12 words\n" + "End of Document\n" * 5_000,
        "1 of 2 DOCUMENTS\n120 words\n" + "May 4, 2021\n" * 5_000,
        "ProQuest document ID: 123456\n" + "_" * 30 + "\n" + "Key: value\n" * 5_000,
        "Document " * 50_000 + "\n120 words\nDocument ABCD0000202105040eh0000001\n",
    ],
)
def test_lines_that_only_look_like_an_export_s_are_read_in_time(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, "utf-8")
    began = time.process_time()
    read_paths([tmp_path])
    assert time.process_time() - began < 30
