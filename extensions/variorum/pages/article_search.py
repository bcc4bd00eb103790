"""What the search knows of a report: its paragraphs, and what was found in them.

A text stands here once. What lies on a paragraph, a statement or a date, is a range of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from variorum.model import Annotation, Article, Block, DateRef, Entity, Quote, Reference
from variorum.pages.kind import Unit
from variorum.pages.quotations import speakers

if TYPE_CHECKING:
    from variorum.edition import Story
    from variorum.pages.story_facts import StoryFacts


def paragraphs(told: StoryFacts, first: int) -> Iterator[Unit]:
    """The paragraphs of every report of a story, and the statements and dates that lie on them."""
    for article in told.story.articles:
        units = list(_of_article(told.story, article, told.docnames[article.id], first))
        first += len(units)
        yield from units


def _of_article(story: Story, article: Article, docname: str, first: int) -> Iterator[Unit]:
    """Its blocks in their order, then the statements and dates that lie on them."""
    siglum = story.sigla[article.id]
    names = {actor.id: actor.name for actor in story.actors}
    found = sorted(story.annotations.get(article.id, ()), key=lambda said: said.start)
    blocks = list(article.shown)
    starts = [block.start for block in blocks]
    said_in: dict[int, list[Annotation]] = {i: [] for i in range(len(blocks))}
    for said in found:
        place = bisect_right(starts, said.start) - 1
        if place >= 0 and said.start < blocks[place].end:
            said_in[place].append(said)
    number = 0
    for i, block in enumerate(blocks):
        number += block.kind == "paragraph"
        yield {
            "kind": "article",
            "docname": docname,
            "anchor": f"p{number}" if block.kind == "paragraph" else "",
            "text": article.text[block.start : block.end],
            "sources": [siglum],
            "actors": _named(said_in[i], names),
        }
    for i, block in enumerate(blocks):
        for said in said_in[i]:
            if isinstance(said, Quote) and said.content == "clause":
                kind, label = "statement", ""
                about = [names.get(id_, id_) for id_ in speakers(said)]
            elif isinstance(said, DateRef) and said.value:
                kind, label, about = "date", said.value, []
            else:
                continue
            yield {
                "kind": kind,
                "docname": docname,
                "anchor": said.id,
                "of": [first + i, *_range(article, block, said)],
                "label": label,
                "sources": [siglum],
                "actors": about,
            }


def _range(article: Article, block: Block, said: Annotation) -> tuple[int, int]:
    """The annotation's range in its block's text, in UTF-16 code units."""
    words = article.text[said.start : min(said.end, block.end)]
    start = _units(article.text[block.start : said.start])
    return start, start + _units(words)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _named(found: Iterable[Annotation], names: Mapping[str, str]) -> list[str]:
    """The actors that names and pronouns of a block stand for."""
    met: set[str] = set()
    for said in found:
        if isinstance(said, Entity):
            met |= {id_ for id_ in (said.actor, said.metonym_for) if id_}
        elif isinstance(said, Reference) and said.actor:
            met |= {said.actor} if isinstance(said.actor, str) else set(said.actor)
    return sorted(names[id_] for id_ in met if id_ in names)
