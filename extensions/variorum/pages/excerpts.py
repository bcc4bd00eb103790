"""The text of an article of which only short quotations are published."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.model import Article, Block
from variorum.publishing import MENTION
from variorum.rendering.elements import Part, box, mark, outside, paragraph
from variorum.rendering.text import Laid, notes_on, words_of
from variorum.rendering.words import _


class Excerpts:
    """The quotations in their order, and after them what else is named."""

    def __init__(self, article: Article, laid: dict[int, list[Laid]]) -> None:
        self.article = article
        self.laid = laid

    def on_title(self) -> Iterator[Part]:
        """Nothing: the headline is not part of what is quoted."""
        yield from ()

    def on_page(self) -> Iterator[Part]:
        """What stands here, where the rest is, and the words themselves."""
        yield self.notice()
        numbered = 0
        for block in self.article.blocks:
            if block.kind != MENTION:
                numbered += 1
                yield self.quotation(block, numbered)
        yield from self.named()

    def notice(self) -> Part:
        """That this is not the article, and where it is."""
        said: list[Part] = [_("Only short quotations from this report are published here.")]
        address = self.article.meta.url or ""
        if address.startswith(("http://", "https://")):
            said += [" ", outside(address, _("Read it at its publisher’s."))]
        return box("div", paragraph(*said), classes="vr-excerpt-notice", lang="en")

    def quotation(self, block: Block, number: int) -> Part:
        """A quotation, with a paragraph's number to point at."""
        made = box("div", classes="vr-p", data_start=block.start)
        made.id = f"p{number}"
        label = _("Quotation %s") % number
        key = mark(
            "a", str(number), classes="vr-key", screen=True, href=f"#p{number}", aria_label=label
        )
        laid = self.laid[block.start]
        made += [paragraph(key, *words_of(self.article, block, laid)), *notes_on(block, laid)]
        return made

    def named(self) -> Iterator[Part]:
        """Names, dates and figures that stand in none of the quotations, as a list."""
        blocks = [block for block in self.article.blocks if block.kind == MENTION]
        if not blocks:
            return
        said: list[Part] = []
        for block in blocks:
            said += [" · "] if said else []
            words = words_of(self.article, block, self.laid[block.start])
            said.append(mark("span", *words, data_start=block.start))
        yield box(
            "div",
            paragraph(
                _("Also named in it, in this order:"),
                classes="vr-label",
            ),
            paragraph(*said),
            classes="vr-excerpt-named",
        )
