"""From articles to an edition: stories, their analysis and their collation, in this order.

The command line and the Sphinx extension both come through here; nothing of it needs docutils or
Sphinx.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from variorum import extending
from variorum.analysis import dates, entities, figures, quotes, references, roles
from variorum.analysis.mended import mended
from variorum.analysis.parse import ParsedArticle, parse
from variorum.analysis.vocabulary import vocabulary
from variorum.collation import findings
from variorum.collation.actors import link
from variorum.collation.authority import Authority
from variorum.collation.captures import Captures, captures_of
from variorum.collation.clocks import Clock, settle
from variorum.collation.findings import Findings, StoryView
from variorum.corrections.hand import Hand
from variorum.corrections.linking import link_by_hand
from variorum.corrections.records import Correction, Corrections
from variorum.corrections.verdicts import judged, statement_rulings
from variorum.model import (
    Actor,
    Anchor,
    Annotation,
    Article,
    DateRef,
    Entity,
    Figure,
    OpenName,
    Problem,
    Quote,
    Reference,
    Role,
    siglum,
    with_ids,
)
from variorum.remembering import again
from variorum.restored import restored
from variorum.story import FILENAME, Review, StoryFile
from variorum.told import Told, as_told, names_of, versions_told
from variorum.words.english import date_in_english, finding_in_english

if TYPE_CHECKING:
    from spacy.language import Language

    from variorum.analysis.kept import Parses

A = TypeVar("A", bound=Annotation)
R = TypeVar("R")
Rest = TypeVarTuple("Rest")

__all__ = ["Edition", "Story", "analysed", "assemble", "siglum"]


@dataclass(frozen=True, slots=True)
class Story:
    """All articles on one story, in the order of the edition, with what was found in them.

    ``sigla`` gives each article's letter by its id, ``annotations`` what was found in it.
    """

    key: str
    articles: tuple[Article, ...]
    title: str | None = None
    lead: str | None = None
    sigla: Mapping[str, str] = field(default_factory=dict)
    authority: Authority = field(default_factory=Authority)
    annotations: Mapping[str, tuple[Annotation, ...]] = field(default_factory=dict)
    actors: tuple[Actor, ...] = ()
    open_names: tuple[OpenName, ...] = ()
    clocks: Mapping[str, Clock] = field(default_factory=dict)
    """When each article was written, by its own word or by what it tells; by its id."""
    unused_names: tuple[str, ...] = ()
    """What the editor's authority file names and no article bears."""
    findings: Findings = field(default_factory=Findings)
    """What the articles share, and where they part."""
    corrections: Corrections = field(default_factory=Corrections)
    """What the editor decided of single places."""
    problems: tuple[Problem, ...] = ()
    """What of that could not be applied, or was no longer needed."""
    reviewed: Review | None = None
    """Who has read the story over."""
    earlier: Mapping[str, tuple[Article, ...]] = field(default_factory=dict)
    """Earlier versions of an article, by its id, the oldest first: read, and not compared."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The stories of one call, sorted by key, and what went wrong on the way."""

    stories: tuple[Story, ...]
    problems: tuple[Problem, ...] = ()


