"""The edition as an EPUB: a book that reading systems take, with notes that pop up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest

from tests.conftest import ROOT
from tests.sphinx_run import run_sphinx

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ZipFile]:
    built = run_sphinx(ROOT / "source", tmp_path_factory.mktemp("book"), conf=ROOT, builder="epub")
    assert built.warnings == ""
    with ZipFile(built.out / "Variorum.epub") as opened:
        yield opened


def pages(book: ZipFile) -> dict[str, ElementTree.Element]:
    return {n: ElementTree.fromstring(book.read(n)) for n in book.namelist() if ".xhtml" in n}


def test_its_type_comes_first_and_is_not_compressed(book: ZipFile) -> None:
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


def test_every_page_is_well_formed_and_has_nothing_to_click_that_a_book_cannot_do(
    book: ZipFile,
) -> None:
    for name, page in pages(book).items():
        assert not list(page.iter(f"{XHTML}input")), name
        assert not list(page.iter(f"{XHTML}script")), name


def test_every_sign_calls_a_footnote_of_its_page(book: ZipFile) -> None:
    called = 0
    for name, page in pages(book).items():
        notes = {e.get("id") for e in page.iter() if e.get(f"{EPUB}type") == "footnote"}
        for sign in page.iter(f"{XHTML}a"):
            if sign.get(f"{EPUB}type") == "noteref":
                called += 1
                assert (sign.get("href") or "").removeprefix("#") in notes, name
    assert called > 100


def test_every_quotation_of_an_article_has_its_note(book: ZipFile) -> None:
    page = pages(book)["geneva-2022/articles/ostrey-courier.xhtml"]
    said = " ".join("".join(page.itertext()).split())
    notes = [e for e in page.iter(f"{XHTML}aside") if "Quotation" in (e.get("aria-label") or "")]
    assert len(notes) >= 5
    assert "Quotation, in full between marks" in said


def test_it_has_a_cover_contents_and_landmarks(book: ZipFile) -> None:
    content = book.read("content.opf").decode()
    assert 'properties="cover-image"' in content
    navigation = pages(book)["nav.xhtml"]
    kinds = [nav.get(f"{EPUB}type") for nav in navigation.iter(f"{XHTML}nav")]
    assert kinds == ["toc", "landmarks"]
    contents = "".join(navigation.itertext())
    assert "Envoys carry Geneva’s unanswered questions to Brussels" in contents
    assert "Wendy Sherman" in contents
    landmarks = {a.get(f"{EPUB}type") for a in navigation.iter(f"{XHTML}a")} - {None}
    assert landmarks == {"cover", "toc", "bodymatter", "index"}


def test_our_styles_set_no_colour_that_a_dark_page_could_swallow(book: ZipFile) -> None:
    styles = book.read("_static/variorum/epub.css").decode()
    assert set(re.findall(r"(?<![-\w])(?:color|background[\w-]*)\s*:\s*([^;}]+)", styles)) == {
        "inherit"
    }


def test_the_same_story_gives_the_same_bytes(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    books = [
        (run_sphinx(story, tmp_path / name, builder="epub").out / "Test.epub").read_bytes()
        for name in ("one", "two")
    ]
    assert books[0] == books[1]


def test_a_second_build_has_each_page_once(story: Path, tmp_path: Path) -> None:
    for _ in range(2):
        out = run_sphinx(story, tmp_path, builder="epub").out
    content = (out / "content.opf").read_text(encoding="utf-8")
    pages = re.findall(r'<itemref idref="([^"]+)"', content)
    assert sorted(pages) == sorted(set(pages))
