"""A reading beside its base, word by word: what it changes, adds and leaves out.

What differs is told three times, never by colour alone: by the element and its line, to the eye;
in words that only a screen reader says; and by the same words where there is no HTML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from variorum.model import Finding, Reading, Span, Variant, WordChange
from variorum.pages.records import Compared, Form, Kept, ReadingFacts, Run
from variorum.rendering.elements import Part, link, mark
from variorum.rendering.words import _, listed

if TYPE_CHECKING:
    from variorum.edition import Story


def compared_words(reading: ReadingFacts) -> list[Part]:
    """The reading's words; of one that was compared with a base, with what differs marked."""
    if not reading.get("runs"):
        return [reading["words"]]
    return run_words(reading["runs"])


def run_words(runs: Iterable[Run]) -> list[Part]:
    """Words beside those of a base, with what differs marked."""
    made: list[Part] = []
    for op, words, instead in runs:
        if op == "left-out":
            made += [" " if made else "", _left_out(instead), " "]
        elif op in _MARKED:
            made.append(_marked(op, words, instead))
        else:
            made.append(_plain(words))
    return made


def _plain(words: str) -> str:
    """On one line, with the spaces at its ends."""
    inner = " ".join(words.split())
    if not inner:
        return " " if words else ""
    return (" " if words[0].isspace() else "") + inner + (" " if words[-1].isspace() else "")


_MARKED = {"changed": "mark", "added": "ins", "moved": "mark"}


def _marked(op: str, words: str, instead: str) -> Part:
    before = {
        "changed": _("[for “%s”:") % instead,
        "added": _("[added:"),
        "moved": _("[in another order:"),
    }[op]
    return mark(
        _MARKED[op], _unseen(f"{before} "), _plain(words).strip(), _unseen("]"),
        classes=f"vr-w-{op}",
    )  # fmt: skip


def _left_out(words: str) -> Part:
    count = len(words.split())
    said = _("%s word left out") if count == 1 else _("%s words left out")
    return mark("span", _unseen("["), said % count, _unseen("]"), classes="vr-w-out")


def _unseen(words: str) -> Part:
    return mark("span", words, classes="vr-sr")


def forms_links(forms: Sequence[Form]) -> Iterator[Part]:
    """Links to the pages of the statements a quotation prints, where others print them too."""
    for form in forms:
        words = _("also in %s") % listed(form["sigla"]) if form["sigla"] else _("twice here")
        yield link(form["docname"], words)


def how_words(reading: Compared) -> str:
    """In plain words how a reading was made of the base; empty where nothing was compared."""
    if reading.get("base"):
        return _("the longest witness, here the base")
    how = reading.get("how")
    if not how:
        return ""
    kept = reading["kept"]
    cut = [h for h in how if h in ("clipped-left", "clipped-right")]
    said = [_HOW[h]() for h in how if h in _HOW]
    if len(cut) == 2:
        said.append(_("keeps %(words)s of %(of)s words") % kept)
    elif cut:
        said.append(_("begins later") if cut == ["clipped-left"] else _("stops earlier"))
    return listed(said)


_HOW = {
    "same": lambda: _("the same words"),
    "orthographic": lambda: _("spelled otherwise"),
    "pieces": lambda: _("quoted in pieces"),
    "reordered": lambda: _("in another order"),
    "changed-word": lambda: _("a word or two exchanged"),
    "rendered": lambda: _("put in other words"),
    "indirect": lambda: _("reported, without quotation marks"),
}


# --- its facts -----------------------------------------------------------------------------------

LONG = 40
"""A run of more words is given by its beginning and end."""


def variants_facts(finding: Finding, story: Story) -> dict[int, Compared]:
    """What is to be said of each reading that was compared word by word, by its number."""
    if not finding.variants:
        return {}
    texts = {article.id: article.text for article in story.articles}
    base_number = finding.variants[0].base
    base = finding.readings[base_number]
    made: dict[int, Compared] = {base_number: {"base": True}}
    for variant in finding.variants:
        reading = finding.readings[variant.reading]
        made[variant.reading] = {
            "how": list(variant.how),
            "kept": kept(variant, base, texts),
            "runs": list(runs(variant, reading, base, texts)),
        }
    return made


def kept(variant: Variant, base: Reading, texts: Mapping[str, str]) -> Kept:
    """How many of the base's words the variant has, of how many, and which, as half-open ranges
    of their numbers, each with ``same`` or ``changed``."""
    text = texts[base.article]
    ranges: list[tuple[int, int, str]] = []
    for change in variant.changes:
        if change.op not in ("same", "changed"):
            continue
        first = _count(text, (base.start or 0, change.base[0]))
        ranges.append((first, first + _count(text, change.base), change.op))
    return {
        "words": sum(last - first for first, last, op in ranges if op == "same"),
        "of": _count(text, (base.start or 0, base.end or 0)),
        "ranges": ranges,
    }


def _count(text: str, span: Span) -> int:
    return len(text[span[0] : span[1]].split())


def runs(
    variant: Variant, reading: Reading, base: Reading, texts: Mapping[str, str]
) -> Iterator[Run]:
    """The variant's words in their order, cut where they part from the base."""
    text, other = texts[reading.article], texts[base.article]
    at, end = reading.start or 0, reading.end or 0
    gone = _words(other, (c.base for c in variant.changes if c.op in ("changed", "left-out")))
    for change in variant.changes:
        first, last = change.variant
        if first > at:
            yield "between", text[at:first], ""
        at = max(at, last)
        yield from _run(change, text, other, gone, spelled="orthographic" in variant.how)
    if end > at:
        yield "between", text[at:end], ""


def _run(
    change: WordChange, text: str, other: str, gone: Sequence[str], *, spelled: bool
) -> Iterator[Run]:
    words, instead = text[slice(*change.variant)], other[slice(*change.base)]
    if change.op == "same" and spelled:
        yield from _spelling(words, instead)
    elif change.op == "same":
        yield "same", words, ""
    elif change.op != "left-out" and _held(_bare(words), gone):
        yield "moved", words, ""
    else:
        yield change.op, words, shortened(instead)


def _spelling(words: str, instead: str) -> Iterator[Run]:
    """Words that are the same but for how they are spelled."""
    mine, theirs = words.split(), instead.split()
    if len(mine) != len(theirs):
        yield "same", words, ""
        return
    pairs = groupby(zip(mine, theirs, strict=True), lambda pair: _alike(*pair))
    for n, (alike, run) in enumerate(pairs):
        pair = list(run)
        if n:
            yield "between", " ", ""
        said, base = " ".join(m for m, _base in pair), " ".join(t for _mine, t in pair)
        yield ("same", said, "") if alike else ("changed", said, base)


def _alike(one: str, other: str) -> bool:
    return one.replace("’", "'") == other.replace("’", "'")


def _words(text: str, spans: Iterator[Span]) -> list[str]:
    return [word for start, end in spans for word in _bare(text[start:end])]


def _bare(words: str) -> list[str]:
    return [p for word in words.casefold().split() if (p := word.strip("“”‘’'\",.;:!?()"))]


def _held(words: Sequence[str], gone: Sequence[str]) -> bool:
    return bool(words) and all(word in gone for word in words)


def shortened(words: str) -> str:
    """The words, or the beginning and end of many."""
    listed = words.split()
    if len(listed) <= LONG:
        return " ".join(listed)
    half = LONG // 2
    return f"{' '.join(listed[:half])} … {' '.join(listed[-half:])}"
