"""When two spellings are one name: by the letters that transliteration makes differ.

What differs only by the letters of ``[sounds]`` in ``data/spellings.toml`` (Sergei, Sergey) is one
name anywhere. Names that differ in the vowels before a consonant as well, or in doubled letters
(Muhammad, Mohammed), are *alike*: likely one name, where nothing speaks against it.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata

from variorum.analysis import gazetteer

SHORTEST = 5
"""Letters of a word from which on its vowels may differ; short names differ by little else."""


def folded(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: lower case, no accents, common spellings."""
    plain = unicodedata.normalize("NFKD", name).casefold().replace("-", " ")
    kept = "".join(c for c in plain if c.isalnum() or c == " ").split()
    if len(kept) > 2 and kept[-1] in ("ii", "iii", "iv"):
        kept.pop()
    return tuple(spelling(word) for word in kept)


def spelling(word: str) -> str:
    """One spelling for the usual transliterations of a word (Sergey, Sergei; Dmitri, Dmitry)."""
    for said, kept in _sounds():
        word = said.sub(kept, word)
    return word


def alike(one: str, other: str) -> bool:
    """Whether two words, as :func:`folded` gives them, can be spellings of one."""
    return one == other or not _rough(one).isdisjoint(_rough(other))


@functools.cache
def same_given(one: str, other: str) -> bool:
    """Whether two given names are known as one, short or of another language (Bill, William)."""
    return other in _nicknames().get(one, ()) or one in _nicknames().get(other, ())


def rough(words: tuple[str, ...]) -> frozenset[str]:
    """What names that may be alike have in common: to look them up by."""
    return frozenset(itertools.chain.from_iterable(_rough(word) for word in words))


@functools.lru_cache(maxsize=4096)
def _rough(word: str) -> frozenset[str]:
    """A word without what its vowels and doubled letters say; a "q" is written "g" or "k"."""
    if len(word) < SHORTEST:
        return frozenset({word})
    body = _DOUBLED.sub(r"\1", word[1:].replace("dh", "d"))
    body = _VOWEL.sub(lambda m: "a" if m[1] == "e" else "o", body.replace("ei", "ai"))
    return frozenset(word[0].replace("q", first) + body for first in "gk")


_DOUBLED = re.compile(r"(.)\1")
_VOWEL = re.compile(r"(?<![aeiou])([eu])(?=[^aeiou])")
"""A vowel between consonants: "Anna" and "Anne", "Juan" and "Joan" are other names."""


@functools.cache
def _sounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = gazetteer.table("spellings.toml")["sounds"]
    return tuple((re.compile(said), kept) for said, kept in table.items())


@functools.cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Short and other forms of given names, as :func:`folded` spells both."""
    tables = gazetteer.table("spellings.toml")
    forms: dict[str, set[str]] = {}
    for name, short in tables["nicknames"].items():
        forms.setdefault(spelling(name), set()).update(map(spelling, short))
    for group in tables["forms"]:
        spelled = {spelling(name) for name in group}
        for name in spelled:
            forms.setdefault(name, set()).update(spelled)
    return {name: frozenset(other) for name, other in forms.items()}
