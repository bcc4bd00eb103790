"""One actor, spelled differently."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import each, quoted, sources
from variorum.collation.findings.tags import Tag
from variorum.collation.spelling import alike, folded, rough
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from variorum.collation.findings.context import Context
    from variorum.model import Entity, Several

CLOSE = 0.55
"""Two words whose letters agree so far may be spellings of one."""

LONG = 5
"""Given names of fewer letters that differ by one are two names: Jane and Jana."""
SHORT = 5
"""Longer names in capitals throughout are set so, not written so."""


def find(context: Context) -> Iterator[Draft]:
    """One finding for every set of spellings of an actor's name."""
    material = context.material
    forms: defaultdict[str, defaultdict[str, dict[str, Entity]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for id_, text in material.texts.items():
        for entity in text.entities:
            if entity.actor and entity.label != "NORP" and text.sentence_at(entity.start):
                form = " ".join(entity.exact.split())
                if not form.startswith("@") and (entity.end < len(text.article.text)):
                    forms[entity.actor][form].setdefault(id_, entity)
    for one, other in _one_person(context, forms):
        forms[one] = defaultdict(dict, {**forms[one], **forms.pop(other)})
    for actor in sorted(forms):
        for family in _families(sorted(forms[actor])):
            yield from _draft(context, actor, {f: forms[actor][f] for f in family})


def _one_person(
    context: Context, forms: Mapping[str, Mapping[str, Mapping[str, Entity]]]
) -> Iterator[tuple[str, str]]:
    """Two persons of one surname, never in one report, whose given names are spelt alike."""
    held = {a: {id_ for holders in told.values() for id_ in holders} for a, told in forms.items()}
    named: defaultdict[str, list[str]] = defaultdict(list)
    for actor in sorted(forms):
        known = context.material.actors.get(actor)
        words = folded(known.name) if known is not None and known.label == "PER" else ()
        if len(words) == 2:
            for key in rough(words[1:]):
                named[key].append(actor)
    done: set[str] = set()
    for _, namesakes in sorted(named.items()):
        if len(namesakes) != 2 or done & set(namesakes):
            continue
        one, other = namesakes
        mine, theirs = (folded(context.material.actors[a].name) for a in (one, other))
        close = _by_a_letter if mine[1] == theirs[1] else alike
        if not held[one] & held[other] and mine != theirs and close(mine[0], theirs[0]):
            done |= {one, other}
            yield one, other


def _by_a_letter(one: str, other: str) -> bool:
    """Whether two given names are long, and differ in a letter or in how it is transliterated."""
    if alike(one, other):
        return True
    return (
        len(one) == len(other) >= LONG and sum(a != b for a, b in zip(one, other, strict=True)) == 1
    )


def _families(forms: list[str]) -> Iterator[list[str]]:
    """Forms that are spellings of each other, not one a part of another."""
    rest = forms
    while rest:
        family, later = [rest[0]], list[str]()
        for form in rest[1:]:
            (family if any(is_spelling(form, f) for f in family) else later).append(form)
        if len(family) > 1:
            yield family
        rest = later


def is_spelling(one: str, other: str) -> bool:
    """Whether two names have the same words, one at least spelled differently."""
    a, b = (f.replace("-", "").replace(".", "").split() for f in (one, other))
    if one == other or _plain(one) == _plain(other) == "":
        return False
    short = [f for f in (one, other) if len(f.replace(".", "")) <= 4 and f.isupper()]
    if short and _plain(one) != _plain(other):
        return False
    if len(a) != len(b):
        return _plain(one) == _plain(other)
    return all(
        _plain(x) == _plain(y) or SequenceMatcher(None, _plain(x), _plain(y)).ratio() >= CLOSE
        for x, y in zip(a, b, strict=True)
    )


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if c.isalnum())


def _draft(
    context: Context, actor: str, forms: dict[str, dict[str, Entity]]
) -> Iterator[Draft]:  # fmt: skip
    material = context.material
    used = {id_: {f for f in forms if id_ in forms[f]} for f in forms for id_ in forms[f]}
    if len(set(map(frozenset, used.values()))) < 2:
        return
    readings = material.in_order(
        material.texts[id_].reading(e.start, e.end)
        for holders in forms.values()
        for id_, e in holders.items()
    )
    kind = _difference(list(forms))
    if kind is Tag.CAPITALS and any(f.isupper() and len(f) > SHORT for f in forms):
        return  # a dateline or a headline in capitals is no spelling
    told = each(material, ((id_, f) for f, holders in forms.items() for id_ in holders))
    name = material.actors[actor].name if actor in material.actors else actor
    yield Draft(
        "name", readings, _explain(name, kind, told, context, forms),
        Message.of("name: ground"), 0.9,
        tags=frozenset({kind}), weight=len(used), actors=(actor,), about=actor,
    )  # fmt: skip


def _difference(forms: list[str]) -> Tag:
    if len({_plain(f) for f in forms}) > 1:
        return Tag.LETTERS
    return Tag.CAPITALS if len({f.casefold() for f in forms}) == 1 else Tag.MARKS


def _explain(
    name: str, kind: Tag, told: Several, context: Context, forms: dict[str, dict[str, Entity]]
) -> Message:
    if kind is Tag.CAPITALS:
        return Message.of("name: capitals", told=told)
    if kind is Tag.MARKS:
        return Message.of("name: pointed", told=told)
    both = sorted(set.intersection(*(set(h) for h in forms.values())))
    if both:
        settling = sources(context.material, both)
        return Message.of("name: cannot settle", sources=settling, told=told)
    if len(forms) == 2 and " " not in "".join(forms):
        return Message.of("name: two spellings" if name in forms else "told", told=told)
    return Message.of("name: several spellings", name=quoted(name), told=told)
