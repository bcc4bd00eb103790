"""An article's page: its text in full, what it says of itself beside it, its scrape folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from variorum.model import FOLDED, Article, Block
from variorum.pages.acts import citation_words
from variorum.pages.apparatus import apparatus
from variorum.pages.article_facts import facts, head
from variorum.pages.article_search import paragraphs
from variorum.pages.by_keys import by_keys
from variorum.pages.cards import notes
from variorum.pages.excerpts import Excerpts
from variorum.pages.kind import Facts, PageKind
from variorum.pages.layers import layers
from variorum.pages.margin import margin
from variorum.pages.own_notes import own_notes
from variorum.pages.page import (
    Page,
    above,
    credit_words,
    heading,
    headline_words,
    outlet_words,
    review_words,
    shared_words,
    title,
    when_words,
)
from variorum.pages.source_facts import source_facts
from variorum.records import article_from_json
from variorum.rendering.annotations import (
    Context,
    finding_numbers,
    laid_over,
    merged_quotations,
    quotation_signs,
)
from variorum.rendering.elements import Box, Part, box, line, link, mark, paragraph
from variorum.rendering.elements import heading as heading_of
from variorum.rendering.text import Laid, bare_addresses, by_block, inline_markup, words_of
from variorum.rendering.words import _, direction


def view(facts: Facts) -> Page:
    """The page of one article."""
    source = facts["source"]
    article = article_from_json(facts["article"])
    kicker = [
        ("siglum", source["siglum"]),
        ("outlet", outlet_words(source)),
        ("when", when_words(source)),
    ]
    if not source["title"]:
        kicker.append(("supplied", _("No headline in the scrape; these are its first words")))
    # What reads an editor's file is loaded where a page is made.
    from variorum.corrections.snippet import scalar
    from variorum.pages.correcting import Correcting

    facts = {**facts, "correcting": Correcting(facts)}
    kind = Excerpts if article.withheld else _Text
    words = kind(article, _laid(article, facts))
    language = article.meta.language or "und"
    shown = box("div", *words.on_page(), classes="vr-text", lang=language, dir=direction(language))
    text = box(
        "div",
        _by_keys(facts),
        shown,
        *apparatus(facts),
        _colophon(facts),
        _turn(facts),
        *notes(facts),
        classes="vr-article",
        data_source=citation_words(source),
        data_article=None if article.withheld else scalar(article.id),
    )
    return Page(
        title(headline_words(source), *kicker, dressed=words.on_title()),
        [_meta(facts), box("div", _rail(facts), text, classes="vr-reading")],
        name=f"{source['siglum']}, {outlet_words(source)}",
        above=above(facts),
    )


def _by_keys(facts: Facts) -> Box:
    after = "apparatus" if finding_numbers(facts["marks"]) else "report"
    hint = _("← → from mark to mark · Enter opens its card · Esc closes it · Tab goes on")
    return by_keys(after, hint)


def _laid(article: Article, facts: Facts) -> dict[int, list[Laid]]:
    merged = merged_quotations(facts["annotations"], facts["marks"])
    context = Context(
        {actor["id"]: actor for actor in facts["actors"]},
        quotation_signs(facts["annotations"]) | finding_numbers(facts["marks"]),
        merged,
        [(b.start, b.end) for b in article.blocks if b.kind in FOLDED or b.kind == "headline"],
        margin(facts, merged),
        facts["correcting"].around,
    )
    return by_block(
        article,
        [
            *inline_markup(article),
            *bare_addresses(article),
            # What other pages link to has an id at its words, marked or not.
            *(Laid(start, end, id=id_) for start, end, id_ in facts["anchors"]),
            *laid_over(facts["marks"], context),
            *laid_over(facts["annotations"], context),
        ],
    )


def _rail(facts: Facts) -> Box:
    return box(
        "aside",
        box(
            "div",
            layers([*facts["annotations"], *facts["marks"]], facts["layers"]),
            own_notes(facts),
            _status(facts),
        ),
        classes="vr-rail",
        screen=True,
        aria_label=_("Layers"),
    )


def _status(facts: Facts) -> Box:
    accuracy = link(facts["pages"]["method"], _("Accuracy of each kind"), anchor="accuracy")
    keys = mark(
        "button", _("Keys"), classes="vr-text-button", type="button", data_opens="vr-keys",
        aria_haspopup="dialog", hidden=True,
    )  # fmt: skip
    return box(
        "div",
        paragraph(review_words(facts)),
        paragraph(accuracy),
        paragraph(keys),
        classes="vr-status",
    )


def _colophon(facts: Facts) -> Box:
    """What the report says of itself, each with the words it was read from."""
    made = box(
        "section",
        heading(_("This report"), review_words(facts)),
        source_facts(facts["source"]),
        classes="vr-colophon",
    )
    made.id = "report"
    return made


def _meta(facts: Facts) -> Part:
    source = facts["source"]
    said: list[Part] = [_("%s words") % f"{source['words']:,}"]
    said += [credit_words(source), shared_words(source)]
    if source["foreign"]:
        said.append(_("not in English: shown in full, not annotated"))
    said.append(_within(facts, "report", _("About this report")))
    if finding_numbers(facts["marks"]):
        said.append(_within(facts, "apparatus", _("Apparatus")))
    return paragraph(*_spaced(s for s in said if s), classes="vr-meta")


def _within(facts: Facts, anchor: str, words: str) -> Part:
    return link(facts["docname"], words, anchor=anchor)


def _spaced(said: Iterable[Part]) -> Iterator[Part]:
    for words in said:
        yield mark("span", words)
        yield " "


class _Text:
    """The blocks in the order of the source; lines of the scrape gathered where they stand."""

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
            made += paragraph(key, *self.words(block))
            return made
        if block.kind == "subhead":
            subhead = heading_of(*self.words(block), classes="vr-subhead")
            return box("div", subhead, data_start=block.start)
        tag = {"tweet": "blockquote", "caption": "figure"}.get(block.kind, "div")
        said = {"tweet": _("Embedded tweet"), "caption": _("Caption")}.get(block.kind)
        return box(
            tag,
            paragraph(*self.words(block)),
            classes=f"vr-{block.kind}",
            data_start=block.start,
            data_label=said,
        )

    def fold(self, blocks: list[Block]) -> Box:
        """Lines of the scrape, closed until somebody opens them."""
        count = len(blocks)
        said = (
            _("%s line of the scrape is not part of the article")
            if count == 1
            else _("%s lines of the scrape are not part of the article")
        )
        lines = box("ol", classes="vr-plain-list")
        for block in blocks:
            kind = mark("small", _kind_words(block))
            words = mark("span", *self.words(block))
            lines += box("li", paragraph(kind, " ", words), data_start=block.start)
        summary = line(
            said % count,
            mark("span", ": ", screen=True),
            mark("span", _("show"), classes="vr-show", screen=True),
            mark("span", _("hide"), classes="vr-hide", screen=True),
        )
        return box("details", box("summary", summary), lines, classes="vr-scrape")


def _kind_words(block: Block) -> str:
    return {
        "headline": _("headline, again"),
        "stamp": _("stamp"),
        "byline": _("byline"),
        "credit": _("credit"),
        "promo": _("around the text"),
    }[block.kind]


def _turn(facts: Facts) -> Part:
    """The reports before and after, by their order on the front page."""
    made = box("nav", classes="vr-turn", screen=True, aria_label=_("Other reports"))
    for name, arrow, rel in (("before", "← ", "prev"), ("after", " →", "next")):
        other = facts[name]
        if not other:
            made += box("div")
            continue
        who = f"{other['siglum']}, {outlet_words(other)}"
        label = arrow + who if name == "before" else who + arrow
        words = mark("span", headline_words(other))
        made += paragraph(link(other["docname"], mark("small", label), words, rel=rel))
    return made


PAGE = PageKind(
    name="article",
    facts=facts,
    view=view,
    under="front",
    head=head,
    search=paragraphs,
    scripts=("spans", "references", "layers", "roving", "cards", "copy", "keys", "notes"),
)
