"""Numerals: what prints a number, and the lowest and highest value it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.figures import lexicon
from variorum.analysis.figures.lexicon import one_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed, from ``start`` to ``end`` of its block.

    ``kind`` is ``digits``, ``words``, ``vague`` (no exact number), ``part`` (low and high are per
    cent) or ``times``; ``scale`` is what its last word multiplies by.
    """

    start: int
    end: int
    low: float
    high: float
    kind: str
    scale: float = 1


_GAP = r"\s{1,3}"
_SCALE = f"(?:{one_of(lexicon.SCALES)})"
_WORD = f"(?:{one_of([*lexicon.CARDINALS, *lexicon.SCALES])})"
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3}){0,4},\d{3}|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3}){1,4}|(?!0\d)\d{1,12})"
    rf"(?:\.\d{{1,4}})?(?:{one_of(lexicon.SIGNS)})?(?![\d:/@_]|[.,]\d)"
)
_SUFFIX = one_of(lexicon.SUFFIXES)
_SMALL = one_of(w for w, n in lexicon.CARDINALS.items() if 1 <= n <= 9)
_PART = one_of(lexicon.PARTS)
_UNSPLIT = one_of(p for p in lexicon.PARTS if p not in ("half", "quarters", "halves"))

Found = Numeral | None


def _digits(m: re.Match[str]) -> Found:
    sign = lexicon.SIGNS.get(m["number"][-1], 0.0)
    printed = re.sub(r"[^\d.]", "", m["number"])
    value = float(printed or 0) + sign + (0.5 if m["half"] else 0)
    named = (m["scale"] or m["suffix"] or "").lower()
    scale = lexicon.SCALES.get(named) or lexicon.SUFFIXES.get(named, 1)
    value = round(value * scale, 4)
    return Numeral(*m.span(), value, value, "digits", scale)


def _words(m: re.Match[str]) -> Found:
    """As much of a run of number words as makes one number."""
    total, current, scale, last, end = 0.0, 0.0, 1, "", m.start()
    for token in re.finditer(r"[a-z]+", m[0], re.IGNORECASE):
        word = token[0].lower()
        if word in ("a", "an") and not last:
            last = "a"
            continue
        if word == "and" and last in lexicon.SCALES:
            continue
        if word == "half" and m[0].lower().endswith("half"):
            current, end = current + (0.5 if scale == 1 else 0.5 * scale), m.start() + token.end()
            break
        if word in ("and", "a"):
            continue
        value = lexicon.CARDINALS.get(word)
        if value is not None:
            fits = (
                not last
                or (last in lexicon.TENS and 0 < value < 10)
                or (last in lexicon.SCALES and lexicon.SCALES[last] >= 100)
            )
            if not fits:
                break
            current, scale = current + value, 1
        else:
            scale = lexicon.SCALES[word]
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        last, end = word, m.start() + token.end()
    total += current
    return Numeral(m.start(), end, total, total, "words", scale) if end > m.start() else None


def _half_of_scale(m: re.Match[str]) -> Found:
    scale = lexicon.SCALES.get(m["scale"].lower(), 1) if m["scale"] else 1
    return Numeral(*m.span(), scale / 2, scale / 2, "words", scale)


def _plural(m: re.Match[str]) -> Found:
    low, high = lexicon.PLURALS[m["many"].lower()]
    scale = lexicon.SCALES.get(m["many"].lower()[:-1], 10)
    if m["of"]:
        scale = lexicon.SCALES[m["of"].lower()[:-1]]
        low, high = low * scale, (high + 1) * scale - 1
    return Numeral(*m.span(), low, high, "vague", scale)


def _vague(m: re.Match[str]) -> Found:
    said = lexicon.plain(m["vague"])
    low, high = lexicon.VAGUE.get(said) or lexicon.VAGUE.get(f"a {said}", (3, 9))
    scale = 1
    if m["scale"]:
        scale = lexicon.SCALES[m["scale"].lower()]
        low, high = low * scale, (high + 1) * scale - 1
    return Numeral(*m.span(), low, high, "vague", scale)


def _part(m: re.Match[str]) -> Found:
    many = 1 if m["many"].lower() == "a" else lexicon.ONES[m["many"].lower()]
    share = round(100 * many / lexicon.PARTS[m["part"].lower()], 2)
    return Numeral(*m.span(), share, share, "part") if share < 100 else None


