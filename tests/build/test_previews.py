"""What links to actors, statements and findings show: which pages have it, and what it says."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Build

SCRIPT = "_static/variorum/previews.js"
SAME = "The mayor’s office will answer every letter that it gets this week"


def write(story: Path) -> None:
    (story / "index.rst").write_text(
        "Notes\n=====\n\nAsk :actor:`ann-doe`.\n\n.. toctree::\n\n   other\n   ferry/index\n",
        encoding="utf-8",
    )  # fmt: skip
    (story / "other.rst").write_text("Other\n=====\n\nNobody is named.\n", encoding="utf-8")
    folder = story / "ferry" / "articles"
    folder.mkdir(parents=True)
    for name, count in ("Post", 30), ("Mail", 50):
        text = f"“{SAME},” Ann Doe said on Monday. Some {count} people had come to hear her.\n"
        head = f"---\ntitle: Ann Doe answers\noutlet: Orle {name}\n---\n\n"
        (folder / f"{name.lower()}.md").write_text(head + text, encoding="utf-8")


def test_a_page_with_such_a_link_can_show_where_it_leads_in_any_theme(
    story: Path, build: Build
) -> None:
    write(story)
    built = build(story, html_theme="alabaster")
    assert SCRIPT in built.page("index")
    assert SCRIPT not in built.page("other")
    assert SCRIPT in built.page("ferry/statements")
    assert SCRIPT not in built.page("ferry/articles/post")


def test_it_says_who_by_the_names_of_outlets_and_what_differs_once(
    story: Path, build: Build
) -> None:
    write(story)
    built = build(story)
    script = (built.out / "_static/variorum/previews/ferry/data.js").read_text(encoding="utf-8")
    folder, said = json.loads("[" + script.partition("[")[2].removesuffix(");\n"))
    assert folder == "ferry"
    kind, name, named = said["ferry/actors/ann-doe.html"]
    assert (kind, name) == ("person", "Ann Doe")
    assert "Orle Mail 2" in named
    found = [words for at, words in said.items() if at.startswith("ferry/differences.html#")]
    (figures,) = (words for words in found if words[0] == "Figures")
    assert "30" in figures[1]
    assert "50" in figures[1]
    assert figures[2:] == []  # the sentence has the words of both


def test_what_is_gone_shows_nothing_any_more(story: Path, build: Build) -> None:
    write(story)
    place = build(story).out / "_static/variorum/previews"
    assert (place / "ferry/data.js").is_file()
    for path in (story / "ferry" / "articles").iterdir():
        path.unlink()
    (story / "index.rst").write_text("Notes\n=====\n\nNothing.\n", encoding="utf-8")
    assert not (build(story).out / "_static/variorum/previews/ferry/data.js").exists()
