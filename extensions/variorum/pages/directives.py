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
from variorum.staging.facts import STORIES, page_name
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
        docname = self.docname_of(self.arguments[0].strip("/") if self.arguments else "")
        project = self.env.project
        path = project.staged_path(docname) if isinstance(project, StagedProject) else None
        if path is None or not path.is_file():
            logger.warning(
                "no such story: %r", self.arguments[0] if self.arguments else "",
                type="variorum", subtype="page", location=self.get_location(),
            )  # fmt: skip
            return []
        self.env.note_dependency(path)
        said = path.read_text(encoding="utf-8")
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


def setup_directives(app: Sphinx) -> None:
    """Register them under the name of the extension."""
    for name in VIEWS:
        app.add_directive(f"variorum-{name}", View)
    app.add_directive("variorum-stories", Stories)
