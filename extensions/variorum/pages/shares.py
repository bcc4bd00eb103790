"""A story's share in the pages that are made of all stories: small, for every build reads it.

What such a page shows of a story stands here and nowhere else. Of who is named, only those whom the
site's ``actors.yaml`` makes one over all stories bring their statements along.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import TYPE_CHECKING, TypedDict

from variorum.model import Actor, Quote

if TYPE_CHECKING:
    from variorum.pages.records import Quotation, SourceFacts
    from variorum.pages.story_facts import StoryFacts

__all__ = ["ActorShare", "NamedBy", "ReadingShare", "ReportShare", "SaidShare", "StoryShare"]

_POINTS = ".,;:!?…\"'“”‘’()"


class ReportShare(TypedDict):
    """A report, and what an index of outlets counts of it."""

    docname: str
    outlet: str | None
    title: str | None
    first_words: str
    language: str | None
    published: str | None
    updated: str | None
    words: int
    taken: int
    """So many of its words stand in the text it goes back to."""
    origin: str | None
    """The outlet of that text; nothing where it is its own."""
    credits: bool
    """Whether it says whose words it took."""
    agencies: list[str]
    """Whom it credits."""
    statements: int
    named: int
    """So many of its statements have a speaker with a name."""


class ReadingShare(TypedDict):
    """A statement as one report has it; what it has otherwise than the longest is marked."""

    outlet: str | None
    docname: str
    anchor: str
    direct: bool
    """Whether all of it stands within marks."""
    parts: list[tuple[str, bool]]


class SaidShare(TypedDict):
    """A statement as the reports of its story have it, the longest reading first."""

    quoted: bool
    day: str
    """When it was said or, where no report says, first printed."""
    page: str
    """Its own page, if it has one."""
    readings: list[ReadingShare]


class NamedBy(TypedDict):
    """A report's first name for an actor, and how many of its statements it has."""

    outlet: str | None
    words: str
    docname: str
    anchor: str
    statements: int


class ActorShare(TypedDict):
    """An actor of one story."""

    id: str
    name: str
    label: str
    wikidata: str | None
    docname: str
    of_site: bool
    """Whether the file of all stories names it."""
    titles: list[str]
    statements: int
    named: list[NamedBy]
    says: list[SaidShare]


class StoryShare(TypedDict):
    """A story as pages over all stories know it."""

    story: str
    docname: str
    title: str | None
    sources: list[ReportShare]
    actors: list[ActorShare]
    unborne: list[str]
    """What the site's ``actors.yaml`` names and this story doesn't."""


def share(told: StoryFacts) -> StoryShare:
    """What a story brings to the pages over all stories."""
    authority = told.story.authority
    ids, words = authority.site_ids, authority.site_words
    return {
        "story": told.story.key,
        "docname": told.pages["front"],
        "title": told.story.title,
        "sources": [_report(told, source) for source in told.sources],
        "actors": [_actor(told, actor, of_site=actor.id in ids) for actor in told.story.actors],
        "unborne": [name for name in told.story.unused_names if name in words],
    }


def _report(told: StoryFacts, source: SourceFacts) -> ReportShare:
    said = [s for s in _clauses(told) if s["siglum"] == source["siglum"]]
    origin, taken, how = _taken(told, source["siglum"])
    return {
        "docname": source["docname"],
        "outlet": source["outlet"],
        "title": source["title"],
        "first_words": source["first_words"],
        "language": source["language"],
        "published": source["published"],
        "updated": source["updated"],
        "words": source["words"],
        "taken": taken,
        "origin": origin,
        "credits": how == "credited" or bool(source["agency"]),
        "agencies": source["agency"],
        "statements": len(said),
        "named": sum(bool(s["speakers"]) for s in said),
    }


def _taken(told: StoryFacts, siglum: str) -> tuple[str | None, int, str]:
    """The outlet whose text a report goes back to, how many words of it, and by whose word."""
    shared = told.shares.get(siglum)
    if not shared or shared["origin"] == siglum:
        return None, 0, ""
    outlets = {source["siglum"]: source["outlet"] for source in told.sources}
    origin = shared["origin"]
    tie = next((tie for tie in shared["others"] if tie["siglum"] == origin), None)
    words, how = (tie["words"], tie["how"]) if tie else (shared["words"], "")
    return outlets[origin], words, how


