"""The extension in projects of others: their themes, their extensions, their pages."""

from __future__ import annotations

import re
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
