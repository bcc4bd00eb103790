"""Words that name one thing from different sides: found in the lexicon, told by one matter."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from variorum.collation.findings.material import Material, Sentence
    from variorum.model import Span


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the lexicon where it stands."""

    group: str
    word: str
    sharp: bool
    """Whether the word hardly ever stands for anything else."""
    sentence: Sentence
    span: Span


@functools.cache
def _lexicon() -> Mapping[str, tuple[tuple[tuple[str, ...], str, str, bool], ...]]:
    """By first word: the words in a row, the group, and which of its words it is."""
    table = gazetteer.table("framing.toml")
    found: defaultdict[str, list[tuple[tuple[str, ...], str, str, bool]]] = defaultdict(list)
    for part in ("sharp", "soft"):
        for group, words in table[part].items():
            for forms in words:
                for form in forms:
                    row = tuple(form.split())
                    found[row[0]].append((row, group, forms[0], part == "sharp"))
    return {k: tuple(sorted(v, key=lambda e: -len(e[0]))) for k, v in found.items()}


def terms(material: Material) -> Iterator[Term]:
    """The lexicon's words in a story, in order."""
    lexicon = _lexicon()
    for sentence in material.sentences():
        if sentence.kind == "promo":
            continue
        lemmas = [_form(t) for t in sentence.tokens]
        at = 0
        while at < len(lemmas):
            step = 1
            for row, group, word, sharp in lexicon.get(lemmas[at], ()):
                if tuple(lemmas[at : at + len(row)]) == row:
                    tokens = sentence.tokens[at : at + len(row)]
                    if tokens[0].pos_ == "PROPN" or tokens[0].ent_type_ == "EVENT":
                        continue  # part of a name: the Cold War
                    start = sentence.offset + tokens.start_char
                    yield Term(
                        group, word, sharp, sentence, (start, sentence.offset + tokens.end_char)
                    )  # fmt: skip
                    step = max(step, len(row))
            at += step


def _form(token: Token) -> str:
    return token.lemma_.lower() if token.pos_ != "PROPN" else token.lower_
