"""Which builder writes: what a transform has at hand, its environment, doesn't say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

ASKED = "variorum-builder"
"""An event that is asked for its one answer."""


def setup_building(app: Sphinx) -> None:
    """Be ready to answer."""
    app.add_event(ASKED)
    app.connect(ASKED, lambda app: app.builder)


def builder_of(env: BuildEnvironment) -> Builder:
    """The builder that the environment's documents are written by."""
    builder: Builder = env.events.emit_firstresult(ASKED)
    return builder
