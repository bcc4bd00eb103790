"""What pages know of actors: their index, a page each, and their cards on an article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypedDict

from variorum.model import Actor, Annotation, Article, Decision, Entity, Quote, decision_of
from variorum.pages.mentions import actors_of, company, mentions_by_actor, roles_by_actor
from variorum.pages.printed_statements import Statements
from variorum.pages.quotations import speakers, statements_facts
from variorum.pages.records import ActorCard, ActorFacts, Quotation, SaidByActor, Surroundings
from variorum.pages.surroundings import context

if TYPE_CHECKING:
    from variorum.edition import Story

MOST = 4
"""How many of those named most the front page gives, of people and of the rest."""


class Candidate(TypedDict):
    """An actor by name and page."""

    name: str
    docname: str


class OpenPlace(Surroundings):
    """Where a name stands that was left open."""

    siglum: str
    docname: str
    anchor: str


class OpenName(TypedDict):
    """A name that fits several actors, and where it stands."""

    name: str
    candidates: list[Candidate]
    mentions: list[OpenPlace]


class Index(TypedDict):
    """Every actor, and the names that were left open."""

    actors: list[ActorFacts]
    open: list[OpenName]


class CountedActor(ActorFacts):
    """An actor, with how often pronouns and phrases stand for it."""

    pronouns: int
    phrases: int


class Wording(TypedDict):
    """A wording, with where it first stands and how often it does."""

    words: str
    anchor: str
    count: int


class Column(TypedDict):
    """What one report calls an actor, as written."""

    siglum: str
    docname: str
    names: list[Wording]
    phrases: list[Wording]
    roles: list[Wording]
    verbs: list[Wording]


class MentionLine(Surroundings, Decision):
    """A mention with the words around it."""

    anchor: str
    kind: str


class Mentions(TypedDict):
    """The mentions in one report."""

    siglum: str
    docname: str
    lines: list[MentionLine]


class Company(Candidate):
    """An actor that is named together with another, in so many paragraphs."""

    count: int


class ActorPage(TypedDict):
    """All that is said of one actor."""

    docname: str
    actor: CountedActor
    says: list[Quotation]
    printed: list[SaidByActor]
    addressed: list[Quotation]
    grid: list[Column]
    concordance: list[Mentions]
    together: list[Company]


class NamedMost(TypedDict):
    """Whom most reports name, and most often."""

    places: list[Candidate]
    people: list[Candidate]


class NamedActors:
    """The facts of a story's actors; *docnames* are those of its articles."""

    def __init__(
        self,
        story: Story,
        home: str,
        docnames: Mapping[str, str],
        printed: Statements,
    ) -> None:
        self.story = story
        self.docnames = docnames
        self.printed = printed
        self.pages = {actor.id: f"{home}actors/{actor.id}" for actor in story.actors}
        self.names = {actor.id: actor.name for actor in story.actors}
        self.mentions = mentions_by_actor(story)
        self.roles = roles_by_actor(story)
        self.together = company(story)
        self.statements = statements_facts(story, docnames, self.pages, printed)
        self.says: dict[str, list[Quotation]] = defaultdict(list)
        self.addressed: dict[str, list[Quotation]] = defaultdict(list)
        for said in self.statements:
            for speaker in dict.fromkeys(speaker["id"] for speaker in said["speakers"]):
                self.says[speaker].append(said)
            for hearer in said["addressed"]:
                self.addressed[hearer].append(said)

    def cards(self, article: Article) -> list[ActorCard]:
        """What an article's page says of each actor it names, in order of appearance."""
        said = self.story.annotations.get(article.id, ())
        met = dict.fromkeys(actor for annotation in said for actor in actors_of(annotation))
        by_id = {actor.id: actor for actor in self.story.actors}
        return [self._card(by_id[id_], article) for id_ in met if id_ in by_id]

    def _card(self, actor: Actor, article: Article) -> ActorCard:
        roles = self.roles.get((actor.id, article.id), [])
        here = [m for m in self.mentions[actor.id] if m.article.id == article.id]
        first = here[0].annotation
        stands_for = {
            m.annotation.metonym_for
            for m in here
            if isinstance(m.annotation, Entity) and m.annotation.metonym_for not in (None, actor.id)
        }
        return {
            **self._summary(actor),
            "roles": list(dict.fromkeys(" ".join(r.exact.split()) for r in roles)),
            "stands_for": sorted(self.names[a] for a in stands_for if a in self.names),
            "first": {"by": first.by, "confidence": first.confidence, **decision_of(first)},
        }

    def _summary(self, actor: Actor) -> ActorFacts:
        counts = self._counts(actor.id, "name")
        return {
            "id": actor.id,
            "name": actor.name,
            "label": actor.label,
            "docname": self.pages[actor.id],
            "description": actor.description,
            "wikidata": actor.wikidata,
            "edited": actor.edited,
            **decision_of(actor),
            "counts": counts,
            "total": sum(count for _, count in counts),
        }

    def _counts(self, actor: str, kind: str) -> list[tuple[str, int]]:
        """Sigla with how often the source mentions the actor, without those that never do."""
        counted = Counter(m.article.id for m in self.mentions[actor] if m.kind == kind)
        return [
            (self.story.sigla[article.id], counted[article.id])
            for article in self.story.articles
            if counted[article.id]
        ]

    def index(self) -> Index:
        """Every actor, and the names that were left open."""
        return {
            "actors": [self._summary(actor) for actor in self.story.actors],
            "open": [
                {
                    "name": name.name,
                    "candidates": [
                        {"name": self.names[c], "docname": self.pages[c]}
                        for c in name.candidates
                        if c in self.pages
                    ],
                    "mentions": [self._place(*mention) for mention in name.mentions],
                }
                for name in self.story.open_names
            ],
        }

    def _place(self, article_id: str, start: int, end: int) -> OpenPlace:
        article = next(a for a in self.story.articles if a.id == article_id)
        anchor = next(
            (
                said.id
                for said in self.story.annotations[article_id]
                if isinstance(said, Entity) and (said.start, said.end) == (start, end)
            ),
            "",
        )
        return {
            "siglum": self.story.sigla[article_id],
            "docname": self.docnames[article_id],
            "anchor": anchor,
            **context(article, start, end),
        }

    def page(self, actor: Actor) -> ActorPage:
        """All that is said of one actor."""
        mentions = self.mentions[actor.id]
        return {
            "docname": self.pages[actor.id],
            "actor": {
                **self._summary(actor),
                "pronouns": sum(m.kind == "pronoun" for m in mentions),
                "phrases": sum(m.kind == "phrase" for m in mentions),
            },
            "says": self.says[actor.id],
            "printed": self.printed.of_actor(actor.id),
            "addressed": self.addressed[actor.id],
            "grid": [self._column(actor, a) for a in self.story.articles],
            "concordance": [
                {
                    "siglum": self.story.sigla[article.id],
                    "docname": self.docnames[article.id],
                    "lines": [
                        {
                            "anchor": m.annotation.id,
                            "kind": m.kind,
                            **decision_of(m.annotation),
                            **context(article, m.annotation.start, m.annotation.end),
                        }
                        for m in mentions
                        if m.article.id == article.id
                    ],
                }
                for article in self.story.articles
                if any(m.article.id == article.id for m in mentions)
            ],
            "together": [
                {"name": self.names[other], "docname": self.pages[other], "count": count}
                for other, count in self.together[actor.id]
            ],
        }

    def _column(self, actor: Actor, article: Article) -> Column:
        """What one source calls the actor: forms of the name and roles, as written."""
        here = [m for m in self.mentions[actor.id] if m.article.id == article.id]
        names = [m.annotation for m in here if m.kind == "name"]
        return {
            "siglum": self.story.sigla[article.id],
            "docname": self.docnames[article.id],
            "names": _forms(names),
            "phrases": _forms([m.annotation for m in here if m.kind == "phrase"]),
            "roles": _forms(self.roles.get((actor.id, article.id), [])),
            "verbs": self._verbs(actor, article),
        }

    def _verbs(self, actor: Actor, article: Article) -> list[Wording]:
        """The words the source reports the actor's speech with."""
        return _counted(
            (said.cue, said.id)
            for said in self.story.annotations.get(article.id, ())
            if isinstance(said, Quote)
            and said.cue
            and any(c.isalpha() for c in said.cue)
            and actor.id in speakers(said)
        )

    def named_most(self) -> NamedMost:
        """Whom most reports name, and most often: bodies and places, and people.

        Nobody is among them whom only a site's buttons and lists name.
        """
        made: NamedMost = {"places": [], "people": []}
        told = self._in_text()
        ranked = sorted(
            (self._summary(actor) for actor in self.story.actors if actor.id in told),
            key=lambda a: (-len(a["counts"]), -a["total"], a["name"]),
        )
        for actor in ranked:
            names = made["people" if actor["label"] == "PER" else "places"]
            if len(names) < MOST and actor["total"] > 1:
                names.append({"name": actor["name"], "docname": actor["docname"]})
        return made

    def _in_text(self) -> frozenset[str]:
        """The actors that are named outside what sites say to their readers."""
        return frozenset(
            said.actor
            for article in self.story.articles
            for said in self.story.annotations.get(article.id, ())
            if isinstance(said, Entity) and said.actor
            and not any(z.kind == "promo" and z.start <= said.start < z.end for z in article.zones)
        )  # fmt: skip


def _forms(annotations: Iterable[Annotation]) -> list[Wording]:
    """Each wording with its count and the anchor of where it first stands."""
    return _counted((" ".join(said.exact.split()), said.id) for said in annotations)


def _counted(pairs: Iterable[tuple[str, str]]) -> list[Wording]:
    """Words with an anchor each: every wording once, with its count and its first anchor."""
    counted: dict[str, Wording] = {}
    for words, anchor in pairs:
        entry = counted.setdefault(words, {"words": words, "anchor": anchor, "count": 0})
        entry["count"] += 1
    return list(counted.values())
