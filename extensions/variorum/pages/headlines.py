"""All headlines of a story beside each other, in order of time, and what each report leads with.

Words that no other outlet's headline has are marked as that outlet's own. Of the first sentence the
words that tell who does what are underlined; the others stand quietly in their places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypedDict

from variorum.pages.columns import Cell, columns, row
from variorum.pages.kind import Door, Options, PageKind
from variorum.pages.page import Page, above, outlet_words, title, when_words
from variorum.pages.records import StoryPage
from variorum.pages.schema_org import described
from variorum.pages.selection import of_source, some
from variorum.pages.topic import shared_by_headlines
from variorum.rendering.elements import Box, Part, link, mark, paragraph
from variorum.rendering.words import _, _n, capital, number_words

if TYPE_CHECKING:
    from variorum.collation.findings import Lead
    from variorum.model import Article, Span
    from variorum.pages.story_facts import StoryFacts

Pieces = list[tuple[str, bool]]
"""Words in their order, and whether they are marked."""


class Headlined(TypedDict):
    """A report's headline with its own words marked, and its first sentence with its matter."""

    siglum: str
    docname: str
    outlet: str | None
    published: str | None
    updated: str | None
    language: str | None
    copies: str
    """The report whose text it has, too."""
    headline: Pieces
    lead: Pieces
    anchor: str
    """Where on its page the first sentence's paragraph stands."""


class HeadlinesFacts(StoryPage):
    """The facts of the page; *shared* are words that most headlines have."""

    headlines: list[Headlined]
    shared: list[str]


# --- the page ------------------------------------------------------------------------------------


def view(facts: HeadlinesFacts) -> Page:
    """A row a report: who printed it and when, its headline, what it leads with."""
    name = title(_("Headlines"))
    headed = [said for said in facts["headlines"] if said["headline"]]
    if not headed:
        nothing = _("No report has a headline.")
        return Page(name, [paragraph(nothing, classes="vr-lead")], above=above(facts))
    children: list[Part] = [paragraph(_intro(facts, len(headed)), classes="vr-lead")]
    children += [_key(several=len(headed) > 1), _table(facts["headlines"])]
    return Page(name, children, above=above(facts))


def _intro(facts: HeadlinesFacts, headed: int) -> str:
    if headed == 1:
        return str(_("One report alone has a headline: there is none to set beside it."))
    count = _n("%s headline", "%s headlines", headed) % number_words(headed)
    said = [_("%s in order of time, and what each report leads with.") % capital(count)]
    if facts["shared"]:
        said.append(_("Most have in common: %s.") % ", ".join(facts["shared"]))
    return " ".join(said)


def _key(*, several: bool) -> Part:
    own = [_own(_("words of one outlet alone")), " · "] if several else []
    told = _told(_("who does what in the first sentence"))
    return paragraph(*own, told, classes="vr-legend vr-label")


def _own(words: str) -> Part:
    before, after = (mark("span", s, classes="vr-sr") for s in (_("[only here:") + " ", "]"))
    return mark("ins", before, words, after, classes="vr-w-added")


def _table(headlines: Iterable[Headlined]) -> Box:
    heads = [[_("Report")], [_("Headline")], [_("Leads with")]]
    return columns(_("Headlines"), heads, map(_row, headlines), "vr-headlines")


def _row(said: Headlined) -> Box:
    letter = mark("span", said["siglum"], classes="vr-siglum")
    who: list[Part] = [
        mark("b", letter, " ", outlet_words(said)),
        " ",
        when_words(said, short=True),
    ]
    if said["copies"]:
        who += [" · ", _("the same text as in %s") % said["copies"]]
    return row(who, [_headline(said), _lead(said)])


def _headline(said: Headlined) -> Cell:
    name = _("Headline")
    if not said["headline"]:
        return Cell([_("no headline")], name, "vr-un")
    words = mark("bdi", *_with(said["headline"], _own), lang=said["language"])
    return Cell([link(said["docname"], words)], name, "vr-headlined")


