"""What lies on an article's text, as TEI elements."""

from __future__ import annotations

import hashlib
import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from variorum.characters import plain
from variorum.edition import Story
from variorum.export.nesting import Range
from variorum.model import (
    Actor,
    Annotation,
    Article,
    Block,
    DateRef,
    Entity,
    Figure,
    Finding,
    Inline,
    Quote,
    Reference,
    Role,
)

_NAMES = {
    "PER": "persName", "ORG": "orgName", "GPE": "placeName", "LOC": "placeName",
    "FAC": "placeName",
}  # fmt: skip
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
ISO = re.compile(r"[0-9.,DHMPRSTWYZ/:+\-]+", re.ASCII)
_LENGTH = re.compile(
    r"P(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T.*)?", re.ASCII
)


def actor_id(actor: str) -> str:
    """Id of an actor's record; a slug alone may begin with a digit."""
    return f"actor-{actor}"


def editor_id(name: str) -> str:
    """Id of an editor; of one who gives no name, too."""
    return f"editor-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"


def witness_id(story: Story, article: str) -> str:
    """Id of an article as a witness."""
    return f"wit-{story.sigla[article]}"


def reading_id(story: Story, finding: str, article: str, number: int) -> str:
    """Id of a finding's reading in the text, counted from 0 within its article."""
    id_ = f"{finding}-{story.sigla[article]}"
    return f"{id_}-{number}" if number else id_


def ranges_of(
    story: Story, article: Article, readings: Mapping[str, Sequence[Range]]
) -> list[Range]:
    """Every element on an article's text; of two on the same words the first is outside.

    *readings* are those of :func:`readings_of`, made once for a story.
    """
    found = story.annotations.get(article.id, ())
    known = frozenset(actor.id for actor in story.actors)
    made = [*readings.get(article.id, ())]
    for said in found:
        if isinstance(said, Quote):
            made += _said(said, found, known)
    made += [_inline(item) for item in article.inlines]
    for said in found:
        if not isinstance(said, Quote):
            made += _of(said, known)
    return made


def by_block(article: Article, ranges: Sequence[Range]) -> Iterator[tuple[Block, list[Range]]]:
    """The blocks of an article, each with the ranges that lie on it or on a part of it."""
    starts = [block.start for block in article.blocks]
    found: list[list[Range]] = [[] for _ in starts]
    for item in ranges:
        number = max(bisect_right(starts, item.start) - 1, 0)
        while number < len(starts) and starts[number] < item.end:
            found[number].append(item)
            number += 1
    return zip(article.blocks, found, strict=True)


def readings_of(story: Story) -> dict[str, list[Range]]:
    """The readings of all findings, by the article they stand in."""
    made: dict[str, list[Range]] = {}
    for finding in story.findings.findings:
        seen: Counter[str] = Counter()
        for reading in finding.readings:
            if reading.start is None or reading.end is None:
                continue
            id_ = reading_id(story, finding.id, reading.article, seen[reading.article])
            seen[reading.article] += 1
            said = {"type": "reading", "corresp": f"#{finding.id}"}
            place = Range(reading.start, reading.end, "seg", said, id_)
            made.setdefault(reading.article, []).append(place)
    return made


def _inline(item: Inline) -> Range:
    if item.kind == "link":
        return Range(item.start, item.end, "ref", {"target": uri(item.target)})
    return Range(item.start, item.end, "hi", {"rend": item.kind})


def _said(said: Quote, found: Sequence[Annotation], known: frozenset[str]) -> Iterator[Range]:
    """The parts of what is said: one element, cut where the attribution stands."""
    ids = (said.speaker,) if isinstance(said.speaker, str) else said.speaker or ()
    span = said.addressee_span
    hearers = dict.fromkeys(
        named.actor
        for named in found
        if span and isinstance(named, Entity) and named.start < span[1] and span[0] < named.end
    )
    attributes = _told(
        who=_pointers(ids, known),
        toWhom=_pointers([id_ for id_ in hearers if id_], known),
        direct="true" if said.kind == "direct" else "false",
        **sure(said),
    )
    for start, end in said.parts:
        yield Range(start, end, "said", attributes, said.id)
    if said.kind == "mixed":
        for start, end in said.quoted:
            yield Range(start, end, "q", {"type": "quoted"})


def _of(said: Annotation, known: frozenset[str]) -> Iterator[Range]:
    match said:
        case Entity():
            tag = _NAMES.get(said.label, "name")
            attributes = _told(
                ref=_pointers([said.actor], known),
                corresp=_pointers([said.metonym_for], known),
                type="" if tag != "name" else said.label.lower(),
                **sure(said),
            )
        case Reference():
            ids = said.actor if isinstance(said.actor, tuple) else (said.actor,)
            tag, attributes = "rs", _told(ref=_pointers(ids, known), **sure(said))
        case Role():
            tag = "roleName"
            attributes = _told(ref=_pointers([said.actor], known), **sure(said))
        case DateRef():
            tag = "time" if said.kind == "time" else "date"
            attributes = _date(said) | sure(said)
        case Figure():
            yield Range(said.start, said.end, "measure", _measure(said), said.id)
            yield Range(said.start, said.end, "num", _number(said))
            return
        case _:
            return
    yield Range(said.start, said.end, tag, attributes, said.id)


def _told(**attributes: str) -> dict[str, str]:
    return {name: plain(value) for name, value in attributes.items() if value}


def _pointers(ids: Iterable[str | None], known: frozenset[str]) -> str:
    return " ".join(f"#{actor_id(id_)}" for id_ in ids if id_ in known)


def sure(said: Annotation) -> dict[str, str]:
    """How sure it is, and who decided it if somebody did."""
    return {"cert": f"{said.confidence:g}"} | decided(said)


def decided(said: Annotation | Actor | Finding) -> dict[str, str]:
    """A pointer to the editor who decided something; of what nobody decided, nothing."""
    return {} if said.decided_by is None else {"resp": f"#{editor_id(said.decided_by)}"}


def _date(said: DateRef) -> dict[str, str]:
    """The value in the attribute whose form it has; one of TIMEX3 alone goes to ``n``."""
    value = said.value
    if not value:
        return {}
    if said.kind == "date" and _day(value):
        return {"when": value}
    if said.kind == "duration" and _LENGTH.fullmatch(value):
        return {"dur-iso": value}
    if said.kind in ("date", "time") and ISO.fullmatch(value):
        return {"when-iso": value}
    return {"n": plain(value)}


def _day(value: str) -> bool:
    """Whether a value is a year, a month or a day that the calendar has."""
    if not _DAY.fullmatch(value) or value.startswith("0000"):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError:
        return False
    return True


def _measure(said: Figure) -> dict[str, str]:
    return _told(unit=said.unit or "", commodity=said.of or "") | sure(said)


def _number(said: Figure) -> dict[str, str]:
    if said.low is not None and said.low == said.high:
        return {"value": _decimal(said.low)}
    ends = {"atLeast": said.low, "atMost": said.high}
    return {name: _decimal(end) for name, end in ends.items() if end is not None}


def _decimal(number: float) -> str:
    """A number as XML Schema writes it."""
    whole = int(number) if math.isfinite(number) else 0
    return str(whole) if whole == number else repr(number)


def uri(address: str) -> str:
    """An address that XML Schema takes for one."""
    return "".join(c if c.isprintable() and c not in ' "<>\\^`{|}' else "%20" for c in address)
