"""What authors write on their own pages: words marked by hand, and parts of views."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.conftest import Build, Built

ALPHA = """\
Old bridge to close

Published: 09:30 AM, 4 Mar, 2024

"We have no choice," Mayor Karin Holt said. "It is closed," said engineer Tom Brandt.
"""
BETA = """\
A bridge too old

Published: 10:30 AM, 5 Mar, 2024

Nobody asked Tom Brandt. The ferry runs on Monday, Karin Holt said.
"""
ROLES = (
    "said`Let it stand <karin-holt; to: tom-brandt; via: a letter>`",
    "when`the second week <2024-W10>`",
    "reading`asked Tom <bridge/B>`",
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    (folder / "bridge" / "articles").mkdir(parents=True)
    (folder / "bridge" / "articles" / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (folder / "bridge" / "articles" / "beta.txt").write_text(BETA, encoding="utf-8")
    return folder


def main_words(built: Built) -> str:
    """The text of the author's page on one line."""
    page = built.page("index")
    body = page[page.index("<h1") : page.index("<footer")]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


@pytest.mark.parametrize("suffix", ["md", "rst"])
def test_words_are_marked_by_hand_in_myst_and_in_rst(
    source: Path, build: Build, suffix: str
) -> None:
    head, shape = (
        ("# Bridges\n\n", "{{{}}}`{}") if suffix == "md" else ("Bridges\n=======\n\n", ":{}:`{}")
    )
    text = head + "; ".join(shape.format(*role.split("`", 1)) for role in ROLES)
    (source / f"index.{suffix}").write_text(f"{text}\n", encoding="utf-8")
    built = build(source, extensions=["variorum", "myst_parser"])
    assert built.warnings == ""
    said = main_words(built).replace(" ,", ",").replace("( ", "(").replace(" )", ")")
    assert "“Let it stand” (Karin Holt, to Tom Brandt, in a letter)" in said
    assert "the second week (4–10 Mar)" in said
    assert "“asked Tom” B" in said
    page = built.page("index")
    assert 'href="bridge/actors/karin-holt.html"' in page
    assert 'href="bridge/articles/beta.html"' in page
    assert re.search(r'<time[^>]* datetime="2024-W10"', page)


def test_what_cannot_be_linked_is_a_located_warning(source: Path, build: Build) -> None:
    text = "Bridges\n=======\n\n:reading:`x <bridge/Q>` :when:`soon <tomorrow>` :said:`Hm <me>`\n"
    (source / "index.rst").write_text(text, encoding="utf-8")
    warned = build(source).warnings
    assert warned.count("[variorum.role]") == 2
    assert "no report is called 'bridge/Q'" in warned
    assert "must be a date" in warned
    assert "no such actor: me" in warned
    assert warned.count("index.rst:4") == 3


def test_a_view_shows_what_its_options_ask_for(source: Path, build: Build) -> None:
    page = """\
Bridges
=======

.. statements:: bridge
   :actor: karin-holt
   :source: alpha

.. source-card:: bridge/B
"""
    (source / "index.rst").write_text(page, encoding="utf-8")
    built = build(source)
    assert built.warnings == ""
    said = main_words(built)
    assert "We have no choice" in said
    assert "It is closed" not in said
    assert "The ferry runs" not in said
    assert "A bridge too old" in said
    assert "beta.txt" in said
    assert "alpha.txt" not in said


def test_options_that_make_no_sense_and_sources_that_are_not_there(
    source: Path, build: Build
) -> None:
    page = (
        "Bridges\n=======\n\n.. statements:: bridge\n   :source: Q\n\n.. source-card:: bridge/Q\n"
    )
    (source / "index.rst").write_text(page, encoding="utf-8")
    assert build(source).warnings.count("no source is called 'Q' in 'bridge'") == 2
    page = "Bridges\n=======\n\n.. timeline:: bridge\n   :actor: karin-holt\n"
    (source / "index.rst").write_text(page, encoding="utf-8")
    assert 'unknown option: "actor"' in build(source).warnings


OTHER = """
from docutils import nodes
from docutils.parsers.rst import Directive

class Actors(Directive):
    def run(self):
        return [nodes.paragraph("", "from another extension")]

def setup(app):
    app.add_directive("actors", Actors)
    return {"parallel_read_safe": True}
"""


def test_a_short_name_that_is_taken_stays_the_other_s(
    source: Path, build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "other_extension.py").write_text(OTHER, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    page = "Bridges\n=======\n\n.. actors::\n\n.. variorum-actors:: bridge\n"
    (source / "index.rst").write_text(page, encoding="utf-8")
    built = build(source, extensions=["variorum", "other_extension"])
    assert built.warnings == ""
    said = main_words(built)
    assert "from another extension" in said
    assert "Tom Brandt" in said


def test_some_of_the_reports_that_share_text(source: Path, build: Build) -> None:
    # What is listed names its partners, which the option leaves out.
    shared = "The old bridge across the river had stood there for a hundred and twenty years."
    for name in ("alpha", "beta", "gamma"):
        path = source / "bridge" / "articles" / f"{name}.txt"
        said = path.read_text(encoding="utf-8") if path.exists() else "A third report\n"
        path.write_text(f"{said}\n{shared}\n", encoding="utf-8")
    page = "Bridges\n=======\n\n.. variorum-sources:: bridge\n   :limit: 2\n"
    (source / "index.rst").write_text(page, encoding="utf-8")
    built = build(source)
    assert built.warnings == ""
    assert "Old bridge to close" in main_words(built)
    assert "A third report" not in main_words(built)
