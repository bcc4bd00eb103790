"""Directives that put a generated view on any page of the author's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from variorum.pages import PAGES
from variorum.pages.views import note_facts
from variorum.rendering.nodes import box
from variorum.staging.facts import JOINS, STORIES, page_name
from variorum.staging.parallel_facts import pair_facts, siglum_order
from variorum.staging.project import StagedProject

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


VIEWS = (
    "front", "actors", "statements", "timeline", "dates", "differences", "coverage", "sources",
)  # fmt: skip
"""Views of one story: each is a directive ``variorum-<name>``."""


class View(SphinxDirective):
    """A generated page without its title, where an author wants it.

    The argument is the story's folder; without it the story at the root is meant.
    """

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """The page's nodes, or a warning where there is no such story."""
        story = self.arguments[0].strip("/") if self.arguments else ""
        said = self.staged(self.docname_of(story))
        return self.missing(f"no such story: {story!r}") if said is None else self.shown(said)

    def staged(self, docname: str) -> str | None:
        """The facts staged for a document, as JSON; the page is made again when they change."""
        project = self.env.project
        path = project.staged_path(docname) if isinstance(project, StagedProject) else None
        if path is None or not path.is_file():
            return None
        self.env.note_dependency(path)
        return path.read_text(encoding="utf-8")

    def missing(self, message: str) -> list[nodes.Node]:
        """Warn of what isn't there, and show nothing."""
        location = self.get_location()
        logger.warning(message, type="variorum", subtype="page", location=location)
        return []

    def shown(self, said: str) -> list[nodes.Node]:
        """The page's nodes."""
        facts: dict[str, Any] = json.loads(said)
        # The hidden table of contents belongs to the page the view stands on.
        facts["docname"] = self.env.docname
        note_facts(self.env, facts["page"], said)
        page = PAGES[facts["page"]](facts)
        made = box("div", *page.children, classes=f"vr-page vr-page-{facts['page']}")
        made["support_smartquotes"] = False
        return [made]

    def docname_of(self, story: str) -> str:
        """The docname of the page whose facts are shown."""
        name = page_name(self.name.removeprefix("variorum-"))
        return f"{story}/{name}" if story else name


class Stories(View):
    """The list of all stories of the site."""

    optional_arguments = 0

    def docname_of(self, story: str) -> str:
        """The docname of the page whose facts are shown."""
        return STORIES


class Parallel(View):
    """Any two articles of a story side by side: the story's folder, and their letters."""

    required_arguments = 1
    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        """The two texts, or a warning where there is no such story or article."""
        *folder, one, other = ["", *self.arguments[0].split()][-3:]
        story = "".join(folder).strip("/")
        said = self.staged(f"{story}/{JOINS}" if story else JOINS)
        if said is None:
            return self.missing(f"no such story: {story!r}")
        joins = json.loads(said)
        known = {source["siglum"]: source for source in joins["sources"]}
        asked = sorted({one, other}, key=siglum_order)
        absent = [siglum for siglum in asked if siglum not in known]
        if absent or len(asked) < 2:
            return self.missing(f"no article {', '.join(absent) or 'beside itself'} in {story!r}")
        sources = [known[siglum] for siglum in asked]
        articles = [
            json.loads(self.staged(source["docname"]) or "{}")["article"] for source in sources
        ]
        shared = {name: joins[name] for name in ("pages", "title", "sources")}
        return self.shown(json.dumps(shared | pair_facts(joins, sources, articles)))


def setup_directives(app: Sphinx) -> None:
    """Register them under the name of the extension."""
    for name in VIEWS:
        app.add_directive(f"variorum-{name}", View)
    app.add_directive("variorum-stories", Stories)
    app.add_directive("variorum-parallel", Parallel)
