"""What the articles of a site that was built say of themselves, by the facts of its pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from variorum.docnames import SUFFIX
from variorum.missing import Says, says_in

__all__ = ["said_in"]


def said_in(staged: Path) -> Iterator[Says]:
    """What every article says that was staged in a folder, story by story."""
    for path in sorted(staged.rglob(f"sources{SUFFIX}")):
        facts = json.loads(path.read_bytes())
        if facts.get("page") == "sources":
            yield from says_in(facts)
