"""The same fact in other words that matter.

Three ways to find it, the surest first: a word exchanged inside a shared passage; words of the
framing lexicon for one matter; what is told of one rarely named thing and one year; and sentences
that tell the same with other words. What is set side by side are the words, without judgement.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.framing import Term, terms
from variorum.collation.findings.phrasing import each, listed, quoted, source, sources, upper_first
from variorum.collation.findings.shared_edits import beside_quote, in_marks, touching
from variorum.collation.findings.statements import TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Material, Sentence, Text
    from variorum.model import Reading, Span

MATTER = 0.3
"""Sentences so much alike are on one matter."""
SAME = 0.37
"""Sentences so much alike tell the same."""
COPIED = 0.8
"""Sentences so much alike are copies; what was edited in them is told by the edit."""
RARE = 2
"""A thing in so many sentences of an article at most is told of once."""


def find(context: Context) -> Iterator[Draft]:
    """All wordings."""
    yield from _edited(context)
    yield from _facts(context)
    yield from _framed(context)
    yield from _retold(context)


# --- exchanged inside shared text ----------------------------------------------------------------


def _edited(context: Context) -> Iterator[Draft]:
    material = context.material
    for edit in context.edits:
        one, other = material.texts[edit.article], material.texts[edit.witness]
        if not edit.exchange or not _plain(one, edit.one) or not _plain(other, edit.other):
            continue
        readings = (one.reading(*edit.one), other.reading(*edit.other))
        words = [t.words[slice(*t.between(*s))] for t, s in ((one, edit.one), (other, edit.other))]
        letters = {"".join(c for w in run for c in w.norm if c.isalnum()) for run in words}
        if len(letters) < 2 or not any(w.content for w in words[0]):
            continue
        if any(w.norm in TAGS for run in words for w in run):
            continue
        yield Draft(
            "wording", readings,
            f"Where {source(material, edit.article)} has {quoted(readings[0].exact)}, "
            f"{source(material, edit.witness)} has {quoted(readings[1].exact)}, "
            "in a sentence otherwise alike.",
            "The words around it are the same in both.", 0.95,
            tags=frozenset({"edited"}), weight=1,
        )  # fmt: skip


def _plain(text: Text, span: Span) -> bool:
    """Whether edited words are no number, no day, nobody's name and nobody's quoted words."""
    words = text.words[slice(*text.between(*span))]
    return not (
        touching([*text.figures, *text.dates, *text.entities], span)
        or in_marks(text, span)
        or beside_quote(text, span)
        or any(c.isdigit() for w in words for c in w.norm)
    )


# --- told of one thing and one year --------------------------------------------------------------


def _facts(context: Context) -> Iterator[Draft]:
    """What is told of a thing that each article names but once or twice, of the same year."""
    material = context.material
    places: defaultdict[str, defaultdict[str, list[Sentence]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for sentence in material.sentences():
        for actor in sentence.actors:
            places[actor][sentence.article].append(sentence)
    for actor in sorted(places):
        told = {a: s for a, s in places[actor].items() if len(s) <= RARE}
        label = material.actors[actor].label if actor in material.actors else "PER"
        if len(told) < 2 or label in ("PER", "NORP"):
            continue
        clauses = [
            (s, span, lemma)
            for listed in told.values()
            for s in listed
            if (found := _clause(material.texts[s.article], s, actor)) is not None
            for span, lemma in [found]
        ]
        yield from _fact(context, actor, clauses)


def _fact(
    context: Context, actor: str, clauses: list[tuple[Sentence, Span, str]]
) -> Iterator[Draft]:
    material = context.material
    group: list[tuple[Sentence, Span, str]] = []
    for entry in clauses:
        s = entry[0]
        if any(g[0].article == s.article for g in group):
            continue
        if not group or any(_one_fact(context, s, g[0], actor) for g in group):
            group.append(entry)
    if len(group) < 2 or len({lemma for _, _, lemma in group}) < 2:
        return
    readings = material.in_order(material.texts[s.article].reading(*span) for s, span, _ in group)
    name = material.actors[actor].name
    told = each(material, ((s.article, material.texts[s.article].article.text[a:b])
                           for s, (a, b), _ in group))  # fmt: skip
    yield Draft(
        "wording", readings,
        f"Of {name} they tell one thing in different verbs: {told}.",
        f"{name} is named once or twice in each, beside the same actors and the same year.", 0.8,
        tags=frozenset({"fact", *(["three or more"] if len(group) > 2 else [])}),
        weight=5 + len(group), actors=(actor,), about=actor,
    )  # fmt: skip


def _one_fact(context: Context, one: Sentence, other: Sentence, actor: str) -> bool:
    if not (one.actors & other.actors) - {actor}:
        return False
    years = [_years(context, s) for s in (one, other)]
    return bool(years[0] & years[1])


def _years(context: Context, sentence: Sentence) -> set[str]:
    """Years told as such in a sentence or its neighbours."""
    listed = context.material.texts[sentence.article].sentences
    near = listed[max(0, sentence.number - 1) : sentence.number + 2]
    return {d.value for s in near for d in s.dates if d.value and len(d.value) == 4}


def _clause(text: Text, sentence: Sentence, actor: str) -> tuple[Span, str] | None:
    """The predicate around an actor's name: its verb to the end of what belongs to it."""
    for entity in text.entities:
        if entity.start >= sentence.end:
            break
        if entity.start < sentence.start or actor not in (entity.actor, entity.metonym_for):
            continue
        at = sentence.tokens.char_span(
            entity.start - sentence.offset - sentence.tokens.start_char,
            entity.end - sentence.offset - sentence.tokens.start_char,
            alignment_mode="expand",
        )
        if at is None:
            continue
        verb = next((t for t in (at.root, *at.root.ancestors) if t.pos_ == "VERB"), None)
        if verb is None or not _takes_part(at.root, verb):
            continue
        while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and at.root not in verb.lefts:
            verb = verb.head
        last = _last(verb, at.root)
        base = sentence.offset
        return (base + verb.idx, base + last.idx + len(last)), verb.lemma_
    return None


