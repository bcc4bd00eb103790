"""Word documents and OpenDocument texts: zips of XML, of which the paragraphs are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from variorum.reading.builder import Builder
from variorum.reading.drafts import Draft, File
from variorum.reading.plain import text_drafts
from variorum.reading.problems import SAVED_AGAIN, left_out
from variorum.reading.zips import Zip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from variorum.model import ZoneKind

__all__ = ["parse_xml", "read_docx", "read_odt"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MOST_SPACES = 100

Paragraph = tuple[str, int]
"""Words, and the rank of a heading: 0 for a title, 1 to 6, and 9 for no heading."""
_NONE = 9


def parse_xml(data: bytes, source: str) -> Any:
    """The root of an XML file; entities are left alone, and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = f"not readable as XML: {error}"
        raise left_out(source, message, remedy=SAVED_AGAIN) from error


def read_docx(file: File) -> Iterator[Draft]:
    """The paragraphs of a Word document, without what was struck out, notes and heads of pages."""
    packed = Zip(file)
    styles = "word/styles.xml"
    ranks: dict[str, int] = {}
    if styles in packed.names():
        ranks = dict(_word_ranks(parse_xml(packed.read(styles), file.source)))
    root = parse_xml(packed.read("word/document.xml"), file.source)
    yield from _drafts([_word_paragraph(p, ranks) for p in root.iter(f"{_W}p")])


def _word_ranks(root: Any) -> Iterator[tuple[str, int]]:
    """Ids of styles that are headings, and their rank."""
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        said = "" if name is None else name.get(f"{_W}val", "").lower()
        yield style.get(f"{_W}styleId", ""), _rank(said)


def _rank(style: str) -> int:
    if style == "title":
        return 0
    digit = style.removeprefix("heading").strip()
    return int(digit) if style.startswith("heading") and digit in "123456" and digit else _NONE


def _word_paragraph(paragraph: Any, ranks: Mapping[str, int]) -> Paragraph:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    rank = ranks.get(style.get(f"{_W}val", ""), _NONE) if style is not None else _NONE
    said: list[str] = []
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr"):
        if _owner(element) is not paragraph:
            continue  # Of a paragraph in a text box within this one, which has its own turn.
        said.append((element.text or "") if element.tag == f"{_W}t" else " ")
    return "".join(said), rank


def _owner(element: Any) -> Any:
    """The innermost paragraph that an element is in."""
    return next(above for above in element.iterancestors() if above.tag == f"{_W}p")


def read_odt(file: File) -> Iterator[Draft]:
    """The paragraphs of an OpenDocument text, without notes and what was struck out."""
    root = parse_xml(Zip(file).read("content.xml"), file.source)
    titles = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if style.get(f"{_STYLE}parent-style-name") == "Title"
    }
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise left_out(file.source, "not a text document")
    paragraphs: list[Paragraph] = []
    for element in body.iter(f"{_TEXT}h", f"{_TEXT}p"):
        if any(above.tag in _ASIDE for above in element.iterancestors()):
            continue
        style = element.get(f"{_TEXT}style-name", "")
        rank = 0 if style == "Title" or style in titles else _NONE
        if element.tag == f"{_TEXT}h":
            level = element.get(f"{_TEXT}outline-level", "1")
            rank = int(level) if level in {"1", "2", "3", "4", "5", "6"} else 6
        paragraphs.append(("".join(_open_words(element)), rank))
    yield from _drafts(paragraphs)


_ASIDE = frozenset((f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation"))


def _open_words(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(int(count) if count.isdigit() else 1, _MOST_SPACES)
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield " "
        elif isinstance(child.tag, str) and child.tag not in _ASIDE:
            yield from _open_words(child)
        yield child.tail or ""


def _drafts(paragraphs: list[Paragraph]) -> Iterator[Draft]:
    """The articles of an export, else one, its headings as the document marks them."""
    said = [(" ".join(words.split()), rank) for words, rank in paragraphs]
    exports = list(text_drafts("\n".join(words for words, _ in said)))
    if len(exports) > 1 or any(draft.given for draft in exports):
        yield from exports
        return
    top = min((rank for words, rank in said if words), default=_NONE)
    builder = Builder()
    titled = False
    for words, rank in said:
        builder.add(words)
        is_title = rank == top < 2 and not titled
        heading: ZoneKind | None = "headline" if is_title else "subhead" if rank < _NONE else None
        if builder.close(heading, "markup" if heading else ""):
            titled |= is_title
    yield Draft(builder.sheet(), by_layout=not titled)
