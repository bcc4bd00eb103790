"""The rows of a parallel view: blocks that belong together stand level, all else in between.

Each text keeps its order. Where two passages belong together and cannot stand level, a line under
each says where the other is, with its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from variorum.codec import from_object
from variorum.collation.parallel import level, words_apart
from variorum.model import FOLDED, Article, Block, Span
from variorum.pages.joins import PairFacts
from variorum.rendering.elements import Box, Part, box, line, mark, paragraph
from variorum.rendering.text import Laid, Sign, by_block, inline_markup, words_of
from variorum.rendering.words import _

CLOSE = 0.6
"""Two passages are compared word by word if so much of them is the same."""
EXCERPT = 24
"""So many words of a passage that stands elsewhere are given."""
_TEXT = frozenset(("shared-text", "quote-variant", "claim", "omission", "unique-claim"))
_TOLD = frozenset(("claim", "omission", "unique-claim"))
_QUIET = frozenset(("name", "role"))
"""Kinds whose other reading is not given where it stands elsewhere: the sign leads there."""


@dataclass(frozen=True, slots=True)
class Join:
    """A passage of each article that belong together, with the number they share."""

    id: str
    kind: str
    salience: int
    number: int
    spans: tuple[Span, Span]
    anchors: tuple[str, str]
    apart: tuple[list[tuple[Span, str]], list[tuple[Span, str]]]
    """The words that differ, where the two are alike enough to say so."""
    ratio: float
    """How much of the two is the same, 0 to 1, whatever the case of the letters."""
    same: bool
    """Whether the two are the same to the letter."""

    @property
    def alike(self) -> bool:
        """Whether both tell it alike: a claim, or a reading that is the same here and there."""
        return self.kind in _TOLD or (self.kind not in _TEXT and self.same)

    @property
    def look(self) -> str:
        """How it is marked: as told in both, as the same text, as a difference."""
        return "told" if self.alike else "text" if self.kind == "shared-text" else "differ"


def legend() -> Part:
    """How the marks of a passage look, each in its own words."""
    said: list[Part] = []
    for classes, words in (
        ("vr-jn vr-jn-text", _("the same text")),
        ("vr-jn vr-jn-differ", _("a difference")),
        ("vr-jn vr-jn-told", _("told in both")),
        ("vr-changed", _("words changed")),
        ("vr-only vr-only-start", _("words only here")),
    ):
        said += [mark("span", words, classes=classes), " "]
    return paragraph(*said, classes="vr-begin vr-parallel-key")


def joined(facts: PairFacts) -> list[Join]:
    """The joins in the order of the first text, numbered."""
    texts = [article["text"] for article in facts["articles"]]
    placed = [
        ((mine[0], mine[1]), (theirs[0], theirs[1]), n, found)
        for found in facts["joins"]
        for n, (mine, theirs) in enumerate(found["places"])
    ]
    placed.sort(key=lambda p: (p[0][0], -p[0][1], p[3]["id"]))
    joins = []
    for number, (mine, theirs, n, found) in enumerate(placed, 1):
        name = f"{found['id']}-{n}" if n else found["id"]
        words = [t[a:b].split() for t, (a, b) in zip(texts, (mine, theirs), strict=True)]
        here, there, ratio = words_apart(texts[0], mine, texts[1], theirs)
        compared = found["kind"] in _TEXT and ratio >= CLOSE
        joins.append(
            Join(
                found["id"], found["kind"], found["salience"], number, (mine, theirs),
                (name, f"{name}-there"), (here, there) if compared else ([], []), ratio,
                words[0] == words[1],
            )
        )  # fmt: skip
    return joins


def short_kind(join: Join) -> str:
    """A word or two for what a join is, to stand between the columns."""
    if join.kind in _TEXT:
        if join.ratio == 1:
            return _("identical")
        return _("close") if join.ratio >= 0.75 else _("reworded")
    if join.alike:
        return _("alike")
    return {
        "figure": _("figures"), "date-conflict": _("dates"), "wording": _("wording"),
        "role": _("titles"), "name": _("names"), "attribution": _("whose words"),
        "contradiction": _("against"),
    }.get(join.kind, _("both"))  # fmt: skip


class Columns:
    """The two texts, block by block."""

    def __init__(self, facts: PairFacts, joins: Sequence[Join]) -> None:
        self.sigla = [source["siglum"] for source in facts["pair"]]
        self.docnames = [source["docname"] for source in facts["pair"]]
        self.articles = [from_object(Article, article) for article in facts["articles"]]
        self.joins = joins
        self.blocks = [list(article.blocks) for article in self.articles]
        self.folded = [_folded(blocks) for blocks in self.blocks]
        self.laid = [self._laid(side) for side in (0, 1)]
        self.at = [[self._block(side, join) for join in joins] for side in (0, 1)]
        self.chain = self._chain()

    def _laid(self, side: int) -> dict[int, list[Laid]]:
        article = self.articles[side]
        laid = [*inline_markup(article)]
        for join in self.joins:
            laid += _over(join, side, self.sigla[1 - side])
        return by_block(article, laid)

    def _block(self, side: int, join: Join) -> int:
        """The number of the block that has most of a passage."""
        start, end = join.spans[side]
        lengths = [min(end, b.end) - max(start, b.start) for b in self.blocks[side]]
        return max(range(len(lengths)), key=lambda n: (lengths[n], -n))

    def _chain(self) -> list[tuple[int, int]]:
        weights: Counter[tuple[int, int]] = Counter()
        for n, join in enumerate(self.joins):
            i, j = self.at[0][n], self.at[1][n]
            if i not in self.folded[0] and j not in self.folded[1]:
                weights[i, j] += max(1, int(join.ratio * (join.spans[0][1] - join.spans[0][0])))
        return level(weights)

    def rows(self) -> Iterator[Box]:
        """What stands between two level blocks, then these."""
        done = [0, 0]
        ends = tuple(len(blocks) for blocks in self.blocks)
        for pair in [*self.chain, ends]:
            gap = [range(done[side], pair[side]) for side in (0, 1)]
            if any(gap):
                yield self._row(gap, [], "vr-row-gap")
            if pair != ends:
                between = [
                    join
                    for n, join in enumerate(self.joins)
                    if (self.at[0][n], self.at[1][n]) == pair
                ]
                yield self._row([range(n, n + 1) for n in pair], between, "vr-row-level")
            done = [n + 1 for n in pair]

    def _row(self, blocks: Sequence[range], joins: Sequence[Join], name: str) -> Box:
        one, other = (self._side(side, blocks[side]) for side in (0, 1))
        return box("div", one, _between(joins), other, classes=f"vr-row {name}")

    def _side(self, side: int, numbers: range) -> Box:
        article = self.articles[side]
        made = box(
            "div",
            classes=f"vr-side vr-{('one', 'other')[side]}",
            lang=article.meta.language or "und",
            data_siglum=self.sigla[side] if numbers else None,
        )
        members = [(n, self.blocks[side][n]) for n in numbers]
        for folded, group in groupby(members, key=lambda m: m[0] in self.folded[side]):
            run = list(group)
            if folded:
                made += self._fold(side, [block for _n, block in run])
                continue
            for n, block in run:
                made += self._block_box(side, n, block)
                for join, there in self.elsewhere(side, n):
                    made += self._note(side, join, there)
        return made

    def _block_box(self, side: int, number: int, block: Block) -> Part:
        """A block with its words; quieter where nothing joins it with the other text."""
        classes = f"vr-b vr-b-{block.kind}"
        if number not in self.at[side]:
            classes += " vr-alone"
        return box("div", paragraph(*self._words(side, block)), classes=classes)

    def _words(self, side: int, block: Block) -> list[Part]:
        return words_of(self.articles[side], block, self.laid[side][block.start])

    def _fold(self, side: int, blocks: Sequence[Block]) -> Part:
        """Lines of the scrape, closed until somebody opens them."""
        said = _("%s line saved with it") if len(blocks) == 1 else _("%s lines saved with it")
        lines = box("ol", classes="vr-plain-list")
        for block in blocks:
            lines += box("li", paragraph(*self._words(side, block)))
        return box("details", box("summary", line(said % len(blocks))), lines, classes="vr-scrape")

    def elsewhere(self, side: int, number: int) -> Iterator[tuple[Join, int]]:
        """The joins of a block whose other passage is not level with it, and that one's block.

        Of several readings of the same words of the other text one is given.
        """
        given: list[Span] = []
        for n, join in enumerate(self.joins):
            pair = (self.at[0][n], self.at[1][n])
            if pair[side] != number or pair in self.chain:
                continue
            if join.kind in _QUIET or (join.alike and join.kind not in _TEXT):
                continue
            there = join.spans[1 - side]
            if any(there[0] < end and start < there[1] for start, end in given):
                continue
            given.append(there)
            yield join, pair[1 - side]

    def _note(self, side: int, join: Join, number: int) -> Part:
        other = 1 - side
        article: Article = self.articles[other]
        start, end = join.spans[other]
        words = article.text[start:end].split()
        excerpt = " ".join(words[:EXCERPT]) + (" …" if len(words) > EXCERPT else "")
        number += 1
        paragraphs = sum(b.kind == "paragraph" for b in self.blocks[other][:number])
        place = {"siglum": self.sigla[other], "number": paragraphs}
        said = _("%(siglum)s has it at ¶ %(number)s:") % place
        key = mark("a", str(join.number), " ", said, href=f"#{join.anchors[other]}")
        return box("div", paragraph(key, " ", mark("q", excerpt)), classes="vr-elsewhere")


def _folded(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the blocks that are lines of the scrape; a second headline is one, too."""
    headlines = [n for n, block in enumerate(blocks) if block.kind == "headline"]
    return frozenset(n for n, b in enumerate(blocks) if b.kind in FOLDED) | {*headlines[1:]}


