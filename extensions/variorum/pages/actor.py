"""An actor's page: what each source calls them, where, and in whose company."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from variorum.docnames import ACROSS
from variorum.pages.actor_records import ActorPage, Column, CountedActor, MentionLine, Wording
from variorum.pages.kind import Defined, FeedEntry, Head, PageKind, Preview, Unit
from variorum.pages.page import Page, above, heading, kind_words, outlet_words, title
from variorum.pages.records import JsonLd, Listed
from variorum.pages.schema_org import known, thing
from variorum.pages.statements import statement_list
from variorum.pages.tables import cell, table
from variorum.pages.variants import how_words
from variorum.rendering.decided import as_sentence, decided_words, is_decided, standing_words
from variorum.rendering.elements import Box, Part, box, link, mark, outside, paragraph
from variorum.rendering.words import _

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts


class ActorPageFacts(Listed, ActorPage):
    """The facts of an actor's page."""

    across: str
    """The actor's page over all stories, if there is one."""


WIKIDATA = "https://www.wikidata.org/wiki/"


def view(facts: ActorPageFacts) -> Page:
    """Everything the reports say to name one actor."""
    actor = facts["actor"]
    actors = (facts["pages"]["actors"], _("Actors"))
    return Page(
        title(actor["name"], ("kind", kind_words(actor["label"]))),
        [
            _intro(actor, facts),
            *_grid(facts),
            *_forms_of(facts),
            *_says(facts),
            *_together(facts),
            _concordance(facts),
        ],
        above=(*above(facts), actors),
        indexed=_indexed(actor),
    )


def _indexed(actor: CountedActor) -> str:
    """The actor in the general index: a person under the surname."""
    words = actor["name"]
    if actor["label"] == "PER" and " " in words:
        first, _space, last = words.rpartition(" ")
        words = f"{last}, {first}"
    # Sphinx splits an entry at its semicolons.
    return str(words.replace(";", ","))


def _intro(actor: CountedActor, facts: ActorPageFacts) -> Part:
    words = [_named(actor, {})]
    apart = [
        (_("%s pronoun") if count == 1 else _("%s pronouns")) % count
        for count in (actor["pronouns"],)
        if count
    ] + [
        (_("%s phrase") if count == 1 else _("%s phrases")) % count
        for count in (actor["phrases"],)
        if count
    ]
    if apart:
        words.append(_("Counted apart: %s.") % ", ".join(apart))
    made = box("div", classes="vr-actor-intro")
    if actor["description"]:
        made += paragraph(actor["description"], classes="vr-lead")
    made += paragraph(" ".join(words), classes="vr-label")
    if actor["wikidata"]:
        made += paragraph(outside(WIKIDATA + actor["wikidata"], "Wikidata"), classes="vr-label")
    if is_decided(actor):
        by = _("Names joined or parted by hand, %s.") % decided_words(actor)
    else:
        automatic = as_sentence(standing_words(facts))
        by = _("Set by the editor.") if actor["edited"] else automatic
    made += paragraph(by, classes="vr-label")
    if facts["across"]:
        there = link(facts["across"], _("What all stories of this site have of this actor"))
        made += paragraph(there, classes="vr-label")
    return made


def _named(actor: CountedActor, names: Mapping[str, str]) -> str:
    """How often each report names them; *names* are those of the reports, for their letters."""
    if not actor["total"]:
        return str(_("Meant, but never named itself."))
    where = ", ".join(f"{names.get(s, s)} {count}" for s, count in actor["counts"])
    if actor["total"] == 1:
        return str(_("Named once: %s.") % where)
    return _("Named %(total)s times: %(where)s.") % {"total": actor["total"], "where": where}


def _grid(facts: ActorPageFacts) -> list[Part]:
    """A row a kind of wording, a column a source, everything as written."""
    outlets = {source["siglum"]: outlet_words(source) for source in facts["sources"]}
    rows = []
    kinds: tuple[tuple[Literal["names", "roles", "phrases", "verbs"], str], ...] = (
        ("names", _("Names")),
        ("roles", _("Titles and roles")),
        ("phrases", _("Phrases")),
        ("verbs", _("Reporting words")),
    )
    for key, name in kinds:
        if any(column[key] for column in facts["grid"]):
            cells = [
                _forms(column, column[key], outlets[column["siglum"]]) for column in facts["grid"]
            ]
            rows.append([cell(name, head=True), *cells])
    if not rows:
        return []
    head: list[str | Part] = [_("As written")]
    for source in facts["sources"]:
        siglum = mark("span", source["siglum"], classes="vr-siglum")
        words = mark("span", siglum, " ", outlet_words(source))
        head.append(link(source["docname"], words))
    label = _("What each source calls it")
    grid = table(label, head, rows, classes="vr-grid vr-stacked")
    aside = _("every wording, as written")
    return [box("section", heading(label, aside), grid, classes="vr-group")]


def _forms(column: Column, forms: Sequence[Wording], outlet: str) -> Box:
    name = f"{column['siglum']} {outlet}"
    if not forms:
        return cell("–", classes="vr-none", name=name)
    lines = box("ul", classes="vr-plain-list")
    for form in forms:
        times = f" ×{form['count']}" if form["count"] > 1 else ""
        words = link(column["docname"], form["words"], anchor=form["anchor"])
        lines += box("li", paragraph(words, mark("small", times)))
    return box("td", lines, data_name=name)