def _takes_part(name: Token, verb: Token) -> bool:
    """Whether a name is subject or object of a verb, not where or when it happened."""
    steps, token = 0, name
    while token != verb and steps <= 4:
        if token.dep_ in ("pobj", "pcomp") and token.head.lower_ not in ("of", "over", "by"):
            return False
        if token.dep_ in ("advcl", "relcl", "ccomp", "poss"):
            return False
        token, steps = token.head, steps + 1
    return steps <= 4


def _last(verb: Token, name: Token) -> Token:
    """The last word of a predicate, twelve words on at most, and before the next clause."""
    last = verb
    for token in verb.subtree:
        if token.i <= verb.i:
            continue
        if token.i - verb.i > 12 or (
            token.is_punct and token.text in ",;:—–-" and token.i > name.i
        ):
            break
        if token.dep_ in ("cc", "mark") and token.i > name.i > verb.i:
            break
        if not token.is_punct:
            last = token
    return last


# --- words of the framing lexicon ----------------------------------------------------------------


def _framed(context: Context) -> Iterator[Draft]:
    material = context.material
    by_group: defaultdict[str, list[Term]] = defaultdict(list)
    for term in terms(material):
        by_group[term.group].append(term)
    for name in sorted(by_group):
        for group in _matters(context, by_group[name]):
            draft = _framing(context, name, group)
            if draft is not None:
                yield draft


def _matters(
    context: Context, listed: list[Term]
) -> Iterator[list[Term]]:  # fmt: skip
    """Terms of one group in sentences on one matter, gathered around the first."""
    rest = listed[:400]
    while rest:
        group = [rest.pop(0)]
        for other in list(rest):
            if any(_one_matter(context, t.sentence, other.sentence, t.sharp) for t in group[:4]):
                group.append(other)
                rest.remove(other)
        if len({t.sentence.article for t in group}) > 1:
            yield group


def _one_matter(context: Context, one: Sentence, other: Sentence, sharp: bool) -> bool:
    if one.article == other.article:
        return one is other
    if context.copies(one.article, other.article):
        return False
    scores = context.alignment.scores
    score = max(scores.get((one.key, other.key), 0), scores.get((other.key, one.key), 0))
    if score >= COPIED:
        return False
    names = one.actors & other.actors
    return score >= (MATTER if sharp else SAME) or (
        sharp and (len(names) >= 2 or bool(names & context.rare))
    )


def _framing(context: Context, name: str, group: list[Term]) -> Draft | None:
    material = context.material
    words: defaultdict[str, list[str]] = defaultdict(list)
    first: dict[tuple[str, str], Term] = {}
    for term in group:
        if term.word not in words[term.sentence.article]:
            words[term.sentence.article].append(term.word)
            first[term.sentence.article, term.word] = term
    # Words that all have tell nothing; each must have one that another lacks.
    common = set.intersection(*(set(w) for w in words.values()))
    kept = [t for (_, word), t in first.items() if word not in common]
    if len({t.sentence.article for t in kept}) < 2 or len({t.word for t in kept}) < 2:
        return None
    readings = material.in_order(_phrase(context, t) for t in kept)
    said = [(r.article, r.exact) for r in readings]
    return Draft(
        "wording", readings,
        _framing_told(material, name, said),
        f"Words for {name} in sentences on one matter.", 0.7,
        tags=frozenset(
            {"framing" if kept[0].sharp else "soft", *(["three or more"] if len(words) > 2 else [])}
        ),
        weight=2 + len(words), about=name,
        actors=tuple(sorted(frozenset.intersection(*(t.sentence.actors for t in kept)))),
    )  # fmt: skip


