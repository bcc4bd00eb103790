"""An analyser: quotations in German articles, by a lexicon of reporting verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from variorum.extending import Analyser, Extension
from variorum.model import Article, Quote

LEXICON = Path(__file__).with_name("german_reporting_verbs.txt")
VERBS = sorted(
    word
    for line in LEXICON.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
# „…“, sagte … or: … sagte: „…“
MARKED = r"„(?P<said{0}>[^„“\n]{{1,2000}})“"
SPEECH = re.compile(
    rf"{MARKED.format(1)},? (?P<cue1>{'|'.join(VERBS)})\b"
    rf"|\b(?P<cue2>{'|'.join(VERBS)}): {MARKED.format(2)}"
)


def find(article: Article) -> Iterator[Quote]:
    """Words within marks beside a verb of the lexicon; whose they are is left open."""
    for found in SPEECH.finditer(article.text):
        which = "1" if found["said1"] else "2"
        start, end = found.span(f"said{which}")
        yield Quote(
            id="",
            start=start,
            end=end,
            exact=article.text[start:end],
            by="german-verb",
            confidence=0.8,
            kind="direct",
            parts=((start, end),),
            quoted=((start, end),),
            cue=found[f"cue{which}"],
            cue_span=found.span(f"cue{which}"),
        )


EXTENSION = Extension("german", analysers=(Analyser(find, ("de",)),), files=(LEXICON,))
