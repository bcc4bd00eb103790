"""What a story is called that its editor gave no title, and the words that its headlines share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.model import Article, Entity, Span

if TYPE_CHECKING:
    from variorum.edition import Story

__all__ = ["folder_name", "shared_by_headlines"]

_WORDS, _NAMES = 2, 3
"""So many words and names are given."""
_SHARE = 0.4
"""Of the headlines, so many have to have a word or a name; two at least."""
_EMPTY = """
    about across after again against ahead along also amid among another around away back
    because been before behind being below between both call calls could does down during each
    every first from gets give given goes have having into just keep last late latest live local
    made make makes many month months more most much must near news next only other over people
    plan plans report reports said says second seek seeks seen should since some still take
    takes tell tells than that their them then there these they this those through today told
    tomorrow toward under until update very want wants warn warns week weeks well were what when
    where which while will with without would year years your
"""
"""Words that say nothing of what a headline is about."""


def folder_name(key: str) -> str | None:
    """A story's folder as words; ``None`` of the source directory itself."""
    return re.sub(r"[-_]+", " ", key.rpartition("/")[2]).strip() or None


def shared_by_headlines(story: Story) -> dict[str, list[str]]:
    """The common words and the names that several headlines of a story share, the most first."""
    from variorum.edition import is_english

    headed = [
        (article, span)
        for article in story.articles
        if is_english(article) and (span := article.meta.span("title"))
    ]
    names: Counter[str] = Counter()
    words: Counter[str] = Counter()
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    called = {actor.id: actor.name for actor in story.actors}
    for article, span in headed:
        named = [
            said
            for said in story.annotations.get(article.id, ())
            if isinstance(said, Entity) and span[0] <= said.start and said.end <= span[1]
        ]
        names.update({called[said.actor] for said in named if said.actor in called})
        said = set(_common_words(article, span, named))
        words.update({_stem(word) for word in said})
        for word in said:
            forms[_stem(word)][word] += 1
    least = max(2, _SHARE * len(headed))
    return {
        "words": [
            # A capital that a word bears at the start of a headline alone isn't its own.
            min(forms[stem], key=lambda word: (not word.islower(), -forms[stem][word], word))
            for stem in _most(words, least)[:_WORDS]
        ],
        "names": _most(names, least)[:_NAMES],
    }


def _common_words(article: Article, span: Span, named: list[Entity]) -> Iterator[str]:
    empty = frozenset(_EMPTY.split())
    for match in re.finditer(r"[^\W\d_]{4,}", article.text[slice(*span)]):
        at = span[0] + match.start()
        word = match.group()
        if word.lower() not in empty and not any(name.start <= at < name.end for name in named):
            yield word


def _stem(word: str) -> str:
    return word.lower().removesuffix("s")


def _most(counted: Counter[str], least: float) -> list[str]:
    return sorted((w for w in counted if counted[w] >= least), key=lambda w: (-counted[w], w))
