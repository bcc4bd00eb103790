"""The extension in projects of others: their themes, their extensions, their pages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sphinx_run import Built, run_sphinx

# A theme's own use of what Sphinx is about to drop is its makers' to mend.
pytestmark = pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")


def test_it_builds_without_a_warning(built: Built) -> None:
    assert built.warnings == ""


def test_articles_have_their_text_their_marks_and_the_styles_of_those(built: Built) -> None:
    page = built.page("desk/geneva-2022/articles/ostrey-courier")
    assert 'class="vr-ent vr-first"' in page
    assert page.count("_static/variorum/") == 2  # a sheet and a script
    assert re.search(r"<div[^>]*vr-card", page)


def test_views_and_roles_stand_on_pages_in_either_markup(built: Built) -> None:
    assert 'href="desk/geneva-2022/actors/wendy-sherman.html"' in built.page("index")
    assert "our man" in built.page("index")
    statements = built.page("page")
    assert 'href="desk/geneva-2022/articles/ostrey-courier.html#' in statements
    assert "shorten" in statements


def test_other_projects_link_to_our_actors(source: Path, tmp_path: Path) -> None:
    run_sphinx(source, tmp_path / "one", conf=source)
    other = tmp_path / "other"
    other.mkdir()
    (other / "index.rst").write_text(
        "Elsewhere\n=========\n\n:external:variorum:actor:`desk/geneva-2022/wendy-sherman`\n",
        encoding="utf-8",
    )
    inventory = str(tmp_path / "one" / "out" / "objects.inv")
    built = run_sphinx(
        other, tmp_path / "two", extensions=["variorum", "sphinx.ext.intersphinx"],
        html_theme="alabaster", variorum_articles=["none"],
        intersphinx_mapping={"desk": ("https://desk.example/", inventory)},
    )  # fmt: skip
    assert built.warnings == ""
    assert 'href="https://desk.example/desk/geneva-2022/actors/wendy-sherman.html' in built.page(
        "index"
    )


@pytest.mark.parametrize(
    ("extensions", "markup"),
    [
        (["variorum.domain"], ("index.rst", ":external+desk:variorum:actor:`{}`")),
        (["myst_parser"], ("index.md", "[somebody](inv:desk:variorum:actor#{})")),
    ],
)
def test_whoever_only_links_needs_nothing_that_reads(
    source: Path, tmp_path: Path, extensions: list[str], markup: tuple[str, str]
) -> None:
    run_sphinx(source, tmp_path / "one", conf=source)
    other = tmp_path / "other"
    other.mkdir()
    name, words = markup
    words = words.format("desk/geneva-2022/wendy-sherman")
    (other / name).write_text(f"Elsewhere\n=========\n\n{words}\n", encoding="utf-8")
    mapping = {"desk": ("https://desk.example/", str(tmp_path / "one" / "out" / "objects.inv"))}
    (other / "conf.py").write_text(
        f"extensions = {[*extensions, 'sphinx.ext.intersphinx']}\nintersphinx_mapping = {mapping}\n"
        "import sys\nsys.modules |= dict.fromkeys(('spacy', 'trafilatura', 'lxml', 'numpy'))\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "sphinx", "-qW", str(other), str(tmp_path / "two")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "two" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://desk.example/desk/geneva-2022/actors/wendy-sherman.html' in page
