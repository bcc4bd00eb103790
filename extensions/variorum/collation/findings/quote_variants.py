"""One statement, printed in different words, lengths or orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.edits import changes, longest_run, spelt, words_of
from variorum.collation.findings.material import EMPTY
from variorum.collation.findings.phrasing import (
    NOBODY,
    listed,
    quoted,
    source,
    sources,
    speakers,
)
from variorum.collation.findings.said import beside, in_marks_near
from variorum.collation.findings.shared_edits import in_marks
from variorum.collation.findings.statements import statement_id
from variorum.collation.findings.tags import Tag
from variorum.model import Message, Variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Material, Text, Word
    from variorum.collation.findings.said import Said
    from variorum.model import Quote, Reading, Several, Span, Value, Words

ENOUGH = 3
"""Words that two quotations must have in a row where only their surroundings join them."""
SLIGHT = 0.7
"""So much of the words are the same where one was exchanged; below, all is rendered anew."""
FEW_WORDS = 7
"""A statement of fewer words, on the average of its witnesses, tells little by where it is cut."""

TURNS = frozenset(
    ("not", "n't", "no", "never", "none", "nobody", "nothing", "neither", "nor", "all", "any",
     "some", "few", "many", "most", "only", "but", "if", "will", "would", "must", "should", "may",
     "might", "can", "could", "very", "too")
)  # fmt: skip
"""Small words that turn what is said."""
SPELLING = ("orthographic",)
GAP = " … "
"""Stands for the words between two that are quoted."""


def find(context: Context) -> Iterator[Draft]:
    """One finding a statement of which there are several versions."""
    for group in context.statements.groups:
        draft = _draft(context, group)
        if draft is not None:
            yield draft
    yield from _edited(context)


def _edited(context: Context) -> Iterator[Draft]:
    """Words exchanged or left out within marks, in a passage otherwise the same."""
    material = context.material
    for edit in context.edits:
        one, other = material.texts[edit.article], material.texts[edit.witness]
        quotes = in_marks(one, edit.one), in_marks(other, edit.other)
        if quotes[0] is None or quotes[1] is None:
            continue
        readings = tuple(
            text.reading(*_around(text, quote, span))
            for text, quote, span in ((one, quotes[0], edit.one), (other, quotes[1], edit.other))
        )
        mine, theirs = (context.text(r) for r in readings)
        runs = [
            words_of(t, (r.start or 0, r.end or 0))
            for t, r in zip((one, other), readings, strict=True)
        ]
        one_, other_ = ("".join(map(spelt, run)) for run in runs)
        if one_ == other_ or longest_run(*runs)[2] < ENOUGH:
            continue
        yield Draft(
            "quote-variant", readings,
            Message.of(
                "statement: exchanged",
                one=source(material, edit.article), mine=quoted(mine, 20),
                other=source(material, edit.witness), theirs=quoted(theirs, 20),
            ),
            Message.of("statement: exchanged, ground"), 0.75,
            tags=frozenset({Tag.EDITED}), weight=8,
        )  # fmt: skip


def _around(text: Text, quote: Quote, span: Span) -> Span:
    """The sentence, or what of it is within marks, that a range lies in."""
    at = text.sentence_at(max(span[0] - 1, 0))
    runs = quote.quoted or quote.parts
    start, end = next(r for r in runs if r[0] <= span[0] and span[1] <= r[1])
    return (max(start, at.start), min(end, at.end)) if at else (start, end)


def _draft(context: Context, group: tuple[Said, ...]) -> Draft | None:
    material = context.material
    marked = [s for s in group if s.marked]
    if not marked or len(group) < 2:
        return None
    base = max(marked, key=lambda s: (len(_quoted_words(s)), -material.order[s.article], -s.start))
    of: dict[Reading, Said] = {_reading(material, s): s for s in group}
    readings = material.in_order(of)
    at = readings.index(_reading(material, base))
    variants = tuple(
        _variant(material, n, at, of[reading], base)
        for n, reading in enumerate(readings)
        if n != at
    )
    hows = {h for v in variants for h in v.how} - {"same"}
    if not hows or _copies(readings, material, exact=hows == {"orthographic"}):
        return None
    return Draft(
        "quote-variant",
        readings,
        _explain(context, base, of, readings, variants),
        _why(variants),
        0.9 if hows & {"clipped-left", "clipped-right", "changed-word", "pieces"} else 0.8,
        tags=frozenset(_tags(material, group, readings, variants, hows)),
        weight=len(base.words) + 5 * len(readings),
        actors=tuple(sorted(set().union(*(s.speakers for s in group)))),
        variants=variants,
        utterance=statement_id(group),
    )


def _quoted_words(said: Said) -> list[Word]:
    return [w for run in said.marked for w in run]


def _reading(material: Material, said: Said) -> Reading:
    """The words within marks, from first to last; of a report without any, the whole."""
    words = _quoted_words(said) or list(said.words)
    return material.texts[said.article].reading(words[0].start, words[-1].end)


def _copies(readings: Sequence[Reading], material: Material, *, exact: bool) -> bool:
    """Whether all articles have the same words, so that nothing differs between them."""
    of: dict[str, list[str]] = {}
    for r in readings:
        words = words_of(material.texts[r.article], (r.start or 0, r.end or 0))
        said = r.exact or "" if exact else " ".join(w.norm for w in words)
        of.setdefault(r.article, []).append(said)
    versions = [sorted(v) for v in of.values()]
    return len(versions) > 1 and all(v == versions[0] for v in versions)


def _variant(material: Material, n: int, at: int, said: Said, base: Said) -> Variant:
    mine, whole = _quoted_words(said) or list(said.words), _quoted_words(base)
    how = _how(material, said, base, mine, whole)
    substantive = not set(how) <= {"same", "orthographic"}
    held = {w.norm for run in _rest(material, said, base) for w in run}
    changed = (
        c
        for c in changes(whole, mine)
        if c.op != "left-out"
        or any(c.base[0] <= w.start < c.base[1] and w.norm not in held for w in whole)
    )
    return Variant(n, at, how, tuple(changed), substantive)


def _rest(material: Material, said: Said, base: Said) -> list[tuple[Word, ...]]:
    """The other parts of a quotation that have words of the base which this part lacks."""
    mine = {w.norm for w in _quoted_words(said) or said.words}
    lacking = {w.norm for w in _quoted_words(base) if w.content} - mine
    found = []
    for run in beside(material, said) if lacking else ():
        telling = {w.norm for w in run if w.content}
        if telling & lacking and 2 * len(telling & lacking) >= len(telling):
            found.append(run)
    return found


def _runs(material: Material, said: Said, base: Said) -> list[tuple[Word, ...]]:
    """The runs of a quotation that print the base's words, in the order of the text."""
    return sorted([*said.marked, *_rest(material, said, base)], key=lambda run: run[0].start)


