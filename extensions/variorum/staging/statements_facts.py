"""What the page of statements and the chart of voices need to know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from variorum.edition import Story
from variorum.model import Quote


def statements_facts(
    story: Story, docnames: Mapping[str, str], actors: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Every quotation of a story, in the order of the edition; *actors* are pages by id."""
    names = {actor.id: actor.name for actor in story.actors}
    return [
        {
            "siglum": story.sigla[article.id],
            "docname": docnames[article.id],
            "anchor": said.id,
            "kind": said.kind,
            "words": " ".join(
                " ".join(article.text[start:end].split()) for start, end in said.parts
            ),
            "parts": len(said.parts),
            "speakers": [
                {"id": id_, "name": names.get(id_, id_), "docname": actors.get(id_, "")}
                for id_ in speakers(said)
            ],
            "cue": said.cue,
            "addressee": said.addressee,
            "medium": said.medium,
            "by": said.by,
            "confidence": said.confidence,
        }
        for article in story.articles
        for said in story.annotations.get(article.id, ())
        if isinstance(said, Quote)
    ]


def speakers(said: Quote) -> tuple[str, ...]:
    """The ids of who speaks: none, one, or several together."""
    if not said.speaker:
        return ()
    return (said.speaker,) if isinstance(said.speaker, str) else tuple(said.speaker)


def voices(story: Story) -> list[dict[str, Any]]:
    """For each source, how many words within marks it gives to whom, the most first."""
    names = {actor.id: actor.name for actor in story.actors}
    found = []
    for article in story.articles:
        counted: Counter[str] = Counter()
        for said in story.annotations.get(article.id, ()):
            if isinstance(said, Quote):
                words = sum(len(article.text[s:e].split()) for s, e in said.quoted)
                # Words of several together are counted for each of them.
                for id_ in speakers(said) or ("",):
                    counted[id_] += words
        shares = [
            {"id": id_, "name": names.get(id_, id_), "words": words}
            for id_, words in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
            if words
        ]
        found.append({"siglum": story.sigla[article.id], "shares": shares})
    return found
