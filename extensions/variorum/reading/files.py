"""The files of articles: which ones are, what each is called, its bytes."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from variorum import links
from variorum.characters import plain
from variorum.reading.formats import format_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["article_ids", "file_bytes", "is_article", "printable", "saved_with", "story_of"]

_NO_ARTICLES = (
    "readme", "license", "licence", "copying", "notice", "changelog", "changes", "history",
    "contributing", "code_of_conduct", "authors", "credits", "security",
)  # fmt: skip
"""Stems of files that stand beside articles and aren't any, as such or before a full stop."""
_PAGE_FILES = re.compile(
    r"[_.-](?:files?|dateien|fichiers|archivos|ficheros|arquivos|ficheiros|bestanden|filer"
    r"|elemei|soubory|pliki|tiedostot|dosyalar|fayllar|файлы|файли|ファイル|文件)",
    re.IGNORECASE,
)
"""How browsers of several languages end the name of a folder with what a page shows."""


_KEPT = re.compile(r"(?:(?P<above>.*)/)?files/(?:\d+|[A-Z0-9]{8})")
"""A folder in which Zotero exports the copy of a single page."""


def story_of(folder: str) -> str:
    """The story of the articles in a folder: its own path, as a rule.

    One named "articles", and one in which a program keeps a single page, stand for that above.
    """
    if kept := _KEPT.fullmatch(folder):
        folder = kept["above"] or ""
    above, _, name = folder.rpartition("/")
    return above if name == "articles" else folder


def printable(path: str) -> str:
    """A path as it can be printed and written: what isn't UTF-8 or no character is U+FFFD."""
    return plain(os.fsencode(path).decode("utf-8", "replace"))


def is_article(name: str) -> bool:
    """Whether a file of this name in a folder of articles is one, and not a README or the like."""
    return format_of(name) is not None and name.lower().split(".")[0] not in _NO_ARTICLES


def saved_with(folder: str, names: Iterable[str]) -> str | None:
    """The page among files of these *names* that a browser saved a folder of this name with."""
    for name in names:
        stem, _, suffix = name.rpartition(".")
        is_page = bool(stem) and suffix.lower() in ("html", "htm", "xhtml")
        if is_page and folder.startswith(stem) and _PAGE_FILES.fullmatch(folder, len(stem)):
            return name
    return None


def article_ids(sources: Sequence[PurePosixPath]) -> list[str]:
    """Each file's stem; with its suffix, its folder or a number where two would be equal."""
    forms = (
        [source.stem for source in sources],
        [source.name for source in sources],
        [str(source.with_suffix("")) for source in sources],
        [str(source) for source in sources],
    )
    counts = [Counter(form) for form in forms]
    ids: list[str] = []
    given: Counter[str] = Counter()
    for row in zip(*forms, strict=True):
        # Full paths are equal only where two folders given on one call hold the same one.
        unique = [name for name, count in zip(row, counts, strict=True) if count[name] == 1]
        id_ = unique[0] if unique else row[-1]
        given[id_] += 1
        ids.append(id_ if given[id_] == 1 else f"{id_}-{given[id_]}")
    return ids


def file_bytes(path: Path, most: int) -> tuple[bytes, int]:
    """The bytes of a file, one more than *most* of them at the most, and how many it has.

    Raises :exc:`OSError`, for what is a link or no file, too.
    """
    with links.opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        data = file.read(most + 1)
    return data, max(len(data), size)
