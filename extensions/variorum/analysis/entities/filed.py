"""Where an article was filed: the place that its dateline names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.analysis.entities.spans import covering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.analysis.entities.spans import Candidate
    from variorum.analysis.entities.view import View
    from variorum.model import Article, Span

_ABBREVIATION = 7
"""Letters that an abbreviation has at most."""


def filed_from(article: Article) -> Span | None:
    """The range of the dateline's place.

    Capitals that the report itself goes on to use are an abbreviation's and no place's.
    """
    place, line = article.meta.span("place"), article.dateline
    if place is None or line is None or not line[0] <= place[0] < place[1] <= line[1]:
        return None
    name = article.text[slice(*place)]
    short = name.isupper() and len(name) <= _ABBREVIATION
    again = re.compile(rf"\b{re.escape(name)}\b").search(article.text, line[1]) if short else None
    return None if again else place


def filed_names(view: View, place: Span | None) -> Iterator[Candidate]:
    """The dateline's place, which the model may not know in capitals."""
    if place is not None and (found := covering(view, *place, "GPE", "dateline", 60)):
        yield found
