"""Reading turns bytes into articles: metadata, and blocks of text that know their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum import lazily

if TYPE_CHECKING:
    from variorum.reading.account import Accounted
    from variorum.reading.articles import read_articles, read_bytes, read_file
    from variorum.reading.collect import Found, Reading, find_files, read_paths
    from variorum.reading.files import (
        article_ids,
        file_bytes,
        is_article,
        printable,
        saved_with,
    )
    from variorum.reading.formats import most_bytes
    from variorum.reading.objects import read_objects
    from variorum.reading.problems import ReadingError

__all__ = [
    "Accounted",
    "Found",
    "Reading",
    "ReadingError",
    "article_ids",
    "file_bytes",
    "find_files",
    "is_article",
    "most_bytes",
    "printable",
    "read_articles",
    "read_bytes",
    "read_file",
    "read_objects",
    "read_paths",
    "saved_with",
]

__getattr__ = lazily.names(
    __name__,
    {
        **dict.fromkeys(("read_articles", "read_bytes", "read_file"), "articles"),
        **dict.fromkeys(("Found", "Reading", "find_files", "read_paths"), "collect"),
        **dict.fromkeys(
            ("article_ids", "file_bytes", "is_article", "printable", "saved_with"), "files"
        ),
        "most_bytes": "formats",
        "Accounted": "account",
        "ReadingError": "problems",
        "read_objects": "objects",
    },
)
