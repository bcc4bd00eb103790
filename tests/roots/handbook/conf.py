"""Somebody's handbook; a test puts a story into ``desk/``, and chooses the theme."""

project = "A handbook"
extensions = [
    "variorum",
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx_design",
    "sphinx_copybutton",
]
