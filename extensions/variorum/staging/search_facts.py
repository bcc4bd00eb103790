"""What the search knows of a story: its paragraphs, and what was found in them.

A text stands here once. What lies on a paragraph, a statement or a date, is a range of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from variorum.edition import Story
from variorum.model import Actor, Annotation, Article, Block, DateRef, Entity, Quote, Reference
from variorum.staging.messages import message_facts
from variorum.staging.statements_facts import speakers

Unit = dict[str, Any]
"""Something to be found: ``kind``, ``docname``, ``anchor``, ``sources`` (sigla), ``actors``
(names), ``label``, which says more of it, and one of ``text``, a paragraph of an article; ``of``,
a paragraph's number in the list with a range of its text in UTF-16 code units, as a browser
counts; ``words``, what the reader says itself."""


def search_facts(
    story: Story,
    docnames: Mapping[str, str],
    differences: str,
    findings: Sequence[Mapping[str, Any]],
    actors: Mapping[str, str],
    sources: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """All that can be found in one story; *actors* and *docnames* are pages by id."""
    units: list[Unit] = []
    for article in story.articles:
        units += _of_article(story, article, docnames[article.id], len(units))
    units += (_actor(actor, actors[actor.id], story) for actor in story.actors)
    names = {actor.id: actor.name for actor in story.actors}
    for finding, fact in zip(story.findings.findings, findings, strict=True):
        units.append(
            {
                "kind": "difference",
                # A statement has a page of its own, which shows the difference word by word.
                "docname": fact["statement"] or differences,
                "anchor": "" if fact["statement"] else finding.id,
                "words": message_facts(finding.said, finding.explanation),
                "label": finding.label or finding.kind,
                "sources": sorted({reading["siglum"] for reading in fact["readings"]}),
                "actors": sorted({names[id_] for id_ in finding.actors if id_ in names}),
            }
        )
    return {
        "units": units,
        "sources": [
            {name: source[name] for name in ("siglum", "outlet", "docname", "language")}
            for source in sources
        ],
    }


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


def _actor(actor: Actor, docname: str, story: Story) -> Unit:
    """An actor by every form of the name."""
    forms = [form for form, _ in actor.names if form != actor.name]
    about = f"{actor.name} – {actor.description}" if actor.description else actor.name
    return {
        "kind": "actor",
        "docname": docname,
        "anchor": "",
        "words": f"{about} ({', '.join(forms)})" if forms else about,
        "label": actor.label,
        "sources": [story.sigla[id_] for id_, _ in actor.articles if id_ in story.sigla],
        "actors": [actor.name],
    }
