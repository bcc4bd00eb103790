"""Proposals that a person has refused: they stay in ``proposals.yaml`` and are not made again.

A refused one has a day, which no program gives, and a note that says by whom. It is forgotten where
its words don't stand in the articles any more.
"""

from __future__ import annotations

from variorum.corrections import Correction, Target, Words, snippet
from variorum.corrections.records import Value
from variorum.edition import Story

Said = tuple[str, str, tuple[Target, ...], tuple[tuple[str, Value], ...], str]


def refused(said: Correction, by: str, on: str) -> str:
    """The entry of a proposal that was refused."""
    tail: dict[str, Value] = {"by": said.by, "on": on, "note": f"Refused by {by}."}
    return snippet(said.verb, said.what, said.at, dict(said.values) | tail, which=said.which)


def is_refused(said: Correction) -> bool:
    """Whether an entry of the file says that."""
    return bool(said.on)


def proposal(said: Correction) -> Said:
    """What is proposed, by whichever program."""
    return said.verb, said.what, said.at, said.values, said.which


def still_meant(said: Correction, story: Story) -> bool:
    """Whether the words that it is about stand in the articles still, and once."""
    words = {article.id: Words(article) for article in story.articles}
    return all(t.article in words and len(words[t.article].find(t)) == 1 for t in said.at)
