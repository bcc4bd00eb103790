"""What a reader's edition prints of a page: less of its facts, seen by the page's own view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.pages.kinds import BY_NAME
from variorum.paper.book import Page, staged_facts
from variorum.rendering.nodes import fragment, variorum_fragment
from variorum.staging.project import StagedProject

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment


def abridged(page: Page, env: BuildEnvironment) -> nodes.document:
    """The document of a page, not yet resolved, with what its kind keeps for readers."""
    doctree = env.get_doctree(page.docname)
    kind, project = BY_NAME.get(page.kind), env.project
    if kind and kind.abridged and isinstance(project, StagedProject):
        shown = kind.view(kind.abridged(staged_facts(project, page.docname)))
        for whole in list(doctree.findall(variorum_fragment)):
            whole.replace_self(fragment(shown.children, page.docname))
    return doctree
