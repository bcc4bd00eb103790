"""Corrections of what comparing the articles brings to light: statements and findings."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from variorum import extending
from variorum.collation.findings import Findings, Ruling
from variorum.collation.findings.front import ranked
from variorum.collation.findings.worth import OF_SALIENCE
from variorum.corrections.fields import LAST_PLACE
from variorum.corrections.hand import AS_READ, UNNECESSARY, Hand
from variorum.corrections.places import Place, in_context
from variorum.corrections.records import Correction
from variorum.model import Article, Finding, Reading, finding_id

WHY = "An editor decided it."


def statement_rulings(hand: Hand) -> tuple[Ruling, ...]:
    """What the corrections say of statements, for whoever joins quotations."""
    return tuple(
        Ruling(n, correction.verb == "merge", tuple((p.article, p.start, p.end) for p in places))
        for n, (correction, places) in enumerate(hand.located)
        if correction.what == "statement" and places
    )


def judged(found: Findings, hand: Hand) -> Findings:
    """The findings as the editor wants them, the most salient first."""
    listed = _joined(found, hand)
    origins = {p.article: p.origin for p in found.provenance}
    for number, (correction, places) in enumerate(hand.located):
        if correction.what == "finding" and places:
            if correction.verb == "add":
                new = _made(correction, places, hand.articles, origins)
                twin = any(f.id == new.id for f in listed)
                listed = [*(f for f in listed if f.id != new.id), new]
                message = f"{UNNECESSARY}: it is found automatically" if twin else None
            else:
                listed, message = _judge(correction, places, listed, hand)
            hand.say(number, places[0], message)
    return dataclasses.replace(found, findings=ranked(listed))


def _joined(found: Findings, hand: Hand) -> list[Finding]:
    """The findings, those on statements that an editor joined marked so."""
    joined: dict[str, Correction] = {}
    for ruled in found.ruled:
        correction, places = hand.located[ruled.number]
        message = None
        if ruled.missing:
            place = places[ruled.missing[0]]
            where = in_context(hand.articles[place.article], place.start, place.end)
            message = f"no quotation is at {where}"
        elif not ruled.changed:
            same = "one statement" if correction.verb == "merge" else "statements of their own"
            message = f"{UNNECESSARY}: they are {same} already"
        hand.say(ruled.number, places[0], message)
        utterance = found.utterances.get(ruled.quote or "")
        if correction.verb == "merge" and utterance:
            joined[utterance] = correction
    return [
        dataclasses.replace(f, **_decision(joined[f.utterance], f)) if f.utterance in joined else f
        for f in found.findings
    ]


def _judge(
    correction: Correction, places: Sequence[Place], found: list[Finding], hand: Hand
) -> tuple[list[Finding], str | None]:
    there = [f for f in found if all(_reads(f, p) for p in places)]
    hits = [f for f in there if correction.which in ("", f.kind, f.id, *f.formerly)]
    place = places[0]
    article = hand.articles[place.article]
    where = in_context(article, place.start, place.end)
    if len(hits) > 1:
        exact = [f for f in hits if any(_is(r, place) for r in f.readings)]
        hits = exact if len(exact) == 1 else hits
    if len(hits) > 1:
        return (
            found,
            f"{len(hits)} findings are at {where}; say 'which' by kind or id: {_named(hits)}",
        )
    if not hits:
        if correction.verb in ("reject", "hide"):
            return found, f"{UNNECESSARY}: no such finding is at {where}"
        now = f"; there is now: {_named(there)}" if there else _near(place, found, article)
        return found, f"no such finding is at {where}{now}"
    before = hits[0]
    if correction.verb in ("reject", "hide"):
        return [f for f in found if f is not before], None
    fields: dict[str, Any] = dict(correction.values)
    message = None
    if correction.verb == "note":
        after = dataclasses.replace(before, note=correction.note)
    elif correction.verb in ("pin", "unpin"):
        # Where it stands says nothing of whether it is right.
        placed: dict[str, Any] = {"placed": 0}
        if correction.verb == "pin":
            placed = {"placed": correction.value("place") or LAST_PLACE}
        after = dataclasses.replace(before, **placed)
    else:
        if correction.verb == "change" and all(getattr(before, k) == v for k, v in fields.items()):
            message = AS_READ
        if "explanation" in fields:
            fields |= {"matter": None, "said": None}
        if "kind" in fields:
            fields |= {"label": extending.label(fields["kind"]), "matter": None}
        if "salience" in fields:
            fields["worth"] = OF_SALIENCE[fields["salience"]]
        after = dataclasses.replace(before, **_decision(correction, before), **fields)
    return [after if f is before else f for f in found], message


def _made(
    correction: Correction,
    places: Sequence[Place],
    articles: Mapping[str, Article],
    origins: Mapping[str, str],
) -> Finding:
    order = {id_: n for n, id_ in enumerate(articles)}
    readings = tuple(
        Reading(p.article, p.start, p.end, articles[p.article].text[p.start : p.end])
        for p in sorted(set(places), key=lambda p: (order[p.article], p.start))
    )
    named = {r.article for r in readings}
    fields: dict[str, Any] = {"salience": 2} | dict(correction.values)
    return Finding(
        id=finding_id(fields["kind"], readings),
        why=WHY,
        confidence=1.0,
        readings=readings,
        decided_by=correction.by,
        note=correction.note,
        label=extending.label(fields["kind"]),
        outlets=len(named),
        origins=len({origins.get(a, a) for a in named}),
        worth=OF_SALIENCE[fields["salience"]],
        **fields,
    )


def _decision(correction: Correction, before: Finding) -> dict[str, Any]:
    return {
        "why": WHY,
        "ground": None,
        "confidence": 1.0,
        "decided_by": correction.by,
        "note": correction.note or before.note,
    }


def _reads(finding: Finding, place: Place) -> bool:
    return any(
        r.article == place.article
        and r.start is not None
        and r.end is not None
        and r.start < place.end
        and place.start < r.end
        for r in finding.readings
    )


def _is(reading: Reading, place: Place) -> bool:
    return (reading.article, reading.start, reading.end) == (place.article, place.start, place.end)


def _named(findings: Sequence[Finding]) -> str:
    """Findings by what an editor would write under ``which``."""
    return ", ".join(f"{f.kind} {f.id} “{f.explanation}”" for f in findings[:5])


def _near(place: Place, found: Sequence[Finding], article: Article) -> str:
    """The readings of findings in the same article that are nearest."""
    readings = {
        (r.start, r.end or r.start): f.kind
        for f in found
        for r in f.readings
        if r.article == place.article and r.start is not None
    }
    ranked = sorted(readings.items(), key=lambda item: (abs(item[0][0] - place.start), item[0]))
    said = ", ".join(f"{kind} {in_context(article, *span)}" for span, kind in ranked[:3])
    return f"; nearest: {said}" if said else ""
