"""One person under several titles, and one title borne by several."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.collation.findings.context import Draft
from variorum.collation.findings.phrasing import called, each, listed, quoted, sources
from variorum.collation.findings.tags import Tag
from variorum.model import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from variorum.collation.findings.context import Context
    from variorum.collation.findings.material import Text
    from variorum.model import Name, Role, Several

_SMALL = frozenset(
    ["the", "a", "an", "of", "for", "to", "and", "its", "his", "her", "their", "s", "then-"]
)

ONE_OFFICE = {
    "attorney": "lawyer", "representative": "congressman", "rep.": "congressman",
    "congresswoman": "congressman", "sen.": "senator", "gov.": "governor", "mp": "member",
    "premier": "minister", "spokeswoman": "spokesman", "spokesperson": "spokesman",
}  # fmt: skip
"""Words for one office, or one trade."""


def find(context: Context) -> Iterator[Draft]:
    """Titles by person, then persons by title."""
    material = context.material
    borne: defaultdict[str, list[tuple[str, Role]]] = defaultdict(list)
    for id_, text in material.texts.items():
        for role in text.roles:
            described = role.exact.lower().startswith(("one ", "another "))
            if role.actor and not described and text.sentence_at(role.start):
                borne[role.actor].append((id_, role))
    for actor in sorted(borne):
        yield from _titles(context, actor, borne[actor])
    yield from _shared(context, borne)


def _key(role: Role) -> tuple[str, ...]:
    """The words of a title that tell."""
    words = re.findall(r"[a-z]+", role.exact.casefold().replace("’s", "").replace("'s", ""))
    return tuple(w.removesuffix("s") for w in words if w not in _SMALL)


def office(title: str) -> str:
    """The office that a title names, without whose it is, which of several and since when.

    "Deputy Director", "FBI Deputy Director" and "deputy director of the F.B.I." are one.
    """
    head = re.split(r",| (?:of|for|at|to|in|from|and)\b", title, maxsplit=1)[0]
    words = head.casefold().replace("-", " ").split()
    word = words[-1] if words else ""
    return ONE_OFFICE.get(word, word)


def _without_country(key: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(w for w in key if not _is_country(w))


def _is_country(word: str) -> bool:
    for form in (word.title(), word.upper()):
        entry = gazetteer.lookup(form)
        if entry is not None and entry.label in ("GPE", "NORP", "LOC"):
            return True
    return False


def _titles(context: Context, actor: str, listed_: list[tuple[str, Role]]) -> Iterator[Draft]:
    material = context.material
    first: dict[tuple[str, tuple[str, ...]], Role] = {}
    for id_, role in listed_:
        first.setdefault((id_, _key(role)), role)
    of: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for id_, key in first:
        of[id_].add(key)
    if len(set(map(frozenset, of.values()))) < 2:
        return
    readings = material.in_order(
        material.texts[id_].reading(r.start, r.end) for (id_, _), r in first.items()
    )
    bare = {tuple(sorted(_without_country(key))) for _, key in first}
    told = each(material, ((id_, r.exact) for (id_, _), r in first.items()))
    name = called(material, actor)
    country = len(bare) < 2
    tag = Tag.COUNTRY if country else Tag.WORDS
    if len({office(r.exact) for r in first.values()}) < 2:
        tag = Tag.SAME_OFFICE
    yield Draft(
        "role", readings, _explain(name, told, country, len(bare)),
        Message.of("role: country, ground" if country else "role: words, ground"),
        0.85, tags=frozenset({tag}), weight=len(of) + len(bare),
        actors=(actor,), about=actor,
    )  # fmt: skip


def _explain(name: Name, told: Several, country: bool, kinds: int) -> Message:
    id_ = "role: country" if country else "role: hardly two" if kinds > 3 else "role: introduced"
    return Message.of(id_, actor=name, told=told)


def _shared(
    context: Context, borne: dict[str, list[tuple[str, Role]]]
) -> Iterator[Draft]:  # fmt: skip
    """A title of two words or more that different persons of one country bear."""
    material = context.material
    by_title: defaultdict[tuple[str, ...], dict[str, dict[str, Role]]] = defaultdict(dict)
    countries: defaultdict[str, set[str]] = defaultdict(set)
    for actor, listed_ in borne.items():
        for id_, role in listed_:
            key = _without_country(_key(role))
            countries[actor] |= _countries(material.texts[id_], role)
            if len(key) >= 2:
                by_title[key].setdefault(actor, {}).setdefault(id_, role)
    for key, bearers in sorted(by_title.items()):
        known = set().union(*(countries[a] for a in bearers))
        if len(bearers) < 2 or len(known) != 1 or not all(countries[a] for a in bearers):
            continue
        # One reading a bearer: how each is called in all sources is a finding of its own.
        given = [next(iter(sources_of.items())) for sources_of in bearers.values()]
        readings = material.in_order(
            material.texts[id_].reading(r.start, r.end) for id_, r in given
        )
        if len(readings) < 2:
            continue
        told = listed(
            Message.of(
                "role: borne in",
                actor=called(material, a), sources=sources(material, sorted(bearers[a])),
            )
            for a in sorted(bearers)
        )  # fmt: skip
        title = quoted(readings[0].exact)
        yield Draft(
            "role", readings, Message.of("role: shared", title=title, told=told),
            Message.of("role: shared, ground"), 0.8,
            tags=frozenset({Tag.SEVERAL_BEARERS}), weight=len(bearers),
            actors=tuple(sorted(bearers)), about=" ".join(key),
        )  # fmt: skip


def _countries(text: Text, role: Role) -> set[str]:
    return {a for a in text.actors_in(role.start, role.end) if a != role.actor}