def _how(
    material: Material, said: Said, base: Said, mine: list[Word], whole: list[Word]
) -> tuple[str, ...]:
    one, all_ = [spelt(w) for w in mine], [spelt(w) for w in whole]
    if not said.marked:
        return ("indirect",)
    if "".join(one) == "".join(all_):
        return ("same",) if _printed_alike(material, (said, mine), (base, whole)) else SPELLING
    if _in_order(all_, [spelt(w) for w in in_marks_near(material, said)]):
        return ("same",)  # broken by who says it, by a dash or a full stop: no word is lost
    if _rest(material, said, base):
        printed = [w for run in _runs(material, said, base) for w in run]
        if not _in_order([s for w in printed if (s := spelt(w)) in all_], all_):
            return ("reordered",)
        plain = {word.lstrip("@#") for word in all_}
        other = any(w.content and spelt(w).lstrip("@#") not in plain for w in printed)
        return ("pieces", "changed-word") if other else ("pieces",)
    begin = _place(one, all_)
    if begin is not None:
        left = ("clipped-left",) if begin else ()
        return left + (("clipped-right",) if begin + len(one) < len(all_) else ())
    runs = [[spelt(w) for w in run] for run in said.marked]
    if len(runs) > 1 and all(_place(run, all_) is not None for run in runs):
        return ("pieces",)
    if len(one) > 1 and sorted(one) == sorted(w for w in all_ if w in one):
        return ("reordered",)
    if set(one) <= set(all_) and len(one) > 2 and len(one) < len(all_):
        return ("clipped-left", "clipped-right") if _in_order(one, all_) else ("reordered",)
    same = sum(c.base[1] - c.base[0] for c in changes(whole, mine) if c.op == "same")
    return ("changed-word",) if same >= SLIGHT * (mine[-1].end - mine[0].start) else ("rendered",)


def _printed_alike(material: Material, *said: tuple[Said, list[Word]]) -> bool:
    texts = {
        " ".join(material.texts[s.article].article.text[w.start : w.end] for w in words)
        for s, words in said
    }
    return len({text.replace("’", "'") for text in texts}) == 1


def _place(part: list[str], whole: list[str]) -> int | None:
    for at in range(len(whole) - len(part) + 1):
        if whole[at : at + len(part)] == part:
            return at
    return None


