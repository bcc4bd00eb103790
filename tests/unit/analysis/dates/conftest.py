"""Makes parsed articles of single lines, with the day they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from variorum.analysis.parse import load_model, parse
from variorum.model import Article, Block, Metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from variorum.analysis.parse import ParsedArticle


def _article(name: str, text: str, published: str | None) -> Article:
    return Article(
        id=name, source=name, story="s", text=text, meta=Metadata(published=published),
        blocks=(Block("paragraph", 0, len(text)),) if text.strip() else (),
    )  # fmt: skip


@pytest.fixture(scope="session")
def parse_lines() -> Callable[[Sequence[tuple[str | None, str]]], list[ParsedArticle]]:
    """Parse pairs of a publication date and a text, as one batch."""

    def parse_all(lines: Sequence[tuple[str | None, str]]) -> list[ParsedArticle]:
        articles = [_article(str(i), text, day) for i, (day, text) in enumerate(lines)]
        return list(parse(articles, load_model()))

    return parse_all
