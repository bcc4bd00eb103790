"""The commands: what they print, where they write, and how they fail."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum import extending
from variorum.cli import main
from variorum.new import as_myst, escape
from variorum.reading import read_file

ARTICLE = """\
Old bridge to close

Published: 09:30 AM, 4 Mar, 2024
Get the Alpha Gazette app on Google Play

The council closes the old bridge on Monday, Mayor Karin Holt said. It *may* open again in 2025.

1. This isn't a list, [nor] a <b>link</b>.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "alpha.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "raw" / "README.md").write_text("# Notes\n", encoding="utf-8")
    return tmp_path / "raw"


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_annotate_prints_an_object_an_article(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["annotate", str(folder)]) == 0
    printed, warned = capsys.readouterr()
    (said,) = lines(printed)
    assert said["id"] == "alpha"
    assert said["source"] == "alpha.txt"
    assert said["meta"]["title"] == "Old bridge to close"  # type: ignore[index]
    assert said["meta"]["published"] == "2024-03-04T09:30"  # type: ignore[index]
    assert {z["kind"] for z in said["zones"]} == {"headline", "stamp", "promo"}  # type: ignore[attr-defined]
    assert "text" not in said
    assert "README.md" in warned


def test_every_annotation_verifies_against_the_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["annotate", "--text", str(folder)])
    (said,) = lines(capsys.readouterr().out)
    text = said["text"]
    assert text == ARTICLE
    annotations = said["annotations"]
    assert {a["type"] for a in annotations} >= {"entity", "quote", "date"}  # type: ignore[attr-defined]
    for a in annotations:  # type: ignore[attr-defined]
        assert text[a["start"] : a["end"]] == a["exact"]
        assert 0 <= a["confidence"] <= 1
        assert a["by"]
    assert len({a["id"] for a in annotations}) == len(annotations)  # type: ignore[attr-defined, arg-type]


def test_what_a_jsonl_object_gives_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jsonl"
    given = {"id": "x/1", "text": ARTICLE, "published": "2023-01-01", "outlet": "Given"}
    path.write_text(json.dumps(given) + "\n", encoding="utf-8")
    assert main(["annotate", str(path)]) == 0
    (said,) = lines(capsys.readouterr().out)
    assert said["id"] == said["story"] == "x/1"
    assert said["meta"]["published"] == "2023-01-01"  # type: ignore[index]
    assert said["meta"]["outlet"] == "Given"  # type: ignore[index]


def test_collate_runs_and_finds_nothing_in_one_article(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["collate", str(folder)]) == 0
    assert capsys.readouterr().out == ""


def test_collate_gives_the_texts_its_ranges_count_in_when_asked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = ARTICLE.replace("Alpha Gazette", "Beta Post").replace(
        "It *may*", "“It can wait,” she said. It"
    )
    (folder / "beta.txt").write_text("A ferry instead\n" + other, encoding="utf-8")
    (folder / "gamma.txt").write_text(
        "Frost\n\nIt was cold in Oslo on Tuesday.\n", encoding="utf-8"
    )
    main(["collate", str(folder)])
    assert all("text" not in said for said in lines(capsys.readouterr().out))
    main(["collate", "--text", str(folder)])
    found = lines(capsys.readouterr().out)
    assert any(said["kind"] == "shared-text" for said in found)
    for said in found:
        text, readings = said["text"], said["readings"]
        assert set(text) == {r["article"] for r in readings}  # type: ignore[attr-defined, call-overload]
        ranges = [r for r in readings if "start" in r]  # type: ignore[attr-defined]
        assert all(text[r["article"]][r["start"] : r["end"]] == r["exact"] for r in ranges)  # type: ignore[index]


@pytest.mark.parametrize("command", ["annotate", "collate", "build"])
def test_a_missing_folder_is_one_clear_line(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(tmp_path / "nowhere")]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert error.startswith(f"variorum {command}: no such ")


def test_a_folder_without_articles_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(tmp_path)]) == 1
    assert "no article" in capsys.readouterr().err


def test_build_makes_a_site_and_leaves_the_folder_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*")}
    assert main(["build", str(folder), "-o", str(tmp_path / "site")]) == 0
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*")} == before
    front = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "Old bridge to close" in front
    assert (tmp_path / "site" / "articles" / "alpha.html").is_file()
    assert (tmp_path / "site" / "_static" / "variorum" / "site.css").is_file()
    assert not list((tmp_path / "site").rglob("*.doctree"))


def test_build_speaks_the_language_asked_for_and_english_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for language, said in (("de", "Alle Wege hinein"), ("en", "All ways in")):
        site = tmp_path / language
        assert main(["build", str(folder), "--language", language, "-o", str(site)]) == 0
        assert said in (site / "index.html").read_text(encoding="utf-8")


def test_build_refuses_to_write_into_the_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(folder), "-o", str(folder / "site")]) == 1
    assert "-o" in capsys.readouterr().err


