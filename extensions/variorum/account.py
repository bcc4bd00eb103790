"""``variorum read``: what became of every file of a folder, what was read, and whence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from variorum.edition import Edition, Story
from variorum.missing import Says, endings, says_of
from variorum.model import Article
from variorum.printed import meta_object
from variorum.reading import Accounted
from variorum.reading.account import Fate
from variorum.told import EDITABLE

__all__ = ["objects", "printed", "said_by"]

_WORDS = 60
"""Characters of the text that are shown of where a value was read."""
_FATES: dict[Fate, str] = {
    "read": "read",
    "belongs": "belongs to another",
    "no article": "no article",
    "unreadable": "can't be read",
}
_GROUNDS = {
    "file": "the file's name",
    "page data": "the page's data",
    "address": "the address",
    "front matter": "the head of the file",
    "record": "a record in a data file",
    "text": "its words",
}


def objects(account: Iterable[Accounted], edition: Edition) -> Iterator[dict[str, Any]]:
    """One object a file: what became of it, and the articles read from it with their metadata."""
    articles, reports = _articles(edition), _reports(edition)
    for entry in account:
        said: dict[str, Any] = {"source": entry.source, "fate": entry.fate}
        said |= {k: v for k in ("of", "why", "remedy") if (v := getattr(entry, k))}
        if entry.articles:
            said["articles"] = [
                {"id": id_, "story": articles[id_].story, "meta": meta_object(articles[id_].meta)}
                | ({"version_of": reports[id_].id} if id_ in reports else {})
                for id_ in entry.articles
                if id_ in articles
            ]
        yield said


def printed(account: Iterable[Accounted], edition: Edition, folder: str) -> Iterator[str]:
    """The account as lines for people: the files, then what was read, then what is missing."""
    listed = list(account)
    articles, reports = _articles(edition), _reports(edition)
    width = max((len(entry.source) for entry in listed), default=0)
    for entry in listed:
        of = {reports[id_].source: None for id_ in entry.articles if id_ in reports}
        version = f", an earlier version of {', '.join(of)}" if of else ""
        yield f"{entry.source:<{min(width, 60)}}  {_fate(entry)}{version}"
    yield ""
    yield _sum(listed)
    for entry in listed:
        for id_ in entry.articles:
            if id_ in articles:
                yield ""
                yield from _article(articles[id_], entry)
    yield ""
    yield from endings(said_by(edition.stories), folder)


def said_by(stories: Iterable[Story]) -> Iterator[Says]:
    """What the articles of stories say, each called by its file where that holds no other."""
    for story in stories:
        files = Counter(article.source for article in story.articles)
        for article in story.articles:
            alone = files[article.source] == 1
            name = article.source.rpartition("/")[2] if alone else article.id
            yield says_of(article, story.key, name)


def _articles(edition: Edition) -> Mapping[str, Article]:
    return {
        article.id: article
        for story in edition.stories
        for article in (*story.articles, *chain.from_iterable(story.earlier.values()))
    }


def _reports(edition: Edition) -> Mapping[str, Article]:
    """The report that each earlier version belongs to, by the version's id."""
    return {
        version.id: article
        for story in edition.stories
        for article in story.articles
        for version in story.earlier.get(article.id, ())
    }


def _fate(entry: Accounted) -> str:
    said = _FATES[entry.fate]
    if entry.of:
        said = f"belongs to {entry.of}"
    if len(entry.articles) > 1:
        said += f", {len(entry.articles)} articles"
    return (
        said
        + (f": {entry.why}" if entry.why else "")
        + (f" ({entry.remedy})" if entry.remedy else "")
    )


def _sum(listed: list[Accounted]) -> str:
    counts = Counter(entry.fate for entry in listed)
    files = "file" if len(listed) == 1 else "files"
    parts = ", ".join(f"{counts[fate]} {said}" for fate, said in _FATES.items() if counts[fate])
    return f"{len(listed)} {files}: {parts}"


def _article(article: Article, entry: Accounted) -> Iterator[str]:
    """A table of what an article says of itself, each value with its basis."""
    story = f" · {article.story}" if article.story else ""
    yield f"{entry.source}{story}" + (f" · {article.id}" if len(entry.articles) > 1 else "")
    rows = []
    for name in EDITABLE:
        value = getattr(article.meta, name)
        said = ", ".join(value) if isinstance(value, tuple) else value
        if said or name in ("title", "outlet", "published"):
            rows.append((name, said or "–", _basis(article, name, said or "")))
    width = max(len(said) for _, said, _ in rows)
    for name, said, basis in rows:
        yield f"  {name:<12}  {said:<{min(width, 50)}}  {basis}".rstrip()


def _basis(article: Article, name: str, value: str) -> str:
    if span := article.meta.span(name):
        words = " ".join(article.text[slice(*span)].split())
        line = article.text.count("\n", 0, span[0]) + 1
        if words == value:
            return f"line {line}"
        return f"line {line}: “{words[:_WORDS]}{'…' if len(words) > _WORDS else ''}”"
    ground = str(article.meta.basis.get(name, ""))
    return _GROUNDS.get(ground, ground)
