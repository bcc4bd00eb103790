"""A story of two reports that share a statement and differ in its words, a figure and a day."""

from __future__ import annotations

import pytest

from variorum.analysis.parse import load_model
from variorum.corrections import Corrections, read
from variorum.edition import Story, analysed, assemble
from variorum.reading import read_bytes

GAMMA = """\
Ferry line to stop before winter

Published: 08:15 AM, 9 Oct, 2023
Get the Gamma Post app on Google Play

The ferry to Skarholm will stop on Friday, its owner said. About 40,000 people used it last year.

"We cannot pay for diesel and for a new engine," said Ingrid Solberg, who runs the Northfjord
Company. She told the council in Skarholm that the boats "are older than their captains".

The council will meet on 12 October. Norway pays half of the cost.
"""

DELTA = """\
---
title: "=Skarholm loses its boat"
outlet: "@Delta Herald"
published: 2023-10-10
byline: [Per Aas]
url: https://delta.example/skarholm?a=1&b=2
language: en
---

*Skarholm* loses its boat. Some 30,000 people took the ferry last year, and it stops on Saturday.

"We cannot pay for diesel or for a new engine," Ingrid Solberg said on Monday. The boats "are older
than their captains", she told the council.

Ola Berg, mayor of Skarholm, said Norway should pay.
"""


CORRECTIONS = """\
- by: Runa Dahl
- keep: quote
  at: {article: delta.md, exact: are older}
  note: Her words.
- keep: entity
  at: {article: gamma.txt, exact: Norway}
- by: "O'Brien & <Sons>"
- keep: date
  at: {article: gamma.txt, exact: 12 October}
"""


@pytest.fixture(scope="session")
def decided() -> Story:
    """The same story after two persons have looked at some of it."""
    corrections, problems = read(CORRECTIONS, "corrections.yaml")
    assert not problems
    return made(corrections)


@pytest.fixture(scope="session")
def story() -> Story:
    return made(Corrections())


def made(corrections: Corrections) -> Story:
    articles = [
        read_bytes(text.encode(), id=name, story="skarholm", source=name)
        for name, text in (("gamma.txt", GAMMA), ("delta.md", DELTA))
    ]
    edition = assemble(articles, {}, {}, corrections={"skarholm": corrections})
    (story,) = analysed(edition.stories, load_model)
    assert not story.problems
    return story
