"""Reading turns bytes into articles: metadata, and blocks of text that know their place."""

from __future__ import annotations

from variorum.reading.articles import file_bytes, read_bytes, read_file
from variorum.reading.collect import (
    Found,
    Reading,
    article_ids,
    find_files,
    is_article,
    printable,
    read_paths,
)
from variorum.reading.objects import read_objects
from variorum.reading.problems import ReadingError

__all__ = [
    "Found",
    "Reading",
    "ReadingError",
    "article_ids",
    "file_bytes",
    "find_files",
    "is_article",
    "printable",
    "read_bytes",
    "read_file",
    "read_objects",
    "read_paths",
]
