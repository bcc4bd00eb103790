"""What a name that is no person's names: one key for the spellings of one actor."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.analysis.entities.decide import unprefixed
from variorum.analysis.entities.words import LAST, NEVER, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from variorum.model import Entity

Key = tuple[str, str]
"""Canonical name and kind (PER, ORG, PLACE or the label) of an actor, before it has an id."""

KIND = {"GPE": "PLACE", "LOC": "PLACE", "NORP": "PLACE"}
_SUFFIX = re.compile(
    r"[ ,]+(?:Inc|Corp|Corporation|Ltd|Limited|LLC|LLP|PLC|plc|Co|Company"
    r"|GmbH|AG|SA|NV|N\.V|S\.A)\.?$"
)
_SMALL = frozenset(["of", "the", "for", "and", "&", "in", "on", "de", "la", "del", "to", "a"])


def known_key(entity: Entity) -> Key | None:
    """The key of a name the data files know; a country's government is the country."""
    form = " ".join(entity.exact.split()).lstrip("@")
    if entity.label == "PER":
        return None
    entry = gazetteer.lookup(form) or _governed(form)
    if entry is None:
        return None
    if entry.label == "ORG" and entity.label not in ("ORG", "GPE", "NORP", "PRODUCT"):
        return None
    canonical = entry.canonical
    if entry.kind == "people" and canonical.endswith("s") and canonical == entry.form:
        singular = gazetteer.lookup(canonical[:-1])
        canonical = singular.canonical if singular else canonical
    return canonical, KIND.get(entry.label, entry.label)


def _governed(form: str) -> gazetteer.Known | None:
    words = form.split()
    if len(words) < 2 or words[-1].lower() != "government":
        return None
    entry = gazetteer.lookup(" ".join(words[:-1]))
    return entry if entry is not None and entry.kind in ("country", "people") else None


def plain_key(entity: Entity) -> Key:
    """The key of any other name: without suffixes of companies and differences of spelling."""
    form = " ".join(entity.exact.split())
    if entity.label == "ORG":
        form = _SUFFIX.sub("", form) or form
        form = _of_form(_whose(form))
    if _DOTTED.fullmatch(form):
        form = form.replace(".", "")
    for said, kept in _SPELLINGS:
        form = form.replace(said, kept)
    return form, KIND.get(entity.label, entity.label)


_DOTTED = re.compile(r"(?:[A-Z]\.){2,6}[A-Z]?")
_SPELLINGS = (
    ("Organisation", "Organization"), ("Centre", "Center"), ("Defence", "Defense"),
    ("Labour", "Labor"), (" & ", " and "),
)  # fmt: skip


def _of_form(form: str) -> str:
    """One word order of ministries: "Health Ministry" as "Ministry of Health"."""
    body, _, last = form.rpartition(" ")
    if last not in ("Ministry", "Department") or not body:
        return form
    country = _country_before(body)
    whose, what = (body[: len(country) + 1], body[len(country) + 1 :]) if country else ("", body)
    if not what or what[0].islower():
        return form
    return f"{whose}{last} of {'Foreign Affairs' if what == 'Foreign' else what}"


def _country_before(name: str) -> str:
    for words in (1, 2):
        head = " ".join(name.split()[:words])
        entry = gazetteer.lookup(head)
        if entry is not None and entry.kind in ("country", "people"):
            return head
    return ""


def _whose(form: str) -> str:
    """The country before a body's name in one spelling: "U.S. Air Force", "US Air Force"."""
    first, _, rest = form.partition(" ")
    entry = gazetteer.lookup(first)
    return f"{entry.canonical} {rest}" if rest and entry and entry.kind == "country" else form


def without_country(name: str) -> str:
    """A body's name without the country before it; empty where there is none."""
    head = _country_before(name)
    return name[len(head) + 1 :] if head else ""


def short_forms(name: str) -> set[str]:
    """What a text may call an organisation once it has been named in full."""
    words = name.split()
    forms = {words[0]} if words[0].lower() not in PLAIN | NEVER | _SMALL else set()
    for n in range(len(words) - 1, 1, -1):
        if words[n].lower() not in LAST:
            break
        forms.add(" ".join(words[:n]))
    joined = name.find(" and ")
    if name.count(" ", 0, max(joined, 0)) > 1:
        forms.add(name[:joined])
    if joined > 0 and " " in name[joined + 5 :]:
        forms.add(name[joined + 5 :])
    if rest := unprefixed(name):
        forms.add(rest)
    bare = without_country(name)
    return forms | ({bare} if " " in bare else set())


def in_small_letters(keys: Iterable[Key]) -> dict[Key, Key]:
    """Places in capitals, as in a dateline, that a story names in small letters, too."""
    places = sorted({key for key in keys if key[1] == "PLACE"})
    names = {key[0].casefold(): key for key in places if not key[0].isupper()}
    return {
        key: names[key[0].casefold()]
        for key in places
        if key[0].isupper() and key[0].casefold() in names
    }


def party(members: str, parties: Iterable[Key]) -> Key | None:
    """The party of such members or of such an adjective: "Democrats", "Democratic".

    It is the one of *parties* that is named so, else one that everybody knows.
    """
    one = members.removesuffix("s")
    adjectives = (members, one, one + "ic")
    fits = [p for p in parties if p[0].removesuffix(" Party") in adjectives]
    if len(fits) == 1:
        return fits[0]
    known = (gazetteer.lookup(f"{adjective} Party") for adjective in adjectives)
    found = next((entry for entry in known if entry is not None and entry.label == "ORG"), None)
    return (found.canonical, "ORG") if found is not None and not fits else None


def initials(name: str) -> set[str]:
    """The abbreviations a name can have, with and without its small words, in capitals."""
    words = [w for w in re.split(r"[\s-]+", name) if w]
    long = "".join(w[0] for w in words if w.lower() not in _SMALL)
    full = "".join(w[0] for w in words)
    return {abbreviation.upper() for abbreviation in (long, full) if len(abbreviation) > 1}


def introduced(text: str, entities: Sequence[Entity]) -> Iterable[tuple[Entity, Entity]]:
    """Names and the abbreviations a text gives them in brackets: "World Example Body (WEB)"."""
    for long, short in itertools.pairwise(entities):
        between = text[long.end : short.start]
        closed = text[short.end : short.end + 1] == ")"
        names = filter(None, (long.exact, without_country(long.exact)))
        fits = short.exact.startswith("@") or any(_abbreviates(short.exact, n) for n in names)
        if closed and fits and between in (" (", "’s (", "'s ("):
            yield long, short


def _abbreviates(short: str, long: str) -> bool:
    letters = "".join(c for c in short if c.isalnum()).upper()
    if " " in short or len(letters) < 2 or len(short) >= len(long):
        return False
    rest = iter(long.upper())
    return long[:1].upper() == letters[0] and all(c in rest for c in letters[:-1] if c.isalpha())
