"""The coverage matrix: which article makes which claim.

A claim is a cluster of aligned sentences. What is not found in an article may still be told there
in words that were not recognised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.view import Cell, Claim
from variorum.model import finding_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Sentence
    from variorum.model import Reading

ALIKE = 0.55
"""A witness so much like the fullest one states the claim; below, it states it differently."""


def claims(context: Context) -> Iterator[Claim]:
    """A row for every claim that more than one article makes, in the order of the edition."""
    for cluster in context.clusters:
        sentences = [context.alignment.sentences[key] for key in cluster]
        fullest = max(sentences, key=lambda s: (len(s.lemmas), -context.material.order[s.article]))
        words = reading(context, fullest)
        cells = tuple(_cell(context, a, sentences, fullest) for a in context.material.texts)
        yield Claim(
            finding_id("claim", (reading(context, s) for s in sentences)),
            context.text(words), tuple(sorted(fullest.actors)), cells,
        )  # fmt: skip


def _cell(context: Context, article: str, sentences: list[Sentence], fullest: Sentence) -> Cell:
    mine = [s for s in sentences if s.article == article]
    if not mine:
        return Cell(article, "not found here", too_early=too_early(context, article, fullest))
    alike = any(s is fullest or context.alignment.score(s.key, fullest.key) >= ALIKE for s in mine)
    return Cell(
        article, "stated" if alike else "stated differently",
        context.material.in_order(reading(context, s) for s in mine),
    )  # fmt: skip


def reading(context: Context, sentence: Sentence) -> Reading:
    return context.material.texts[sentence.article].reading(sentence.start, sentence.end)


def too_early(context: Context, article: str, sentence: Sentence) -> bool:
    """Whether an article is older than the day that a sentence tells of, or was written on."""
    day = context.material.day(article)
    if day is None:
        return False
    told = [d.value[:10] for d in sentence.dates if d.value and len(d.value) >= 10]
    written = context.material.day(sentence.article) or ""
    event = min([t for t in told if t <= written] or [""])
    return day < event
