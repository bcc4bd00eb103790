"""Articles and annotations to JSON objects and back, as staged documents hold them."""

from __future__ import annotations

import dataclasses
from typing import Any

from variorum.model import Article, Block, ByHand, Inline, Metadata, Zone

ArticleJson = dict[str, Any]
"""An article as builtins."""


def article_to_json(article: Article) -> ArticleJson:
    """Every field of an article, as builtins."""
    return dataclasses.asdict(article)


def article_from_json(said: ArticleJson) -> Article:
    """The article that :func:`article_to_json` was given."""
    meta = dict(said["meta"])
    for name in ("agency", "photo_agency", "byline"):
        meta[name] = tuple(meta[name])
    meta["basis"] = {
        name: basis if isinstance(basis, str) else tuple(basis)
        for name, basis in meta["basis"].items()
    }
    return Article(
        **said
        | {
            "meta": Metadata(**meta),
            "blocks": tuple(Block(**b) for b in said["blocks"]),
            "zones": tuple(Zone(**z) for z in said["zones"]),
            "inlines": tuple(Inline(**i) for i in said["inlines"]),
            "dateline": tuple(said["dateline"]) if said["dateline"] else None,
            "by_hand": tuple(ByHand(**mark) for mark in said["by_hand"]),
        }
    )
