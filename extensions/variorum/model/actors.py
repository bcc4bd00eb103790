"""Who or what a story names, and the names that were left open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who or what is named in the articles of a story; each :attr:`Entity.actor` is one's id."""

    id: str
    """A slug: safe as a file name and as part of an address, unique in the story."""
    name: str
    """Canonical name, for headings."""
    label: str
    """Label of its names: PER, ORG, GPE, …; an adjective's country is a GPE."""
    names: tuple[tuple[str, int], ...] = ()
    """Forms used, with their counts in the story, most used first."""
    articles: tuple[tuple[str, int], ...] = ()
    """Ids of the articles that name it, with the count of names in each."""
    metonyms: tuple[tuple[str, int], ...] = ()
    """Forms by which another's name stands for it ("Moscow" for Russia), with counts."""
    description: str = ""
    wikidata: str = ""
    edited: bool = False
    """Whether an editor's authority file names it."""
    decided_by: str | None = None
    """The editor who joined or parted its names, as in :class:`~variorum.model.Annotation`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenName:
    """A name that fits several actors and was left open."""

    name: str
    candidates: tuple[str, ...]
    """Ids of the actors it fits."""
    mentions: tuple[tuple[str, int, int], ...]
    """Article id, start and end of each mention."""
