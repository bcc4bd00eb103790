from __future__ import annotations

import json
from typing import TYPE_CHECKING

from variorum.reading import Reading, read_paths

if TYPE_CHECKING:
    from pathlib import Path

BODY = "The harbour opened again on Monday, the port authority said.\n"


def write(root: Path, **files: str | bytes) -> None:
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_DOT_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def found(reading: Reading) -> list[tuple[str, str, str]]:
    return [(a.id, a.source, a.story) for a in reading.articles]


def test_a_folder_is_read_sorted_with_its_folders_as_stories(tmp_path: Path) -> None:
    write(
        tmp_path,
        b_DOT_txt=BODY,
        a_DOT_md=BODY,
        talks__articles__c_DOT_html=f"<p>{BODY}</p>",
        talks__d_DOT_htm=f"<p>{BODY}</p>",
        summit__e_DOT_txt=BODY,
    )
    assert found(read_paths([tmp_path])) == [
        ("a", "a.md", ""),
        ("b", "b.txt", ""),
        ("e", "summit/e.txt", "summit"),
        ("d", "talks/d.htm", "talks"),
        ("c", "talks/articles/c.html", "talks"),
    ]


def test_the_calls_story_is_that_of_articles_in_no_folder(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=BODY, talks__b_DOT_txt=BODY)
    reading = read_paths([tmp_path], story="storm")
    assert [a.story for a in reading.articles] == ["storm", "talks"]


def test_an_article_may_name_its_story(tmp_path: Path) -> None:
    write(tmp_path, talks__a_DOT_md=f"---\nstory: storm\n---\n{BODY}")
    assert found(read_paths([tmp_path])) == [("a", "talks/a.md", "storm")]


def test_equal_stems_are_told_apart_by_suffix_or_folder(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=BODY, a_DOT_md=BODY, x__b_DOT_txt=BODY, y__b_DOT_txt=BODY)
    assert [a.id for a in read_paths([tmp_path]).articles] == ["a.md", "a.txt", "x/b", "y/b"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=BODY)
    assert len(read_paths([tmp_path, tmp_path / "a.txt"]).articles) == 1


def test_equal_paths_in_two_folders_get_a_number(tmp_path: Path) -> None:
    write(tmp_path, x__a_DOT_txt=BODY, y__a_DOT_txt=BODY)
    reading = read_paths([tmp_path / "x", tmp_path / "y"])
    assert [a.id for a in reading.articles] == ["a.txt", "a.txt-2"]


def test_files_that_are_no_articles_are_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path, README_DOT_md="# Read me", LICENSE_DOT_txt="Free", _DOT_hidden_DOT_txt=BODY,
        _DOT_git__a_DOT_txt=BODY, picture_DOT_png=b"\x89PNG", a_DOT_txt=BODY,
    )  # fmt: skip
    reading = read_paths([tmp_path])
    assert [a.id for a in reading.articles] == ["a"]
    assert [(p.subtype, p.source, p.left_out) for p in reading.problems] == [
        ("article", "LICENSE.txt", False),
        ("article", "README.md", False),
        ("article", "picture.png", False),
    ]


def test_every_file_of_a_folder_is_accounted_for(tmp_path: Path) -> None:
    write(
        tmp_path, a_DOT_txt=BODY, empty_DOT_txt="", nul_DOT_txt=b"a\0b", README_DOT_md="# Read me",
        story_DOT_yaml="title: Storm", map_DOT_png=b"\x89PNG", notes_DOT_pages="x", _DOT_git__a="x",
    )  # fmt: skip
    account = read_paths([tmp_path]).account
    assert [(entry.source, entry.fate) for entry in account] == [
        (".git/", "no article"),
        ("README.md", "no article"),
        ("a.txt", "read"),
        ("empty.txt", "no article"),
        ("map.png", "no article"),
        ("notes.pages", "unreadable"),
        ("nul.txt", "unreadable"),
        ("story.yaml", "belongs"),
    ]
    told = {entry.source: entry for entry in account}
    assert told["a.txt"].articles == ("a",)
    assert told["story.yaml"].of == "the story"
    assert all(e.why for e in account if e.fate in ("no article", "unreadable"))
    assert told["notes.pages"].remedy == "save its text as .txt"


def test_bad_files_cost_themselves_alone(tmp_path: Path) -> None:
    write(
        tmp_path, a_DOT_txt=BODY, empty_DOT_txt="", nul_DOT_txt=b"a\0b",
        large_DOT_txt=BODY * 100, z_DOT_txt=BODY,
    )  # fmt: skip
    reading = read_paths([tmp_path, tmp_path / "gone.txt", tmp_path / "a.pdf"], max_bytes=1000)
    assert [a.id for a in reading.articles] == ["a", "z"]
    assert sorted(p.source for p in reading.problems if p.left_out) == [
        "a.pdf", "empty.txt", "gone.txt", "large.txt", "nul.txt",
    ]  # fmt: skip


def test_no_absolute_path_is_published(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=BODY, empty_DOT_txt="")
    reading = read_paths([tmp_path, tmp_path / "a.txt", tmp_path / "gone"])
    assert str(tmp_path) not in repr(reading)


def test_a_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt=b"\xef\xbb\xbfOne.", b_DOT_txt=b"One.")
    a, b = read_paths([tmp_path]).articles
    assert a.text == b.text == "One."
    assert len(a.sha256) == 64
    assert a.sha256 != b.sha256


def objects(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows))
    return path


def test_objects_give_what_is_known_and_stand_alone(tmp_path: Path) -> None:
    path = objects(
        tmp_path / "a.jsonl",
        {"id": "one", "text": "Published: 1 May 2021\n" + BODY, "published": "2021-05-04",
         "outlet": "Coastline", "gold": [1]},
        {"id": "two", "text": BODY, "story": "storm", "title": "A title"},
    )  # fmt: skip
    one, two = read_paths([path]).articles
    assert (one.id, one.story, one.meta.published, one.meta.outlet) == (
        "one", "one", "2021-05-04", "Coastline",
    )  # fmt: skip
    assert one.meta.basis["published"] == "record"
    assert (two.story, two.meta.title, two.text) == ("storm", "A title", BODY)


def test_the_title_given_is_found_in_the_text(tmp_path: Path) -> None:
    title = "Harbour reopens after the storm, officials say."
    path = objects(tmp_path / "a.jsonl", {"id": "a", "title": title, "text": f"{title}\n{BODY}"})
    (article,) = read_paths([path]).articles
    assert [b.kind for b in article.blocks] == ["headline", "paragraph"]


def test_bad_objects_cost_themselves_alone(tmp_path: Path) -> None:
    path = objects(
        tmp_path / "a.jsonl",
        "not json", "[" * 100_000, "[]", {"text": BODY}, {"id": "a"}, {"id": "b", "text": " "},
        '{"id": "c", "text": "half \\ud800 a pair"}', {"id": "d", "text": "a\0b"}, "",
        {"id": "e", "text": BODY}, {"id": "e", "text": BODY + "again"},
        {"id": "f", "text": BODY, "published": "yesterday", "title": 3},
    )  # fmt: skip
    reading = read_paths([path])
    assert [a.id for a in reading.articles] == ["e", "f"]
    assert [p.line for p in reading.problems if p.line] == [1, 2, 3, 4, 5, 6, 7, 8, 12, 12]
    assert reading.articles[1].meta.published is None
    assert sum("given twice" in p.message for p in reading.problems) == 1
