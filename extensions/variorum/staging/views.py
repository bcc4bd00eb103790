"""What Sphinx has to remember of a page that shows staged facts."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def note_facts(env: BuildEnvironment, page: str, facts: str) -> None:
    """Remember which kind of page this is and a hash of what it shows.

    The kind gives the page its styles; the hash tells an output folder whether what it holds was
    made from these facts (:mod:`variorum.staging.outputs`).
    """
    said: dict[str, Any] = env.metadata[env.docname]
    before = said.get("variorum-facts", "")
    said["variorum"] = page
    said["variorum-facts"] = hashlib.sha256(f"{before}{facts}".encode()).hexdigest()