def assemble(
    articles: Iterable[Article],
    told: Mapping[str, StoryFile],
    authorities: Mapping[str, Authority],
    problems: Iterable[Problem] = (),
    corrections: Mapping[str, Corrections] | None = None,
    *,
    each: bool = False,
) -> Edition:
    """Put articles into stories.

    *told*, *authorities* and *corrections* hold what the editor says of each story, of its actors
    and of single places in it, by its key. Of several versions of one article the latest is
    compared with the others; with *each* they all stand for themselves.
    """
    by_story: dict[str, list[Article]] = {}
    for article in articles:
        by_story.setdefault(article.story, []).append(article)
    stories = []
    wrong = list(problems)
    for key, members in sorted(by_story.items()):
        said = told.get(key, StoryFile())
        source = f"{key}/{FILENAME}" if key else FILENAME
        named, unknown = as_told(members, said.articles, key, FILENAME, source)
        own, others = _of_articles((corrections or {}).get(key, Corrections()))
        for entry, told_so in own:
            named, strange = as_told(named, told_so, key, "corrections.yaml", entry.source)
            unknown += strange
        decided, strange = versions_told(named, said.articles, key, source)
        wrong += (*unknown, *strange)
        found = Captures(tuple(named), {}) if each else captures_of(named, decided)
        ordered = in_order(found.reports)
        stories.append(
            Story(
                key,
                ordered,
                said.title,
                said.lead,
                {article.id: siglum(i) for i, article in enumerate(ordered)},
                authorities.get(key, Authority()),
                corrections=_on_reports(others, found, key),
                reviewed=said.reviewed,
                earlier=found.earlier,
            )
        )
    return Edition(tuple(stories), tuple(wrong))


def _of_articles(
    corrections: Corrections,
) -> tuple[list[tuple[Correction, list[Told]]], Corrections]:
    """What corrections say of articles themselves, and the other corrections."""
    entries = [entry for entry in corrections.entries if entry.what == "article"]
    own = [
        (entry, [Told(at.article, dict(entry.values), entry.line or 1) for at in entry.at])
        for entry in entries
    ]
    return own, Corrections(tuple(e for e in corrections.entries if e.what != "article"))


def _on_reports(corrections: Corrections, found: Captures, story: str) -> Corrections:
    """What was decided on an earlier version holds for the report, where its words still stand."""
    report = {
        name: id_
        for id_, earlier in found.earlier.items()
        for version in earlier
        for name in names_of(version, story)
    }
    if not report:
        return corrections
    entries = (
        dataclasses.replace(
            entry,
            at=tuple(
                dataclasses.replace(at, article=report.get(at.article, at.article))
                for at in entry.at
            ),
        )
        for entry in corrections.entries
    )
    return Corrections(tuple(entries))


def in_order(articles: Iterable[Article]) -> tuple[Article, ...]:
    """By the date printed on them, the undated last; then by id."""

    def key(article: Article) -> tuple[bool, str, str]:
        printed = article.meta.published or article.meta.updated
        return (printed is None, printed or "", article.id)

    return tuple(sorted(articles, key=key))


def analysed(
    stories: Iterable[Story], model: Callable[[], Language], parses: Parses | None = None
) -> Iterator[Story]:
    """Each story with what is found in it; the model is loaded when the first one is asked for.

    Articles in another language than English are left as they are. *parses* are those of earlier
    calls, and get those of this one.
    """
    todo = list(stories)
    if not todo:
        return
    nlp = model()
    words = vocabulary(nlp)
    for given in todo:
        mends = {a.id: m for a in given.articles if is_english(a) and (m := mended(a, words))}
        story = dataclasses.replace(
            given,
            articles=tuple(mends[a.id].made if a.id in mends else a for a in given.articles),
        )
        parsed = list(parse((a for a in story.articles if is_english(a)), nlp, parses))
        hand = Hand(story.corrections, story.articles)
        collated = _collate(_analyse(story, parsed, hand), parsed, hand)
        found = dataclasses.replace(collated, problems=tuple(hand.problems))
        yield restored(found, mends)


def is_english(article: Article) -> bool:
    """Whether an article is analysed."""
    return article.meta.language in (None, "en")


class Theirs:
    """What the analysers of extensions found in each article; what we find stands over it."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.found = {article.id: extending.found_in(article) for article in articles}

    def beside(self, article: str, kind: type[A], ours: Iterable[A]) -> list[A]:
        """Ours, with theirs of that type where we found nothing."""
        listed = list(ours)
        theirs = (said for said in self.found[article] if isinstance(said, kind))
        return [*listed, *extending.beside(listed, theirs)]

    def alone(self, article: str, hand: Hand) -> list[Annotation]:
        """Theirs of all types, in an article that we don't analyse, as the editor wants them."""
        types = (Entity, Reference, Role, Quote, DateRef, Figure)
        revised = (hand.revise(article, kind, self.beside(article, kind, ())) for kind in types)
        return [said for listed in revised for said in listed]


