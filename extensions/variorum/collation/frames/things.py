"""Words for one thing: the groups of ``counted.toml``."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer

if TYPE_CHECKING:
    from collections.abc import Mapping


@functools.cache
def same_things() -> Mapping[str, str]:
    """One word for all words of what is counted."""
    groups: dict[str, str] = gazetteer.table("counted.toml")["groups"]
    return {word: name for name, words in groups.items() for word in words.split()}