def _lead(said: Headlined) -> Cell:
    name = _("Leads with")
    if not said["lead"]:
        return Cell([_("no first sentence was read")], name, "vr-un")
    words = mark("bdi", *_with(said["lead"], _told), lang=said["language"])
    return Cell([link(said["docname"], words, anchor=said["anchor"])], name, "vr-lead-words")


def _told(words: str) -> Part:
    return mark("em", words, classes="vr-leads")


def _with(pieces: Pieces, marked: Callable[[str], Part]) -> list[Part]:
    return [marked(words) if so else words for words, so in pieces]


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[HeadlinesFacts]:
    """The page of a story; headlines in another language are shown and not compared."""
    from variorum.collation.findings.headlines import own_words
    from variorum.edition import is_english

    read = [a for a in told.story.articles if a.meta.title and is_english(a)]
    compared = own_words([(a.meta.outlet or a.id, a.meta.title or "") for a in read])
    own = {a.id: spans for a, spans in zip(read, compared, strict=True)} if len(read) > 1 else {}
    shared = shared_by_headlines(told.story) if len(read) > 1 else {}
    leads = {lead.sentence.article: lead for lead in told.story.findings.leads}
    listed: list[Headlined] = []
    for article, source in zip(told.story.articles, told.listed["sources"], strict=True):
        origin = source["shared"]["origin"] if source["shared"] else source["siglum"]
        lead = leads.get(article.id)
        number = told.anchors.paragraph(lead.sentence) if lead else None
        listed.append(
            {
                "siglum": source["siglum"],
                "docname": source["docname"],
                "outlet": source["outlet"],
                "published": source["published"],
                "updated": source["updated"],
                "language": article.meta.language,
                "copies": origin if origin != source["siglum"] else "",
                "headline": _pieces(article.meta.title or "", own.get(article.id, [])),
                "lead": _lead_pieces(lead, article) if lead else [],
                "anchor": f"p{number}" if number else "",
            }
        )
    yield {
        **told.listed,
        "docname": told.pages["headlines"],
        "headlines": listed,
        "shared": [word for name in ("words", "names") for word in shared.get(name, ())],
    }


def _lead_pieces(lead: Lead, article: Article) -> Pieces:
    """The sentence as the article has it now, which may be shortened."""
    start, end = lead.sentence.start or 0, lead.sentence.end or 0
    within = [(r.start or 0, r.end or 0) for r in lead.told]
    spans = [(a - start, b - start) for a, b in within if start <= a < b <= end]
    return _pieces(article.text[start:end], spans)


def _pieces(text: str, marked: Iterable[Span]) -> Pieces:
    """A text on one line, cut at the ranges that are marked; neighbours are one."""
    joined: list[Span] = []
    for start, end in marked:
        if joined and not text[joined[-1][1] : start].strip("-").strip():
            start = joined.pop()[0]
        joined.append((start, end))
    made: Pieces = []
    at = 0
    for start, end in joined:
        made += [(text[at:start], False), (text[start:end], True)]
        at = end
    made.append((text[at:], False))
    return [(re.sub(r"\s+", " ", words), so) for words, so in made if words]


def selected(facts: HeadlinesFacts, options: Options) -> HeadlinesFacts:
    """The headlines of one source, or the first alone."""
    return {**facts, "headlines": some(of_source(facts["headlines"], options), options)}


PAGE = PageKind(
    name="headlines",
    facts=facts,
    view=view,
    places={"headlines": "headlines"},
    tab=lambda: _("Headlines"),
    door=lambda counts: Door(
        "compare",
        _("Headlines"),
        _("all beside each other, whose words they are, and what each report leads with"),
    ),
    head=lambda facts: described(_("All headlines beside each other: %s"), facts),
    directive=True,
    options=("source", "limit"),
    selected=selected,
)
