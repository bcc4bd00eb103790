"""Versions of one article: which of a story's texts are captures of the same report.

Two captures of one address are versions, and so are two texts of one outlet that say much the
same, the surer where the headline is the same, too. The latest is the report that is compared;
earlier ones stand behind it. Two reports of one outlet on one day stay two: they have other words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from urllib.parse import urlsplit

from variorum.model import FOLDED, Article

__all__ = ["ALONE", "Captures", "captures_of", "plain_words"]

RUN = 4
"""Texts are compared by their runs of so many words."""
OF_ONE_ADDRESS = 0.1
"""Of one address are texts that have so much of the shorter in common: an article's address that
shows a list of news, or another article by now, is none."""
OF_ONE_HEADLINE = 0.4
"""One outlet's texts under one headline: a column or a live page has the same one every day."""
OF_ONE_OUTLET = 0.75
"""One outlet's texts under different headlines: reports of one day share a paragraph or two."""
LEAST = 40
"""Runs that a text must have to be known by its words alone."""
ALONE = ""
"""What an editor calls the report that a text is a version of, where it is one of its own."""

_WORD = re.compile(r"\w+")
_ARCHIVE = re.compile(r"^https?://(?:web\.)?archive\.(?:org|ph|today)/web/\d+[a-z_]*/")
_HOST = re.compile(r"^(?:www|m|mobile|amp)\.")
_PATH = re.compile(r"(?:/amp|/index\.html?|\.amp)?/*$")


@dataclass(frozen=True, slots=True)
class Captures:
    """The reports of a story in the order of their texts, and the earlier versions of each."""

    reports: tuple[Article, ...]
    earlier: Mapping[str, tuple[Article, ...]]
    """By the id of the report, the oldest first."""


def captures_of(articles: Sequence[Article], decided: Mapping[str, str]) -> Captures:
    """Put the versions of one article together.

    *decided* says of articles, by id, which other one they are versions of, or :data:`ALONE`.
    """
    families = _Families(article.id for article in articles)
    for version, report in decided.items():
        if report != ALONE:
            families.join(version, report)
    known = _Known()
    for one, other in _candidates(articles):
        if one.id not in decided and other.id not in decided and known.are_versions(one, other):
            families.join(one.id, other.id)
    members: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        members[families.of(article.id)].append(article)
    ordered = [sorted(family, key=_moment) for family in members.values()]
    latest = {family[-1].id: tuple(family[:-1]) for family in ordered}
    return Captures(
        tuple(article for article in articles if article.id in latest),
        {id_: earlier for id_, earlier in latest.items() if earlier},
    )


class _Families:
    """Which articles belong together; what is joined with one is joined with all of its own."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.first = {id_: id_ for id_ in ids}

    def of(self, id_: str) -> str:
        """The one that stands for its family."""
        while self.first[id_] != id_:
            id_ = self.first[id_]
        return id_

    def join(self, one: str, other: str) -> None:
        """Make one family of two."""
        first, second = sorted((self.of(one), self.of(other)))
        self.first[second] = first


def _candidates(articles: Sequence[Article]) -> Iterator[tuple[Article, Article]]:
    """Pairs of one address or one outlet."""
    groups: dict[tuple[str, str], list[Article]] = defaultdict(list)
    for article in articles:
        groups["address", address(article)].append(article)
        groups["outlet", _outlet(article)].append(article)
    for (_what, shared), members in groups.items():
        if shared:
            yield from combinations(members, 2)


class _Known:
    """Whether two articles are versions of one; each one's words are counted once."""

    def __init__(self) -> None:
        self.runs: dict[str, frozenset[tuple[str, ...]]] = {}

    def are_versions(self, one: Article, other: Article) -> bool:
        """Whether they are, by their address, or by outlet, headline and words."""
        if one.text == other.text:
            return True
        ours, theirs = self._runs(one), self._runs(other)
        shorter = min(len(ours), len(theirs))
        alike = len(ours & theirs) / shorter if shorter else 0.0
        if address(one) and address(one) == address(other):
            return alike >= OF_ONE_ADDRESS
        if not _outlet(one) or _outlet(one) != _outlet(other):
            return False
        if _headline(one) and _headline(one) == _headline(other):
            return alike >= OF_ONE_HEADLINE
        return shorter >= LEAST and alike >= OF_ONE_OUTLET

    def _runs(self, article: Article) -> frozenset[tuple[str, ...]]:
        """The runs of words of its paragraphs."""
        if article.id not in self.runs:
            self.runs[article.id] = frozenset(
                tuple(words[i : i + RUN])
                for block in article.blocks
                if block.kind not in FOLDED and block.kind != "headline"
                for words in [_WORD.findall(article.text[block.start : block.end].casefold())]
                for i in range(len(words) - RUN + 1)
            )
        return self.runs[article.id]


def address(article: Article) -> str:
    """The address of an article, whichever way it was reached; none of a site's front."""
    said = _ARCHIVE.sub("", article.meta.url or "")
    parts = urlsplit(said if "//" in said else f"//{said}")
    path = _PATH.sub("", parts.path)
    if not path:
        return ""
    # Of a page that has no name of its own the query says which it is.
    named = re.search(r"[-_]\w+[-_]|\d", path.rpartition("/")[2])
    query = "" if named else parts.query
    return f"{_HOST.sub('', parts.netloc.casefold())}{path}?{query}"


def plain_words(said: str) -> str:
    """Words as they are compared: in small letters, without signs and a "the" in front."""
    words = _WORD.findall(said.casefold())
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _outlet(article: Article) -> str:
    return plain_words(article.meta.outlet or "")


def _headline(article: Article) -> str:
    return " ".join(_WORD.findall((article.meta.title or "").casefold()))


def _moment(article: Article) -> tuple[str, str, int, str]:
    """When a version was there: as it says, or when it was saved; else the fuller one is later."""
    meta = article.meta
    printed = meta.updated or meta.published or ""
    return (printed, meta.retrieved or "", len(article.text), article.id)
