"""An article's page: its text in full, what it says of itself beside it, its scrape folded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes

from variorum.model import Article, Block
from variorum.pages.page import (
    Page,
    above,
    credit_words,
    headline_words,
    outlet_words,
    title,
    when_words,
)
from variorum.pages.source_facts import source_facts
from variorum.records import article_from_json
from variorum.rendering.nodes import box, link, mark, paragraph, variorum_box
from variorum.rendering.text import words_of
from variorum.rendering.words import _


def build(facts: dict[str, Any]) -> Page:
    """The page of one article."""
    source = facts["source"]
    article = article_from_json(facts["article"])
    kicker = [
        ("siglum", source["siglum"]),
        ("outlet", outlet_words(source)),
        ("when", when_words(source, weekday=True)),
    ]
    if not source["title"]:
        kicker.append(("supplied", _("No headline in the scrape; these are its first words")))
    text = box(
        "div",
        _meta(source),
        *_body(article),
        _turn(facts),
        classes="vr-article",
        lang=article.meta.language or "und",
    )
    rail = box(
        "aside",
        paragraph(_("This report"), classes="vr-rail-title"),
        source_facts(source, here=True),
        paragraph(_("Automatic, unreviewed"), classes="vr-status"),
        paragraph(link(facts["pages"]["method"], _("How it was read")), classes="vr-status"),
        classes="vr-rail",
    )
    return Page(
        title(headline_words(source), *kicker),
        [box("div", text, rail, classes="vr-reading")],
        name=f"{source['siglum']}, {outlet_words(source)}",
        above=above(facts),
    )


def _meta(source: dict[str, Any]) -> nodes.Node:
    said = [_("%s words") % f"{source['words']:,}", credit_words(source)]
    if source["foreign"]:
        said.append(_("not in English: shown in full, not annotated"))
    return paragraph(*_spaced(s for s in said if s), classes="vr-meta")


def _spaced(said: Iterator[str]) -> Iterator[nodes.Node]:
    for words in said:
        yield mark("span", words)
        yield nodes.Text(" ")


def _body(article: Article) -> Iterator[nodes.Node]:
    """The blocks in the order of the source; lines of the scrape gathered where they stand."""
    headline = _the_headline(article)
    numbered = 0
    folded: list[Block] = []
    for block in article.blocks:
        if block == headline:
            continue
        if block in article.folded or block.kind == "headline":
            folded.append(block)
            continue
        # Before the text begins all its lines are one fold, whatever shows between them.
        if folded and (numbered or block.kind == "paragraph"):
            yield _fold(article, folded)
            folded = []
        numbered += block.kind == "paragraph"
        yield _shown(article, block, numbered)
    if folded:
        yield _fold(article, folded)


def _the_headline(article: Article) -> Block | None:
    """The block the page's title shows; the same words printed again are lines of the scrape."""
    return next((b for b in article.blocks if b.kind == "headline"), None)


def _shown(article: Article, block: Block, number: int) -> nodes.Node:
    words = words_of(article, block)
    if block.kind == "paragraph":
        made = box("div", classes="vr-p", data_start=block.start)
        made["ids"].append(f"p{number}")
        made += paragraph(
            mark(
                "a",
                str(number),
                classes="vr-key",
                href=f"#p{number}",
                aria_label=_("Paragraph %s") % number,
            ),
            *words,
        )
        return made
    if block.kind == "subhead":
        subhead = nodes.rubric("", "", *words, classes=["vr-subhead"])
        subhead["heading-level"] = 2
        return box("div", subhead, data_start=block.start)
    tag = {"tweet": "blockquote", "caption": "figure"}.get(block.kind, "div")
    label = {"tweet": _("Embedded tweet"), "caption": _("Caption")}.get(block.kind)
    return box(
        tag, paragraph(*words), classes=f"vr-{block.kind}", data_start=block.start, data_label=label
    )


def _fold(article: Article, blocks: list[Block]) -> variorum_box:
    count = len(blocks)
    said = (
        _("%s line of the scrape is not part of the article")
        if count == 1
        else _("%s lines of the scrape are not part of the article")
    )
    lines = box("ol", classes="vr-plain-list")
    for block in blocks:
        lines += box(
            "li",
            paragraph(
                mark("small", _kind_words(block)), " ", mark("span", *words_of(article, block))
            ),
            data_start=block.start,
        )
    summary = paragraph(
        said % count,
        ": ",
        mark("span", _("show"), classes="vr-show"),
        mark("span", _("hide"), classes="vr-hide"),
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


def _turn(facts: dict[str, Any]) -> nodes.Node:
    """The reports before and after, by their order on the front page."""
    made = box("nav", classes="vr-turn", aria_label=_("Other reports"))
    for name, arrow in (("before", "← "), ("after", " →")):
        other = facts[name]
        if not other:
            made += box("div")
            continue
        who = f"{other['siglum']}, {outlet_words(other)}"
        label = arrow + who if name == "before" else who + arrow
        made += paragraph(
            link(other["docname"], mark("small", label), mark("span", headline_words(other)))
        )
    return made
