"""What was found, as open data: files in formats that other programs read.

An exporter is a function from a story to files; :data:`FORMATS` names them. They import neither
docutils nor Sphinx: the site and the command write the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from variorum.edition import Story
from variorum.export import sources, tables, tei, web_annotations

__all__ = ["FORMATS", "files_of"]

Files = dict[str, bytes]
"""Contents by file name."""

FORMATS: dict[str, Callable[[Story], Files]] = {
    "jsonld": web_annotations.files,
    "tei": tei.files,
    "csv": tables.files,
    "bibtex": sources.bibtex_files,
    "csl": sources.csl_files,
}
"""Every format by the name that the command line gives it."""


def files_of(story: Story, formats: Iterable[str] = tuple(FORMATS)) -> Files:
    """The files of a story in these formats, sorted by name; text as UTF-8."""
    made: Files = {}
    for name in formats:
        made |= FORMATS[name](story)
    return dict(sorted(made.items()))
