"""The text of an article in full; lines of the scrape gathered where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.model import FOLDED, Article, Block
from variorum.rendering.elements import Box, Part, box, heading, line, mark, paragraph
from variorum.rendering.text import Laid, notes_on, words_of
from variorum.rendering.words import _, direction


class FullText:
    """The blocks in the order of the source."""

    def __init__(self, article: Article, laid: dict[int, list[Laid]]) -> None:
        self.article = article
        self.laid = laid
        # The page's title shows it; the same words printed again are a line of the scrape.
        self.headline = next((b for b in article.blocks if b.kind == "headline"), None)

    def on_title(self) -> Iterator[Part]:
        """The headline's words, for the page's title."""
        if self.headline:
            language = self.article.meta.language or "und"
            words = self.words(self.headline)
            yield mark("span", *words, lang=language, dir=direction(language))

    def on_page(self) -> Iterator[Part]:
        """The text as it stands on the page."""
        if self.headline:
            yield from self.notes(self.headline)
        numbered = 0
        folded: list[Block] = []
        for block in self.article.blocks:
            if block == self.headline:
                continue
            if block.kind in FOLDED or block.kind == "headline":
                folded.append(block)
                continue
            # Before the text begins all its lines are one fold, whatever shows between them.
            if folded and (numbered or block.kind == "paragraph"):
                yield self.fold(folded)
                folded = []
            numbered += block.kind == "paragraph"
            yield self.shown(block, numbered)
        if folded:
            yield self.fold(folded)

    def words(self, block: Block) -> list[Part]:
        """The block's words with all that lies on them."""
        return words_of(self.article, block, self.laid[block.start])

    def notes(self, block: Block) -> list[Part]:
        """What stands in the margin beside it."""
        return notes_on(block, self.laid[block.start])

    def shown(self, block: Block, number: int) -> Part:
        """A block that shows in place; *number* is its paragraph's."""
        if block.kind == "paragraph":
            made = box("div", classes="vr-p", data_start=block.start)
            made.id = f"p{number}"
            label = _("Paragraph %s") % number
            key = mark(
                "a", str(number), classes="vr-key", screen=True, href=f"#p{number}",
                aria_label=label,
            )  # fmt: skip
            made += [paragraph(key, *self.words(block)), *self.notes(block)]
            return made
        if block.kind == "subhead":
            subhead = heading(*self.words(block), classes="vr-subhead")
            return box("div", subhead, *self.notes(block), data_start=block.start)
        tag = {"tweet": "blockquote", "caption": "figure"}.get(block.kind, "div")
        said = {"tweet": _("Embedded tweet"), "caption": _("Caption")}.get(block.kind)
        return box(
            tag,
            paragraph(*self.words(block)),
            *self.notes(block),
            classes=f"vr-{block.kind}",
            data_start=block.start,
            data_label=said,
        )

    def fold(self, blocks: list[Block]) -> Box:
        """Lines of the scrape, closed until somebody opens them."""
        count = len(blocks)
        words = (
            _("%s line saved with the article is not part of it")
            if count == 1
            else _("%s lines saved with the article are not part of it")
        )
        lines = box("ol", classes="vr-plain-list")
        for block in blocks:
            kind = mark("small", zone_words(block.kind))
            said = paragraph(kind, " ", mark("span", *self.words(block)))
            lines += box("li", said, *self.notes(block), data_start=block.start)
        summary = line(
            words % count,
            mark("span", ": ", screen=True),
            mark("span", _("show"), classes="vr-show", screen=True),
            mark("span", _("hide"), classes="vr-hide", screen=True),
        )
        return box("details", box("summary", summary), lines, classes="vr-scrape")


def zone_words(kind: str) -> str:
    """What a line that isn't of the article is called."""
    return {
        "headline": _("headline, again"),
        "stamp": _("stamp"),
        "byline": _("byline"),
        "credit": _("credit"),
        "promo": _("around the text"),
    }[kind]
