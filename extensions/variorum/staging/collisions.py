"""Two things of one name: the first stands, and a warning names both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from variorum.docnames import SUFFIX
from variorum.model import Problem
from variorum.pages.data import FOLDER
from variorum.staging.story_records import Made

SHOWN = 5
"""A warning names at most so many pages."""


def collisions(source: str, files: Made, exports: Made) -> Iterator[Problem]:
    """What could not be written since something else is called so, a problem for each of these."""
    names = {name.removesuffix(SUFFIX): known for name, known in files.items()}
    names |= {f"{FOLDER}/{name}": known for name, known in exports.items()}
    lost: defaultdict[str, list[str]] = defaultdict(list)
    for name, known in sorted(names.items()):
        if isinstance(known, str):
            lost[known].append(name)
    for other, of_other in sorted(lost.items()):
        more = f" and {len(of_other) - SHOWN} more" if len(of_other) > SHOWN else ""
        shown = ", ".join(of_other[:SHOWN])
        message = f"left out, since {other} has what is called so already: {shown}{more}"
        yield Problem("collision", source, message)
