"""Directives that put a generated view on any page of the author's."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import (
    SphinxDirective,
    is_directive_registered,
    is_role_registered,
)

from variorum.docnames import REPORTS, STORIES, story_home
from variorum.pages import sources
from variorum.pages.abreast import LEAST, MOST, abreast_facts
from variorum.pages.joins import JOINS, pair_facts, siglum_order
from variorum.pages.kind import Options, PageKind
from variorum.pages.kinds import BY_NAME, KINDS, place
from variorum.pages.selection import UnknownSourceError, selection
from variorum.rendering.elements import Element, Part, box
from variorum.rendering.nodes import fragment
from variorum.staging.document import body_nodes
from variorum.staging.project import StagedProject
from variorum.staging.roles import ROLES
from variorum.staging.views import note_facts

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

logger = logging.getLogger(__name__)


CONTENTS = "contents"
"""The option that puts a story's pages into the table of contents."""


class View(SphinxDirective):
    """A generated page without its title, where an author wants it.

    The argument is the story's folder; without it the story at the root is meant. The options say
    what of it is wanted (:mod:`~variorum.pages.selection`).
    """

    view: ClassVar[str] = ""

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """The page's nodes, or a warning where there is no such story."""
        story = self.arguments[0].strip("/") if self.arguments else ""
        said = self.staged(self.docname_of(story))
        if said is None:
            return self.missing(f"no such story: {story!r}")
        try:
            return self.shown(said)
        except UnknownSourceError as error:
            return self.missing(f"no source is called {str(error)!r} in {story!r}")

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
        kind = BY_NAME[facts["page"]]
        asked = {name: said for name, said in self.options.items() if name != CONTENTS}
        chosen = cast(Options, asked)
        page = kind.view(selection(kind, facts, chosen))
        # What introduces a page speaks of all that is on it.
        children = [c for c in page.children if not (chosen and _introduces(c))]
        around = box("div", *children, classes=f"vr-page vr-page-{facts['page']}")
        shown = replace(page, children=[around])
        if self.view == "front" and CONTENTS not in self.options:
            # Whose navigation this is hasn't asked for a story's pages in it.
            shown = replace(shown, contents=())
        return list(body_nodes(shown, self.env.docname))

    def docname_of(self, story: str) -> str:
        """The docname of the page whose facts are shown."""
        project = self.env.project
        if self.view == "front" and not story_home(story) and isinstance(project, StagedProject):
            apart = project.staged_path(REPORTS).is_file()
            return REPORTS if apart else self.config.root_doc
        return story_home(story) + place(self.view)


class Stories(View):
    """The list of all stories of the site."""

    optional_arguments = 0

    def docname_of(self, story: str) -> str:
        """The docname of the page whose facts are shown."""
        return STORIES


class Parallel(View):
    """Two to four articles of a story side by side: the story's folder, and their letters.

    Of three or four the first leads.
    """

    required_arguments = 1
    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        """The texts, or a warning where there is no such story or article."""
        words = self.arguments[0].split()
        said, story = None, ""
        # A story in the source directory itself has no folder.
        for story, sigla in ((words[0].strip("/"), words[1:]), ("", words)):
            said = self.staged(f"{story_home(story)}parallel/{JOINS}") if len(sigla) > 1 else None
            if said is not None:
                break
        if said is None:
            return self.missing(f"no such story: {words[0]!r}")
        joins = json.loads(said)
        known = {source["siglum"]: source for source in joins["all"]}
        asked = list(dict.fromkeys(sigla))[:MOST]
        if len(asked) == 2:
            asked.sort(key=siglum_order)
        absent = [siglum for siglum in asked if siglum not in known]
        if absent or len(asked) < 2:
            return self.missing(f"no article {', '.join(absent) or 'beside itself'} in {story!r}")
        sources = [known[siglum] for siglum in asked]
        articles = [
            json.loads(self.staged(source["docname"]) or "{}")["article"] for source in sources
        ]
        shared = {name: joins[name] for name in ("pages", "title", "sources")}
        facts = abreast_facts if len(asked) >= LEAST else pair_facts
        return self.shown(json.dumps({**shared, **facts(joins, sources, articles)}))


class SourceCard(View):
    """One report: its letter, headline, date and what it says of itself.

    The argument is the report by its letter or its file, with its story's folder before it.
    """

    required_arguments = 1
    optional_arguments = 0
    view = "sources"

    def run(self) -> list[nodes.Node]:
        """The report's entry in the list of sources."""
        story, _slash, name = self.arguments[0].strip("/").rpartition("/")
        said = self.staged(self.docname_of(story))
        if said is None:
            return self.missing(f"no such story: {story!r}")
        facts = json.loads(said)
        try:
            facts = selection(sources.PAGE, facts, {"source": name})
        except UnknownSourceError:
            return self.missing(f"no source is called {name!r} in {story!r}")
        note_facts(self.env, "sources", said)
        made = box("div", sources.source_list(facts), classes="vr-page vr-source-card")
        return [fragment([made], self.env.docname)]


def _introduces(part: Part) -> bool:
    return isinstance(part, Element) and "vr-lead" in part.classes.split()


READ: Mapping[str, Callable[[str], Any]] = {
    "limit": directives.positive_int,
    "actor": directives.unchanged_required,
    "source": directives.unchanged_required,
    "kind": directives.unchanged_required,
}
"""What reads each option."""


def _view(kind: PageKind[Any]) -> type[View]:
    """The directive of a page, with the options that make sense for it."""
    known = {option: READ[option] for option in kind.options}
    if kind.name == "front":
        known[CONTENTS] = directives.flag
    return type(f"View_{kind.name}", (View,), {"view": kind.name, "option_spec": known})


DIRECTIVES: Mapping[str, type[View]] = {
    **{kind.name: _view(kind) for kind in KINDS if kind.directive},
    "stories": Stories,
    "parallel": Parallel,
    "source-card": SourceCard,
}
"""Each is ``variorum-<name>``, and those of :data:`SHORT` are plain ``<name>``, too."""
SHORT = (
    *(kind.name for kind in KINDS if kind.directive and kind.short_name),
    "parallel",
    "source-card",
)
"""Names that are ours unless another extension has them."""


def setup_directives(app: Sphinx) -> None:
    """Register directives and roles under the name of the extension."""
    for name, directive in DIRECTIVES.items():
        app.add_directive(f"variorum-{name}", directive)
    for name, role in ROLES.items():
        app.add_role(f"variorum-{name}", role())
    # When every extension has registered its own: short names are not worth a quarrel.
    app.connect("config-inited", add_short_names, priority=900)


def add_short_names(app: Sphinx, config: Config) -> None:
    """Register the short names that nobody else has."""
    for name in SHORT:
        if not is_directive_registered(name):
            app.add_directive(name, DIRECTIVES[name])
    for name, role in ROLES.items():
        if not is_role_registered(name):
            app.add_role(name, role())
