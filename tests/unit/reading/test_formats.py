"""Every format that articles come in: what is read of each, and what a broken one costs."""

from __future__ import annotations

import builtins
import json
from typing import TYPE_CHECKING, Any

import pytest
from tests import made_files as made
from tests.conftest import ROOT
from tests.made_files import HTML, PAGE, TEXT, TITLE, URL

from variorum.reading import ReadingError, read_paths
from variorum.reading.articles import articles_of
from variorum.reading.formats import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from variorum.model import Article, Problem


def read(data: bytes, name: str) -> list[Article]:
    return articles_of(data, name, "", id=name.rpartition(".")[0])


def one(data: bytes, name: str) -> Article:
    (article,) = read(data, name)
    assert article.id == name.rpartition(".")[0]
    return article


def paragraphs(article: Article) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == "paragraph"]


def test_a_word_document_with_a_title() -> None:
    lines = [("Titel", TITLE), ("Standard", "By Ida Moor"), *(("Standard", line) for line in TEXT)]
    article = one(made.docx(*lines), "ferry.docx")
    assert (article.meta.title, article.meta.byline) == (TITLE, ("Ida Moor",))
    assert paragraphs(article) == TEXT


def test_a_word_document_without_styles_is_read_by_its_layout() -> None:
    article = one(made.docx(*(("Standard", line) for line in [TITLE, *TEXT])), "ferry.docx")
    assert (article.meta.title, paragraphs(article)) == (TITLE, TEXT)


def test_an_opendocument_text() -> None:
    note = "<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    body = f'<text:h text:outline-level="1">{TITLE}</text:h>' + "".join(
        f"<text:p>{line[:20]}{note if line is TEXT[0] else ''}<text:span>{line[20:]}</text:span>"
        "</text:p>"
        for line in TEXT
    )
    article = one(made.odt(body), "ferry.odt")
    assert (article.meta.title, paragraphs(article)) == (TITLE, TEXT)


def test_rich_text() -> None:
    article = one(made.rtf(TITLE, "31 August 2021", *TEXT), "ferry.rtf")
    assert (article.meta.title, article.meta.published) == (TITLE, "2021-08-31")
    assert paragraphs(article) == TEXT


def test_a_pdf_with_a_text_layer_has_its_lines_joined_and_no_page_numbers() -> None:
    article = one(made.pdf(TITLE, *TEXT), "ferry.pdf")
    assert article.meta.title == TITLE
    assert paragraphs(article) == TEXT


def test_a_pdf_of_pictures_says_what_would_help() -> None:
    with pytest.raises(ReadingError) as error:
        read(made.pdf("#rect()"), "scan.pdf")
    assert "text layer" in str(error.value)
    assert "OCR" in error.value.problem.remedy


@pytest.mark.parametrize(
    ("data", "name"), [(made.mhtml(), "ferry.mhtml"), (made.webarchive(), "ferry.webarchive")]
)
def test_pages_that_browsers_save_in_one_file(data: bytes, name: str) -> None:
    article = one(data, name)
    meta = article.meta
    assert (meta.title, meta.published, meta.url) == (TITLE, "2021-08-31", URL)
    assert paragraphs(article) == TEXT


@pytest.mark.parametrize(("body", "kind"), [("\n\n".join(TEXT), "plain"), (HTML, "html")])
def test_an_e_mail_s_subject_and_date_count_where_its_text_has_none(body: str, kind: str) -> None:
    article = one(made.eml(body, kind), "ferry.eml")
    assert paragraphs(article) == TEXT
    assert (article.meta.title, article.meta.published) == (TITLE, "2021-08-31T09:30:00+02:00")
    dated = one(made.eml("\n\n".join([TITLE, "30 August 2021", *TEXT]), "plain"), "ferry.eml")
    assert dated.meta.published == "2021-08-30"


@pytest.mark.parametrize(("data", "name"), [(made.rss(), "post.xml"), (made.atom(), "post.atom")])
def test_feeds_with_full_text(data: bytes, name: str) -> None:
    article = one(data, name)
    meta = article.meta
    assert (meta.title, meta.outlet, meta.byline) == (TITLE, "Island Post", ("Ida Moor",))
    assert (meta.published, meta.url) == ("2021-08-31T09:30:00+02:00", URL)
    assert paragraphs(article) == TEXT


