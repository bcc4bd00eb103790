"""What a report that came in, or a proposal, would change: a story with it beside one without.

Nothing is written and no page is built; what comes of it is shown and forgotten.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from variorum.corrections import Corrections, read
from variorum.desk.news import Changed, between, told_as
from variorum.desk.site import Site
from variorum.edition import Story, in_order, siglum
from variorum.model import Article
from variorum.rendering.words import _


def with_reports(site: Site, story: Story, articles: Sequence[Article]) -> list[Changed]:
    """What reports would change."""
    ids = {article.id for article in story.articles}
    new = [
        dataclasses.replace(article, story=story.key, id=_free(article.id, ids))
        for article in articles
    ]
    listed = in_order([*story.articles, *new])
    sigla = {article.id: siglum(number) for number, article in enumerate(listed)}
    return _told(site, story, dataclasses.replace(story, articles=listed, sigla=sigla))


def with_entry(site: Site, story: Story, entry: str) -> list[Changed]:
    """What an entry of ``corrections.yaml`` would change in what is found."""
    more = read(entry, "")[0].entries
    corrections = Corrections((*story.corrections.entries, *more))
    return _told(site, story, dataclasses.replace(story, corrections=corrections))


def _told(site: Site, story: Story, wanted: Story) -> list[Changed]:
    new = site.again(wanted)
    told = between(story, new)
    return list(told_as(told, new)) or [Changed(name=_("No finding would change."), items=[])]


def _free(id_: str, taken: set[str]) -> str:
    names: Iterator[str] = (f"{id_} {number}" for number in range(2, len(taken) + 3))
    return id_ if id_ not in taken else next(name for name in names if name not in taken)