def test_new_writes_articles_that_read_back_the_same(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    raw = read_file(folder / "alpha.txt")
    assert main(["new", "bridge", str(folder / "alpha.txt")]) == 0
    again = read_file(tmp_path / "source" / "bridge" / "articles" / "alpha.md")
    assert again.text.split() == raw.text.split()
    assert again.meta.title == raw.meta.title
    assert again.meta.published == raw.meta.published
    assert [b.kind for b in again.blocks] == [b.kind for b in raw.blocks]
    assert (tmp_path / "source" / "bridge" / "story.yaml").is_file()


@pytest.mark.parametrize(
    ("host", "place"),
    [("github-pages", ".github/workflows/site.yml"), ("readthedocs", ".readthedocs.yaml")],
)
def test_new_hands_out_what_a_host_needs(
    host: str,
    place: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "bridge", str(folder / "alpha.txt"), "--host", host]) == 0
    written = capsys.readouterr().out.splitlines()
    assert [Path(p).as_posix() for p in written[1:]] == [place, "conf.py"]
    assert "variorum_publish=quotations" in (tmp_path / place).read_text(encoding="utf-8")
    # A second story has no need of them again, and what an author changed is the author's.
    (tmp_path / "conf.py").write_text('project = "Ours"\n', encoding="utf-8")
    assert main(["new", "ferry", str(folder / "alpha.txt"), "--host", host]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    (tmp_path / place).write_text("ours", encoding="utf-8")
    assert main(["new", "pier", str(folder / "alpha.txt"), "--host", host]) == 1
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / place).read_text(encoding="utf-8") == "ours"
    assert not (tmp_path / "source" / "pier").exists()
    assert (tmp_path / "conf.py").read_text(encoding="utf-8") == 'project = "Ours"\n'


def test_an_export_says_what_the_editor_calls_the_story(folder: Path, tmp_path: Path) -> None:
    (folder / "story.yaml").write_text("title: A bridge is shut\n", encoding="utf-8")
    assert main(["export", str(folder), "-o", str(tmp_path / "data"), "--format", "tei"]) == 0
    assert b">A bridge is shut<" in (tmp_path / "data" / "story.tei.xml").read_bytes()


def test_the_editors_words_of_two_folders_are_both_heard(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "karin-holt-lindt:\n  name: Karin Holt-Lindt\n  aliases: [Karin Holt]\n"
    (folder / "actors.yaml").write_text(name, encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "beta.txt").write_text(ARTICLE, encoding="utf-8")
    assert main(["annotate", str(folder), str(tmp_path / "more")]) == 0
    assert "karin-holt-lindt" in capsys.readouterr().out


def test_new_never_writes_over_an_article(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["new", "bridge", str(folder / "alpha.txt")])
    assert main(["new", "bridge", str(folder / "alpha.txt")]) == 1
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../x", "/tmp/x", "a/b", "", ".hidden", "c:x"])
def test_a_story_is_a_folder_under_source(
    name: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", name, str(folder / "alpha.txt")]) == 1
    assert not (tmp_path / "source").exists()


@pytest.mark.parametrize(
    "words",
    ["*stars* _under_ `code`", "# no heading", "- no item", "12. no item", "[a](b) <c> {d}`e`",
     "> no quote", "1986. A year", "a\\b", "--- rule", "| table |", "& &amp; ~ $x$"],
)  # fmt: skip
def test_words_survive_markdown(words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: T\n---\n\n{escape(words)}\n", encoding="utf-8")
    article = read_file(path)
    block = article.blocks[-1]
    assert article.text[block.start : block.end] == words


def test_the_same_input_gives_the_same_bytes(folder: Path) -> None:
    command = [sys.executable, "-m", "variorum.cli", "annotate", str(folder)]
    runs = {
        subprocess.run(
            command, capture_output=True, check=True, env={"PYTHONHASHSEED": seed, **ENV}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


ENV = {"PYTHONPATH": ":".join(p for p in sys.path if p), "PATH": "/usr/bin:/bin"}


def test_front_matter_has_what_was_read(folder: Path) -> None:
    front = as_myst(read_file(folder / "alpha.txt")).split("---\n")[1]
    assert front == (
        "title: Old bridge to close\noutlet: Alpha Gazette\n"
        "published: 2024-03-04T09:30\nlanguage: en\n"
        "# updated:\n# agency: [Reuters]\n# photo_agency: [Getty Images]\n"
        "# byline: [Jana Novak, Karin Holt]\n# place:\n# url:\n# retrieved:\n# rights: CC BY 4.0\n"
    )


EXTENSION = """\
from variorum.collation.findings.context import Draft
from variorum.extending import Extension, Kind
from variorum.model import Reading

def find(context):
    texts = sorted(context.material.texts.items())
    readings = tuple(Reading(id_, 0, 3, t.article.text[:3]) for id_, t in texts)
    yield Draft("opening", readings, "They open alike.", "Their first letters.", 0.9)

EXTENSION = Extension("openings", kinds=(Kind("opening", "Openings", find),))
"""


@pytest.fixture
def extension(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "openings.py").write_text(EXTENSION, "utf-8")
    yield tmp_path / "openings.py"
    extending.remove("openings")


def test_an_extension_of_a_file_takes_part(
    folder: Path, extension: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "beta.txt").write_text("The council met.\n", "utf-8")
    assert main(["collate", "--extension", str(extension), str(folder)]) == 0
    assert "opening" in {said["kind"] for said in lines(capsys.readouterr().out)}


@pytest.mark.parametrize("text", ["", "EXTENSION = 1", "raise OSError", None])
def test_a_file_without_an_extension_is_one_line(
    folder: Path, tmp_path: Path, text: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.py"
    if text is not None:
        file.write_text(text, "utf-8")
    assert main(["collate", "--extension", str(file), str(folder)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