def test_xml_that_is_no_feed_is_no_article() -> None:
    with pytest.raises(ReadingError) as error:
        read(b"<data><x/></data>", "data.xml")
    assert error.value.problem.empty


@pytest.mark.parametrize("form", ["warc", "wacz"])
def test_web_archives_give_their_pages(form: str) -> None:
    data = made.warc()
    if form == "wacz":
        data = made.zip_of({"archive/data.warc.gz": data, "datapackage.json": "{}"})
    (article,) = read(data, "crawl.warc.gz" if form == "warc" else "crawl.wacz")
    meta = article.meta
    assert (meta.title, meta.url, meta.retrieved) == (TITLE, URL, "2021-09-01T10:00:00Z")


def test_a_zip_of_articles() -> None:
    data = made.zip_of(
        {
            "a/ferry.html": PAGE, "b.txt": "\n\n".join([*TEXT, TEXT[0]]), "README.txt": "Hello.",
            "__MACOSX/b.txt": "x", "c.png": b"\x89PNG",
        }
    )  # fmt: skip
    told: list[Problem] = []
    found = articles_of(data, "all.zip", "", id="all", warn=told.append)
    assert [a.meta.title for a in found] == [TITLE, None]
    assert all(a.id.startswith("all-") for a in found)
    assert len({a.id for a in found}) == 2
    assert [p.source for p in told] == ["all.zip/README.txt", "all.zip/c.png"]


def test_every_file_of_a_zip_has_its_line_in_the_account(tmp_path: Path) -> None:
    files = {
        "bay/ferry.html": PAGE, "bay/ferry_files/advert.html": PAGE, "map.png": b"\x89PNG",
        "notes.pages": "x", "empty.txt": " ", ".hidden.txt": "x",
    }  # fmt: skip
    (tmp_path / "all.zip").write_bytes(made.zip_of(files))
    reading = read_paths([tmp_path])
    assert [(e.source, e.fate, e.of) for e in reading.account] == [
        ("all.zip", "read", ""),
        ("all.zip/bay/ferry.html", "read", ""),
        ("all.zip/bay/ferry_files/advert.html", "belongs", "ferry.html"),
        ("all.zip/empty.txt", "no article", ""),
        ("all.zip/map.png", "no article", ""),
        ("all.zip/notes.pages", "unreadable", ""),
    ]
    (article,) = reading.articles
    assert (article.id, article.source) == ("all", "all.zip/bay/ferry.html")
    assert not any("advert" in problem.source for problem in reading.problems)


def test_every_row_without_text_has_its_line_up_to_a_limit(tmp_path: Path) -> None:
    rows = [f"{n},{TITLE} {n},https://post.example/{n},2021-08-31" for n in range(60)]
    table = "\n".join(["stories_id,title,url,publish_date", *rows])
    (tmp_path / "mediacloud.csv").write_text(table, "utf-8")
    reading = read_paths([tmp_path])
    first, second, *_, last, more = reading.account
    assert (first.source, first.fate) == ("mediacloud.csv", "no article")
    assert "column of text" in first.why
    assert (second.source, second.why) == ("mediacloud.csv/row 2", f"no text: “{TITLE} 0”")
    assert second.remedy == "save the page at https://post.example/0"
    assert (last.source, more.why) == ("mediacloud.csv/row 51", "10 more")
    assert len(reading.problems) == 1


NEWS_PLEASE = {
    "maintext": "\n".join(TEXT), "title": TITLE, "source_domain": "post.example", "url": URL,
    "date_publish": "2021-08-31 09:30:00", "authors": ["Ida Moor"], "language": "en",
}  # fmt: skip
NEWSPAPER = {
    "text": "\n\n".join(TEXT), "title": TITLE, "authors": "['Ida Moor']", "url": URL,
    "publish_date": "2021-08-31 09:30:00", "source": "post.example",
}  # fmt: skip


def csv_of(*rows: dict[str, Any]) -> bytes:
    cells = [[str(value).replace('"', '""') for value in row.values()] for row in rows]
    lines = [",".join(rows[0]), *(",".join(f'"{cell}"' for cell in row) for row in cells)]
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (json.dumps(NEWS_PLEASE).encode(), "a.json"),
        (json.dumps(NEWSPAPER).encode(), "a.jsonl"),
        (csv_of(NEWSPAPER), "a.csv"),
        (csv_of({"media_name": "post.example", **NEWSPAPER}).replace(b",", b","), "a.csv"),
    ],
)
def test_records_of_other_programs(data: bytes, name: str) -> None:
    article = one(data, name)
    meta = article.meta
    assert (meta.title, meta.outlet, meta.byline) == (TITLE, "post.example", ("Ida Moor",))
    assert (meta.published, meta.url) == ("2021-08-31T09:30:00", URL)
    assert meta.basis["outlet"] == "record"
    assert paragraphs(article) == TEXT


