"""Whether what an article says of its rights lets anybody publish its full text."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from variorum.model import Article

_BETWEEN = re.compile(r"[\s_-]+")
_AFTER = re.compile(r"(-?v?\d+(\.\d+)*)?(-(international|unported))?($|[.,;:(])", re.ASCII)


def permits_full_text(article: Article) -> bool:
    """Whether ``rights`` names one of the licences or words of ``data/rights.toml``."""
    said = _BETWEEN.sub("-", (article.meta.rights or "").strip().casefold()[:500])
    known = _known()
    address = said.partition("://")[2]
    return any(address.startswith(known_) for known_ in known["addresses"]) or any(
        said.startswith(words) and _AFTER.match(said, len(words))
        for words in (*known["permits"], *known["granted"])
    )


@cache
def _known() -> dict[str, list[str]]:
    text = (files("variorum") / "data" / "rights.toml").read_text(encoding="utf-8")
    known: dict[str, list[str]] = tomllib.loads(text)
    return known
