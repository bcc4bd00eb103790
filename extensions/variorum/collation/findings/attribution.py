"""Who is said to have said it: another speaker, nobody, an agency credited or not."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import (
    NOBODY,
    listed,
    quoted,
    source,
    sources,
    speakers,
)
from variorum.collation.findings.provenance import FEW, LEAST
from variorum.collation.findings.shared_edits import beside_quote, in_marks, touching
from variorum.collation.findings.statements import statement_id
from variorum.collation.findings.tags import Tag
from variorum.collation.spelling import folded
from variorum.model import Message, Name, Number, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Material, Text
    from variorum.collation.findings.said import Said
    from variorum.model import Span, Value

SLIP = 0.85
"""Given names so much alike, before one surname, are one by a slip."""
BESIDE = 30
"""A name so many characters from a quotation stands beside it."""
_UNNAMED = re.compile(r"\(?(?i:with|from)\b[^.()\n]{0,30}\bagenc(?:y|ies)\b\)?")


def find(context: Context) -> Iterator[Draft]:
    """Disputed words, then statements with and without a name, facts, and copy."""
    yield from _disputed(context)
    yield from _edited(context)
    yield from _statements(context)
    yield from _credits(context)


def _reading(material: Material, said: Said) -> Reading:
    """A statement, with the name of its speaker where that stands beside it."""
    start, end = said.start, said.end
    at = said.quote.speaker_span
    if at and (0 <= at[0] - end <= BESIDE or 0 <= start - at[1] <= BESIDE):
        start, end = min(start, at[0]), max(end, at[1])
    return material.texts[said.article].reading(start, end)


def _apart(context: Context) -> Iterator[tuple[Said, Said]]:
    """The same words under two names, in two articles.

    A name beside the words is as likely the speaker's as the one that was taken for it.
    """
    for one, other in context.statements.disputed:
        if not (one.marked and other.marked):
            continue
        if one.article != other.article and not (
            _named_near(context, one, set(other.speakers))
            or _named_near(context, other, set(one.speakers))
            or _one_by_name(context.material, one.speakers, other.speakers)
        ):
            yield one, other


def _one_by_name(material: Material, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two speakers may be one: a person and whom they speak for, one name with a title or
    a given name more, or by a slip one surname with given names but a letter apart."""
    known = [material.actors[a] for a in (*one, *other) if a in material.actors]
    names = [actor.name.split() for actor in known]
    if len(names) != 2:
        return False
    if len({actor.label == "PER" for actor in known}) == 2:
        return True
    short, long = sorted(({folded(w) for w in name} for name in names), key=len)
    if short <= long and folded(names[0][-1]) == folded(names[1][-1]):
        return True
    if min(map(len, names)) < 2:
        return False
    mine, theirs = ((folded(n[0])[0], folded(n[-1])) for n in names if folded(n[0]))
    likeness = difflib.SequenceMatcher(None, mine[0], theirs[0], autojunk=False).ratio()
    return mine[1] == theirs[1] and likeness >= SLIP


def _disputed(context: Context) -> Iterator[Draft]:
    material = context.material
    for one, other in _apart(context):
        readings = material.in_order((_reading(material, one), _reading(material, other)))
        yield Draft(
            "attribution", readings,
            Message.of(
                "whose: two speakers", words=quoted(readings[0].exact),
                mine=speakers(material, one.speakers), one=source(material, one.article),
                theirs=speakers(material, other.speakers), other=source(material, other.article),
            ),
            Message.of("whose: two speakers, ground"), 0.85,
            tags=frozenset({Tag.SPEAKER, *_unsure(material, one, other)}), weight=10,
            actors=tuple(sorted(one.speakers | other.speakers)),
        )  # fmt: skip


def _unsure(material: Material, *said: Said) -> Iterator[Tag]:
    """Whether one of the speakers is but a pronoun or a description where the words are."""
    for one in said:
        span = one.quote.speaker_span
        entities = material.texts[one.article].entities
        if span is None or not any(e.actor in one.speakers for e in touching(entities, span)):
            yield Tag.UNSURE
            return


def _edited(context: Context) -> Iterator[Draft]:
    """A name exchanged beside a quotation of a shared passage."""
    material = context.material
    told = {s.quote.id for pair in _apart(context) for s in pair}
    for edit in context.edits:
        one, other = material.texts[edit.article], material.texts[edit.witness]
        if not edit.exchange or in_marks(one, edit.one) or in_marks(other, edit.other):
            continue
        quotes = [beside_quote(one, edit.one), beside_quote(other, edit.other)]
        if not any(quotes) or any(q is not None and q.id in told for q in quotes):
            continue
        mine, theirs = (
            one.actors_in(*_wide(one, edit.one)),
            other.actors_in(*_wide(other, edit.other)),
        )
        readings = (one.reading(*edit.one), other.reading(*edit.other))
        if (mine and mine == theirs) or not (_named(one, edit.one) and _named(other, edit.other)):
            continue
        yield Draft(
            "attribution", readings,
            Message.of(
                "whose: two mouths",
                mine=quoted(readings[0].exact), one=source(material, edit.article),
                theirs=quoted(readings[1].exact), other=source(material, edit.witness),
            ),
            Message.of("whose: two mouths, ground"), 0.9,
            tags=frozenset({Tag.EXCHANGED}), weight=9, actors=tuple(sorted(mine | theirs)),
        )  # fmt: skip


