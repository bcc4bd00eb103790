"""Every kind of page, and the function that makes it of facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from variorum.pages import (
    actor,
    actors,
    article,
    blind,
    coverage,
    data,
    dates,
    differences,
    front,
    method,
    pairs,
    parallel,
    sources,
    statement,
    statements,
    stories,
    timeline,
)
from variorum.pages.page import Page

PAGES: dict[str, Callable[[dict[str, Any]], Page]] = {
    "actor": actor.build,
    "actors": actors.build,
    "article": article.build,
    "blind": blind.build,
    "coverage": coverage.build,
    "data": data.build,
    "dates": dates.build,
    "differences": differences.build,
    "front": front.build,
    "pairs": pairs.build,
    "parallel": parallel.build,
    "sources": sources.build,
    "statement": statement.build,
    "statements": statements.build,
    "stories": stories.build,
    "timeline": timeline.build,
    "method": method.build,
}
