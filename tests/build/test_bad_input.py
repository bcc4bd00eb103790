"""Bad input costs its own item, says where it is, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.build.test_pages import words_on_page
from tests.conftest import Build

BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "nul.txt": (b"Headline\n\nText with \x00 in it.\n", "NUL"),
    "undecodable.txt": (bytes(range(128, 160)) * 3 + b"\x81\x8d\x8f\x90\x9d\xff\x00", "NUL"),
    "half.txt": (b"\xff\xfeH\x00e\x00\x00", "not decodable"),
    "large.txt": (b"A word too many. " * 400, "too large"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_left_out_and_listed(story: Path, build: Build, name: str) -> None:
    data, message = BAD[name]
    (story / "bridge" / "articles" / name).write_bytes(data)
    built = build(story, variorum_max_bytes=5000)
    assert f"bridge/articles/{name}" in built.warnings
    assert message in built.warnings
    assert built.warnings.count("WARNING") == 1
    sources = built.page("bridge/sources")
    assert 'id="left-out"' in sources
    assert name in sources
    assert message in sources
    assert "1 file was left out" in built.page("bridge/index")
    assert not (built.out / f"bridge/articles/{Path(name).stem}.html").exists()
    assert "Twelve of its forty piers" in " ".join(
        words_on_page(built.page("bridge/articles/alpha"))
    )


def test_a_guessed_encoding_is_named(story: Path, build: Build) -> None:
    text = "Café owners protest\n\nThe café owners of the old bridge said they would close, too.\n"
    path = story / "bridge" / "articles" / "latin.txt"
    path.write_bytes(text.encode("latin-1"))
    built = build(story)
    assert "bridge/articles/latin.txt:1: WARNING" in built.warnings
    assert "a guess" in built.warnings
    assert "variorum.encoding" in built.warnings
    assert "caf" in built.page("bridge/articles/latin")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_part_of_the_text(story: Path, build: Build, encoding: str) -> None:
    text = "Café owners protest\n\nThe café owners of the old bridge said they would close, too.\n"
    (story / "bridge" / "articles" / "mark.txt").write_bytes(text.encode(encoding))
    built = build(story)
    assert built.warnings == ""
    page = built.page("bridge/articles/mark")
    assert ">Café owners protest" in page
    assert "\ufeff" not in page


def test_a_warning_can_be_silenced_by_its_kind(story: Path, build: Build) -> None:
    (story / "bridge" / "articles" / "empty.txt").write_bytes(b"")
    assert build(story, suppress_warnings=["variorum.article"]).warnings == ""


def test_a_link_out_of_the_project_is_not_followed(
    story: Path, build: Build, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Secret\n\nNobody should read this sentence here.\n", encoding="utf-8")
    (story / "bridge" / "articles" / "link.txt").symlink_to(secret)
    built = build(story)
    assert all(b"Nobody should read this" not in data for data in built.files().values())


INJECTIONS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    ".. include:: /etc/passwd",
    ".. raw:: html",
    "```{include} /etc/passwd\n```",
    "{{ project }} |release| {term}`x`",
    "*stars* **two** `code` _under_",
    "&lt;b&gt; &amp; &#60;",
    "[link](javascript:alert(1)) <a href='javascript:alert(1)'>x</a>",
    "%(a)s {0} $HOME `rm`",
    "]]> --> <!-- --",
    '" onmouseover="alert(1)',
]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_markup_in_an_article_is_text(story: Path, build: Build, suffix: str) -> None:
    lines = "\n\n".join(f"Line with {words} in it." for words in INJECTIONS)
    head = "<b>Head</b>line\n\n" if suffix == ".txt" else "---\ntitle: <b>Head</b>line\n---\n\n"
    path = story / "bridge" / "articles" / f"inject{suffix}"
    path.write_text(head + lines + "\n", encoding="utf-8")
    built = build(story)
    page = built.page("bridge/articles/inject")
    main = page[page.index("<main") : page.index("</main>")]
    assert "<script" not in main
    assert "onerror=alert" not in main.replace("&gt;", ">") or "&lt;img" in main
    assert "<img" not in main
    assert "<b>Head" not in page
    assert 'onmouseover="' not in main
    assert 'href="javascript' not in page
    assert "root:" not in page
    if suffix == ".txt":
        for words in ("*stars* **two**", "|release|", ".. include:: /etc/passwd"):
            assert words in main


def test_markup_in_metadata_is_text(story: Path, build: Build) -> None:
    (story / "bridge" / "articles" / "meta.md").write_text(
        '---\ntitle: "<script>alert(1)</script>"\noutlet: "<img src=x>"\n'
        "url: javascript:alert(1)\nbyline: ['</dd><script>']\n---\n\nA text of some words.\n",
        encoding="utf-8",
    )
    built = build(story)
    for name in ("bridge/articles/meta", "bridge/index", "bridge/sources", "index"):
        page = built.page(name)
        assert "<script>" not in page.partition("</head>")[2]
        assert "<img src=x" not in page
        assert 'href="javascript' not in page


def test_names_of_files_are_no_paths(story: Path, build: Build) -> None:
    articles = story / "bridge" / "articles"
    for name in ("index.txt", "x..txt", "a b&c?.txt", "Ж.txt", "con.md", "-.txt"):
        (articles / name).write_text(f"A headline\n\nThe words of {name}, all here.\n", "utf-8")
    built = build(story)
    pages = [p.read_text(encoding="utf-8") for p in (built.out / "bridge/articles").glob("*.html")]
    assert len(pages) == 8
    texts = [page.partition("vr-turn")[0] for page in pages]
    assert sum("all here" in re.sub(r"<[^>]+>", "", text) for text in texts) == 6


def test_a_folder_without_any_article_still_builds(tmp_path: Path, build: Build) -> None:
    (tmp_path / "source" / "articles").mkdir(parents=True)
    built = build(tmp_path / "source")
    assert built.status == 0
    assert (built.out / "index.html").is_file()


def test_what_is_no_article_is_listed_beside_what_is_missing(story: Path, build: Build) -> None:
    articles = story / "bridge" / "articles"
    (articles / "map.png").write_bytes(b"\x89PNG")
    (articles / "notes.pages").write_text("x", encoding="utf-8")
    (articles / "delta.html").write_text("<p>The ferry sailed on Monday.</p>", "utf-8")
    (articles / "delta_files").mkdir()
    (articles / "delta_files" / "advert.html").write_text("<p>Buy a boat.</p>", "utf-8")
    (articles / "gamma.txt").write_text("Ferry sails\n\nThe ferry sailed on Monday.\n", "utf-8")
    built = build(story)
    sources = built.page("bridge/sources")
    passed = sources[sources.index('id="no-articles"') :]
    assert "map.png" in passed
    assert "a picture" in passed
    assert "belongs to delta.html" in passed
    left_out = sources[sources.index('id="left-out"') : sources.index('id="no-articles"')]
    assert "notes.pages" in left_out
    assert "save its text as .txt" in left_out
    assert " of 3 articles names no outlet: " in sources or " name no outlet: " in sources
    assert "Say what you know in bridge/story.yaml:" in sources
    pasted = sources[sources.index("vr-to-paste") :]
    assert "articles:\n" in pasted[:80]
    assert "gamma.txt:\n    outlet:" in pasted
