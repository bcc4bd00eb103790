"""Who is mentioned where, in which role, and with whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.model import Annotation, Article, Entity, Reference, Role
from variorum.pages.surroundings import block_at

if TYPE_CHECKING:
    from variorum.edition import Story

TOGETHER = 12
"""How many of the actors named in the same paragraphs are listed."""
CROWD = 60
"""More actors in one paragraph than this are not company to each other."""

PRONOUNS = frozenset(
    (
        "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself",
        "they", "them", "their", "theirs", "themselves", "who", "whom", "whose", "which", "that",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, a pronoun or a noun phrase that stands for an actor, and where it stands."""

    article: Article
    annotation: Annotation
    kind: str
    """``name``, ``pronoun`` or ``phrase``."""


def mentions_by_actor(story: Story) -> dict[str, list[Mention]]:
    """Every mention of each actor, in the order of the edition."""
    found: dict[str, list[Mention]] = {actor.id: [] for actor in story.actors}
    for article in story.articles:
        for said in story.annotations.get(article.id, ()):
            for actor in actors_of(said):
                if actor in found:
                    found[actor].append(Mention(article, said, _kind(said)))
    return found


def actors_of(said: Annotation) -> Iterator[str]:
    """The actors that an annotation names or points at."""
    if isinstance(said, Entity):
        # "Moscow" for the government: a mention of the city by its word, of Russia by its sense.
        yield from dict.fromkeys(a for a in (said.actor, said.metonym_for) if a)
    elif isinstance(said, Reference) and said.actor:
        yield from (said.actor,) if isinstance(said.actor, str) else said.actor


def _kind(said: Annotation) -> str:
    if isinstance(said, Entity):
        return "name"
    return "pronoun" if said.exact.lower() in PRONOUNS else "phrase"


def roles_by_actor(story: Story) -> dict[tuple[str, str], list[Role]]:
    """The roles an article gives an actor, by the actor's id and the article's."""
    found = defaultdict(list)
    for article in story.articles:
        for said in story.annotations.get(article.id, ()):
            if isinstance(said, Role) and said.actor:
                found[said.actor, article.id].append(said)
    return found


def company(story: Story) -> dict[str, list[tuple[str, int]]]:
    """For each actor the others named in the same paragraphs, the most frequent first."""
    pairs: dict[str, Counter[str]] = {actor.id: Counter() for actor in story.actors}
    for article in story.articles:
        named: dict[int, set[str]] = {}
        for said in story.annotations.get(article.id, ()):
            if isinstance(said, Entity) and (block := block_at(article, said.start)):
                named.setdefault(block.start, set()).update(actors_of(said))
        for here in named.values():
            here &= pairs.keys()
            # A list of everybody is no company, and pairs grow with its square.
            for actor in here if len(here) <= CROWD else ():
                pairs[actor].update(here - {actor})
    return {
        actor: sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:TOGETHER]
        for actor, counted in pairs.items()
    }