def test_a_table_without_text_says_which_columns_are_looked_for() -> None:
    with pytest.raises(ReadingError) as error:
        read(csv_of({"stories_id": 1, "title": TITLE, "url": URL}), "media.csv")
    assert error.value.problem.empty
    assert "maintext" in str(error.value)


def test_records_in_a_folder_belong_to_its_story_and_keep_their_ids(tmp_path: Path) -> None:
    folder = tmp_path / "ferry"
    folder.mkdir()
    rows = [
        {"id": "x", "text": TEXT[0]},
        {"text": TEXT[1]},
        {"text": " "},
        {"id": 7, "text": TEXT[2]},
    ]
    (folder / "all.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    reading = read_paths([tmp_path])
    assert [a.id for a in reading.articles][::2] == ["x", "7"]
    assert reading.articles[1].id.startswith("all-")
    assert {a.story for a in reading.articles} == {"ferry"}
    assert [p.message for p in reading.problems] == ["1 records have no text; passed over"]


def test_what_a_browser_saved_with_a_page_belongs_to_it(tmp_path: Path) -> None:
    (tmp_path / "Ferry.html").write_text(PAGE, "utf-8")
    for name in ("Ferry_files", "Ferry-Dateien", "Ferry"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "frame.html").write_text(
            "<p>Buy two boats and pay for one.</p>", "utf-8"
        )
    reading = read_paths([tmp_path])
    assert [a.source for a in reading.articles] == ["Ferry.html", "Ferry/frame.html"]
    belongs = [(e.source, e.of) for e in reading.account if e.fate == "belongs"]
    assert belongs == [("Ferry-Dateien/", "Ferry.html"), ("Ferry_files/", "Ferry.html")]


def test_a_library_that_is_not_there_costs_the_files_of_its_format(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = builtins.__import__

    def importing(name: str, *arguments: Any, **named: Any) -> Any:
        if name.startswith("striprtf"):
            raise ModuleNotFoundError("No module named 'striprtf'")
        return found(name, *arguments, **named)

    (tmp_path / "a.rtf").write_bytes(made.rtf(TITLE, *TEXT))
    (tmp_path / "b.txt").write_text("\n\n".join(TEXT), "utf-8")
    monkeypatch.setattr(builtins, "__import__", importing)
    reading = read_paths([tmp_path])
    assert [a.id for a in reading.articles] == ["b"]
    (problem,) = reading.problems
    assert (problem.source, problem.left_out) == ("a.rtf", True)
    assert problem.remedy == "python -m pip install pypdf striprtf warcio"


BROKEN = [
    b"", b"\0\1\2", b"PK\3\4broken", b"{\\rtf1 {{{", b"%PDF-1.7\n%%EOF", b"<a", b"\xff\xfe\xff",
    b"[[[[", b"WARC/1.0\r\n\r\n",
]  # fmt: skip


@pytest.mark.parametrize("suffix", sorted(s for each in FORMATS for s in each.suffixes))
@pytest.mark.parametrize("data", BROKEN)
def test_a_broken_file_is_told_and_raises_nothing_else(
    suffix: str, data: bytes, tmp_path: Path
) -> None:
    (tmp_path / f"broken{suffix}").write_bytes(data)
    (tmp_path / "sound.txt").write_text("\n\n".join(TEXT), "utf-8")
    reading = read_paths([tmp_path])
    assert "sound" in [article.id for article in reading.articles]
    broken, _ = reading.account
    assert broken.fate == "read" or (broken.why and "\n" not in broken.why)


def test_the_reference_names_every_kind_of_file() -> None:
    said = (ROOT / "docs" / "reference" / "files.md").read_text("utf-8")
    table = said[said.index("## Articles") : said.index("(1) needs")]
    for each in FORMATS:
        for suffix in each.suffixes:
            (row,) = [line for line in table.splitlines() if f"`{suffix}`" in line]
            assert ("(1)" in row) == ("pypdf" in each.packages)
