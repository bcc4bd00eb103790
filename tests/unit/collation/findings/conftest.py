"""Stories of a few lines each, as the comparing kinds get them: read, analysed and collated."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from variorum.analysis.parse import load_model
from variorum.edition import Story, analysed, assemble
from variorum.model import Article, Block, Finding, Metadata

Collate = Callable[..., "Found"]


@dataclasses.dataclass(frozen=True)
class Found:
    """What was found in a story, by kind."""

    story: Story

    def of(self, kind: str) -> list[Finding]:
        return [f for f in self.story.findings.findings if f.kind == kind]

    def words(self, kind: str) -> list[set[str]]:
        """The words of each finding's readings."""
        return [{r.exact or "" for r in f.readings} for f in self.of(kind)]


def article(name: str, text: str, **meta: str | tuple[str, ...]) -> Article:
    """An article of one block a line; ``Picture:`` begins a caption, ``#`` a heading."""
    blocks, start = [], 0
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    for line in lines:
        kind = "caption" if line.startswith("Picture:") else "paragraph"
        blocks.append(Block("subhead" if line.startswith("#") else kind, start, start + len(line)))
        start += len(line) + 2
    known: dict[str, object] = {"outlet": f"{name.title()} Post", "published": "2023-05-10"}
    fields = Metadata(**(known | meta))  # type: ignore[arg-type]
    return Article(name, name, "s", "\n\n".join(lines), fields, tuple(blocks))


def collate_articles(*articles: Article) -> Found:
    (story,) = analysed(assemble(articles, {}, {}).stories, load_model)
    return Found(story)


@pytest.fixture
def collate() -> Collate:
    """Collate texts: each keyword is an article, a text or a text with metadata."""

    def run(**texts: str | tuple[str, dict[str, str]]) -> Found:
        return collate_articles(
            *(
                article(name, text) if isinstance(text, str) else article(name, text[0], **text[1])
                for name, text in texts.items()
            )
        )

    return run