def _in_order(part: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def _tells(material: Material, variant: Variant, readings: Sequence[Reading]) -> bool:
    """Whether a word that tells something was exchanged, added or left out."""
    texts = [
        material.texts[readings[n].article] for n in (variant.base, variant.reading)
    ]  # fmt: skip
    return variant.how == ("indirect",) or any(
        (w.content and w.lemma not in EMPTY) or w.norm in TURNS
        for change in variant.changes
        if change.op != "same"
        for text, span in zip(texts, (change.base, change.variant), strict=True)
        for w in words_of(text, span)
    )


def _tags(
    material: Material, group: tuple[Said, ...], readings: Sequence[Reading],
    variants: Sequence[Variant], hows: set[str],
) -> Iterator[Tag]:  # fmt: skip
    if hows <= {"orthographic"}:
        yield Tag.ORTHOGRAPHIC
    if hows <= {"orthographic", "indirect"}:
        yield Tag.INDIRECT
    if hows & {"rendered", "changed-word", "reordered"}:
        yield Tag.OTHER_WORDS
    if "rendered" not in hows and not any(_tells(material, v, readings) for v in variants):
        yield Tag.SMALL_WORDS
    if "pieces" in hows:
        yield Tag.PIECES
    if any({"clipped-left", "clipped-right"} <= set(v.how) for v in variants):
        yield Tag.KEPT
    if hows & {"clipped-left", "clipped-right"}:
        yield Tag.CUT
    if len({s.article for s in group}) < 2:
        yield Tag.WITHIN_ONE
    if len({s.article for s in group}) > 2:
        yield Tag.THREE_OR_MORE
    if sum(len(s.words) for s in group) / len(group) < FEW_WORDS:
        yield Tag.FEW_WORDS


def _why(variants: tuple[Variant, ...]) -> Message:
    hows = dict.fromkeys(h for v in variants for h in v.how)
    return Message.of("statement: ground", how=listed(Message.of(f"how: {how}") for how in hows))


def _explain(
    context: Context, base: Said, of: dict[Reading, Said], readings: tuple[Reading, ...],
    variants: tuple[Variant, ...],
) -> Message:  # fmt: skip
    material = context.material
    who = _speaker(material, base, of.values())
    full = _reading(material, base)
    also = [readings[v.reading].article for v in variants if v.how == ("same",)]
    whole = {base.article, *also}
    # Who has it in full and repeats a part of it does not differ from the others.
    repeats = whole if {r.article for r in readings} > whole else set()
    clauses: list[Message] = []
    done: set[tuple[str, Words]] = set()
    for variant in sorted(variants, key=lambda v: (v.how == ("same",), not v.substantive)):
        reading = readings[variant.reading]
        printed = _printed(material, of[reading], base)
        words = quoted(printed or reading.exact, 22 if GAP in printed else 16)
        if (reading.article, words) in done or variant.how == ("same",):
            continue
        if reading.article in repeats:
            continue
        done.add((reading.article, words))
        clauses.append(
            Message.of(_form(variant), source=source(material, reading.article), words=words)
        )
    told: dict[str, Value] = {
        "sources": sources(material, whole),
        "words": quoted(_printed(material, base, base) or full.exact, 22),
        "others": listed(clauses[:4]),
    }
    if who == NOBODY:
        return Message.of("statement: printed", **told)
    return Message.of("statement: by", **told, speaker=who)


def _printed(material: Material, said: Said, base: Said) -> str:
    """The words within marks, with dots for what stands between."""
    text = material.texts[said.article].article.text
    runs = _runs(material, said, base)
    return GAP.join(text[run[0].start : run[-1].end] for run in runs)


FORMS = (
    ({"orthographic"}, "statement: spelt"),
    ({"clipped-left", "clipped-right"}, "statement: keeps"),
    ({"clipped-left"}, "statement: begins at"),
    ({"clipped-right"}, "statement: stops after"),
    ({"pieces", "changed-word"}, "statement: in pieces, otherwise"),
    ({"pieces"}, "statement: in pieces"),
    ({"reordered"}, "statement: turned"),
    ({"changed-word"}, "statement: a word or two"),
    ({"indirect"}, "statement: without marks"),
)
"""Which message tells how a variant differs: the first all of whose ways it has."""


def _form(variant: Variant) -> str:
    how = set(variant.how)
    return next((id_ for ways, id_ in FORMS if ways <= how), "statement: rendered")


def _speaker(material: Material, base: Said, group: Iterable[Said]) -> Several | Message:
    """The speakers of the first that names any."""
    return speakers(material, next((s.speakers for s in (base, *group) if s.speakers), ()))
