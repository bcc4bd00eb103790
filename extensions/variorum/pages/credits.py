"""Who is credited for words that two reports share, as a word for tables and drawings."""

from __future__ import annotations

from variorum.rendering.words import _


def credit_of(how: str) -> str:
    """What is known of the credit."""
    return {
        "credited": _("credited"),
        "inferred": _("credit inferred"),
        "unknown": _("no credit"),
    }[how]
