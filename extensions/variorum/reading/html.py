"""Saved web pages: trafilatura tells the article's text from the page around it.

The text as read is the headline, then what belongs to the article in source order, then the rest
of what a reader of the page sees, in source order, as ``promo``: folded, and not lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree
from lxml import html as lxml_html

from variorum.reading import lexicon
from variorum.reading.builder import Builder
from variorum.reading.drafts import Draft, File
from variorum.reading.exports import EXPORT_SIGNS, export_drafts
from variorum.reading.html_chunks import Chunk, chunks
from variorum.reading.html_dates import address_day, as_printed, searched_day
from variorum.reading.html_main import main_text
from variorum.reading.html_meta import page_head
from variorum.reading.plain import decoded
from variorum.reading.problems import left_out
from variorum.reading.sheet import plain, words
from variorum.reading.stamps import find_stamps
from variorum.reading.zones import mark_zones

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from variorum.model import ZoneKind
    from variorum.reading.html_main import MainText
    from variorum.reading.html_meta import PageHead
    from variorum.reading.sheet import Sheet

__all__ = ["read_fragment", "read_html", "read_page"]

_SITE = re.compile(r" ?[|–—·•-] (?P<site>[A-Z][^|–—·•:]{2,40})")
_SITE_WORDS = 5
_BELOW = 12
"""Lines below an article among which its credits and stamps stand."""
_PICTURE = re.compile(r"data:[\w/+.;-]{3,80},[\w/+=%\s]{200,}")
"""A picture or font within the page, as programs write it that save a page in one file."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST_STAMP = 12
"""Words of a line that is a stamp because a date is in it."""
_FOLDED = frozenset(("stamp", "byline", "credit"))
_NOTES = 4
"""Paragraphs at the end of an article among which those on its authors are."""
_OF_AUTHOR = re.compile(
    r"(?:,? [\w ,-]{2,60},)? (?:is|was|has|covers?|covered|writes?|reports?|joined|works?|leads?"
    r"|edits?|can be|may be)\b|[’\']s\b| ?\("
)
"""What follows a name where it is told of."""
_IN_HEAD = frozenset(
    ("base", "basefont", "bgsound", "link", "meta", "noscript", "object", "script", "style",
     "template", "title", etree.Comment, etree.ProcessingInstruction)
)  # fmt: skip
_SEEN = frozenset(("caption", "tweet", "headline", "standfirst"))
"""Zones that stay where the page has them amid the article, though trafilatura drops them."""


def read_page(file: File) -> Iterator[Draft]:
    """A saved page, or the articles of an export that is one."""
    text, encoding = decoded(file)
    text = _PICTURE.sub("data:,", text)
    if len(text) > file.max_bytes:
        raise left_out(file.source, f"too large: {len(text):,} characters without its pictures")
    if any(sign in text for sign in EXPORT_SIGNS):
        lines = "\n\n".join(chunk.text for chunk in chunks(_parsed(text, file.source)))
        if found := list(export_drafts(lines)):
            yield from found
            return
    sheet, given = read_html(text, file.source, file.url)
    yield Draft(sheet, given, encoding=encoding)


def read_html(text: str, source: str, url: str | None = None) -> tuple[Sheet, dict[str, Any]]:
    """Read a saved page; give its sheet and what its head says.

    *url* is its address, where what it was saved with says so.
    """
    root = _parsed(text, source)
    head = page_head(root, text, url)
    if _without_programs(root) | _body_begun(root):
        text = etree.tostring(root, encoding="unicode", method="html")
    found = list(chunks(root))
    given = head.given
    headline = _headline(found, head)
    if headline is not None and "outlet" not in given:
        given |= _site_behind(found[headline].text, root.findtext(".//title") or "")
    if headline is None and head.title:
        given["title"] = head.title
    article = main_text(found, text, headline)
    kinds = _kinds(found, article, headline)
    for i in _author_notes(found, article, given.get("byline", ())):
        kinds[i] = ("credit", "author-note")
    days = set(_days(found, kinds, article))
    if "published" in given:
        given["published"] = as_printed(given["published"], days)
    elif not days:
        shown = "\n".join(chunk.text for chunk in found)
        if day := address_day(head.url) or searched_day(text, shown):
            given["published"] = day
    return _sheet(found, article, kinds, headline), given


def read_fragment(text: str, title: str | None) -> Sheet:
    """The sheet of HTML that is an article and nothing else, below its title."""
    builder = Builder()
    if title:
        builder.add(title)
        builder.close("headline", "markup")
    for chunk in chunks(_parsed(f"<div>{text}</div>", "")):
        chunk.write(builder)
        kind = _by_element(chunk, True, False)
        builder.close(kind, "markup" if kind else "")
    return builder.sheet()


