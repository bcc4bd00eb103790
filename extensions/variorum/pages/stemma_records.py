"""What the stemma's page says of who copied whom: reports and ties by their letters, with the words
that each changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypedDict

from variorum.collation.parallel import words_apart
from variorum.pages.beside import pair_page
from variorum.pages.columns import runs
from variorum.pages.joins import pair_name
from variorum.pages.records import Run, StoryPage

if TYPE_CHECKING:
    from variorum.collation.stemma import Stemma, Tie
    from variorum.pages.story_facts import StoryFacts

GREEK = "αβγδεζηθικλμνξοπρστυφχψω"


class KnotFacts(TypedDict):
    """A report, or a text that isn't among the reports."""

    letter: str
    name: str | None
    printed: str | None
    at: float | None
    unseen: bool
    agency: str | None


class MistakeFacts(TypedDict):
    """What some have alike and others have otherwise; the id of a finding on it."""

    words: str
    sigla: list[str]
    otherwise: str
    others: list[str]
    finding: str


class TieFacts(TypedDict):
    """From whom to whom, and the grounds."""

    source: str
    copy: str
    how: str
    words: int
    share: int
    beside: str
    """Who has the same words, where the source isn't here."""
    page: str
    """The docname of the two side by side, where there is such a page."""
    agency: str | None
    """Whom the copy credits."""
    later: int | None
    """Minutes between the two, where both give the time of day."""
    mistakes: list[MistakeFacts]
    through: list[str]


class PassageFacts(TypedDict):
    """A passage as the source has it and as the copy has it."""

    paragraph: int
    words: int
    source: list[Run]
    copy: list[Run]


class CopyFacts(TypedDict):
    """What a report changed in what it has from another, or like another."""

    source: str
    copy: str
    words: int
    credit: list[str]
    """Whom the source credits, and the copy doesn't."""
    passages: list[PassageFacts]
    page: str


class StemmaFacts(StoryPage):
    """The page of a story."""

    knots: list[KnotFacts]
    ties: list[TieFacts]
    copies: list[CopyFacts]
    origins: list[list[str]]


def facts(told: StoryFacts) -> Iterator[StemmaFacts]:
    """The page of a story."""
    from variorum.collation.stemma import stemma

    story = told.story
    lengths = {known.article: known.words for known in story.findings.provenance}
    made = stemma(story.articles, story.annotations, story.findings.findings, lengths)
    facts = _Facts(told, made)
    yield {
        **told.listed,
        "docname": told.pages["stemma"],
        "knots": facts.knots(),
        "ties": [facts.tie(tie) for tie in made.ties],
        "copies": [copy for tie in made.ties if (copy := facts.copied(tie))],
        "origins": [
            [story.sigla[id_] for id_ in group]
            for group in told.by_origin(a.id for a in story.articles)
        ],
    }


