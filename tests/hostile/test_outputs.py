"""What is no character, and names that not every system takes, through Sphinx to each output."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.hostile.case import PROSE
from tests.hostile.characters import CONTROLS
from tests.sphinx_run import run_sphinx
from variorum.cli import main
from variorum.portable import portable

NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
NAMES = ("con.txt", "aux.md", "plain.txt", f"{'n' * 200}.txt")
STORIES = ("nul", "a:b?", "bridge", "Bridge")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Stories and articles of every awkward name, each with every control character in it."""
    source = tmp_path_factory.mktemp("odd") / "source"
    for story in STORIES:
        for name in NAMES[: 4 if story == "nul" else 2]:
            path = source / story / "articles" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            head = f"Ferry{CONTROLS}stays in {name[:5]}\n\nPublished: 10:00 AM, 5 Mar, 2024\n\n"
            path.write_text(
                f"{head}{PROSE}The {CONTROLS[3]} ferry.\n", encoding="utf-8", newline=""
            )
    return source


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text below a folder, by its name; those inside a book, too.

    The articles' own texts, in which offsets count, are exported as they are.
    """
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                for name in book.namelist():
                    if name.endswith((".xhtml", ".opf", ".ncx")):
                        data = book.read(name)
                        etree.fromstring(data)
                        yield name, data.decode("utf-8")
        elif path.suffix in (
            ".html",
            ".tex",
            ".xhtml",
            ".csv",
            ".xml",
            ".bib",
            ".js",
            ".typ",
        ):
            yield path.name, path.read_text(encoding="utf-8")


@pytest.mark.parametrize("builder", ["html", "epub", "latex"])
def test_no_output_holds_what_is_no_character(source: Path, tmp_path: Path, builder: str) -> None:
    built = run_sphinx(source, tmp_path, builder=builder)
    assert built.status == 0
    assert "non-existing" not in built.warnings
    assert "\x07" not in built.warnings
    found = dict(texts(built.out))
    assert found
    assert {name for name, text in found.items() if NO_CHARACTER.search(text)} == set()


def test_every_name_of_a_site_is_taken_by_every_system(source: Path, tmp_path: Path) -> None:
    built = run_sphinx(source, tmp_path)
    names = [name for name in built.files() if not name.startswith("_")]
    assert [n for n in names if any(portable(part) != part for part in n.split("/"))] == []
    assert len({name.casefold() for name in names}) == len(names)
    assert "Bridge" in built.warnings or "bridge" in built.warnings
    assert any(name.startswith("nul-") and name.endswith("index.html") for name in names)
    assert any(name.startswith("a-b-") for name in names)


def test_exports_are_taken_by_every_system(source: Path, tmp_path: Path) -> None:
    assert main(["export", str(source), "-o", str(tmp_path / "data")]) == 0
    names = [p.relative_to(tmp_path).as_posix() for p in (tmp_path / "data").rglob("*.*")]
    assert [n for n in names if any(portable(part) != part for part in n.split("/"))] == []
    found = dict(texts(tmp_path / "data"))
    assert "story.tei.xml" in found
    assert {name for name, text in found.items() if NO_CHARACTER.search(text)} == set()
