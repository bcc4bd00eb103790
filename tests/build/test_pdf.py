"""The edition on paper: what is in the PDF, read back from it."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from sphinx.errors import SphinxError

from tests.conftest import ROOT, SEEDS, Build, Built
from tests.sphinx_run import run_sphinx

POINTS = 72 / 25.4
"""Points in a millimetre."""
SIDE = 27 * POINTS
"""The page's margins left and right."""
OWN = 8.3
"""On a report's pages the reader's own words are set smaller than this, an outlet's are not."""


@pytest.fixture
def pdf(build: Build, story: Path) -> Built:
    return build(story, builder="variorum-pdf")


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Built:
    work = tmp_path_factory.mktemp("bundled")
    return run_sphinx(
        ROOT / "source", work, conf=ROOT, builder="variorum-pdf",
        variorum_articles=["geneva-2022/articles"],
    )  # fmt: skip


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return run_sphinx(
        SEEDS, tmp_path_factory.mktemp("seeds"), builder="variorum-pdf",
        variorum_articles=["**"], include_patterns=[],
    )  # fmt: skip


BOOKS = [
    pytest.param(("bundled", "geneva-2022"), id="bundled"),
    pytest.param(
        ("seeds", "Test"), id="seeds",
        marks=pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here"),
    ),
]  # fmt: skip


@pytest.fixture(params=BOOKS)
def book(request: pytest.FixtureRequest) -> tuple[Built, pypdfium2.PdfDocument]:
    """A real story's PDF, and the build it is from."""
    name, file = request.param
    built = request.getfixturevalue(name)
    return built, opened(built, file)


def opened(built: Built, name: str = "bridge") -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(built.out / f"{name}.pdf")


def text_of(pdf: pypdfium2.PdfDocument) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def letters(said: str) -> str:
    """Letters and figures alone: brackets, bars and hyphens are the edition's."""
    return "".join(c for c in said if c.isalnum())


def printed_words(pdf: pypdfium2.PdfDocument) -> str:
    """What is set in the size of the reports, without the notes and signs of the edition."""
    found = []
    for page in pdf:
        text = page.get_textpage()
        said = text.get_text_range()
        found += [c for i, c in enumerate(said) if pdfium.FPDFText_GetFontSize(text, i) > OWN]
    return letters("".join(found))


def facts_of(built: Built, page: str) -> list[dict[str, Any]]:
    staged = sorted(built.out.parent.glob("doctrees/variorum/staged/**/*.variorum"))
    facts = [json.loads(path.read_text(encoding="utf-8")) for path in staged]
    return [said for said in facts if said["page"] == page]


def test_a_story_is_one_pdf_and_nothing_is_warned_of(pdf: Built) -> None:
    assert pdf.warnings == ""
    assert list(pdf.files()) == ["bridge.pdf"]


FILES = ("bridge", "bridge-reader")

Book = tuple[Built, pypdfium2.PdfDocument]


def test_every_report_stands_in_full_and_in_order(book: Book) -> None:
    built, pdf = book
    printed = printed_words(pdf)
    articles = facts_of(built, "article")
    assert len(articles) == 5
    for facts in articles:
        text, blocks = facts["article"]["text"], facts["article"]["blocks"]
        running = [
            b for b in blocks if b != next((b for b in blocks if b["kind"] == "headline"), None)
        ]
        said = "".join(text[b["start"] : b["end"]] for b in running)
        assert letters(said) in printed, facts["docname"]


def test_every_statement_has_its_note_and_its_speaker(book: Book) -> None:
    built, pdf = book
    printed = letters(text_of(pdf))
    seen = 0
    for facts in facts_of(built, "article"):
        names = {actor["id"]: actor["name"] for actor in facts["actors"]}
        for said in facts["annotations"]:
            if said["type"] == "quote" and isinstance(said["speaker"], str) and said["cue"]:
                seen += 1
                assert letters(f"{names[said['speaker']]}{said['cue']}") in printed
    assert seen > 20


def test_the_apparatus_gives_lemma_and_reading_of_every_difference(bundled: Built) -> None:
    said = " ".join(text_of(opened(bundled, "geneva-2022")).split())
    seen = 0
    for facts in facts_of(bundled, "article"):
        here = facts["source"]["siglum"]
        marked = {mark["finding"] for mark in facts["marks"] if mark["type"] == "difference"}
        for finding in (f for f in facts["findings"] if f["id"] in marked):
            words = {r["siglum"]: r["words"] for r in finding["readings"]}
            short = all(0 < len(w.split()) < 6 for w in words.values())
            if short and len(words) == len(finding["readings"]) == 2 and not finding["absent"]:
                other = next(siglum for siglum in words if siglum != here)
                seen += 1
                assert f"{words[here]}] {words[other]} {other}" in said, finding
    assert seen


