"""The reader's own theme on Sphinx's ``basic``, and the styles every other theme gets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.pages.kinds import BY_NAME
from variorum.rendering.words import template_words
from variorum.theme.indexing import ShowWords, leave_out_index
from variorum.theme.search import only_storys_tabs, readable_pages, write_index

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

HERE = Path(__file__).parent
STYLES = (
    "tokens", "article", "marks", "margin", "layers", "card", "front", "lists", "actors",
    "pages", "variants", "filters", "coverage", "agreed", "parallel", "provenance", "hand", "print",
)  # fmt: skip
"""The stylesheets of the components, in their order; the theme's own frame is apart."""
NOT_READING = frozenset(("lists", "actors", "filters", "coverage", "parallel"))
"""What an article's page does without: it has to stay small with all that it loads."""


def setup_theme(app: Sphinx) -> None:
    """Register the theme, and give our own pages their styles in any theme."""
    app.add_html_theme("variorum", str(HERE))
    app.connect("builder-inited", _add_static_path)
    app.connect("builder-inited", leave_out_index)
    app.add_post_transform(ShowWords)
    app.connect("html-page-context", _style_page)
    app.connect("build-finished", write_index)


def _add_static_path(app: Sphinx) -> None:
    # First, so that a project's own file of the same name stands; a new list, since the old one
    # may be Sphinx's own default, shared by every build of a process.
    ours = HERE / ("epub" if app.builder.name == "epub" else "component")
    app.config.html_static_path = [str(ours), *app.config.html_static_path]


def _style_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    kind = app.env.metadata.get(pagename, {}).get("variorum")
    context["_"] = template_words
    context["variorum_page"] = kind or ("prose" if doctree else "other")
    context["variorum_trail"] = app.env.metadata.get(pagename, {}).get("variorum-trail", [])
    for name in ("tabs", "reviewed"):
        context[f"variorum_{name}"] = app.env.metadata.get(pagename, {}).get(f"variorum-{name}")
    if app.builder.name == "epub":
        app.add_css_file("variorum/epub.css", priority=400)
        return
    ours = app.config.html_theme == "variorum"
    if kind or ours:
        for name in STYLES:
            if kind == "article" and name in NOT_READING:
                continue
            app.add_css_file(f"variorum/{name}.css", priority=400)
    if ours and templatename == "search.html":
        context["variorum_pages"] = readable_pages(app.env)
        context["variorum_tabs"] = only_storys_tabs(app.env)
        app.add_css_file("variorum/search.css", priority=401)
    if kind:
        for name in BY_NAME[kind].styles:
            app.add_css_file(f"variorum/{name}.css", priority=401)
        for name in BY_NAME[kind].scripts:
            app.add_js_file(f"variorum/{name}.js", loading_method="defer")
        # The staged facts are no source anybody wrote.
        context["sourcename"] = ""
        context["has_source"] = False
