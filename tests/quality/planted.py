"""Differences planted in copies of articles, and whether they are found.

An article and a copy of it with one change make a story. The change is found if a finding of its
kind has a reading on the changed place; a copy with no change may share text, and nothing else.
"""

from __future__ import annotations

import dataclasses
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from variorum.analysis.parse import load_model
from variorum.edition import Story, analysed, assemble
from variorum.model import Annotation, Article, Entity, Finding, Quote, Span

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WORDS = {"NOUN": "lantern", "ADJ": "purple", "VERB": "juggle"}
STRANGER = "Tobias Merriwether"


@dataclass(frozen=True)
class Change:
    """New words for a range of an article, and the kind of finding that should tell of it."""

    kind: str
    start: int
    end: int
    words: str


@dataclass
class Score:
    """How many planted changes were found, by what was planted."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str, str, list[str]]] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return sum(self.found.values()) / max(1, sum(self.planted.values()))


def changed(article: Article, change: Change) -> Article:
    """A copy of an article with a change, its blocks and zones moved to fit."""

    def at(offset: int) -> int:
        return offset if offset <= change.start else offset + moved

    moved = len(change.words) - (change.end - change.start)
    text = article.text[: change.start] + change.words + article.text[change.end :]
    basis = {
        name: place if isinstance(place, str) else (at(place[0]), at(place[1]))
        for name, place in article.meta.basis.items()
    }
    # Of the same outlet or address it would be a version of the article, and not compared with it.
    meta = dataclasses.replace(article.meta, basis=basis, outlet="The Copyist", url=None)
    return dataclasses.replace(
        article,
        id=article.id + "-copy",
        source="copy-of-" + article.source,
        text=text,
        meta=meta,
        blocks=tuple(
            dataclasses.replace(b, start=at(b.start), end=at(b.end)) for b in article.blocks
        ),
        zones=tuple(
            dataclasses.replace(z, start=at(z.start), end=at(z.end)) for z in article.zones
        ),
        inlines=(),
    )


Plant = Callable[[Article, tuple[Annotation, ...], random.Random], Change | None]


def number(article: Article, found: tuple[Annotation, ...], dice: random.Random) -> Change | None:
    """Another number, in prose and outside quotations."""
    figures = [a for a in _prose(article, found, "figure") if re.search(r"\d", a.exact)]
    figure = dice.choice(figures) if figures else None
    digits = re.search(r"\d[\d,.]*\d|\d", figure.exact) if figure else None
    if figure is None or digits is None:
        return None
    value = float(digits[0].replace(",", ""))
    start = figure.start + digits.start()
    return Change("figure", start, start + len(digits[0]), f"{int(value * 3) + 2:,}")


def day(article: Article, found: tuple[Annotation, ...], dice: random.Random) -> Change | None:
    """Another weekday or year."""
    dates = [a for a in _prose(article, found, "date") if re.fullmatch(_DAY, a.exact)]
    if not dates:
        return None
    date = dice.choice(dates)
    if date.exact in DAYS:
        other = DAYS[(DAYS.index(date.exact) + 2) % 7]
    else:
        other = str(int(date.exact) - 3)
    return Change("date-conflict", date.start, date.end, other)


_DAY = "|".join([*DAYS, "(?:19|20)[0-9]{2}"])


def speaker(article: Article, found: tuple[Annotation, ...], dice: random.Random) -> Change | None:
    """Somebody else who says it."""
    persons = [a for a in found if isinstance(a, Entity) and a.label == "PER"]
    places = [
        p
        for q in found
        if isinstance(q, Quote) and q.speaker_span and _marked(q) >= 5
        for p in persons
        if q.speaker_span[0] <= p.start and p.end <= q.speaker_span[1]
    ]
    if not places:
        return None
    place = dice.choice(places)
    return Change("attribution", place.start, place.end, STRANGER)


def clip(article: Article, found: tuple[Annotation, ...], dice: random.Random) -> Change | None:
    """A quotation cut short."""
    spans = [
        span
        for q in found
        if isinstance(q, Quote) and q.kind == "direct"
        for span in q.quoted
        if 9 <= len(article.text[slice(*span)].split()) <= 60
    ]
    if not spans:
        return None
    start, end = dice.choice(spans)
    words = list(re.finditer(r"\w[\w’'-]*", article.text[start:end]))
    cut = start + words[len(words) * 2 // 3].end()
    rest = article.text[cut:end]
    mark = rest.rstrip()[-1:] if rest.rstrip()[-1:] in ".,!?" else ""
    return Change("quote-variant", cut, end, mark)


def word(article: Article, found: tuple[Annotation, ...], dice: random.Random) -> Change | None:
    """Another word, outside names, numbers, dates and quotations."""
    taken = [(a.start, a.end) for a in found if a.type in ("entity", "date", "figure", "role")]
    taken += [
        s for q in found if isinstance(q, Quote) for s in (*q.quoted, q.speaker_span or (0, 0))
    ]
    places = []
    for block in article.blocks:
        if block.kind != "paragraph":
            continue
        doc = load_model()(article.text[block.start : block.end])
        for token in doc:
            start, end = block.start + token.idx, block.start + token.idx + len(token)
            if token.pos_ not in WORDS or token.is_stop or token.i < 2 or not token.is_alpha:
                continue
            if token.pos_ == "VERB" and token.tag_ != "VB":
                continue
            if not any(a < end and b > start for a, b in taken):
                places.append((start, end, WORDS[token.pos_]))
    return Change("wording", *dice.choice(places)) if places else None


def sentences(
    article: Article, found: tuple[Annotation, ...], dice: random.Random
) -> Change | None:
    """Two neighbouring sentences the other way round."""
    places = []
    for block in article.blocks:
        if block.kind != "paragraph":
            continue
        doc = load_model()(article.text[block.start : block.end])
        listed = [s for s in doc.sents if len(s) > 8]
        for one, other in pairwise(listed):
            quoted = any(
                isinstance(q, Quote) and q.start < block.start + other.end_char
                and q.end > block.start + one.start_char for q in found
            )  # fmt: skip
            if one.end == other.start and not quoted:
                start, end = block.start + one.start_char, block.start + other.end_char
                places.append((start, end, f"{other.text.strip()} {one.text.strip()}"))
    return Change("shared-text", *dice.choice(places)) if places else None


PLANTS: dict[str, Plant] = {
    "number": number,
    "day": day,
    "speaker": speaker,
    "clip": clip,
    "word": word,
    "sentences": sentences,
}


def _marked(quote: Quote) -> int:
    return sum(end - start for start, end in quote.quoted) // 6


def _prose(article: Article, found: tuple[Annotation, ...], type_: str) -> list[Annotation]:
    """Annotations of a type in running prose, outside quotations."""
    blocks = [(b.start, b.end) for b in article.blocks if b.kind == "paragraph"]
    quoted: list[Span] = [s for q in found if isinstance(q, Quote) for s in q.quoted]
    return [
        a
        for a in found
        if a.type == type_
        and any(s <= a.start and a.end <= e for s, e in blocks)
        and not any(s <= a.start < e for s, e in quoted)
    ]


def collated(pairs: Iterable[tuple[Article, ...]]) -> Iterator[Story]:
    """Stories of the given articles, each analysed and collated for itself."""
    stories = []
    for n, members in enumerate(pairs):
        mine = [dataclasses.replace(a, story=f"{n:04d}") for a in members]
        stories += assemble(mine, {}, {}).stories
    yield from analysed(stories, load_model)


def is_found(story: Story, change: Change) -> bool:
    """Whether a finding of the right kind lies on a change."""
    places = {a.id: (change.start, change.end) for a in story.articles}
    for id_ in places:
        if id_.endswith("-copy"):
            places[id_] = (change.start, change.start + len(change.words))
    mine = [f for f in story.findings.findings if f.kind == change.kind]
    if change.words and change.kind == "shared-text":
        return len(mine) == 1
    return any(_on(finding, places) for finding in mine)


def _on(finding: Finding, places: dict[str, Span]) -> bool:
    return any(
        r.start is not None
        and r.start - 2 <= places[r.article][1]
        and (r.end or 0) + 2 >= places[r.article][0]
        for r in finding.readings
    )


def measure(articles: Iterable[Article], seed: int = 6) -> tuple[Score, dict[str, list[Finding]]]:
    """Plant every kind of change once in each article; and what untouched copies bring up."""
    dice = random.Random(seed)
    originals = list(articles)
    alone = list(collated((a,) for a in originals))
    cases = [
        (name, article, change)
        for article, story in zip(originals, alone, strict=True)
        for name, plant in PLANTS.items()
        if (change := plant(article, story.annotations.get(article.id, ()), dice)) is not None
    ]
    score = Score()
    pairs = ((a, changed(a, change)) for _, a, change in cases)
    for (name, article, change), story in zip(cases, collated(pairs), strict=True):
        score.planted[name] += 1
        if is_found(story, change):
            score.found[name] += 1
        else:
            was = article.text[max(0, change.start - 60) : change.end + 40]
            kinds = [f.kind for f in story.findings.findings]
            score.missed.append((name, was, change.words, kinds))
    extra: dict[str, list[Finding]] = defaultdict(list)
    untouched = ((a, changed(a, Change("", 0, 0, ""))) for a in originals)
    for article, story in zip(originals, collated(untouched), strict=True):
        for finding in story.findings.findings:
            if finding.kind != "shared-text":
                extra[article.id].append(finding)
    return score, dict(extra)
