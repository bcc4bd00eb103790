"""The reader's own theme on Sphinx's ``basic``, and the styles every other theme gets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.pages.kinds import BY_NAME
from variorum.rendering.words import template_words
from variorum.staging.project import StagedProject
from variorum.theme.indexing import ShowWords, leave_out_index
from variorum.theme.previews import links_show, write_previews
from variorum.theme.search import only_storys_tabs, readable_pages, write_index

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

HERE = Path(__file__).parent
ARTICLE = "article"
"""The kind of page that does with one sheet: it has to stay small with all that it loads."""


def setup_theme(app: Sphinx) -> None:
    """Register the theme, and give our own pages their styles in any theme."""
    app.add_html_theme("variorum", str(HERE))
    app.connect("builder-inited", _add_static_files)
    app.connect("builder-inited", leave_out_index)
    app.add_post_transform(ShowWords)
    app.connect("html-page-context", _style_page)
    app.connect("build-finished", write_index)
    app.connect("build-finished", write_previews)


def _add_static_files(app: Sphinx) -> None:
    if app.builder.name == "epub":
        app.config.html_static_path = [str(HERE / "epub"), *app.config.html_static_path]
    elif app.builder.format == "html":
        from variorum.theme.joined import write_assets

        write_assets(app)


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
    if ours and templatename == "search.html":
        context["variorum_pages"] = readable_pages(app.env)
        context["variorum_tabs"] = only_storys_tabs(app.env)
        app.add_js_file("variorum/search.js", loading_method="defer")
    if kind and not ours:
        app.add_css_file("variorum/guest.css", priority=400)
    if kind != ARTICLE and (kind or ours):
        app.add_css_file("variorum/pages.css", priority=401)
    if kind == ARTICLE:
        app.add_js_file("variorum/article.js", loading_method="defer")
    elif kind and (BY_NAME[kind].scripts or not _is_staged(app, pagename)):
        app.add_js_file("variorum/pages.js", loading_method="defer")
    if links_show(app, kind, doctree):
        app.add_js_file("variorum/previews.js", loading_method="defer")
    if kind:
        # The staged facts are no source anybody wrote.
        context["sourcename"] = ""
        context["has_source"] = False


def _is_staged(app: Sphinx, docname: str) -> bool:
    """Whether a page is ours; one of an author's may show several views."""
    project = app.env.project
    return isinstance(project, StagedProject) and project.is_staged(docname)
