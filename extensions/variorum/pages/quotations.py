"""What pages know of quotations: each once, with its words, and whose voice a report carries."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from variorum.model import Annotation, Article, DateRef, Entity, Quote, Span, decision_of
from variorum.pages.printed_statements import Statements
from variorum.pages.records import Quotation, Voice, Voices

if TYPE_CHECKING:
    from variorum.edition import Story


def statements_facts(
    story: Story, docnames: Mapping[str, str], actors: Mapping[str, str], printed: Statements
) -> list[Quotation]:
    """Every quotation of a story, in the order of the edition; *actors* are pages by id."""
    return [
        fact
        for article in story.articles
        for fact in _of_article(story, article, docnames[article.id], actors, printed)
    ]


def _of_article(
    story: Story, article: Article, docname: str, actors: Mapping[str, str], printed: Statements
) -> Iterator[Quotation]:
    names = {actor.id: actor.name for actor in story.actors}
    found = story.annotations.get(article.id, ())
    dates = [said for said in found if isinstance(said, DateRef)]
    named = [said for said in found if isinstance(said, Entity)]
    for said in _told(article, found):
        when = _meeting(said.when_span, dates)
        addressed = _meeting(said.addressee_span, named)
        yield {
            "siglum": story.sigla[article.id],
            "docname": docname,
            "anchor": said.id,
            "kind": said.kind,
            "content": said.content,
            # The attribution stood where the dots are.
            "words": " … ".join(
                " ".join(article.text[start:end].split()) for start, end in said.parts
            ),
            "speakers": [
                {"id": id_, "name": names.get(id_, id_), "docname": actors.get(id_, "")}
                for id_ in speakers(said)
            ],
            "speaker_words": _words(article, said.speaker_span),
            "speaker_confidence": said.speaker_confidence,
            "cue": said.cue,
            "implies": said.implies,
            "addressee": said.addressee,
            "addressed": list(
                dict.fromkeys(a for e in addressed for a in (e.actor, e.metonym_for) if a)
            ),
            "medium": said.medium,
            "when": when[0].value if when else None,
            "forms": printed.forms(said.id, story.sigla[article.id]),
            "by": said.by,
            "confidence": said.confidence,
            **decision_of(said),
        }


def _told(article: Article, found: Sequence[Annotation]) -> Iterator[Quote]:
    """The quotations of an article; those of a headline that is printed again count once."""
    starts = [block.start for block in article.blocks]
    headline = next((b for b in article.blocks if b.kind == "headline"), None)
    printed = set()
    for said in found:
        if not isinstance(said, Quote):
            continue
        at = bisect.bisect(starts, said.start) - 1
        if at >= 0 and article.blocks[at].kind == "headline":
            words = (" ".join(said.exact.split()).casefold(), said.speaker)
            if article.blocks[at] != headline and words in printed:
                continue
            printed.add(words)
        yield said


A = TypeVar("A", bound=Annotation)


def _meeting(span: Span | None, annotations: Sequence[A]) -> list[A]:
    """The annotations that share a character with a range."""
    if span is None:
        return []
    return [said for said in annotations if said.start < span[1] and span[0] < said.end]


def speakers(said: Quote) -> tuple[str, ...]:
    """The ids of who speaks: none, one, or several together."""
    if not said.speaker:
        return ()
    return (said.speaker,) if isinstance(said.speaker, str) else tuple(said.speaker)


def _words(article: Article, span: Span | None) -> str:
    return " ".join(article.text[span[0] : span[1]].split()) if span else ""


def voices(story: Story) -> list[Voices]:
    """For each source, how many words within marks it gives to whom, the most first."""
    names = {actor.id: actor.name for actor in story.actors}
    found: list[Voices] = []
    for article in story.articles:
        counted: Counter[str] = Counter()
        for said in _told(article, story.annotations.get(article.id, ())):
            words = sum(len(article.text[s:e].split()) for s, e in said.quoted)
            # Words of several together are counted for each of them.
            for id_ in speakers(said) or ("",):
                counted[id_] += words
        shares: list[Voice] = [
            {"id": id_, "name": names.get(id_, id_), "words": words}
            for id_, words in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
            if words
        ]
        found.append({"siglum": story.sigla[article.id], "shares": shares})
    return found
