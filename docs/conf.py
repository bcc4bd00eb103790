"""The documentation, built by Sphinx with Variorum on: a story of its own serves as the example."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
# Without installation too; `generated` is the extension beside this file.
sys.path[:0] = [str(HERE.parent / "extensions"), str(HERE), str(HERE / "examples")]

from photographs import EXTENSION  # noqa: E402

from variorum.extending import add  # noqa: E402

add(EXTENSION)  # the example of extending.md

project = "Variorum"
author = "The Variorum developers"
project_copyright = "The Variorum developers; the articles are invented for this documentation"
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx_design", "variorum", "generated"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
myst_links_external_new_tab = False

exclude_patterns = ["hosting/*", "examples"]
smartquotes = False  # what is shown as typed is to be typed so
nitpicky = True
nitpick_ignore_regex = [("py:.*", r".*")]  # no other project's inventory is asked for

autodoc_member_order = "bysource"
autodoc_typehints = "description"

html_theme = "alabaster"
html_title = "Variorum"
html_static_path = ["_static"]
templates_path = ["_templates"]
html_copy_source = False
html_theme_options = {
    "description": "An annotated reader of news",
    "page_width": "70rem",
    "sidebar_width": "14rem",
    "fixed_sidebar": True,
    "show_powered_by": False,
}
html_sidebars = {"**": ["about.html", "searchfield.html", "navigation.html"]}
