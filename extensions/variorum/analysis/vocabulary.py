"""The words of the language, as far as the model's lemmatizer lists them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.language import Language

__all__ = ["Vocabulary", "vocabulary"]


class Vocabulary:
    """What is a word of the language, and what a form of a verb.

    Its nouns hold many surnames, so that a noun alone is no evidence against a name.
    """

    def __init__(
        self,
        listed: Mapping[str, frozenset[str]],
        irregular: frozenset[str] = frozenset(),
        endings: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self._listed = listed
        self._irregular = irregular
        self._endings = endings

    def acts(self, word: str) -> bool:
        """Whether a word, in lower case, can be a verb, an adjective or an adverb."""
        named = any(word in self._listed.get(kind, ()) for kind in ("verb", "adj", "adv"))
        return named or self.inflected(word)

    def inflected(self, word: str) -> bool:
        """Whether it is a form of a verb that has an ending: "urges", "urged"."""
        verbs = self._listed.get("verb", frozenset())
        return word in self._irregular or any(stem in verbs for stem in self._stems(word))

    def knows(self, word: str) -> bool:
        """Whether it is a word at all."""
        nouns = self._listed.get("noun", frozenset())
        plural = word.endswith("s") and word[:-1] in nouns
        return self.acts(word) or word in nouns or plural

    def _stems(self, word: str) -> Iterator[str]:
        for ending, instead in self._endings:
            if ending and word.endswith(ending) and len(word) > len(ending) + 2:
                yield word[: -len(ending)] + instead
                bare = word[: -len(ending)]
                if not instead and len(bare) > 3 and bare[-1] == bare[-2]:
                    yield bare[:-1]


@functools.cache
def vocabulary(nlp: Language) -> Vocabulary:
    """The words that a pipeline's lemmatizer knows; none where it has none."""
    from spacy.pipeline import Lemmatizer

    pipe = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    if not isinstance(pipe, Lemmatizer):
        return Vocabulary({})
    tables = pipe.lookups
    if not all(tables.has_table(t) for t in ("lemma_index", "lemma_exc", "lemma_rules")):
        return Vocabulary({})
    index, odd = tables.get_table("lemma_index"), tables.get_table("lemma_exc")
    rules = tables.get_table("lemma_rules")
    return Vocabulary(
        {kind: frozenset(index.get(kind, ())) for kind in ("noun", "verb", "adj", "adv")},
        frozenset(odd.get("verb", ())),
        tuple((ending, instead) for ending, instead in rules.get("verb", ())),
    )
