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
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str:
    """The ISO 639-1 code of the language a text is in, ``"und"`` where that is unclear."""
    sample = text[:_SAMPLE]
    if script := _script(sample):
        return script
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _FEWEST:
        return "en"
    counts = Counter(words)
    shares = {
        language: sum(counts[word] for word in known) / len(words)
        for language, known in _function_words().items()
    }
    best = max(sorted(shares), key=lambda language: shares[language])
    if shares["en"] >= 0.12 and shares["en"] >= 0.7 * shares[best]:
        return "en"
    if shares[best] >= 0.1 and shares[best] > 1.3 * shares["en"]:
        return best
    return "en" if shares["en"] >= 0.06 else "und"


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
