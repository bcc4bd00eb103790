"""What the articles of a site that was built say of themselves, by the facts of its pages."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from variorum.docnames import SUFFIX
from variorum.missing import Says

__all__ = ["said_in"]


def said_in(staged: Path) -> Iterator[Says]:
    """What every article says that was staged in a folder, story by story."""
    for path in sorted(staged.rglob(f"sources{SUFFIX}")):
        facts = json.loads(path.read_bytes())
        if facts.get("page") == "sources":
            yield from _in_story(facts)


def _in_story(facts: dict[str, Any]) -> Iterator[Says]:
    files = Counter(source["file"] for source in facts["sources"])
    for source in facts["sources"]:
        alone = files[source["file"]] == 1
        name = (source["file"] if alone else source["docname"]).rpartition("/")[2]
        day = bool(source["published"] or source["updated"])
        yield Says(facts["story"], name, bool(source["outlet"]), day, bool(source["title"]))
