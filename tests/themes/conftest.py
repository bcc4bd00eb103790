"""Somebody's project with a story in it, in every theme."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Built
from tests.sphinx_run import run_sphinx

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


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Somebody's project, with a story in a folder of its own choosing."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    (folder / "index.md").write_text(INDEX, encoding="utf-8")
    (folder / "page.rst").write_text(PAGE, encoding="utf-8")
    shutil.copytree(ROOT / "source" / "geneva-2022", folder / "desk" / "geneva-2022")
    return folder


@pytest.fixture(scope="session", params=THEMES)
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def built(theme: str, source: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return run_sphinx(source, tmp_path_factory.mktemp(theme), conf=source, html_theme=theme)