def _over(join: Join, side: int, other: str) -> Iterator[Laid]:
    """What a join lays on one of the texts: the passage with its sign, and the words apart."""
    start, end = join.spans[side]
    kind = join.look
    there = join.anchors[1 - side]
    label = _("Passage %(number)s, %(kind)s: to its words in %(siglum)s") % {
        "number": join.number, "kind": short_kind(join), "siglum": other,
    }  # fmt: skip
    yield Laid(
        start,
        end,
        ("vr-jn", f"vr-jn-{kind}", f"vr-jn-{join.number}"),
        id=join.anchors[side],
        edge=f"vr-jn-{kind}",
        sign=Sign(str(join.number), label, there, f"vr-join vr-join-{kind}"),
    )
    for (first, last), how in join.apart[side]:
        yield Laid(first, last, (f"vr-{how}",), edge=f"vr-{how}")


def _between(joins: Sequence[Join]) -> Box:
    """The numbers of what stands level, and what each is."""
    made = box("div", classes="vr-between")
    for join in joins:
        same = " vr-same-words" if join.kind in _TEXT and join.ratio == 1 else ""
        target = join.anchors[0] if join.kind == "claim" else f"why-{join.id}"
        words = (mark("b", str(join.number)), " ", short_kind(join))
        made += paragraph(mark("a", *words, href=f"#{target}"), classes=f"vr-tie{same}")
    return made
