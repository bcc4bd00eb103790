"""What of an edition may be published: full texts, or short quotations from them.

Imports neither docutils nor Sphinx. An edition is reduced before any fact of a page is written, so
whatever is made from the facts holds no more of a text than they do.
"""

from __future__ import annotations

PUBLISH = ("full", "quotations")
"""What may be published of an article whose rights do not say it."""
MENTION = "mention"
"""The kind of a block that is a name, a date or a figure alone."""
