"""A report typeset as in an edition: its text with numbered lines, notes at the foot, apparatus.

The web page of a report is made for a screen. On paper the same facts take the form editions have:
statements and dates are noted at the foot of the page, told apart by their marks; what differs is
keyed by line in the apparatus; names are found by the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from variorum.codec import from_object
from variorum.model import FOLDED, Article, Block
from variorum.pages.article_text import zone_words
from variorum.pages.page import credit_words, headline_words, outlet_words, when_words
from variorum.pages.sentences import explained
from variorum.paper.code import anchor, call, language, literal, sequence, words
from variorum.paper.notes import Notes, line_label
from variorum.paper.places import Places
from variorum.rendering.annotations import quotation_signs
from variorum.rendering.segments import segments
from variorum.rendering.text import bare_addresses
from variorum.rendering.timex import gloss
from variorum.rendering.words import _

FEW = 4
"""So many letters of other reports stand in a sign."""
MARKUP = {"emphasis": "emph", "strong": "strong", "code": "code"}


@dataclass(frozen=True, slots=True)
class Range:
    """A range of the text and what is done about it.

    ``around`` is a function of Typst that its words are set in, with ``more`` before them;
    ``before`` and ``after`` stand where the range begins and ends.
    """

    start: int
    end: int
    around: str = ""
    more: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


class Report:
    """One report; *facts* are those of its page.

    In an *abridged* book dates and shared words have a sign and no note, and what a site put around
    the text is left out.
    """

    def __init__(self, facts: Mapping[str, Any], places: Places, *, abridged: bool) -> None:
        self.facts = facts
        self.places = places
        self.docname: str = facts["docname"]
        self.source = facts["source"]
        self.article = from_object(Article, facts["article"])
        self.actors = {actor["id"]: actor for actor in facts["actors"]}
        self.abridged = abridged
        self.notes = Notes(facts, places, abridged=abridged)
        self.met: set[str] = set()
        self.noted: set[str] = set()
        self.aside = [
            (b.start, b.end)
            for b in self.article.blocks
            if b.kind in FOLDED or b.kind == "headline"
        ]
        self.headline = next((b for b in self.article.blocks if b.kind == "headline"), None)
        self.blocks = [
            b for b in self.article.blocks
            if not abridged or b == self.headline or (b.start, b.end) not in self.aside
        ]  # fmt: skip
        self.annotations = list(filter(self._is_printed, facts["annotations"]))
        self.signs = quotation_signs(self.annotations)
        self.ranges = by_block(self.blocks, self._ranges())

    def code(self) -> str:
        """The chapter of this report."""
        source = self.source
        title = self._words(self.headline) if self.headline else words(headline_words(source))
        said = [_("%s words") % f"{source['words']:,}", credit_words(source)]
        if not source["title"]:
            said.append(_("no headline was saved; these are its first words"))
        if source["foreign"]:
            said.append(_("not in English: shown in full, not annotated"))
        here = literal(self.docname)
        head = call(
            "report-head",
            here,
            words(source["siglum"]),
            words(outlet_words(source)),
            words(when_words(source)),
            words(headline_words(source)),
            title,
            words(" · ".join(part for part in said if part)),
        )
        text = [self._block(block, folded) for block, folded in self._blocks()]
        return sequence(
            [
                head,
                call("report-text", here, language(source["language"]), sequence(text)),
                self.notes.apparatus(),
            ]
        )

    # --- the text ---------------------------------------------------------------------------------

    def _blocks(self) -> Iterator[tuple[Block, int]]:
        """The blocks in their order, each with its paragraph's number, or 0."""
        number = 0
        for block in self.blocks:
            if block != self.headline:
                number += block.kind == "paragraph"
                yield block, number if block.kind == "paragraph" else 0

    def _block(self, block: Block, number: int) -> str:
        said = self._words(block)
        if number:
            here = self.places.anchor(self.docname, f"p{number}")
            return call("report-par", sequence([here, said]))
        if block.kind in FOLDED or block.kind == "headline":
            return call("scrape", words(zone_words(block.kind)), said)
        return call("report-block", literal(block.kind), said)

    def _words(self, block: Block) -> str:
        said = []
        for start, end, covering in segments(block.start, block.end, self.ranges[block.start]):
            inner = words(self.article.text[start:end])
            for item in covering:
                if item.around:
                    inner = call(item.around, *item.more, inner)
            begun = [r.before for r in covering if r.start == start]
            ended = [r.after for r in reversed(covering) if r.end == end]
            said.append(sequence([*begun, inner, *ended]))
        return sequence(said)

    # --- what lies on it --------------------------------------------------------------------------

    def _ranges(self) -> Iterator[Range]:
        for item in self.article.inlines:
            if item.kind == "link":
                yield Range(item.start, item.end, "link", (literal(item.target),))
            else:
                yield Range(item.start, item.end, MARKUP[item.kind])
        for laid in bare_addresses(self.article):
            yield Range(laid.start, laid.end, "link", (literal(laid.address),))
        for said in filter(self._is_printed, self.facts["marks"]):
            yield self._mark(said)
        for said in self.annotations:
            yield from self._annotation(said)

    def _is_printed(self, said: Mapping[str, Any]) -> bool:
        """Whether it begins where the book has the text."""
        return any(block.start <= said["start"] < block.end for block in self.blocks)

    def _mark(self, said: Mapping[str, Any]) -> Range:
        here = sequence(
            [self.places.anchor(self.docname, said["id"]), anchor(line_label(self.docname, said))]
        )
        if said["type"] == "shared":
            return Range(
                said["start"], said["end"], before=sequence([here, "shared-bar"]),
                after=sequence(["shared-bar", self._shared(said)]),
            )  # fmt: skip
        salience = str(said["salience"])
        return Range(said["start"], said["end"], "differs", (salience,), before=here)

    def _shared(self, said: Mapping[str, Any]) -> str:
        """The sign behind words that others have, too; the first one has a note."""
        others = said["others"]
        letters = "".join(others[:FEW]) + ("…" if len(others) > FEW else "")
        sign = call("sign-shared", words(f"={letters}"))
        finding = self.notes.findings[said["finding"]]
        if self.abridged or finding["id"] in self.noted:
            return call("super", sign)
        self.noted.add(finding["id"])
        return call("note", sign, words(explained(finding["explanation"])))

    def _annotation(self, said: Mapping[str, Any]) -> Iterator[Range]:
        here = self.places.anchor(self.docname, said["id"])
        start, end = said["start"], said["end"]
        if said["type"] == "entity":
            yield Range(
                start, end, *self._handle(said), before=sequence([here, *self._entries(said)])
            )
        elif said["type"] == "reference":
            yield Range(start, end, before=sequence([here, *self._entries(said)]))
        elif said["type"] == "date":
            # What is printed in full needs no note.
            plain = not said["anchor"] and not said["alternatives"]
            raised = "" if plain else gloss(said["value"])
            sign = call("sign-date", words(raised))
            if self.abridged:
                note = call("super", sign)
            else:
                note = call("note", sign, self.notes.date(said))
            yield Range(start, end, before=here, after=note if raised else "")
        elif said["type"] == "quote":
            yield from self._quotation(said, here)
        else:
            yield Range(start, end, before=here)

    def _handle(self, said: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
        """A link to the actor's page where the running text first names it."""
        actor = said["actor"]
        folded = any(start <= said["start"] < end for start, end in self.aside)
        if actor in self.met or actor not in self.actors or folded:
            return "", ()
        self.met.add(actor)
        target = self.places.target(self.actors[actor]["docname"])
        return ("goto", (literal(target),)) if target else ("", ())

    def _entries(self, said: Mapping[str, Any]) -> Iterator[str]:
        """Entries of the index, names apart from pronouns and phrases."""
        meant = said["actor"]
        ids = [meant] if isinstance(meant, str) or meant is None else list(meant)
        for id_ in dict.fromkeys([*ids, said.get("metonym_for")]):
            if id_ in self.actors:
                kind = "name" if said["type"] == "entity" else "phrase"
                yield anchor(f"{kind}:{self.actors[id_]['docname']}")

    def _quotation(self, said: Mapping[str, Any], here: str) -> Iterator[Range]:
        reported = said["kind"] == "indirect"
        style = literal("reported" if reported else "quoted")
        sign = call("sign-statement", style, words(self.signs[said["id"]]))
        note = call("note", sign, self.notes.statement(said))
        parts = said["parts"]
        for i, (start, end) in enumerate(parts):
            opening, closing = call("bracket-open", style), call("bracket-close", style)
            before = opening if i else sequence([here, opening])
            after = sequence([closing, note]) if i == len(parts) - 1 else closing
            yield Range(start, end, before=before, after=after)


def by_block(blocks: Iterable[Block], ranges: Iterable[Range]) -> dict[int, list[Range]]:
    """The ranges on each block, by the block's start: in their order, the longest first."""
    waiting = sorted(ranges, key=lambda r: (-r.start, r.end))
    live: list[Range] = []
    found = {}
    for block in blocks:
        while waiting and waiting[-1].start < block.end:
            live.append(waiting.pop())
        live = [r for r in live if r.end > block.start]
        found[block.start] = list(live)
    return found