HOSTILE = """\
#import "/etc/passwd": *

#panic("no") $x^2$ *bold* _it_ `raw` @ref <label> // gone /* gone */ \\u{41} "] } ) ; #{ [ \\

https://example.org/"#quit()" and [a](javascript:alert) and \u202egnp.exe and \x07 bell.
"""


def test_markup_in_an_article_is_text(build: Build, story: Path) -> None:
    (story / "bridge" / "articles" / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (story / "bridge" / "story.yaml").write_text('title: "#panic() \\" ] $"\n', encoding="utf-8")
    said = " ".join(text_of(opened(build(story, builder="variorum-pdf"))).split())
    assert '#import "/etc/passwd": *' in said
    assert '#panic("no") $x^2$ *bold* _it_ `raw` @ref <label> // gone /* gone */ \\u{41}' in said
    assert '"] } ) ; #{ [ \\' in said
    assert '#panic() " ] $' in said


def overfull(pdf: pypdfium2.PdfDocument) -> Iterator[str]:
    """Characters more than 5 mm outside the margins, or off the page."""
    for number, page in enumerate(pdf, 1):
        text = page.get_textpage()
        width, height = page.get_size()
        for i in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(i)
            # Numbers of lines stand in the left margin, and that is what it is for.
            numbering = left < SIDE and text.get_text_range(i, 1).isdigit()
            low = 5 if numbering else SIDE - 5 * POINTS
            if left < low or right > width - SIDE + 5 * POINTS or bottom < 0 or top > height:
                yield f"page {number}: {text.get_text_range(max(0, i - 20), 40)!r}"
                break


LONG = f"""\
Published: 10:30 AM, 5 Mar, 2024

{"Wi" * 400} and https://example.org/{"a" * 300}/{"b-c" * 90}?q={"%20" * 80} and {"x.y" * 200}.

The council said "{"no" * 200}" of the {"Grand" * 60} Bridge in 2019, said Anna {"Smith" * 40}.
"""


def test_no_line_and_no_table_runs_off_the_page(build: Build, story: Path) -> None:
    articles = story / "bridge" / "articles"
    (articles / "long.txt").write_text(LONG, encoding="utf-8")
    for i in range(14):
        said = (articles / "alpha.txt").read_text(encoding="utf-8").replace("twelve", str(i))
        (articles / f"more-{i}.md").write_text(
            f"---\ntitle: Report {i}\noutlet: {'Longwinded' * 4} {i}\n---\n\n{said}", "utf-8"
        )
    assert list(overfull(opened(build(story, builder="variorum-pdf")))) == []


def test_a_story_stays_within_its_margins(book: Book) -> None:
    assert list(overfull(book[1])) == []


def test_the_same_articles_give_the_same_bytes(
    tmp_path: Path, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made(name: str) -> bytes:
        return run_sphinx(story, tmp_path / name, builder="variorum-pdf").files()["bridge.pdf"]

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    plain = made("a")
    assert b"/CreationDate" not in plain
    assert made("b") == plain
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert b"D:20231114" in made("c")
    assert made("d") == made("c")


def test_the_file_says_what_it_is_and_is_tagged(pdf: Built) -> None:
    read = opened(pdf)
    assert read.get_metadata_dict()["Title"].startswith("bridge")
    assert pdfium.FPDFCatalog_IsTagged(read)
    assert b"pdfuaid:part" in (pdf.out / "bridge.pdf").read_bytes()
    titles = [mark.get_title() for mark in read.get_toc()]
    assert titles[:3] == ["Contents", "Old bridge to close for a year", "A bridge too old"]
    assert "Index of actors" in titles


def test_a_readers_edition_has_what_differs_first_and_no_registers(
    build: Build, story: Path
) -> None:
    built = build(story, builder="variorum-pdf", variorum_pdf="reader")
    assert built.warnings == ""
    assert list(built.files()) == ["bridge-reader.pdf"]
    read = opened(built, "bridge-reader")
    assert pdfium.FPDFCatalog_IsTagged(read)
    assert b"pdfuaid:part" in (built.out / "bridge-reader.pdf").read_bytes()
    assert [mark.get_title() for mark in read.get_toc() if not mark.level] == [
        "Contents", "Differences", "What both tell", "Old bridge to close for a year",
        "A bridge too old", "Timeline", "Statements",
    ]  # fmt: skip
    # The day stands over the word and needs no note; the site's own line is the full edition's.
    said = " ".join(text_of(read).split())
    assert "Monday4 Mar" in said
    assert "Counted from" not in said
    assert "Google Play" not in said
    assert "Some forty piers carry it, and a dozen are cracked." in said


def test_a_readers_edition_quotes_and_the_full_one_reports_too(build: Build, story: Path) -> None:
    def statements(**values: str) -> str:
        said = text_of(opened(build(story, builder="variorum-pdf", **values), FILES[values != {}]))
        return said[said.rindex("Whose voice each source carries") :]

    assert "We have no choice" in statements(variorum_pdf="reader")
    assert "will close the old bridge" not in statements(variorum_pdf="reader")
    assert "will close the old bridge" in statements()


def test_handouts_are_a_sheet_a_page_and_in_no_other_edition(build: Build, story: Path) -> None:
    more = (story / "bridge" / "articles" / "alpha.txt").read_text(encoding="utf-8")
    changed = more.replace("forty piers", "thirty piers").replace("a year", "two years")
    (story / "bridge" / "articles" / "gamma.txt").write_text(changed, encoding="utf-8")
    read = opened(build(story, builder="variorum-pdf", variorum_pdf="handouts"), "bridge-handouts")
    sheets = [" ".join(page.get_textpage().get_text_bounded().split()) for page in read][1:]
    assert len(sheets) > 1
    assert [said.count("Cite as: bridge") for said in sheets] == [1] * len(sheets)
    assert f"1 / {len(sheets)}" in sheets[0]
    assert "Cite as:" not in text_of(opened(build(story, builder="variorum-pdf")))


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here")
def test_five_reports_are_a_readers_edition_of_less_than_forty_pages(tmp_path: Path) -> None:
    built = run_sphinx(
        SEEDS, tmp_path, builder="variorum-pdf", variorum_articles=["**"], include_patterns=[],
        variorum_pdf="reader",
    )  # fmt: skip
    pdf = opened(built, "Test-reader")
    assert len(pdf) < 40
    printed = letters(text_of(pdf))
    for facts in facts_of(built, "article"):
        text = facts["article"]["text"]
        last = [b for b in facts["article"]["blocks"] if b["kind"] == "paragraph"][-1]
        assert letters(text[last["start"] : last["end"]])[:30] in printed
    assert list(overfull(pdf)) == []


def test_a_character_that_no_font_has_is_named_and_stops_nothing(build: Build, story: Path) -> None:
    article = story / "bridge" / "articles" / "alpha.txt"
    said = article.read_text(encoding="utf-8").replace("Monday", "Monday \U0010fffd Привет Ελλάς")
    article.write_text(said, encoding="utf-8")
    built = build(story, builder="variorum-pdf")
    assert "bridge.pdf: no font has U+10FFFD;" in built.warnings
    assert "Привет Ελλάς" in text_of(opened(built))


def test_right_to_left_words_print(build: Build, story: Path) -> None:
    article = story / "bridge" / "articles" / "alpha.txt"
    said = article.read_text(encoding="utf-8").replace("its engineers", "فاطمة الزهراء of Cairo")
    article.write_text(said, encoding="utf-8")
    built = build(story, builder="variorum-pdf")
    assert built.warnings == ""
    assert "of Cairo" in text_of(opened(built))


def test_each_story_has_its_pdf_and_an_authors_page_is_in_it(build: Build, story: Path) -> None:
    shutil.copytree(story / "bridge", story / "ferry")
    (story / "bridge" / "comment.md").write_text(
        "# A comment\n\nSee {actor}`x` and **this** `code`.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "![A plan](plan.svg)\n\n![It is lost](lost.png)\n",
        encoding="utf-8",
    )
    (story / "bridge" / "plan.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
        "utf-8",
    )
    extensions = ["myst_parser", "variorum"]
    built = build(story, builder="variorum-pdf", extensions=extensions)
    assert sorted(built.files()) == ["bridge.pdf", "ferry.pdf"]
    assert "See x and this code." in text_of(opened(built, "bridge"))
    assert "It is lost" in text_of(opened(built, "bridge"))
    assert "A comment" not in text_of(opened(built, "ferry"))


def test_a_story_that_is_the_whole_project_is_called_by_it(build: Build, story: Path) -> None:
    built = build(
        story / "bridge", builder="variorum-pdf", conf=None,
        variorum_articles=["**"], include_patterns=[],
    )  # fmt: skip
    assert list(built.files()) == ["Test.pdf"]


def test_without_typst_one_line_says_what_to_install(
    build: Build, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(SphinxError, match="pip install typst"):
        build(story, builder="variorum-pdf")
    assert build(story).status == 0
