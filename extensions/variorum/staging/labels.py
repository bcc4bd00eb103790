"""Labels that ``sphinx.ext.autosectionlabel`` makes of our pages' titles, and nobody asked for.

A title of ours has no source, so that all of them would have one label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from variorum.staging.project import StagedProject

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def forget_labels(app: Sphinx, document: nodes.document) -> None:
    """Take away the labels of the page just read, if it is ours."""
    docname, project = app.env.docname, app.env.project
    if not isinstance(project, StagedProject) or not project.is_staged(docname):
        return
    domain = app.env.domains.standard_domain
    for name in ("", nodes.fully_normalize_name(f"{docname}:")):
        domain.labels.pop(name, None)
        domain.anonlabels.pop(name, None)
