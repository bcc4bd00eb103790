"""Cases about names: a title, articles and what is expected, divided by lines of a dot.

Articles are parted by a line of three hyphens, paragraphs by an empty line.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from variorum.analysis import entities
from variorum.analysis.parse import ParsedArticle, load_model, parse
from variorum.collation.actors import Linked, link
from variorum.collation.authority import Authority
from variorum.model import Article, Block, Metadata

FIXTURES = Path(__file__).parent / "fixtures"


class Case(NamedTuple):
    """One fixture."""

    title: str
    given: str
    expected: list[str]


def cases(name: str) -> list[Case]:
    """The cases of a file in tests/fixtures."""
    parts = re.split(r"^\.\n", (FIXTURES / name).read_text("utf-8"), flags=re.MULTILINE)
    return [
        Case(title.strip(), given.rstrip("\n"), [x for x in expected.splitlines() if x.strip()])
        for title, given, expected in zip(parts[::3], parts[1::3], parts[2::3], strict=False)
    ]


def article(text: str, name: str = "a", kinds: dict[str, str] | None = None) -> Article:
    """An article of paragraphs; *kinds* gives the kind of a block by its text."""
    blocks = tuple(
        Block((kinds or {}).get(m.group(), "paragraph"), m.start(), m.end())
        for m in re.finditer(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", text, flags=re.DOTALL)
    )
    return Article(id=name, source=name, story="s", text=text, meta=Metadata(), blocks=blocks)


def parsed(*texts: str) -> list[ParsedArticle]:
    """Parse texts as the articles ``a``, ``b``, … of one story."""
    return list(parse((article(t, chr(97 + n)) for n, t in enumerate(texts)), load_model()))


def linked(*texts: str, authority: Authority | None = None) -> tuple[list[ParsedArticle], Linked]:
    """Parse texts, find their names and link them as one story."""
    articles = parsed(*texts)
    found = {p.article.id: entities.find(p) for p in articles}
    return articles, link(articles, found, authority)
