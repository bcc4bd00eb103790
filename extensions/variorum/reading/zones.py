"""What each piece of an article is: an ordered table of rules, the first that claims it wins.

A rule takes the sheet and yields (index of a piece, kind of zone). Those of content read what a
line says and hold for every format; those of layout read where it stands, and hold only where
the format doesn't mark headings itself. All are careful with the kinds that a page folds away
(stamp, byline, credit, promo): hiding a sentence is worse than showing an advertisement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.model import ZoneKind
from variorum.reading import furniture, layout
from variorum.reading.head import lines

if TYPE_CHECKING:
    from variorum.reading.sheet import Sheet

__all__ = ["RULES", "Rule", "mark_zones"]

Found = Iterator[tuple[int, ZoneKind]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of recognising a zone."""

    name: str
    find: Callable[[Sheet], Found]
    layout: bool = False
    """Whether it reads the place of a line, not its words."""


RULES: tuple[Rule, ...] = (
    Rule("given-title", furniture.given_title),
    Rule("given-outlet", furniture.given_outlet),
    Rule("title-key", lines.title_keys, layout=True),
    Rule("key-line", lines.key_lines),
    Rule("embedded-tweet", furniture.tweets),
    Rule("address-line", furniture.addresses),
    Rule("head-line", lines.head_lines),
    Rule("site-phrase", furniture.site_phrases),
    Rule("menu", furniture.menus),
    Rule("agency-note", furniture.agency_notes),
    Rule("picture-caption", furniture.captions),
    Rule("date-stamp", furniture.stamps),
    Rule("author-line", furniture.bylines),
    Rule("bare-author", lines.bare_authors),
    Rule("dateline", furniture.datelines),
    Rule("breadcrumb", furniture.breadcrumbs),
    Rule("page-end", furniture.page_end),
    Rule("summary-label", layout.summaries),
    Rule("top-line", layout.headline, layout=True),
    Rule("repeated-headline", layout.repeated_headline, layout=True),
    Rule("under-headline", layout.standfirst, layout=True),
    Rule("repeated-words", layout.pull_lines, layout=True),
    Rule("short-line", layout.subheads, layout=True),
)


def mark_zones(sheet: Sheet, *, by_layout: bool) -> None:
    """Give a kind to every piece that a rule recognises; what has one keeps it."""
    for rule in RULES:
        if rule.layout and not by_layout:
            continue
        for i, kind in rule.find(sheet):
            piece = sheet.pieces[i]
            if piece.kind is None:
                piece.kind, piece.by = kind, rule.name
