"""The day that an address names: ``/2022/7/21/``, ``/2022/jul/21/``, ``2022-07-21``."""

from __future__ import annotations

import calendar
import functools
import re

from variorum import almanac
from variorum.model import Span

__all__ = ["day_in"]


@functools.cache
def _days() -> re.Pattern[str]:
    months = "|".join(sorted(almanac.MONTHS, key=lambda m: (-len(m), m)))
    return re.compile(
        rf"(?<![\w.])(?P<y>(?:19|20)\d\d)(?P<s>[/_-]?)(?P<m>\d{{1,2}}|(?:{months}))(?P=s)"
        r"(?P<d>\d{1,2})(?!\d|\.\d)",
        re.IGNORECASE,
    )


def day_in(url: str) -> tuple[str, Span] | None:
    """The one full date in the path of an address, and where in the address it stands."""
    path = url.find("/", url.find("://") + 3 if "://" in url else 0)
    found = [(day, match.span()) for match in _days().finditer(url, max(path, 0), len(url))
             if path >= 0 and (day := _day(match))]  # fmt: skip
    return found[0] if len({day for day, _ in found}) == 1 else None


def _day(match: re.Match[str]) -> str | None:
    year, said, day = int(match["y"]), match["m"].lower(), int(match["d"])
    if not match["s"] and len(match.group()) != 8:
        return None
    month = int(said) if said.isdigit() else almanac.MONTHS[said]
    if not (1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}-{day:02}"
