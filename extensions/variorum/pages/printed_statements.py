"""The statements of a story that are printed in several forms, each with a page of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.docnames import safe_name
from variorum.model import Article, Finding, Quote, Reading
from variorum.pages.records import Form, SaidByActor
from variorum.pages.variants import variants_facts

if TYPE_CHECKING:
    from variorum.edition import Story

NAMED = 7
"""A statement's page is named after so many of its words."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that is printed in several forms, and where its page is."""

    finding: Finding
    docname: str
    title: str
    base: Reading


class Statements:
    """The statements of a story that have pages of their own."""

    def __init__(self, story: Story, home: str) -> None:
        self.story = story
        self.listed = list(_statements(story, home))
        self._docnames = {s.finding.id: s.docname for s in self.listed}
        self._by_actor: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.listed:
            for actor in statement.finding.actors:
                self._by_actor[actor].append(statement)
        self._quotes = {
            article.id: [a for a in story.annotations.get(article.id, ()) if isinstance(a, Quote)]
            for article in story.articles
        }
        self.by_quote: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.listed:
            quotes = (self.quote_of(reading) for reading in statement.finding.readings)
            for id_ in dict.fromkeys(quote.id for quote in quotes if quote):
                self.by_quote[id_].append(statement)

    def quote_of(self, reading: Reading) -> Quote | None:
        """The quotation that a reading stands in."""
        start, end = reading.start or 0, reading.end or 0
        return next(
            (
                quote
                for quote in self._quotes[reading.article]
                if any(a < end and start < b for a, b in quote.parts)
            ),
            None,
        )

    def docname_of(self, finding: str) -> str:
        """The page of the statement a finding is about, if it has one."""
        return self._docnames.get(finding, "")

    def of_article(self, article: Article) -> dict[str, list[Form]]:
        """By quotation of an article: the pages of the statements it prints."""
        siglum = self.story.sigla[article.id]
        found = ((quote.id, self.forms(quote.id, siglum)) for quote in self._quotes[article.id])
        return {id_: forms for id_, forms in found if forms}

    def forms(self, quote: str, siglum: str) -> list[Form]:
        """The pages of the statements a quotation prints, each with the other sources' sigla."""
        return [
            {
                "docname": statement.docname,
                "title": statement.title,
                "sigla": [s for s in self.sigla(statement) if s != siglum],
            }
            for statement in self.by_quote.get(quote, ())
        ]

    def of_actor(self, actor: str) -> list[SaidByActor]:
        """The statements an actor made, each with how every source has it."""
        return [
            {
                "docname": statement.docname,
                "title": statement.title,
                "readings": [
                    {"siglum": self.story.sigla[reading.article], **compared.get(n, {})}
                    for n, reading in enumerate(statement.finding.readings)
                ],
            }
            for statement in self._by_actor[actor]
            for compared in (variants_facts(statement.finding, self.story),)
        ]

    def sigla(self, statement: Statement) -> list[str]:
        """Who prints it, in the order of the edition."""
        found = {reading.article for reading in statement.finding.readings}
        return [self.story.sigla[a.id] for a in self.story.articles if a.id in found]


def _statements(story: Story, home: str) -> Iterator[Statement]:
    """In the order of their findings; of several with the same first words each later one has a
    number."""
    taken: set[str] = set()
    for finding in story.findings.findings:
        if finding.utterance is None or not finding.variants:
            continue
        base = finding.readings[finding.variants[0].base]
        words = (base.exact or "").split()
        name = first = safe_name(" ".join(words[:NAMED]))
        number = 1
        while name in taken:
            number += 1
            name = f"{first}-{number}"
        taken.add(name)
        yield Statement(finding, f"{home}statements/{name}", _title(words), base)


def _title(words: Sequence[str]) -> str:
    many = len(words) > NAMED * 2
    said = " ".join(words[: NAMED * 2]).rstrip(",;:") if many else " ".join(words)
    return f"“{said} …”" if many else f"“{said}”"