def _clauses(told: StoryFacts) -> list[Quotation]:
    """What is said; a reaction to something is no statement."""
    return [said for said in told.actors.statements if said["content"] == "clause"]


# --- actors --------------------------------------------------------------------------------------


def _actor(told: StoryFacts, actor: Actor, *, of_site: bool) -> ActorShare:
    said = [s for s in told.actors.says[actor.id] if s["content"] == "clause"]
    titles = (
        " ".join(role.exact.split()).casefold()
        for article in told.story.articles
        for role in told.actors.roles.get((actor.id, article.id), ())
    )
    return {
        "id": actor.id,
        "name": actor.name,
        "label": actor.label,
        "wikidata": actor.wikidata,
        "docname": told.actors.pages[actor.id],
        "of_site": of_site,
        "titles": sorted(set(titles)),
        "statements": len(said),
        "named": list(_named(told, actor, said)) if of_site else [],
        "says": _says(told, said) if of_site else [],
    }


def _named(told: StoryFacts, actor: Actor, said: Sequence[Quotation]) -> Iterator[NamedBy]:
    """Each report's first name for the actor, in the order of the edition."""
    for source, article in zip(told.sources, told.story.articles, strict=True):
        here = (m for m in told.actors.mentions[actor.id] if m.article.id == article.id)
        first = next((m.annotation for m in here if m.kind != "pronoun"), None)
        if first is not None:
            yield {
                "outlet": source["outlet"],
                "words": " ".join(first.exact.split()),
                "docname": source["docname"],
                "anchor": first.id,
                "statements": sum(s["siglum"] == source["siglum"] for s in said),
            }


def _says(told: StoryFacts, said: Sequence[Quotation]) -> list[SaidShare]:
    """Statements, each once however many reports have it."""
    sources = {source["siglum"]: source for source in told.sources}
    utterances = {
        quote.id: quote.utterance
        for quotes in told.story.annotations.values()
        for quote in quotes
        if isinstance(quote, Quote)
    }
    groups: dict[str, list[Quotation]] = {}
    for one in said:
        page = one["forms"][0]["docname"] if one["forms"] else ""
        groups.setdefault(page or utterances.get(one["anchor"]) or one["anchor"], []).append(one)
    made: list[SaidShare] = []
    for group in groups.values():
        longest = sorted(group, key=lambda s: (s["kind"] == "indirect", -len(s["words"])))
        printed = (sources[s["siglum"]] for s in group)
        days = sorted(p[:10] for s in printed if (p := s["published"] or s["updated"]))
        meant = sorted(s["when"] for s in group if s["when"] and s["when"][:4].isdigit())
        made.append(
            {
                "quoted": longest[0]["kind"] != "indirect",
                "day": (meant or days or [""])[0][:10],
                "page": longest[0]["forms"][0]["docname"] if longest[0]["forms"] else "",
                "readings": list(_readings(longest, sources)),
            }
        )
    return made


def _readings(
    group: Sequence[Quotation], sources: Mapping[str, SourceFacts]
) -> Iterator[ReadingShare]:
    base = _plain(group[0]["words"])
    for said in group:
        yield {
            "outlet": sources[said["siglum"]]["outlet"],
            "docname": said["docname"],
            "anchor": said["anchor"],
            "direct": said["kind"] == "direct",
            "parts": list(_parts(said["words"], base)),
        }


def _plain(words: str) -> list[str]:
    return [word.strip(_POINTS).casefold() for word in words.split()]


def _parts(words: str, base: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Words in runs of those that the longest reading has in this order, and those it hasn't.

    Of one that has less than half of its words from there all is different.
    """
    listed = words.split()
    matcher = SequenceMatcher(None, base, _plain(words), autojunk=False)
    kept = {m.b + n for m in matcher.get_matching_blocks() for n in range(m.size)}
    if len(kept) * 2 < len(listed):
        yield " ".join(listed), True
        return
    for differs, run in groupby(enumerate(listed), key=lambda item: item[0] not in kept):
        yield " ".join(word for _n, word in run), differs