def _parsed(text: str, source: str) -> Any:
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml_html.document_fromstring(text.encode(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise left_out(source, f"not readable as HTML: {error}") from error


def _without_programs(root: Any) -> bool:
    """Undo what a program that saved the page did to it; whether there was anything.

    SingleFile keeps parts of a page in templates, the Wayback Machine puts a frame above it.
    """
    done = False
    for template in root.xpath("//template[@shadowrootmode or @shadowroot]"):
        template.tag = "div"
        done = True
    for frame in root.xpath("//div[@id='wm-ipp-base' or @id='wm-ipp' or @id='wm-ipp-print']"):
        if frame.getparent() is not None:
            frame.drop_tree()
            done = True
    return done


def _body_begun(root: Any) -> bool:
    """Begin the body where a browser does: at what a head can't hold; whether that was to do.

    A page may leave out the tags of both, and the parser knows ``article`` and the like no better.
    """
    head = root.find("head")
    children = [] if head is None else list(head)
    first = next((i for i, each in enumerate(children) if each.tag not in _IN_HEAD), None)
    if first is None:
        return False
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    body[:0] = children[first:]
    return True


def _sheet(
    found: Sequence[Chunk],
    article: MainText,
    kinds: Sequence[tuple[ZoneKind | None, str]],
    headline: int | None,
) -> Sheet:
    """The headline, the article, then the rest, each in source order."""
    others = [i for i in range(len(found)) if i != headline]
    shown = [i for i in others if _is_shown(kinds[i][0], i, article)]
    builder = Builder()
    for i in shown if headline is None else [headline, *shown]:
        found[i].write(builder)
        builder.close(*kinds[i])
    for i in sorted({*others} - {*shown}):
        found[i].write(builder)
        builder.close("promo", "main-text")
    return builder.sheet()


def _is_shown(kind: ZoneKind | None, i: int, article: MainText) -> bool:
    if i in article.numbers:
        return True
    return i in article.amid if kind in _SEEN else kind in _FOLDED and i not in article.above


def _days(
    found: Sequence[Chunk], kinds: Sequence[tuple[ZoneKind | None, str]], article: MainText
) -> Iterator[str]:
    """The days that stamps and bylines between headline and text give."""
    first = min(article.numbers, default=0)
    heads = (i for i in range(min(first + 2, len(found))) if i not in article.above)
    lines = (found[i].text for i in heads if kinds[i][0] == "stamp" or _is_byline(found[i].text))
    return (stamp.day for line in lines for stamp in find_stamps(line) if stamp.day)


def _is_byline(line: str) -> bool:
    return line.lstrip()[:3].lower() == "by " and len(words(line)) <= _LONGEST_STAMP


def _site_behind(headline: str, title: str) -> dict[str, str]:
    """The site's name, where the page's title is the headline, a stroke and a name."""
    headline, title = " ".join(headline.split()), " ".join(title.split())
    match = _SITE.fullmatch(title, len(headline)) if title.startswith(headline) else None
    if match is None or match["site"].lower() in lexicon.boilerplate()["sections"]:
        return {}
    return {"outlet": match["site"]} if len(words(match["site"])) <= _SITE_WORDS else {}


def _headline(found: Sequence[Chunk], head: PageHead) -> int | None:
    """The longest heading that the page's title contains, else the first of the first rank.

    The site's own name is none.
    """
    site = plain(head.site or "")
    headings = [
        i for i, chunk in enumerate(found) if chunk.tag in _HEADINGS and plain(chunk.text) != site
    ]
    if head.title:
        said = f" {plain(head.title)} "
        named = [i for i in headings if f" {plain(found[i].text)} " in said]
        longest = max(named, key=lambda i: len(words(found[i].text)), default=None)
        if longest is not None and len(words(found[longest].text)) > 1:
            return longest
    return next((i for i in headings if found[i].tag == "h1" and not found[i].box.chrome), None)


def _kinds(
    found: Sequence[Chunk], article: MainText, headline: int | None
) -> list[tuple[ZoneKind | None, str]]:
    """The kind of each chunk and what tells it: its element, else a rule on what it says."""
    builder = Builder()
    said = plain(found[headline].text) if headline is not None else None
    first, last = min(article.numbers, default=0), max(article.numbers, default=len(found))
    for i, chunk in enumerate(found):
        chunk.write(builder)
        if i in article.above or i > last + _BELOW:
            builder.close("promo", "main-text")
            continue
        kind = _by_element(
            chunk, i in article.numbers, headline is not None and headline < i < first
        )
        if i == headline or (chunk.tag in _HEADINGS and plain(chunk.text) == said):
            kind = "headline"
        builder.close(kind, "markup" if kind else "")
    sheet = builder.sheet()
    mark_zones(sheet, by_layout=False)
    return [(piece.kind, piece.by) for piece in sheet.pieces]


def _author_notes(
    found: Sequence[Chunk], article: MainText, byline: Iterable[str]
) -> Iterator[int]:
    """The last paragraphs that tell of those who wrote the article: what they do, where they are.

    They begin with the whole name of one.
    """
    names = [name for name in byline if len(words(name)) > 1]
    for i in sorted(article.numbers)[-_NOTES:]:
        said = " ".join(found[i].text.split())
        if any(said.startswith(name) and _OF_AUTHOR.match(said, len(name)) for name in names):
            yield i


def _by_element(chunk: Chunk, is_main: bool, is_above: bool) -> ZoneKind | None:
    if chunk.tag == "tweet":
        return "tweet"
    if chunk.tag == "figcaption":
        return "caption"
    if chunk.box.standfirst and not chunk.box.chrome:
        return "standfirst"
    is_short = not is_main and not chunk.box.chrome and len(words(chunk.text)) <= _LONGEST_STAMP
    if is_short and (chunk.dated or (is_above and next(find_stamps(chunk.text), None))):
        return "byline" if _is_byline(chunk.text) else "stamp"
    if chunk.tag in _HEADINGS and is_main:
        return "subhead"
    return None
