"""What the articles of a site that was built say of themselves, by the facts of its pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from variorum.docnames import SUFFIX
from variorum.missing import Says, says_in

__all__ = ["left_out_in", "said_in"]


def left_out_in(staged: Path) -> Iterator[tuple[str, str]]:
    """Every file that could not be read for what was staged in a folder; why, and what helps."""
    for facts in _pages_of_sources(staged):
        for problem in facts["left_out"]:
            remedy = f" ({problem['remedy']})" if problem["remedy"] else ""
            yield problem["source"], f"{problem['message']}{remedy}"


def said_in(staged: Path) -> Iterator[Says]:
    """What every article says that was staged in a folder, story by story."""
    for facts in _pages_of_sources(staged):
        yield from says_in(facts)


def _pages_of_sources(staged: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(staged.rglob(f"sources{SUFFIX}")):
        facts = json.loads(path.read_bytes())
        if facts.get("page") == "sources":
            yield facts
