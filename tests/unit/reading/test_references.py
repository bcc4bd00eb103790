from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.made_files import HTML, PAGE, TITLE, URL

from variorum.reading import read_paths
from variorum.staging.discovery import raw_files
from variorum.staging.raw import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from variorum.model import Article

FERRY = {
    "id": "http://zotero.org/users/local/aB3/items/K7QW2ERT",
    "type": "article-newspaper",
    "title": TITLE,
    "container-title": "The Island Post",
    "author": [{"family": "Moor", "given": "Ida"}, {"literal": "Post Staff"}],
    "issued": {"date-parts": [["2021", 8, 30]]},
    "accessed": {"date-parts": [["2021", 9, 2]]},
    "URL": URL,
    "language": "en-GB",
}
BUS = {"id": "bus2021", "type": "webpage", "title": "Council wants a bus", "publisher": "Bay News"}


def exported(root: Path, items: Any, **pages: str) -> list[Article]:
    """What is read of an export in a story's folder: its items, and the copies by number."""
    story = root / "ferry"
    story.mkdir(parents=True)
    for number, page in pages.items():
        folder = story / "files" / number.removeprefix("n")
        folder.mkdir(parents=True)
        (folder / "page.html").write_text(page, "utf-8")
    (story / "Ferry.json").write_text(json.dumps(items), "utf-8")
    return list(read_paths([root]).articles)


def page(title: str) -> str:
    return f"<title>{title}</title><article><h1>{title}</h1>{HTML}</article>"


def test_what_zotero_knows_of_a_copy_stands_with_its_basis(tmp_path: Path) -> None:
    ferry, bus = exported(tmp_path, [FERRY, BUS], n12=PAGE, n15=page("Council wants a bus"))
    assert (ferry.story, bus.story) == ("ferry", "ferry")
    meta = ferry.meta
    assert (meta.outlet, meta.published, meta.byline, meta.retrieved, meta.language) == (
        "The Island Post", "2021-08-30", ("Ida Moor", "Post Staff"), "2021-09-02", "en",
    )  # fmt: skip
    assert {meta.basis[name] for name in ("title", "outlet", "published")} == {"record"}
    assert (bus.meta.outlet, bus.meta.published, bus.meta.byline) == ("Bay News", None, ())


def test_a_list_of_references_belongs_to_the_files_it_describes(tmp_path: Path) -> None:
    exported(tmp_path, [FERRY], n12=PAGE)
    account = read_paths([tmp_path]).account
    assert [(e.source, e.fate) for e in account] == [
        ("ferry/Ferry.json", "belongs"),
        ("ferry/files/12/page.html", "read"),
    ]


def test_an_item_says_which_file_it_has(tmp_path: Path) -> None:
    attached = {
        "itemType": "newspaperArticle",
        "title": "Another title",
        "publicationTitle": "Bay News",
        "date": "2021-08-29",
        "creators": [
            {"creatorType": "author", "firstName": "Jo", "lastName": "Reed"},
            {"creatorType": "editor", "firstName": "Al", "lastName": "Low"},
        ],
        "attachments": [{"path": "files/15/page.html"}],
    }
    items = {"config": {}, "items": [{**FERRY, "URL": ""}, attached]}
    _, read = exported(tmp_path, items, n12=PAGE, n15=PAGE)
    assert (read.meta.title, read.meta.outlet) == ("Another title", "Bay News")
    assert (read.meta.published, read.meta.byline) == ("2021-08-29", ("Jo Reed",))


def test_what_fits_two_items_or_none_gets_none(tmp_path: Path) -> None:
    twice = [{**FERRY, "URL": None, "container-title": name} for name in ("Bay News", "The Pier")]
    ferry, mill = exported(tmp_path, twice, n12=page(TITLE), n15=page("Mill burns down at night"))
    assert (ferry.meta.outlet, mill.meta.outlet) == (None, None)


def test_a_single_item_belongs_to_a_single_file(tmp_path: Path) -> None:
    (read,) = exported(tmp_path, BUS, n3=page("Mill burns down at night"))
    assert (read.meta.title, read.meta.outlet) == ("Council wants a bus", "Bay News")


def test_the_hour_that_a_page_gives_stays(tmp_path: Path) -> None:
    when = '<meta property="article:published_time" content="2021-08-30T07:15:00+02:00">'
    (read,) = exported(tmp_path, [FERRY], n12=PAGE.replace("<title>", f"{when}<title>"))
    assert read.meta.published == "2021-08-30T07:15:00+02:00"
    assert read.meta.basis["published"] == "page data"


def test_records_with_text_are_articles_and_no_references(tmp_path: Path) -> None:
    record = {"id": "a", "title": TITLE, "issued": "2021", "text": "\n\n".join([HTML] * 2)}
    assert len(exported(tmp_path, [record], n12=PAGE)) == 2


def test_references_alone_are_no_article(tmp_path: Path) -> None:
    assert exported(tmp_path, [FERRY]) == []
    (entry,) = read_paths([tmp_path]).account
    assert (entry.fate, entry.why) == ("no article", "references without the texts they name")
    assert "files" in entry.remedy


def test_a_build_reads_a_page_again_when_what_is_known_of_it_changed(tmp_path: Path) -> None:
    exported(tmp_path / "site", [FERRY], n12=PAGE)

    def outlet() -> str | None:
        reader = Reader(tmp_path / "kept", 1_000_000)
        (file,) = raw_files(tmp_path / "site", ["**"], [])
        (read,), _ = reader.read(file)
        reader.save()
        return read.article().meta.outlet

    assert outlet() == "The Island Post"
    changed = json.dumps([{**FERRY, "container-title": "Bay News"}])
    (tmp_path / "site" / "ferry" / "Ferry.json").write_text(changed, "utf-8")
    assert outlet() == "Bay News"