def _wide(text: Text, span: Span) -> Span:
    touched = touching([*text.entities], span)
    return (
        min([span[0], *(e.start for e in touched)]), max([span[1], *(e.end for e in touched)]),
    )  # fmt: skip


def _named(text: Text, span: Span) -> bool:
    """Whether a range names somebody, and no more."""
    sentence = text.sentence_at(span[0])
    if sentence is not None and any(
        t.pos_ == "VERB" and span[0] <= sentence.offset + t.idx < span[1] for t in sentence.tokens
    ):
        return False
    return (
        bool(touching([*text.entities, *text.roles], span))
        or text.article.text[span[0] : span[0] + 1].isupper()
    )


def _statements(context: Context) -> Iterator[Draft]:
    """Statements that one article gives to a person, another to a country or to nobody."""
    material = context.material
    for group in context.statements.groups:
        versions: dict[tuple[Value, str], Said] = {}
        named: set[str] = set().union(*(s.speakers for s in group))
        for said in group:
            # A name that could not be linked is somebody, and no sign of nobody.
            unnamed = said.quote.speaker_span is None and not _named_near(context, said, named)
            if said.marked and (said.speakers or unnamed):
                versions.setdefault((speakers(material, said.speakers), said.article), said)
        of: dict[str, set[Value]] = {}
        for name, article in versions:
            of.setdefault(article, set()).add(name)
        names = list(dict.fromkeys(name for name, _ in versions))
        if len(names) < 2 or len(of) < 2 or len(set(map(frozenset, of.values()))) < 2:
            continue
        readings = material.in_order(_reading(material, s) for s in versions.values())
        parts = listed(
            Message.of(
                "whose: to", speaker=name,
                sources=sources(material, (a for n, a in versions if n == name)),
            )
            for name in names
        )  # fmt: skip
        # The shortest words in marks are those that the other versions have as well.
        short = min(versions.values(), key=lambda s: (len(s.marked[0]), s.article, s.start))
        words = short.marked[0]
        text = material.texts[short.article].article.text
        yield Draft(
            "attribution", readings,
            Message.of(
                "whose: given", words=quoted(text[words[0].start : words[-1].end]), told=parts
            ),
            Message.of("whose: given, ground"), 0.8,
            tags=frozenset({Tag.NOBODY if NOBODY in names else Tag.STANDS_FOR}),
            weight=5 + len(group), utterance=statement_id(group),
            actors=tuple(sorted(set().union(*(s.speakers for s in group)))),
        )  # fmt: skip


def _named_near(context: Context, said: Said, named: set[str]) -> bool:
    """Whether the paragraph around an unattributed quotation, or the next, names a speaker."""
    text = context.material.texts[said.article]
    at = text.sentence_at(said.start)
    if at is None:
        return False
    near = text.sentences[max(0, at.number - 1) : at.number + 2]
    return bool(named & set().union(*(s.actors for s in near)))


def _credits(context: Context) -> Iterator[Draft]:
    """Copy that one credits to an agency and another runs without."""
    seen: set[tuple[str, str]] = set()
    for id_, mine in context.provenance.items():
        for shared in mine.shared_with:
            other = context.provenance[shared.article]
            if not mine.agencies or set(mine.agencies) & set(other.agencies):
                continue
            if shared.words < FEW or shared.words < LEAST * min(mine.words, other.words):
                continue
            if (id_, shared.article) in seen or (shared.article, id_) in seen:
                continue
            seen.add((id_, shared.article))
            yield _credit(context, id_, shared.article, shared.words)


def _words(reading: Reading) -> int:
    return len((reading.exact or "").split())


def _credit(context: Context, id_: str, other: str, words: int) -> Draft:
    material = context.material
    text = material.texts[id_].article
    basis = text.meta.span("agency")
    agencies = listed(map(Name, text.meta.agency))
    passage = max(
        (p for p in context.passages if {id_, other} <= {r.article for r in p.readings}),
        key=lambda p: p.words,
    )
    credit = material.texts[id_].reading(*basis) if basis else Reading(id_, meta="agency")
    theirs = material.texts[other]
    vague = _UNNAMED.search(theirs.article.text, max(0, len(theirs.article.text) - 400))
    without = (
        theirs.reading(vague.start(), vague.end()) if vague
        else next(r for r in passage.readings if r.article == other)
    )  # fmt: skip
    # The passage may have other witnesses, with less of it: only what this one has is quoted.
    shown = max((r for r in passage.readings if r.article == other), key=_words)
    told: dict[str, Value] = {
        "one": source(material, id_), "agencies": agencies, "other": source(material, other),
        "count": Number(words), "words": quoted(shown.exact, 10),
    }  # fmt: skip
    return Draft(
        "attribution", (credit, without),
        Message.of("whose: says only", **told, credit=quoted(without.exact)) if vague
        else Message.of("whose: credits nobody", **told),
        Message.of("whose: credits, ground"), 0.85,
        tags=frozenset({Tag.AGENCY}), weight=words / 10, about=other,
    )  # fmt: skip
