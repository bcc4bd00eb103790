"""One speaker whom one article leaves hopeful and another gloomy, on one day."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import called, quoted, source
from variorum.collation.findings.same_statement import affiliations
from variorum.collation.findings.tags import Tag
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Material, Sentence, Text
    from variorum.model import Quote, Span


@functools.cache
def _tones() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = gazetteer.table("tone.toml")
    hopeful, gloomy, negations = (
        frozenset(table[k].split()) for k in ("hopeful", "gloomy", "negations")
    )
    return hopeful, gloomy, negations


def tone(sentence: Sentence, span: Span) -> tuple[int, Span] | None:
    """1 for a hopeful judgement in a range, -1 for a gloomy one, with its words."""
    hopeful, gloomy, negations = _tones()
    tokens = [t for t in sentence.tokens if span[0] <= sentence.offset + t.idx < span[1]]
    signs = {(t.lemma_.lower() in hopeful) - (t.lemma_.lower() in gloomy) for t in tokens} - {0}
    if len(signs) > 1:
        return None
    for n, token in enumerate(tokens):
        lemma = token.lemma_.lower()
        sign = 1 if lemma in hopeful else -1 if lemma in gloomy else 0
        if not sign:
            continue
        before = {t.lower_ for t in tokens[max(0, n - 7) : n]}
        first = n
        if before & negations:
            sign = -sign
            first = next(i for i in range(max(0, n - 7), n) if tokens[i].lower_ in negations)
        start = sentence.offset + tokens[first].idx
        return sign, (start, sentence.offset + token.idx + len(token))
    return None


def _judging(text: Text, part: Span) -> Sentence | None:
    """The first sentence of a quoted range that passes a judgement."""
    first = text.sentence_at(part[0])
    if first is None:
        return None
    for sentence in text.sentences[first.number : first.number + 4]:
        if sentence.start < part[1] and tone(sentence, part):
            return sentence
    return first


def opposite_impressions(context: Context) -> Iterator[Draft]:
    """Where the judgements that two articles quote point opposite ways."""
    material = context.material
    speaks_for = affiliations(material)
    judged: defaultdict[tuple[str, str], dict[str, tuple[int, Sentence, Span, Quote]]] = (
        defaultdict(dict)
    )
    for id_, text in material.texts.items():
        for quote in text.quotes:
            if not isinstance(quote.speaker, str) or quote.speaker not in material.actors:
                continue
            if material.actors[quote.speaker].label != "PER" and quote.speaker not in speaks_for:
                continue
            for part in quote.parts:
                sentence = _judging(text, part)
                found = tone(sentence, part) if sentence else None
                if sentence and found:
                    day = material.day(id_) or ""
                    judged[quote.speaker, day].setdefault(
                        id_, (*found[:1], sentence, found[1], quote)
                    )
    for (actor, _), said in sorted(judged.items()):
        up = [s for s in said.values() if s[0] > 0]
        down = [s for s in said.values() if s[0] < 0]
        if not up or not down:
            continue
        readings = material.in_order(
            material.texts[s.article].reading(*_clause_of(material, q, s))
            for _, s, _, q in (*up[:2], *down[:2])
        )
        one, other = up[0], down[0]
        yield Draft(
            "contradiction", readings,
            Message.of(
                "contradiction: impressions", actor=called(material, actor),
                one=source(material, one[1].article), mine=quoted(_text(material, one)),
                other=source(material, other[1].article), theirs=quoted(_text(material, other)),
            ),
            Message.of("contradiction: impressions, ground"), 0.65,
            tags=frozenset({Tag.IMPRESSION}), weight=4, actors=(actor,), about=actor,
        )  # fmt: skip


def _clause_of(material: Material, quote: Quote, sentence: Sentence) -> Span:
    text = material.texts[sentence.article].article.text
    part = next(p for p in quote.parts if p[0] < sentence.end and p[1] > sentence.start)
    start, end = max(part[0], sentence.start), min(part[1], sentence.end)
    return start, start + len(text[start:end].rstrip(" ,;"))


def _text(material: Material, judged: tuple[int, Sentence, Span, Quote]) -> str:
    start, end = judged[2]
    return material.texts[judged[1].article].article.text[start:end]