def _half(m: re.Match[str]) -> Found:
    return Numeral(*m.span(), 50, 50, "part")


def _times(m: re.Match[str]) -> Found:
    value = lexicon.TIMES[m[0].lower()]
    return Numeral(*m.span(), value, value, "times")


_OF_THINGS = rf"(?={_GAP}(?:of|the|its|their|his|her|our|all|those|that)\b)"

_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Found]], ...] = (
    (
        rf"(?P<number>{_DIGITS})(?P<half>[-\s]and[-\s]a[-\s]half\b)?"
        rf"(?:[\s-]{{0,2}}(?P<scale>{_SCALE})\b|\s?(?P<suffix>{_SUFFIX})\b)?"
        rf"(?=$|[^\w]|(?:{one_of(f for f in lexicon.UNITS if f.isalpha())})\b)",
        _digits,
    ),
    (
        rf"(?P<number>(?:{one_of(lexicon.SIGNS)}))(?P<half>$^)?(?P<scale>$^)?(?P<suffix>$^)?",
        _digits,
    ),
    (
        rf"(?P<many>tens|dozens|scores|hundreds|thousands){_GAP}of{_GAP}"
        rf"(?P<of>(?:hundred|thousand|million|billion|trillion)s)\b",
        _plural,
    ),
    (rf"(?P<many>tens|scores)(?P<of>$^)?(?={_GAP}of\b)", _plural),
    (
        rf"(?P<many>{one_of(set(lexicon.PLURALS) - {'tens', 'scores'})})(?P<of>$^)?\b",
        _plural,
    ),
    (
        rf"(?P<vague>{one_of([*lexicon.VAGUE, 'few', 'couple', 'couple of'])})"
        rf"{_GAP}(?P<scale>{_SCALE})\b",
        _vague,
    ),
    (rf"half{_GAP}an?{_GAP}(?P<scale>{_SCALE})\b", _half_of_scale),
    (rf"half{_GAP}an?(?P<scale>$^)?(?={_GAP}(?:{one_of(lexicon.MEASURES)})\b)", _half_of_scale),
    (rf"an?{_GAP}half[\s-](?P<scale>{_SCALE})\b", _half_of_scale),
    (rf"(?P<many>a|{_SMALL})-(?P<part>{_UNSPLIT}|half|quarters)\b(?!-)", _part),
    (rf"(?P<many>(?<!and )a|{_SMALL}){_GAP}(?P<part>{_PART})\b{_OF_THINGS}", _part),
    (rf"half\b{_OF_THINGS}", _half),
    (
        rf"(?:an?{_GAP}(?={_SCALE}\b))?{_WORD}\b"
        rf"(?:(?:[-\s]|\s{{2,3}})(?:and{_GAP})?{_WORD}\b){{0,10}}(?:[-\s]and[-\s]a[-\s]half\b)?",
        _words,
    ),
    (rf"(?P<vague>{one_of(lexicon.VAGUE)})(?P<scale>$^)?\b", _vague),
    (rf"(?:{one_of(lexicon.TIMES)})\b", _times),
)
"""Patterns and what reads them; the first that fits wins."""

_READERS = tuple((re.compile(p, re.IGNORECASE), read) for p, read in _FORMS)
_STARTS = {
    w.split()[0]
    for w in (
        *lexicon.CARDINALS, *lexicon.SCALES, *lexicon.PLURALS, *lexicon.VAGUE, *lexicon.TIMES,
        "a", "an", "half", "few", "couple",
    )
}  # fmt: skip
_SIGNED = "|".join(
    rf"(?<=(?<!\w){re.escape(s)})" for s in lexicon.CURRENCY_SIGNS if s[-1].isalpha()
)
"""Right behind a currency written in letters: "RM6"."""
_OPENING = re.compile(
    rf"(?:{_SIGNED})\d|(?<![\w.,:/@#&\\~=+])(?<![A-Za-z_.)]-)(?<!\d\.)(?:\d|[{''.join(lexicon.SIGNS)}]"
    rf"|(?<!-)(?:{one_of(_STARTS)})\b)",
    re.IGNORECASE,
)


def numerals(text: str) -> Iterator[Numeral]:
    """The numerals of a text, left to right and disjoint."""
    position = 0
    while opening := _OPENING.search(text, position):
        position = opening.end()
        for pattern, read in _READERS:
            match = pattern.match(text, opening.start())
            found = read(match) if match else None
            if found is not None:
                yield found
                position = found.end
                break
