"""Three or four reports in columns: what one report has, and beside it those most like it.

The first report leads. A passage that another has, too, stands level with it; what another has
alone stands before its next such passage; each text keeps its order. Lines of the scrape are left
to the reports' own pages. Where there is no room for columns the passages of a row are stacked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypedDict

from variorum.codec import Object, as_object
from variorum.pages.beside import pair_page
from variorum.pages.columns import columns, gap
from variorum.pages.joins import (
    JoinFacts,
    Joins,
    Member,
    PairFacts,
    Sharing,
    StoryOfPair,
    member,
    pair_facts,
    pair_name,
)
from variorum.pages.kind import PageKind
from variorum.pages.page import Page, above, outlet_words, title, when_words
from variorum.pages.parallel_rows import Columns, joined, legend
from variorum.rendering.elements import Box, Part, box, line, link, mark, paragraph
from variorum.rendering.text import Laid, by_block, inline_markup, words_of
from variorum.rendering.words import _, listed

if TYPE_CHECKING:
    from variorum.model import Block
    from variorum.pages.story_facts import StoryFacts

LEAST, MOST = 3, 4
"""So many reports are set abreast."""


class Abreast(TypedDict):
    """The reports, the leading one first, and what joins it with each of the others."""

    page: str
    members: list[Member]
    articles: list[Object]
    joins: list[list[JoinFacts]]


class AbreastFacts(Abreast, StoryOfPair):
    """The facts of the view."""

    docname: str


def abreast_name(siglum: str) -> str:
    """The name of the page that a report leads."""
    return f"{siglum.lower()}-abreast"


def view(facts: AbreastFacts) -> Page:
    """The texts in rows, each column under its report's name."""
    first, *others = (m["siglum"] for m in facts["members"])
    names = [outlet_words(m) for m in facts["members"]]
    return Page(
        title(
            _("%(one)s beside %(others)s") % {"one": names[0], "others": listed(names[1:])},
            ("siglum", " ".join((first, *others))), ("when", _("side by side")),
        ),
        [paragraph(_lead(first), classes="vr-lead"), _pairs(facts), legend(), _table(facts)],
        name=" ".join((first, *others)),
        above=above(facts),
    )  # fmt: skip


def _lead(first: str) -> str:
    return (
        _(
            "%s leads: what another has, too, stands level with it, and its words that differ are "
            "marked; the rest of each text stands quietly in its place."
        )
        % first
    )


def _pairs(facts: AbreastFacts) -> Part:
    first, *others = (m["siglum"] for m in facts["members"])
    said: list[Part] = [_("Two at a time, with what each passage is:")]
    for other in others:
        there = pair_page(facts["pages"], pair_name(first, other))
        said += [" ", link(there, _("%(one)s beside %(other)s") % {"one": first, "other": other})]
    return paragraph(*said, classes="vr-begin")


def _table(facts: AbreastFacts) -> Box:
    heads: list[list[Part]] = [["¶"]]
    for one in facts["members"]:
        letter = mark("span", one["siglum"], classes="vr-siglum")
        name = link(one["docname"], letter, " ", outlet_words(one))
        heads.append([name, " ", mark("span", when_words(one, short=True), classes="vr-when")])
    classes = "vr-abreast vr-four" if len(facts["members"]) == MOST else "vr-abreast vr-three"
    return columns(_("The texts side by side"), heads, _Texts(facts).rows(), classes)


