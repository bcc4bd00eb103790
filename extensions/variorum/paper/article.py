"""A report typeset as in an edition: its text with numbered lines, notes at the foot, apparatus.

The web page of a report is made for a screen. On paper the same facts take the form editions have:
statements and dates are noted at the foot of the page, told apart by their marks; what differs is
keyed by line in the apparatus; names are found by the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from variorum.model import FOLDED, Block
from variorum.pages.page import credit_words, headline_words, outlet_words, when_words
from variorum.paper.code import anchor, array, call, language, literal, sequence, words
from variorum.paper.places import Places
from variorum.records import article_from_json
from variorum.rendering.annotations import quotation_signs
from variorum.rendering.segments import segments
from variorum.rendering.text import bare_addresses
from variorum.rendering.timex import gloss, value_words
from variorum.rendering.words import _, date_words, listed

LEMMA = 12
"""A lemma or reading of more words is given by its beginning and end."""
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
    """One report; *facts* are those of its page."""

    def __init__(self, facts: Mapping[str, Any], places: Places) -> None:
        self.facts = facts
        self.places = places
        self.docname: str = facts["docname"]
        self.source = facts["source"]
        self.article = article_from_json(facts["article"])
        self.actors = {actor["id"]: actor for actor in facts["actors"]}
        self.signs = quotation_signs(facts["annotations"])
        self.findings = {finding["id"]: finding for finding in facts["findings"]}
        self.met: set[str] = set()
        self.noted: set[str] = set()
        self.aside = [
            (b.start, b.end)
            for b in self.article.blocks
            if b.kind in FOLDED or b.kind == "headline"
        ]
        self.ranges = by_block(self.article.blocks, self._ranges())

    def code(self) -> str:
        """The chapter of this report."""
        source = self.source
        headline = next((b for b in self.article.blocks if b.kind == "headline"), None)
        title = self._words(headline) if headline else words(headline_words(source))
        said = [_("%s words") % f"{source['words']:,}", credit_words(source)]
        if not source["title"]:
            said.append(_("no headline in the scrape; these are its first words"))
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
        text = [self._block(block, folded) for block, folded in self._blocks(headline)]
        return sequence(
            [
                head,
                call("report-text", here, language(source["language"]), sequence(text)),
                self._apparatus(),
            ]
        )

    # --- the text ---------------------------------------------------------------------------------

    def _blocks(self, headline: Block | None) -> Iterator[tuple[Block, int]]:
        """The blocks in their order, each with its paragraph's number, or 0."""
        number = 0
        for block in self.article.blocks:
            if block != headline:
                number += block.kind == "paragraph"
                yield block, number if block.kind == "paragraph" else 0

    def _block(self, block: Block, number: int) -> str:
        said = self._words(block)
        if number:
            here = self.places.anchor(self.docname, f"p{number}")
            return call("report-par", sequence([here, said]))
        if block.kind in FOLDED or block.kind == "headline":
            return call("scrape", words(_kind_words(block.kind)), said)
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
        for said in self.facts["marks"]:
            yield self._mark(said)
        for said in self.facts["annotations"]:
            yield from self._annotation(said)

    def _mark(self, said: Mapping[str, Any]) -> Range:
        here = sequence(
            [self.places.anchor(self.docname, said["id"]), anchor(self._line_label(said))]
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
        finding = self.findings[said["finding"]]
        if finding["id"] in self.noted:
            return call("super", sign)
        self.noted.add(finding["id"])
        return call("note", sign, words(finding["explanation"]))

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
            note = call("note", call("sign-date", words(raised)), self._date(said))
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
        note = call("note", sign, self._statement(said))
        parts = said["parts"]
        for i, (start, end) in enumerate(parts):
            opening, closing = call("bracket-open", style), call("bracket-close", style)
            before = opening if i else sequence([here, opening])
            after = sequence([closing, note]) if i == len(parts) - 1 else closing
            yield Range(start, end, before=before, after=after)

    # --- notes ------------------------------------------------------------------------------------

    def _statement(self, said: Mapping[str, Any]) -> str:
        """Who says it, with which word, to whom, in which medium, and how sure that is."""
        speakers = said["speaker"] or []
        speakers = [speakers] if isinstance(speakers, str) else list(speakers)
        parts: list[str] = []
        for i, speaker in enumerate(speakers):
            parts.append(words(_(" and ")) if i else "")
            parts.append(self._actor(speaker))
        if not parts:
            parts.append(words(_("Speaker not known")))
        more = ""
        if said["cue"] and any(c.isalpha() for c in said["cue"]):
            more += f", “{said['cue']}”"
        if said["addressee"]:
            more += _(", to %s") % said["addressee"]
        if said["medium"]:
            more += _(", in %s") % said["medium"]
        kind = {
            "direct": _("quoted"), "mixed": _("partly quoted"), "indirect": _("reported"),
        }[said["kind"]]  # fmt: skip
        return sequence([*parts, words(f"{more}; {kind}. "), _sure(said)])

    def _actor(self, id_: str) -> str:
        actor = self.actors.get(id_)
        if not actor:
            return words(id_)
        target = self.places.target(actor["docname"])
        name = words(actor["name"])
        return call("goto", literal(target), name) if target else name

    def _date(self, said: Mapping[str, Any]) -> str:
        meaning = value_words(said["value"])
        exact = " ".join(said["exact"].split())
        more = [f"{meaning}."]
        if said["anchor"] and said["why"]:
            more.append(_("Counted from %s.") % date_words(said["anchor"], time=False))
        if said["alternatives"]:
            others = listed([value_words(value) for value in said["alternatives"]])
            more.append(_("It could also be %s.") % others)
        return sequence([call("lemma", words(exact)), words(f" {' '.join(more)} "), _sure(said)])

    # --- the apparatus ----------------------------------------------------------------------------

    def _apparatus(self) -> str:
        """One entry a difference marked in the text, by its first line here."""
        first: dict[str, Mapping[str, Any]] = {}
        for said in self.facts["marks"]:
            if said["type"] == "difference":
                first.setdefault(said["finding"], said)
        entries = [self._entry(self.findings[id_], said) for id_, said in first.items()]
        if not entries:
            return ""
        return call("apparatus", words(_("Apparatus")), array(entries))

    def _line_label(self, said: Mapping[str, Any]) -> str:
        """The label of the place whose line the apparatus gives."""
        return f"mark:{self.docname}#{said['id']}"

    def _entry(self, finding: Mapping[str, Any], said: Mapping[str, Any]) -> str:
        here = self.source["siglum"]
        lemma = dict.fromkeys(
            r["words"] for r in finding["readings"] if r["siglum"] == here and r["words"]
        )
        parts = [call("lemma", words("; ".join(map(shortened, lemma)))), words(" ")]
        others: dict[str, list[str]] = {}
        for reading in finding["readings"]:
            if reading["siglum"] != here and reading["words"]:
                others.setdefault(reading["words"], []).append(reading["siglum"])
        told = [sequence([words(shortened(reading)), _sigla(by)]) for reading, by in others.items()]
        if finding["absent"]:
            told.append(sequence([call("emph", words(_("om."))), _sigla(finding["absent"])]))
        for i, one in enumerate(told):
            parts += [words("; ") if i else "", one]
        pages = self.facts["pages"]
        target = self.places.target(pages["differences"], finding["id"])
        page = call("page-of", literal(target)) if target else "[]"
        line = call("line-of", literal(self.docname), literal(self._line_label(said)))
        return call("entry", line, sequence(parts), words(finding["explanation"]), page)


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


def _sigla(letters: Iterable[str]) -> str:
    return call("sigla", words(" ".join(dict.fromkeys(letters))))


def _sure(said: Mapping[str, Any]) -> str:
    return call("sure", words(f"{round(said['confidence'] * 100)} %"))


def shortened(said: str) -> str:
    """The words, or their beginning and end where they are many."""
    split: Sequence[str] = said.split()
    if len(split) <= LEMMA:
        return said
    half = LEMMA // 2
    return f"{' '.join(split[:half])} … {' '.join(split[-half:])}"


def _kind_words(kind: str) -> str:
    return {
        "headline": _("headline, again"),
        "stamp": _("stamp"),
        "byline": _("byline"),
        "credit": _("credit"),
        "promo": _("around the text"),
    }[kind]
