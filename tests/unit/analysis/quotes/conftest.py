"""What the tests of quotations share: articles from plain text, parsed once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.analysis.parse import ParsedArticle, load_model, parse
from variorum.model import Article, Block, Metadata

Parse = Callable[[str], ParsedArticle]


def article(text: str, kind: str = "paragraph") -> Article:
    """An article whose blocks are its non-empty lines."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.index(words)
            blocks.append(Block(kind, start, start + len(words)))
        at += len(line)
    meta = Metadata()
    return Article(id="a", source="a", story="", text=text, meta=meta, blocks=tuple(blocks))


@pytest.fixture(scope="session")
def parsed() -> Parse:
    nlp = load_model()
    return lambda text: next(parse([article(text)], nlp))


@pytest.fixture(scope="session")
def parsed_tweet() -> Parse:
    nlp = load_model()
    return lambda text: next(parse([article(text, "tweet")], nlp))
