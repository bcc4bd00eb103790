"""Which module reads which files: the one table, by suffix.

A module is imported where a file asks for it: a library that isn't there costs the files of that
format alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath

from variorum.reading.drafts import Draft, File, Reader
from variorum.reading.problems import SAVED_AGAIN, ReadingError, left_out

__all__ = ["FORMATS", "SUFFIXES", "Format", "drafts", "format_of", "most_bytes"]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that articles come in."""

    name: str
    suffixes: tuple[str, ...]
    reader: str
    """Module below this package, and function."""
    packages: str = ""
    """What the reader imports, as pip calls it."""
    packed: int = 1
    """How many times the limit of an article's text a file may have: pictures, markup, others."""

    def load(self) -> Reader:
        """Its reader; raises :exc:`ImportError` where a library isn't there."""
        module, function = self.reader.split(":")
        reader: Reader = getattr(import_module(f"variorum.reading.{module}"), function)
        return reader


_PAGE = "lxml lxml-html-clean trafilatura"
_EXTRA = "pypdf striprtf warcio"
FORMATS = (
    Format("plain text, export of a news archive", (".txt",), "plain:read_plain"),
    Format("Markdown", (".md",), "plain:read_md", "markdown-it-py pyyaml"),
    Format("web page", (".html", ".htm", ".xhtml"), "html:read_page", _PAGE, 8),
    Format("web page in one file", (".mhtml", ".mht"), "mail:read_mhtml", _PAGE, 20),
    Format("Safari's web archive", (".webarchive",), "webarchive:read_webarchive", _PAGE, 20),
    Format("e-mail", (".eml",), "mail:read_eml", _PAGE, 20),
    Format("Word document", (".docx",), "office:read_docx", "lxml", 20),
    Format("OpenDocument text", (".odt",), "office:read_odt", "lxml", 20),
    Format("Rich Text", (".rtf",), "rtf:read_rtf", _EXTRA, 20),
    Format("PDF with a text layer", (".pdf",), "pdf:read_pdf", _EXTRA, 20),
    Format("feed with full text", (".rss", ".atom", ".xml"), "feeds:read_feed", "lxml", 8),
    Format("table of articles", (".csv", ".tsv"), "records:read_table", packed=40),
    Format("records of articles", (".jsonl", ".json"), "records:read_records", packed=40),
    Format("zip of articles", (".zip",), "zips:read_zip", packed=40),
    Format("web archive", (".warc", ".warc.gz", ".wacz"), "warc:read_warc", _EXTRA, 40),
)
_BY_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}
SUFFIXES = frozenset(_BY_SUFFIX)


def format_of(source: str) -> Format | None:
    """The format of a file, by its name."""
    suffixes = [suffix.lower() for suffix in PurePosixPath(source).suffixes[-2:]]
    return _BY_SUFFIX.get("".join(suffixes)) or _BY_SUFFIX.get(suffixes[-1] if suffixes else "")


def most_bytes(source: str, max_bytes: int) -> int:
    """Bytes above which a file isn't read, where an article's text may have *max_bytes*."""
    known = format_of(source)
    return max_bytes * known.packed if known else max_bytes


def drafts(file: File) -> Iterator[Draft]:
    """The articles of a file; raises :exc:`~variorum.reading.problems.ReadingError`."""
    known = format_of(file.source)
    if known is None:
        raise left_out(
            file.source, f"not an article: {PurePosixPath(file.source).suffix or 'no suffix'}"
        )
    try:
        yield from known.load()(file)
    except ReadingError:
        raise
    except ImportError as error:
        what = " ".join(str(error).split())
        needed = f"python -m pip install {known.packages}"
        raise left_out(
            file.source, f"cannot be read: {what}; run: {needed}", remedy=needed
        ) from error
    except Exception as error:  # Whatever a library stumbles over in a broken file.
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        message = f"not readable as a {known.name}: {what}"
        raise left_out(file.source, message, remedy=SAVED_AGAIN) from error