def _analyse(story: Story, parsed: Sequence[ParsedArticle], hand: Hand) -> Story:
    theirs = Theirs(story.articles)
    names = {
        id_: hand.revise(id_, Entity, theirs.beside(id_, Entity, _again(entities.find, p)))
        for p in parsed
        for id_ in (p.article.id,)
    }
    linked = link(parsed, names, story.authority, partial(link_by_hand, hand))
    hand.know(linked.actors)
    dated, clocks = _dated(parsed, hand, theirs, story.sigla)
    annotations = {
        article.id: tuple(with_ids(article.id, theirs.alone(article.id, hand)))
        for article in story.articles
        if not is_english(article) and theirs.found[article.id]
    }
    for article in parsed:
        id_ = article.article.id
        named = hand.settled(id_, linked.entities[id_])
        titles = hand.revise(
            id_, Role, theirs.beside(id_, Role, _again(roles.find, article, tuple(named)))
        )
        found = _again(references.find, article, tuple(named), linked.actors, tuple(titles))
        meant = hand.revise(id_, Reference, theirs.beside(id_, Reference, found))
        mentions: tuple[Annotation, ...] = (*named, *meant, *titles)
        quoted = theirs.beside(id_, Quote, _again(quotes.find, article, mentions))
        said = hand.revise(id_, Quote, quoted)
        numbers = theirs.beside(id_, Figure, _again(figures.find, article, tuple(dated[id_])))
        counted = hand.revise(id_, Figure, numbers)
        annotations[id_] = tuple(with_ids(id_, [*mentions, *said, *dated[id_], *counted]))
    return dataclasses.replace(
        story,
        annotations=annotations,
        actors=hand.marked(linked.actors, linked.entities),
        open_names=linked.open,
        unused_names=linked.unused,
        clocks=clocks,
    )


def _again(find: Callable[[ParsedArticle, *Rest], R], article: ParsedArticle, *rest: *Rest) -> R:
    """What is found in an article, which the desk asks for again and again."""
    return again((article.article.story, article.article.id), find, article, *rest)


def _collate(story: Story, parsed: Sequence[ParsedArticle], hand: Hand) -> Story:
    """The story with what comparing its articles brings to light."""
    found = findings.find(
        StoryView(
            story.articles, story.sigla, {p.article.id: p for p in parsed},
            story.annotations, story.actors, story.clocks, statement_rulings(hand),
        )
    )  # fmt: skip
    told = tuple(map(finding_in_english, found.findings))
    found = judged(dataclasses.replace(found, findings=told), hand)
    annotations = {
        id_: tuple(
            dataclasses.replace(a, utterance=found.utterances[a.id])
            if isinstance(a, Quote) and a.id in found.utterances
            else a
            for a in listed
        )
        for id_, listed in story.annotations.items()
    }
    return dataclasses.replace(story, annotations=annotations, findings=found)


def _dated(
    parsed: Sequence[ParsedArticle], hand: Hand, theirs: Theirs, sigla: Mapping[str, str]
) -> tuple[dict[str, list[DateRef]], dict[str, Clock]]:
    """Every article's dates, counted from the clock it runs by; and the clocks."""

    def revised(article: ParsedArticle, *anchor: Anchor | None) -> list[DateRef]:
        id_ = article.article.id
        return hand.revise(
            id_, DateRef, theirs.beside(id_, DateRef, dates.found(article, *anchor))
        )  # fmt: skip

    found = {p.article.id: revised(p) for p in parsed}
    clocks = settle(parsed, found, sigla)
    for article in parsed:
        id_ = article.article.id
        anchor = clocks[id_].anchor
        if anchor != dates.anchor_of(article.article.meta):
            found[id_] = revised(article, anchor)
    return {id_: list(map(date_in_english, listed)) for id_, listed in found.items()}, clocks
