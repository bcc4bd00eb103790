"""Is an article in English? Function words and scripts tell, for analysis is for English alone."""

from __future__ import annotations

import functools
import re
from collections import Counter

from variorum.reading.lexicon import load

__all__ = ["detect_language"]

_SAMPLE = 20_000
"""Characters that are looked at."""
_FEWEST = 25
"""Words below which a text in Latin letters counts as English: too few to tell."""
_SEVERAL = 3
"""Function words of another language that a text with few words but names has to have."""
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language a text is in, ``"und"`` where that is unclear."""
    sample = text[:_SAMPLE]
    if script := _script(sample):
        return script
    said = _WORD.findall(sample)
    if len(said) < _FEWEST:
        return "en"
    words = _running(said)
    few = len(words) < _FEWEST
    counts = Counter(words)
    shares = {
        language: sum(counts[word] for word in known) / max(1, len(words))
        for language, known in _function_words().items()
    }
    best = max(sorted(shares), key=lambda language: shares[language])
    if shares["en"] >= 0.12 and shares["en"] >= 0.7 * shares[best]:
        return "en"
    told = len(_function_words()[best] & counts.keys()) >= _SEVERAL
    if shares[best] >= 0.1 and shares[best] > 1.3 * shares["en"] and (told or not few):
        return best
    if few:
        return "en"
    return "en" if shares["en"] >= 0.06 else "und"


def _running(said: list[str]) -> list[str]:
    """The words that are no names: those in lower case, but for "de la" between two names.

    A text in capitals says nothing of names, and gives all its words.
    """
    lower = [word for word in said if word[0].islower()]
    if 5 * len(lower) < len(said) and sum(word.isupper() for word in said) > len(said) / 2:
        return [word.lower() for word in said]
    found: list[str] = []
    run: list[str] = []
    after_name = False
    for word in said:
        if word[0].islower():
            run.append(word)
            continue
        found += [] if after_name and len(run) <= _PARTICLES else run
        run, after_name = [], True
    return found + run


_PARTICLES = 2
"""Words that a name may have between its capitals: "de la"."""


def _script(sample: str) -> str | None:
    """The language of the script that more than half of the letters are in."""
    letters = [ord(c) for c in sample if c.isalpha()]
    foreign = [c for c in letters if c >= 0x0370]
    if 2 * len(foreign) <= len(letters):
        return None
    blocks = load("languages")["scripts"]
    shares = {
        language: sum(low <= c <= high for c in foreign) for language, (low, high) in blocks.items()
    }
    if shares["ja"] > 0.1 * len(foreign):
        return "ja"
    best = max(sorted(shares), key=lambda language: shares[language])
    return best if shares[best] else "und"


@functools.cache
def _function_words() -> dict[str, frozenset[str]]:
    return {lang: frozenset(known.split()) for lang, known in load("languages")["words"].items()}
