"""What stands in a page's head for search engines and for those who share a link."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any

from variorum.hosting.feeds import feed_link
from variorum.hosting.others import describes_pages
from variorum.pages.schema_org import short
from variorum.rendering.links import SITES

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

CONTEXT = "https://schema.org"
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_VIEWPORT = re.compile(r'<meta name="viewport"[^>]*>\s*')


def describe_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Add a description, what a shared link shows, and the page as data."""
    if app.builder.name not in SITES:
        return
    said = app.env.metadata.get(pagename, {}).get("variorum-head") or {}
    if context.get("variorum_missing"):
        context["pageurl"] = None
    tags = _tags(app, said, context, shared=not (doctree and describes_pages(app)))
    if found := feed_link(app, pagename):
        tags.append(found)
    # Every theme's frame has a viewport of its own, before the one that docutils writes.
    written = _VIEWPORT.sub("", context.get("metatags", ""))
    context["metatags"] = "\n".join([written, *tags])


def _tags(app: Sphinx, said: dict[str, Any], context: dict[str, Any], *, shared: bool) -> list[str]:
    """The tags; with *shared* those that a shared link is shown by."""
    title = _plain(context.get("title") or app.config.html_title)
    description = short(said.get("description") or "")
    pairs = [
        ("property", "og:title", title),
        ("property", "og:type", said.get("kind") or "website"),
        ("property", "og:site_name", _plain(app.config.html_title or app.config.project)),
        ("property", "og:description", description),
        ("property", "og:url", context.get("pageurl") or ""),
        ("name", "description", description),
        ("name", "twitter:card", "summary"),
    ]
    if not shared:
        pairs = [pair for pair in pairs if pair[1] == "description"]
    if app.config.variorum_robots == "noindex" or context.get("variorum_missing"):
        pairs.append(("name", "robots", "noindex"))
    tags = [
        f'<meta {kind}="{name}" content="{escape(content)}" />'
        for kind, name, content in pairs
        if content
    ]
    if said.get("data"):
        data = {"@context": CONTEXT} | said["data"]
        if context.get("pageurl"):
            data["url"] = context["pageurl"]
        tags.append(f'<script type="application/ld+json">{as_script(data)}</script>')
    return tags


def as_script(data: Any) -> str:
    """JSON that ends no script and opens no comment, whatever its strings hold."""
    said = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return said.translate(_ESCAPES)


def _plain(title: str) -> str:
    """A title that Sphinx has rendered, as words."""
    from markupsafe import Markup

    return Markup(title).striptags()
