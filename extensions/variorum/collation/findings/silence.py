"""An office that gives one report no answer, and speaks in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.accounts import words
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import called, quoted, source
from variorum.collation.findings.tags import Tag
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.frames.frame import Frame
    from variorum.model import Quote, Reading

ASKED = frozenset({"comment", "question", "request", "message", "inquiry", "call", "query"})
"""What goes unanswered."""


def find(context: Context) -> Iterator[Draft]:
    """One finding a body that is silent in an article, and heard in others that print its words."""
    for frame in context.matters.frames:
        if not (frame.denied and "comment" in frame.acts and _asked(frame)):
            continue
        for actor in sorted(_bodies(context, frame)):
            heard = list(_heard(context, actor))
            if heard and all(article != frame.article for article, _ in heard):
                yield _draft(context, frame, actor, heard)


def _asked(frame: Frame) -> bool:
    return bool({t.lemma_.lower() for t in frame.tokens} & ASKED)


def _bodies(context: Context, frame: Frame) -> set[str]:
    """The organisations that are silent, themselves or by their spokesmen."""
    actors = context.material.actors
    named = {k[1:] for a in frame.agent for k in a.keys | a.qualifiers if k.startswith("@")}
    return {a for a in named if a in actors and actors[a].label == "ORG"}


def _heard(context: Context, actor: str) -> Iterator[tuple[str, Quote]]:
    """The first quotation of a body in each article that has its words in marks."""
    for id_, text in context.material.texts.items():
        quote = next((q for q in text.quotes if q.kind == "direct" and q.speaker == actor), None)
        if quote is not None:
            yield id_, quote


def _draft(
    context: Context, silent: Frame, actor: str, heard: list[tuple[str, Quote]]
) -> Draft:  # fmt: skip
    material = context.material
    said = [_first_words(context, article, quote) for article, quote in heard]
    readings = material.in_order((words(context, silent), *said))
    return Draft(
        "contradiction", readings,
        Message.of(
            "contradiction: silent", actor=called(material, actor),
            one=source(material, silent.article), mine=quoted(words(context, silent).exact, 20),
            other=source(material, said[0].article), theirs=quoted(said[0].exact),
        ),
        Message.of("contradiction: silent, ground"), 0.7,
        tags=frozenset({Tag.SILENCE}), weight=4, actors=(actor,), about=actor,
    )  # fmt: skip


def _first_words(context: Context, article: str, quote: Quote) -> Reading:
    """The first sentence of a quotation."""
    text = context.material.texts[article]
    start, end = quote.parts[0]
    sentence = text.sentence_at(start)
    return text.reading(start, min(end, sentence.end) if sentence is not None else end)
