"""The pages of a story, as the row of names under the bar of every page of it."""

from __future__ import annotations

from typing import Any

from variorum.rendering.words import _


def tabs(facts: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """Docname, name and whether the page belongs to it, for each view of the page's story."""
    pages = facts.get("pages")
    if not pages:
        return []
    here = _VIEW_OF.get(facts["page"], facts["page"])
    return [(pages[view], words, view == here) for view, words in _views().items() if view in pages]


_VIEW_OF = {"article": "front", "actor": "actors", "statement": "statements", "pairs": "parallel"}
"""The view a page without a tab of its own belongs to."""


def _views() -> dict[str, str]:
    return {
        "front": _("Reports"),
        "differences": _("Differences"),
        "coverage": _("Coverage"),
        "parallel": _("In parallel"),
        "statements": _("Statements"),
        "actors": _("Actors"),
        "timeline": _("Timeline"),
        "dates": _("Dates"),
        "sources": _("Sources"),
        "blind": _("Blind reading"),
        "data": _("Data"),
    }
