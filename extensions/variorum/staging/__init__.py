"""From raw articles to staged documents, and from those, when Sphinx reads them, to pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup_staging(app: Sphinx) -> None:
    """Stage at ``builder-inited``, before Sphinx looks for changed documents."""
    from variorum.docnames import SUFFIX
    from variorum.staging.directives import setup_directives
    from variorum.staging.downloads import copy_downloads
    from variorum.staging.exports import publish_exports
    from variorum.staging.labels import forget_labels
    from variorum.staging.outputs import (
        begin,
        finish,
        outdated_pages,
        record_pages,
        remove_orphans,
    )
    from variorum.staging.parser import StagedParser
    from variorum.staging.stage import stage

    app.add_source_suffix(SUFFIX, "variorum")
    app.add_source_parser(StagedParser)
    app.connect("doctree-read", forget_labels, priority=900)
    setup_directives(app)
    app.connect("builder-inited", stage)
    app.connect("env-get-outdated", begin)
    app.connect("env-get-updated", outdated_pages)
    app.connect("env-get-updated", remove_orphans)
    app.connect("build-finished", record_pages)
    app.connect("build-finished", publish_exports)
    app.connect("build-finished", copy_downloads)
    app.connect("build-finished", finish, priority=900)  # When all else has been written.