def _forms_of(facts: ActorPageFacts) -> list[Part]:
    """What the actor said once and several reports print in forms of their own."""
    if not facts["printed"]:
        return []
    lines = box("ol", classes="vr-plain-list vr-statements vr-forms")
    for statement in facts["printed"]:
        page = link(statement["docname"], statement["title"])
        forms: dict[str, list[str]] = {}
        for reading in sorted(statement["readings"], key=lambda r: not r.get("base")):
            how = _("longest") if reading.get("base") else how_words(reading)
            forms.setdefault(how, []).append(reading["siglum"])
        short: list[Part] = []
        for how, sigla in forms.items():
            siglum = mark("span", " ".join(dict.fromkeys(sigla)), classes="vr-siglum")
            short += ["; " if short else "", siglum, f" {how}"]
        lines += box(
            "li", paragraph(page, classes="vr-said"), paragraph(*short, classes="vr-label")
        )
    made = heading(_("Said once, printed in several forms"))
    return [box("section", made, lines, classes="vr-group")]


def _says(facts: ActorPageFacts) -> list[Part]:
    """What the actor is quoted on, and what is said to them."""
    made: list[Part] = []
    for statements, name in (
        ([said for said in facts["says"] if said["content"] == "clause"], _("Says")),
        ([said for said in facts["says"] if said["content"] == "matter"], _("Takes a stance on")),
        (facts["addressed"], _("Is addressed")),
    ):
        if statements:
            lines = statement_list(statements, facts["sources"])
            made.append(box("section", heading(name), lines, classes="vr-group"))
    return made


def _together(facts: ActorPageFacts) -> list[Part]:
    if not facts["together"]:
        return []
    said: list[Part] = []
    for other in facts["together"]:
        said += [
            mark("span", link(other["docname"], other["name"]), f" {other['count']}"),
            " ",
        ]
    aside = _("in so many paragraphs")
    return [
        box(
            "section",
            heading(_("Named together with"), aside),
            paragraph(*said, classes="vr-together"),
            classes="vr-group",
        )
    ]


def _by_hand(line: MentionLine) -> Iterator[Part]:
    """Who decided that a mention means this actor, and the editor's note."""
    words = [s for s in (decided_words(line), line.get("note")) if s]
    if words:
        yield mark("small", " ", " · ".join(words), classes="vr-hand-note")


def _concordance(facts: ActorPageFacts) -> Part:
    made = box("section", heading(_("Every mention")), classes="vr-group")
    outlets = {source["siglum"]: source for source in facts["sources"]}
    for part in facts["concordance"]:
        source = outlets[part["siglum"]]
        siglum = mark("span", part["siglum"], classes="vr-siglum")
        made += paragraph(siglum, " ", outlet_words(source), classes="vr-source-name")
        lines = box("ol", classes="vr-kwic vr-plain-list")
        for line in part["lines"]:
            words = link(part["docname"], mark("b", line["words"]), anchor=line["anchor"])
            lines += box(
                "li",
                paragraph(
                    mark("span", line["before"], classes="vr-before"),
                    words,
                    mark("span", line["after"], *_by_hand(line), classes="vr-after"),
                ),
                classes=f"vr-{line['kind']}",
            )
        made += lines
    return made


# --- its facts -----------------------------------------------------------------------------------


def facts(told: StoryFacts) -> Iterator[ActorPageFacts]:
    """Each actor of a story."""
    for actor in told.story.actors:
        of_site = told.site.several and actor.id in told.story.authority.site_ids
        across = f"{ACROSS}/{actor.id}" if of_site else ""
        yield {**told.listed, **told.actors.page(actor), "across": across}


def head(facts: ActorPageFacts) -> Head:
    """The actor as what it is."""
    actor = facts["actor"]
    said = _("What each report calls %s, where they are named, and what they say.") % actor["name"]
    main = thing(actor) | {"description": actor["description"]}
    page: JsonLd = {"@type": "ProfilePage", "name": actor["name"], "mainEntity": main}
    return {"description": said, "kind": "website", "data": known(page)}


def previews(facts: ActorPageFacts) -> Iterator[Preview]:
    """Who it is, and how often each report names them."""
    actor = facts["actor"]
    about = (actor["description"],) if actor["description"] else ()
    named = _named(actor, {s["siglum"]: outlet_words(s) for s in facts["sources"]})
    yield Preview(kind_words(actor["label"]), actor["name"], (*about, named))


def search(told: StoryFacts, _first: int) -> Iterator[Unit]:
    """Each actor by every form of the name."""
    sigla = told.story.sigla
    for actor in told.story.actors:
        forms = [form for form, _count in actor.names if form != actor.name]
        about = f"{actor.name} – {actor.description}" if actor.description else actor.name
        yield {
            "kind": "actor",
            "docname": told.actors.pages[actor.id],
            "anchor": "",
            "words": f"{about} ({', '.join(forms)})" if forms else about,
            "label": actor.label,
            "sources": [sigla[id_] for id_, _count in actor.articles if id_ in sigla],
            "actors": [actor.name],
        }


def feed(facts: ActorPageFacts) -> Iterator[FeedEntry]:
    """The reports that name them, each with what they say there, else with the first mention."""
    says = {
        said["siglum"]: f"“{said['words']}”" if said["kind"] == "direct" else said["words"]
        for said in reversed(facts["says"])
    }
    for part in facts["concordance"]:
        first = part["lines"][0]
        line = f"{first['before']}{first['words']}{first['after']}"
        yield FeedEntry(part["docname"], first["anchor"], says.get(part["siglum"], line))


PAGE = PageKind(
    name="actor",
    facts=facts,
    view=view,
    under="actors",
    head=head,
    feed=feed,
    defines=lambda facts: [Defined(facts["actor"]["id"], "actor", facts["actor"]["name"])],
    previews=previews,
    search=search,
    listed=False,
)
