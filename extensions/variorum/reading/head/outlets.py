"""Which words name an outlet: a known one, a host, or by the form of the name."""

from __future__ import annotations

import functools
import re

from variorum.reading import lexicon

__all__ = ["host_of", "is_host", "known", "named", "of_address", "of_host", "of_known_host"]

_AROUND = " \t\xa0.,;:|·•–—-()[]*_"
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,4}(?P<suffix>[a-z]{2,12})", re.I)
_LONGEST = 60
_MOST_WORDS = 6
_STOPS = frozenset('.!?:;"“”„«»,…')


def named(words: str, *, told: bool = True) -> str | None:
    """The outlet that *words* name and nothing besides, as printed or as it is known.

    Without *told* a noun by which one gives word ("State TV") makes no name.
    """
    said = " ".join(words.split()).strip(_AROUND)
    if not said or len(said) > _LONGEST:
        return None
    if is_host(said):
        return of_host(said)
    if name := _known().get(_key(said)):
        if said.removeprefix("The ") in _spellings() or said in _spellings():
            return said
        return name if said[0].isupper() else None
    return said if _has_the_form(said, told=told) else None


def known(words: str) -> str | None:
    """The known outlet that *words* name, in whatever letters, with spaces or without."""
    return _known().get(_key(words)) or _run_together().get(_key(words))


def is_host(words: str) -> bool:
    """Whether words are the name of a host, with a suffix that there is."""
    match = _HOST.fullmatch(words)
    if not match or match["suffix"].lower() not in _list("hosts", "suffixes"):
        return False
    # "U.S." and "e.g" are none.
    return len(words.split(".")[-2]) > 1


def of_host(host: str) -> str:
    """The outlet found at a host: its name where it is known, else the host."""
    return of_known_host(host) or _bare(host)


def of_known_host(host: str) -> str | None:
    """The known outlet found at a host."""
    parts = _bare(host).split(".")
    hosts = (".".join(parts[first:]) for first in range(len(parts) - 1))
    return next((name for host in hosts if (name := _known().get(host))), None)


def _bare(host: str) -> str:
    return re.sub(r"^www\d?\.", "", host.lower())


def of_address(url: str) -> str | None:
    """The outlet that an address names; one that leads to others' pages names none."""
    host = host_of(url)
    if not is_host(host) or _bare(host) in _list("hosts", "others"):
        return None
    return of_host(host)


def host_of(url: str) -> str:
    """The host of an address."""
    return url.split("://", 1)[-1].split("/", 1)[0].split("@")[-1].split(":")[0].lower()


def _key(name: str) -> str:
    said = name.casefold().replace("’", "'")
    bare = said.removeprefix("the ")
    return bare if " " in bare or bare not in _with_article() else said


@functools.cache
def _with_article() -> frozenset[str]:
    """Names of one word that are a name only after "The": "The Times"."""
    names = lexicon.load("outlets")["known"]
    return frozenset(
        bare.casefold()
        for name, spellings in names.items()
        if name.startswith("The ") and " " not in (bare := name[4:]) and bare not in spellings
    )


@functools.cache
def _known() -> dict[str, str]:
    """Each spelling and host of a known outlet: its name."""
    known: dict[str, str] = {}
    for name, spellings in lexicon.load("outlets")["known"].items():
        for spelling in (name, *spellings):
            known[_key(spelling)] = name
    for name, spellings in lexicon.load("agencies")["outlet"].items():
        for spelling in (name, *spellings):
            known.setdefault(_key(spelling), name)
    return known


@functools.cache
def _run_together() -> dict[str, str]:
    """Names as file names and hosts have them: "newyorktimes"."""
    return {name.replace(" ", ""): outlet for name, outlet in sorted(_known().items())}


@functools.cache
def _spellings() -> frozenset[str]:
    names = {**lexicon.load("agencies")["outlet"], **lexicon.load("outlets")["known"]}
    return frozenset(
        spelling
        for name, spellings in names.items()
        for known in (name, *spellings)
        if "." not in known or " " in known
        for spelling in (known, known.removeprefix("The "))
    )


@functools.cache
def _list(table: str, name: str) -> frozenset[str]:
    return frozenset(lexicon.load("outlets")[table][name].split())


def _has_the_form(said: str, *, told: bool) -> bool:
    """Whether words are put together as the names of outlets are: "Kelso Courier"."""
    tokens = said.split()
    the = tokens[0] in ("The", "the")
    tokens = tokens[the:]
    if not tokens or len(tokens) > _MOST_WORDS or _STOPS & set(said):
        return False
    if not all(_is_part(token) for token in tokens) or not tokens[0][0].isupper():
        return False
    words = [token.casefold() for token in tokens]
    if len(words) > 2 and words[-1] in _list("form", "after") and _is_noun(words[-2]):
        words.pop()
    *before, last = words
    *parts, tail = last.split("-")
    noun = tail if _is_noun(tail) else next((part for part in parts if _is_noun(part)), "")
    others = [word for word in (*before, *parts) if word not in _never() and word != noun]
    if noun in _list("form", "nouns"):
        return bool(others) or (the and len(words) == 1)
    if noun:
        is_a_person = len(words) == 2 and not the and tokens[0] in lexicon.given_names()
        apart = any(not _is_noun(word) for word in others)
        return apart and not is_a_person and (told or noun not in _list("form", "told"))
    return words[0] in _list("form", "first") and len(words) == 2 and words[1] not in _never()


def _is_noun(word: str) -> bool:
    return word in _list("form", "nouns") or word in _list("form", "common")


@functools.cache
def _never() -> frozenset[str]:
    """Words that make no name of a noun beside it."""
    return _list("form", "never") | frozenset(lexicon.boilerplate()["sections"])


def _is_part(token: str) -> bool:
    """Whether a word can be part of a name: a capital, a small particle, a sign for "and"."""
    if token[0].isupper() or token[0].isdigit() or token == "&":
        return True
    return token in lexicon.boilerplate()["name_particles"]
