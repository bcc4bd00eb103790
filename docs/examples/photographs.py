"""A kind of difference: reports of one event that show photographs of different makers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from variorum.collation.findings.context import Context, Draft
from variorum.extending import Extension, Kind
from variorum.model import Message, Name, Reading, Several

CREDIT = re.compile(r"\b(?:Photo|Picture|Image)s?: *(\S[^\n]{0,80})")


def find(context: Context) -> Iterator[Draft]:
    """One finding for a story whose captions credit different makers."""
    view = context.material.view
    readings: list[Reading] = []
    makers: defaultdict[str, list[str]] = defaultdict(list)
    for article in view.articles:
        for block in article.blocks:
            words = article.text[block.start : block.end]
            if credit := CREDIT.search(words):
                start, end = (block.start + place for place in credit.span(1))
                readings.append(Reading(article.id, start, end, article.text[start:end]))
                makers[credit[1]].append(view.sigla[article.id])
    if len(makers) > 1:
        told = (f"{maker} ({', '.join(sigla)})" for maker, sigla in makers.items())
        yield Draft(
            kind="photograph",
            readings=tuple(readings),
            explanation=Message.of("photograph: credited", told=Several(tuple(map(Name, told)))),
            why=Message.of("photograph: ground"),
            confidence=0.9,
        )


SENTENCES = {
    "en": {
        "photograph: credited": "the photographs are credited to %(told)s",
        "photograph: ground": "captions credit different makers",
    },
    "de": {
        "photograph: credited": "die Bilder sind von %(told)s",
        "photograph: ground": "die Bildunterschriften nennen verschiedene Urheber",
    },
}
EXTENSION = Extension(
    "photographs", kinds=(Kind("photograph", "Photographs", find, sentences=SENTENCES),)
)