class _Facts:
    """What the page says of a stemma, by letters."""

    def __init__(self, told: StoryFacts, made: Stemma) -> None:
        self.told, self.made = told, made
        self.sigla = told.story.sigla
        self.articles = {article.id: article for article in told.story.articles}
        self.pairs = {pair_name(*both) for both in told.parallel.pairs}

    def letter(self, of: str | int) -> str:
        """A report's siglum, or the Greek letter of a text that isn't here."""
        if isinstance(of, str):
            return self.sigla[of]
        again, place = divmod(of, len(GREEK))
        return GREEK[place] * (again + 1)

    def knots(self) -> list[KnotFacts]:
        """Group by group: what a group is from, then its reports as they appeared."""
        listed: list[KnotFacts] = []
        for group in self.made.groups:
            for n, hypothesis in enumerate(self.made.hypotheses):
                if set(hypothesis.members) <= set(group):
                    listed.append(
                        {
                            "letter": self.letter(n),
                            "name": None,
                            "printed": None,
                            "at": None,
                            "unseen": True,
                            "agency": hypothesis.agency,
                        }
                    )
                    listed += [self._report(id_) for id_ in hypothesis.members]
            seen = {knot["letter"] for knot in listed}
            listed += [self._report(id_) for id_ in group if self.sigla[id_] not in seen]
        seen = {knot["letter"] for knot in listed}
        return listed + [self._report(id_) for id_ in self.articles if self.sigla[id_] not in seen]

    def _report(self, id_: str) -> KnotFacts:
        from variorum.collation.stemma import moment

        meta = self.articles[id_].meta
        at = moment(self.articles[id_])
        return {
            "letter": self.sigla[id_], "name": meta.outlet,
            "printed": meta.published or meta.updated,
            "at": at[0].timestamp() / 60 if at else None, "unseen": False, "agency": None,
        }  # fmt: skip

    def tie(self, tie: Tie) -> TieFacts:
        """A tie with its grounds."""
        beside = tie.beside or (tie.source if isinstance(tie.source, str) else "")
        return {
            "source": self.letter(tie.source),
            "copy": self.sigla[tie.copy],
            "how": tie.how,
            "words": tie.words,
            "share": round(tie.share * 100),
            "beside": self.sigla[tie.beside] if tie.beside else "",
            "page": self._page(beside, tie.copy),
            "agency": next(iter(self.articles[tie.copy].meta.agency), None),
            "later": self._later(beside, tie.copy),
            "mistakes": [
                {
                    "words": m.words,
                    "sigla": [self.sigla[id_] for id_ in m.articles],
                    "otherwise": m.otherwise,
                    "others": [self.sigla[id_] for id_ in m.others],
                    "finding": m.finding,
                }
                for m in tie.mistakes
            ],
            "through": list(tie.through),
        }

    def _page(self, one: str, other: str) -> str:
        pair = pair_name(self.sigla[one], self.sigla[other])
        return pair_page(self.told.pages, pair) if pair in self.pairs else ""

    def _later(self, one: str, other: str) -> int | None:
        from variorum.collation.stemma import moment

        times = [moment(self.articles[id_]) for id_ in (one, other)]
        known = [at for at in times if at is not None and at[1]]
        if len(known) < 2:
            return None
        return round((known[1][0] - known[0][0]).total_seconds() / 60)

    def copied(self, tie: Tie) -> CopyFacts | None:
        """The passages that a report has from another, word by word.

        Where the source isn't here, those of who says less of it beside those of who says more.
        """
        source = tie.source if isinstance(tie.source, str) else tie.beside
        if source is None or tie.through:
            return None
        if isinstance(tie.source, int) and self._says_more(tie.copy, source):
            return None
        passages = self.made.passages.get((source, tie.copy), ())
        agencies = [self.articles[id_].meta.agency for id_ in (source, tie.copy)]
        return {
            "source": self.sigla[source],
            "copy": self.sigla[tie.copy],
            "words": tie.words,
            "credit": [name for name in agencies[0] if not agencies[1]],
            "passages": [self._passage(source, tie.copy, p.one, p.other) for p in passages],
            "page": self._page(source, tie.copy),
        }

    def _says_more(self, one: str, other: str) -> bool:
        """Whether of two copies the first one is the base: who credits, else who was first."""
        order = list(self.articles)
        ranks = [
            (not self.articles[id_].meta.agency, order.index(id_)) for id_ in (one, other)
        ]  # fmt: skip
        return ranks[0] < ranks[1]

    def _passage(
        self, source: str, copy: str, one: tuple[int, int], other: tuple[int, int]
    ) -> PassageFacts:
        texts = [self.articles[id_].text for id_ in (source, copy)]
        here, there, _ratio = words_apart(texts[0], one, texts[1], other)
        made = runs(texts, [one, other], [here, there])
        paragraphs = [b for b in self.articles[copy].blocks if b.kind == "paragraph"]
        at = next((n for n, b in enumerate(paragraphs, 1) if b.start <= other[0] < b.end), 0)
        return {
            "paragraph": at,
            "words": len(texts[1][slice(*other)].split()),
            "source": made[0],
            "copy": made[1],
        }
