"""What the desk's scripts say, in the site's language: they find it in the page.

A script writes ``_("words")``, and ``_n("one", "many", count)`` where a number goes with it, so
that the catalogues' own tools collect them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypedDict

from variorum.rendering.words import _, _n

PAGE = Path(__file__).parent / "page"
COUNTED = 200
"""So many counts have their form written down; a greater one has that of its last two digits."""
_WORDS = r'"((?:[^"\\\n]|\\.)*)"'
_SAID = re.compile(rf"\b_\({_WORDS}|\b_n\({_WORDS}, {_WORDS}")


class Forms(TypedDict):
    """What is said with a number: the forms, and which of them goes with each count."""

    forms: list[str]
    which: list[int]


def script_words() -> dict[str, str | Forms]:
    """What the scripts say, by the English words; of two forms by the first."""
    return {one: _forms(one, many) if many else _(one) for one, many in _said()}


def _forms(one: str, many: str) -> Forms:
    told = [_n(one, many, count) for count in range(COUNTED)]
    forms = list(dict.fromkeys(told))
    return Forms(forms=forms, which=[forms.index(said) for said in told])


@cache
def _said() -> tuple[tuple[str, str], ...]:
    """All that stands in a script, with its second form if it has one."""
    return tuple(dict.fromkeys(_found()))


def _found() -> Iterator[tuple[str, str]]:
    for path in sorted(PAGE.glob("*.js")):
        for alone, one, many in _SAID.findall(path.read_text("utf-8")):
            yield json.loads(f'"{alone or one}"'), json.loads(f'"{many}"')