def _framing_told(material: Material, name: str, said: list[tuple[str, str | None]]) -> str:
    if len({a for a, _ in said}) == 2:
        (one, first), *rest = said
        mine = [first, *(w for a, w in rest if a == one)]
        theirs = [w for a, w in rest if a != one]
        other = next(a for a, _ in rest if a != one)
        return upper_first(
            f"{source(material, one)} writes {listed([quoted(w) for w in mine])}, "
            f"{source(material, other)} {listed([quoted(w) for w in theirs])}."
        )
    return f"No common word for {name}: {each(material, said)}."


def _phrase(context: Context, term: Term) -> Reading:
    """A term with the adjectives and nouns before it that belong to it."""
    start, end = term.span
    base = term.sentence.offset
    token = next((t for t in term.sentence.tokens if base + t.idx == start), None)
    if token is not None and token.pos_ in ("NOUN", "PROPN"):
        for left in token.lefts:
            if left.dep_ in ("amod", "compound", "nmod") and left.i >= term.sentence.tokens.start:
                start = min(start, base + left.idx)
                break
    text = context.material.texts[term.sentence.article]
    while start > 1 and text.article.text[start - 1] == "-":
        start = text.words[text.between(0, start - 1)[1] - 1].start
    return text.reading(start, end)


# --- the same told with other words --------------------------------------------------------------


def _retold(context: Context) -> Iterator[Draft]:
    material = context.material
    for cluster in context.clusters:
        sentences = [context.alignment.sentences[key] for key in cluster]
        kept = _one_each(context, sentences)
        if len(kept) < 2:
            continue
        shared = frozenset.intersection(*(s.lemmas for s in kept))
        if len(frozenset.intersection(*(s.matter for s in kept))) < 2:
            continue
        readings = material.in_order(_core(context, s, shared) for s in kept)
        said = [(r.article, r.exact) for r in readings]
        if len({context.text(r).casefold() for r in readings}) < 2:
            continue
        yield Draft(
            "wording", readings, _retelling(context, said),
            "The sentences tell the same, by their words and by whom they name.", 0.65,
            tags=frozenset({"retold", *(["three or more"] if len(kept) > 2 else [])}),
            weight=len(kept) + len(shared) / 10,
            actors=tuple(sorted(frozenset.intersection(*(s.actors for s in kept)))),
        )  # fmt: skip


def _one_each(context: Context, sentences: Sequence[Sentence]) -> list[Sentence]:
    """One sentence an article, no two of them copies, each like the first enough."""
    kept: list[Sentence] = []
    for s in sentences:
        if s.kind == "headline" or (
            context.material.texts[s.article].quoted.get(s.number)
            and any(q.kind == "direct" for q in context.material.texts[s.article].quoted[s.number])
        ):
            continue
        if any(k.article == s.article for k in kept):
            continue
        scores = [
            max(
                context.alignment.scores.get((k.key, s.key), 0),
                context.alignment.scores.get((s.key, k.key), 0),
            )
            for k in kept
        ]
        if any(context.copies(k.article, s.article) for k in kept):
            continue
        if all(SAME <= score < COPIED for score in scores):
            kept.append(s)
    return kept


def _core(context: Context, sentence: Sentence, shared: frozenset[str]) -> Reading:
    """From the first to the last word that tells and that the others have as well."""
    text = context.material.texts[sentence.article]
    words = text.words[sentence.first : sentence.last]
    telling = [n for n, w in enumerate(words) if w.content]
    at = [n for n in telling if words[n].lemma in shared]
    before = [n for n in telling if n < at[0]][-1:]
    after = [n for n in telling if n > at[-1]][:1]
    first, last = (before or at)[0], (after or at[-1:])[-1]
    return text.reading(words[first].start, words[last].end)


def _retelling(context: Context, said: list[tuple[str, str | None]]) -> str:
    material = context.material
    if len(said) == 2:
        (one, words), (other, others) = said
        lengths = [len((w or "").split()) for w in (words, others)]
        names = source(material, one), source(material, other)
        if lengths[0] > 1.6 * lengths[1]:
            return f"What is {quoted(words, 18)} in {names[0]} is no more than {quoted(others, 18)} in {names[1]}."
        if lengths[1] > 1.6 * lengths[0]:
            return f"{quoted(words, 18)} is all that {names[0]} has for {quoted(others, 18)} in {names[1]}."
        if (words or "").split()[:2] == (others or "").split()[:2]:
            return f"Alike at first, then apart: {quoted(words, 18)} in {names[0]}, {quoted(others, 18)} in {names[1]}."
        return upper_first(
            f"{names[0]} tells it as {quoted(words, 18)}; {names[1]} as {quoted(others, 18)}."
        )
    who = sources(material, (a for a, _ in said))
    versions = " / ".join(quoted(words, 14) for _, words in said[:4])
    return f"One thing told {len(said)} ways by {who}: {versions}."
