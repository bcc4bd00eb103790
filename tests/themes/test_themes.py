"""The extension in projects of others: their themes, their extensions, their pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.sphinx_run import Built, run_sphinx

# A theme's own use of what Sphinx is about to drop is its makers' to mend.
pytestmark = pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")

THEMES = (
    "furo", "pydata_sphinx_theme", "sphinx_book_theme", "sphinx_rtd_theme", "alabaster",
    "variorum",
)  # fmt: skip

CONF = """\
project = "A handbook"
extensions = [
    "variorum", "myst_parser", "sphinx.ext.autodoc", "sphinx.ext.intersphinx", "sphinx_design",
    "sphinx_copybutton",
]
"""

INDEX = """\
# A handbook

```{toctree}
desk/geneva-2022/index
page
```

She is {actor}`wendy-sherman`, and he {actor}`our man <dmitry-peskov>`.

```{variorum-timeline} desk/geneva-2022
```
"""

PAGE = """\
A page in reStructuredText
==========================

:actor:`wendy-sherman` speaks here:

.. variorum-statements:: desk/geneva-2022

.. automodule:: textwrap
   :members: shorten

.. code-block:: python

   print("copied by a button")
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody's project, with a story in a folder of its own choosing."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "index.md").write_text(INDEX, encoding="utf-8")
    (folder / "page.rst").write_text(PAGE, encoding="utf-8")
    shutil.copytree(ROOT / "source" / "geneva-2022", folder / "desk" / "geneva-2022")
    return folder


@pytest.fixture(scope="module", params=THEMES)
def built(
    request: pytest.FixtureRequest, source: Path, tmp_path_factory: pytest.TempPathFactory
) -> Built:
    work = tmp_path_factory.mktemp(request.param)
    return run_sphinx(source, work, conf=source, html_theme=request.param)


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
