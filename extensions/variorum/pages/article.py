"""An article's page: its text in full, what it says of itself beside it, its scrape folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from variorum.codec import Object, as_object
from variorum.model import FOLDED
from variorum.pages.acts import citation_words
from variorum.pages.apparatus import apparatus
from variorum.pages.article_search import paragraphs
from variorum.pages.article_text import FullText
from variorum.pages.by_keys import by_keys
from variorum.pages.cards import notes
from variorum.pages.excerpts import Excerpts
from variorum.pages.findings import marks_of
from variorum.pages.kind import Head, PageKind
from variorum.pages.layers import layers
from variorum.pages.margin import margin
from variorum.pages.marked import ArticleFacts, Marked
from variorum.pages.messages import annotation_facts
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
from variorum.pages.records import JsonLd, Turn
from variorum.pages.schema_org import known, report, short, thing
from variorum.pages.source_facts import source_facts
from variorum.pages.source_records import neighbour, review_facts, turn
from variorum.pages.versions import anchor_of
from variorum.rendering.annotations import Context, Said, laid_over
from variorum.rendering.elements import Box, Part, box, link, mark, paragraph
from variorum.rendering.text import Laid, bare_addresses, by_block, inline_markup
from variorum.rendering.words import _, _n, direction, number_words

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts

MENTIONS = 12
"""At most so many actors of a report are named in its head."""


def view(facts: ArticleFacts) -> Page:
    """The page of one article."""
    source = facts["source"]
    marked = Marked(facts)
    article = marked.article
    kicker = [
        ("siglum", source["siglum"]),
        ("outlet", outlet_words(source)),
        ("when", when_words(source)),
    ]
    if not source["title"]:
        kicker.append(("supplied", _("No headline was saved; these are its first words")))
    # What reads an editor's file is loaded where a page is made.
    from variorum.corrections.snippet import scalar

    kind = Excerpts if article.withheld else FullText
    words = kind(article, _laid(marked))
    language = article.meta.language or "und"
    shown = box("div", *words.on_page(), classes="vr-text", lang=language, dir=direction(language))
    text = box(
        "div",
        _by_keys(marked),
        shown,
        *apparatus(marked),
        _colophon(facts),
        _turn(facts),
        *notes(marked),
        classes="vr-article",
        data_source=citation_words(source),
        data_article=None if article.withheld else scalar(article.id),
    )
    return Page(
        title(headline_words(source), *kicker, dressed=words.on_title()),
        [_meta(marked), box("div", _rail(facts), text, classes="vr-reading")],
        name=f"{source['siglum']}, {outlet_words(source)}",
        above=above(facts),
    )


def _by_keys(marked: Marked) -> Box:
    after = "apparatus" if marked.numbers else "report"
    hint = _("← → from mark to mark · Enter opens its card · Esc closes it · Tab goes on")
    return by_keys(after, hint)


def _laid(marked: Marked) -> dict[int, list[Laid]]:
    article, facts = marked.article, marked.facts
    context = Context(
        marked.actors,
        marked.signs | marked.numbers,
        marked.merged,
        [(b.start, b.end) for b in article.blocks if b.kind in FOLDED or b.kind == "headline"],
        margin(marked),
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


def _rail(facts: ArticleFacts) -> Box:
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


def _status(facts: ArticleFacts) -> Box:
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


def _colophon(facts: ArticleFacts) -> Box:
    """What the report says of itself, each with the words it was read from."""
    made = box(
        "section",
        heading(_("This report"), review_words(facts)),
        source_facts(facts["source"]),
        classes="vr-colophon",
    )
    made.id = "report"
    return made


def _meta(marked: Marked) -> Part:
    facts, source = marked.facts, marked.facts["source"]
    said: list[Part] = [_("%s words") % f"{source['words']:,}"]
    said += [credit_words(source), shared_words(source)]
    if source["foreign"]:
        said.append(_("not in English: shown in full, not annotated"))
    said.append(_within(facts, "report", _("About this report")))
    if marked.numbers:
        said.append(_within(facts, "apparatus", _("Apparatus")))
    if source["versions"]:
        count = len(source["versions"]) + 1
        words = _n("In %s version", "In %s versions", count) % number_words(count)
        said.append(link(facts["pages"]["versions"], words, anchor=anchor_of(source["siglum"])))
    return paragraph(*_spaced(s for s in said if s), classes="vr-meta")


def _within(facts: ArticleFacts, anchor: str, words: str) -> Part:
    return link(facts["docname"], words, anchor=anchor)


def _spaced(said: Iterable[Part]) -> Iterator[Part]:
    for words in said:
        yield mark("span", words)
        yield " "


def _turn(facts: ArticleFacts) -> Part:
    """The reports before and after, by their order on the front page."""
    made = box("nav", classes="vr-turn", screen=True, aria_label=_("Other reports"))
    neighbours: tuple[tuple[Turn | None, str, str], ...] = (
        (facts["before"], "← ", "prev"),
        (facts["after"], " →", "next"),
    )
    for other, arrow, rel in neighbours:
        if not other:
            made += box("div")
            continue
        who = f"{other['siglum']}, {outlet_words(other)}"
        label = arrow + who if rel == "prev" else who + arrow
        words = mark("span", headline_words(other))
        made += paragraph(link(other["docname"], mark("small", label), words, rel=rel))
    return made


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[ArticleFacts]:
    """Each report of a story."""
    sources = told.sources
    for i, article in enumerate(told.story.articles):
        marks = marks_of(told.story, article, told.findings, told.anchors)
        wanted = {mark["finding"] for mark in marks}
        yield {
            "docname": told.docnames[article.id],
            "pages": told.pages,
            "title": told.story.title,
            "sources": [neighbour(source) for source in sources],
            "article": as_object(article),
            "annotations": list(map(annotation_facts, told.story.annotations.get(article.id, ()))),
            "marks": marks,
            "findings": [f for f in told.findings if f["id"] in wanted],
            "anchors": told.anchors.unmarked(article, {mark["id"] for mark in marks}),
            "actors": told.actors.cards(article),
            "statements": told.printed.of_article(article),
            "parallel": told.parallel.of_article(article),
            "source": sources[i],
            "reviewed": review_facts(told.story.reviewed, article),
            "before": turn(sources[i - 1]) if i else None,
            "after": turn(sources[i + 1]) if i + 1 < len(sources) else None,
            "layers": told.site.layers,
        }


def head(facts: ArticleFacts) -> Head:
    """The page of a report: who wrote it, whom it mentions, what it quotes."""
    source = facts["source"]
    said = _first_words(facts["article"]) or (
        _("A report by %s, annotated and set beside the others of its story.")
        % outlet_words(source)
    )
    work = report(source)
    work["mentions"] = [thing(actor) for actor in facts["actors"][:MENTIONS]]
    quoted = [_quotation(q, facts) for q in facts["annotations"] if _is_quotation(q)]
    return {
        "description": said,
        "kind": "article",
        "data": known(
            {
                "@type": "WebPage",
                "name": headline_words(source),
                "mainEntity": work,
                "hasPart": quoted,
            }
        ),
    }


def _first_words(article: Object) -> str:
    """What an article begins with; nothing of one whose text isn't published."""
    if article["withheld"]:
        return ""
    begun = (b for b in article["blocks"] if b["kind"] in ("standfirst", "paragraph"))
    first = next(begun, None)
    return short(article["text"][first["start"] : first["end"]]) if first else ""


def _is_quotation(said: Said) -> bool:
    return said["type"] == "quote" and said["kind"] == "direct" and bool(said["speaker"])


def _quotation(said: Said, facts: ArticleFacts) -> JsonLd:
    names = {actor["id"]: actor for actor in facts["actors"]}
    ids = [said["speaker"]] if isinstance(said["speaker"], str) else said["speaker"]
    text = facts["article"]["text"]
    return {
        "@type": "Quotation",
        "identifier": said["id"],
        "text": " … ".join(" ".join(text[s:e].split()) for s, e in said["parts"]),
        "creator": [thing(names[id_]) for id_ in ids if id_ in names],
    }


PAGE = PageKind(
    name="article",
    facts=facts,
    view=view,
    under="front",
    head=head,
    search=paragraphs,
    scripts=(
        "asking",
        "spans",
        "references",
        "layers",
        "roving",
        "cards",
        "own",
        "keys",
        "margin",
    ),
    asked=("looks", "copy", "key-list", "notes"),
)