class _Texts:
    """The texts of all columns, block by block, each beside the first."""

    def __init__(self, facts: AbreastFacts) -> None:
        self.sigla = [m["siglum"] for m in facts["members"]]
        first = facts["members"][0], facts["articles"][0]
        self.beside: list[Columns] = []
        for other, article, joins in zip(
            facts["members"][1:], facts["articles"][1:], facts["joins"], strict=True
        ):
            pair: PairFacts = {
                "page": "parallel", "pair": [first[0], other], "articles": [first[1], article],
                "joins": joins, "common": None,
            }  # fmt: skip
            self.beside.append(Columns(pair, joined(pair)))
        self.laid = [self._laid(column) for column in range(len(self.sigla))]

    def _side(self, column: int) -> tuple[Columns, int]:
        """A pair that has a column, and on which side."""
        return (self.beside[column - 1], 1) if column else (self.beside[0], 0)

    def _laid(self, column: int) -> dict[int, list[Laid]]:
        """What joins a text with the first; of the first what joins it with any."""
        pair, side = self._side(column)
        laid = [*inline_markup(pair.articles[side])]
        for beside in [pair] if column else self.beside:
            for join in beside.joins:
                kind = f"vr-jn-{join.look}"
                laid.append(Laid(*join.spans[side], ("vr-jn", kind), edge=kind))
                for span, how in join.apart[side] if column else ():
                    laid.append(Laid(*span, (f"vr-{how}",), edge=f"vr-{how}"))
        return by_block(pair.articles[side], laid)

    def rows(self) -> Iterator[Box]:
        """Each passage that another has beside the first; before it what each has alone."""
        partner = [dict(beside.chain) for beside in self.beside]
        done = [0] * len(self.sigla)
        for number in range(len(self.beside[0].blocks[0])):
            met = [there.get(number) for there in partner]
            if all(at is None for at in met):
                continue
            until = [number, *(done[n] if at is None else at for n, at in enumerate(met, 1))]
            yield from self._alone(done, until)
            level = [[number], *([] if at is None else [at] for at in met)]
            yield self._row(level, level=True)
            done = [n + len(there) for n, there in zip(until, level, strict=True)]
        yield from self._alone(done, [len(self._blocks(n)) for n in range(len(self.sigla))])

    def _alone(self, start: Sequence[int], end: Sequence[int]) -> Iterator[Box]:
        """What each text has up to where it meets the first again, if it has anything."""
        cells = []
        for column, numbers in enumerate(map(range, start, end)):
            pair, side = self._side(column)
            cells.append([n for n in numbers if n not in pair.folded[side]])
        if any(cells):
            yield self._row(cells, level=False)

    def _row(self, cells: Sequence[Sequence[int]], *, level: bool) -> Box:
        """Blocks in their columns; of a *level* row an empty one is a gap."""
        place = self._paragraph(0, cells[0][0]) if cells[0] else ""
        head = box("th", line(place), scope="row", role="rowheader")
        # A head without words is none.
        made = box("tr", head if place else box("td", role="cell"), role="row")
        for column, numbers in enumerate(cells):
            made += self._cell(column, numbers, cells[0][0] if level else None)
        return made

    def _cell(self, column: int, numbers: Sequence[int], first: int | None) -> Box:
        """Blocks of a text; where it has none level with the block *first*, what says so."""
        pair, side = self._side(column)
        cell = box("td", role="cell", lang=pair.articles[side].meta.language or "und")
        if numbers or first is not None:
            cell += mark("span", self.sigla[column], classes="vr-tag", screen=True)
        for number in numbers:
            cell += self._block(column, number)
        if not numbers and first is not None:
            cell += self._elsewhere(0, first, column) or [line(gap(_("not found")))]
        return cell

    def _block(self, column: int, number: int) -> Box:
        """A block, quieter where nothing joins it; after it where the first has what it moves."""
        pair, side = self._side(column)
        block = pair.blocks[side][number]
        met = [b.at[side] for b in ([pair] if column else self.beside)]
        quiet = "" if any(number in at for at in met) else " vr-alone"
        words = words_of(pair.articles[side], block, self.laid[column][block.start])
        made = box("div", paragraph(*words), classes=f"vr-b vr-b-{block.kind}{quiet}")
        made.id = self._anchor(column, number)
        if column:
            made += self._elsewhere(column, number, 0)
        return made

    def _elsewhere(self, column: int, number: int, other: int) -> list[Part]:
        """Where another text has what a block has, and it isn't level."""
        pair, _side = self._side(column or other)
        found = {there for _join, there in pair.elsewhere(1 if column else 0, number)}
        notes: list[Part] = []
        for there in sorted(found):
            place = {"siglum": self.sigla[other], "number": self._paragraph(other, there)}
            said = _("%(siglum)s has it at ¶ %(number)s") % place
            note = mark("a", said, href=f"#{self._anchor(other, there)}")
            notes.append(box("div", paragraph(note), classes="vr-elsewhere"))
        return notes

    def _anchor(self, column: int, number: int) -> str:
        return "-".join([*self.sigla, self.sigla[column], str(number)]).lower()

    def _blocks(self, column: int) -> Sequence[Block]:
        pair, side = self._side(column)
        return pair.blocks[side]

    def _paragraph(self, column: int, number: int) -> str:
        """The number of the paragraph that a block is, or that it follows."""
        blocks = self._blocks(column)[: number + 1]
        return str(sum(b.kind == "paragraph" for b in blocks) or "")


# --- its facts -----------------------------------------------------------------------------------


def abreast_facts(joins: Joins, sources: Sequence[Sharing], articles: Sequence[Object]) -> Abreast:
    """What the view has of its reports, the leading one first."""
    pairs = [
        pair_facts(joins, [sources[0], other], [articles[0], article])
        for other, article in zip(sources[1:], articles[1:], strict=True)
    ]
    return {
        "page": "abreast",
        "members": [member(source) for source in sources],
        "articles": list(articles),
        "joins": [pair["joins"] for pair in pairs],
    }


def facts(told: StoryFacts) -> Iterator[AbreastFacts]:
    """A view for each report that two others at least are set beside."""
    sources: dict[str, Sharing] = {
        source["siglum"]: {**member(source), "shared": source["shared"]} for source in told.sources
    }
    articles = {told.story.sigla[a.id]: as_object(a) for a in told.story.articles}
    for together in told.parallel.abreast(MOST, LEAST):
        made = abreast_facts(
            told.parallel.joins, [sources[s] for s in together], [articles[s] for s in together]
        )
        yield {
            **made,
            **told.parallel.common(told),
            "docname": pair_page(told.pages, abreast_name(together[0])),
        }


PAGE = PageKind(
    name="abreast",
    facts=facts,
    view=view,
    under="pairs",
    indexed=False,
    on_paper=False,
)
