"""What a class can be asked of reports that it has read blind.

Only what a text itself decides is asked: a wording that stands in one report and not in another,
who is named beside words in quotation marks, which outlet and which day a report prints. What an
analysis had to weigh is no matter for right and wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypedDict

from variorum.model import Article
from variorum.pages.blanks import blind_order, names_to_hide

if TYPE_CHECKING:
    from variorum.edition import Story
    from variorum.pages.records import FindingFacts, Quotation, SourceFacts
    from variorum.pages.story_facts import StoryFacts

Asked = Literal["outlet", "figure", "role", "wording", "speaker", "first"]

OUTLETS, WORDINGS, SPEAKERS = 6, 4, 3
"""At most so many questions of a kind are asked …"""
OPTIONS = 5
"""… with at most so many answers to choose from, but for outlets and reports."""
SURE = 0.9
"""So sure the words and the speaker of a statement are that is asked about."""
SAID = (5, 40)
"""A statement of so many words is asked about …"""
LONGEST = 90
"""… and a wording of so many characters."""
KINDS: dict[str, Asked] = {"figure": "figure", "role": "role", "wording": "wording"}
"""What is asked about the readings of a kind of finding."""


class Question(TypedDict):
    """A question: the number of the report it is about, or 0; the words that are asked about.

    *answer* counts among the *options*; *docname* and *anchor* are where it can be looked up.
    """

    ask: Asked
    report: int
    words: str
    options: list[str]
    answer: int
    docname: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report as a reader of the blind page knows it: by number, with its words on one line."""

    number: int
    source: SourceFacts
    text: str

    def has(self, words: str) -> bool:
        """Whether the words stand in it, however they are capitalised."""
        return flat(words) in self.text


def questions(told: StoryFacts) -> list[Question]:
    """The questions on a story, in the order in which they are asked."""
    story = told.story
    sources = {source["siglum"]: source for source in told.sources}
    order = blind_order(story)
    reports = [
        Report(number, sources[story.sigla[article.id]], flat(_shown(article)))
        for number, article in enumerate(order, 1)
    ]
    hidden = {flat(name) for article in order for name in names_to_hide(story, article)}
    asked = [
        *_wordings(told.findings, reports),
        *_speakers(told.actors.statements, reports, story),
        *_first(reports),
    ]
    # Where the words would say whose report it is, the next question would be answered.
    blind = [question for question in asked if not _tells(question, hidden)]
    return [*blind, *_outlets(reports)]


def flat(words: str) -> str:
    """Words on one line, without capitals."""
    return " ".join(words.split()).casefold()


def _shown(article: Article) -> str:
    return "\n".join(article.text[block.start : block.end] for block in article.shown)


def _tells(question: Question, hidden: set[str]) -> bool:
    said = flat(" ".join([question["words"], *question["options"]]))
    return any(name in said for name in hidden)


# --- one kind after the other --------------------------------------------------------------------


def _wordings(findings: Sequence[FindingFacts], reports: Sequence[Report]) -> Iterator[Question]:
    """Which reading of a finding stands in a report; each time in one asked least so far."""
    asked = Counter[int]()
    for finding in findings:
        if finding["kind"] not in KINDS or sum(asked.values()) == WORDINGS:
            continue
        made = [q for report in reports if (q := _wording(finding, report))]
        if made:
            chosen = min(made, key=lambda question: (asked[question["report"]], question["report"]))
            asked[chosen["report"]] += 1
            yield chosen


def _wording(finding: FindingFacts, report: Report) -> Question | None:
    own = [r for r in finding["readings"] if r["siglum"] == report.source["siglum"] and r["words"]]
    if len({flat(reading["words"]) for reading in own}) != 1 or not report.has(own[0]["words"]):
        return None
    right = own[0]
    others = {flat(r["words"]): r["words"] for r in finding["readings"] if r["words"]}
    wrong = [
        words for key, words in others.items()
        if not report.has(words) and flat(right["words"]) not in key
    ]  # fmt: skip
    if not wrong or any(len(words) > LONGEST for words in (right["words"], *wrong)):
        return None
    return _question(
        KINDS[finding["kind"]], report, "", right["words"], wrong[: OPTIONS - 1], right["anchor"]
    )


def _speakers(
    statements: Sequence[Quotation], reports: Sequence[Report], story: Story
) -> Iterator[Question]:
    """Who says what stands in quotation marks: a person whom the sentence itself names."""
    people = {actor.id: actor.name for actor in story.actors if actor.label == "PER"}
    speaking = dict.fromkeys(
        said["speakers"][0]["id"] for said in statements
        if len(said["speakers"]) == 1 and said["speakers"][0]["id"] in people
    )  # fmt: skip
    by_siglum = {report.source["siglum"]: report for report in reports}
    met = set[str]()
    for said in statements:
        if len(met) == SPEAKERS or said["siglum"] not in by_siglum or not _is_sure(said, people):
            continue
        name = people[said["speakers"][0]["id"]]
        if name in met:
            continue
        # Who might be the same person under another name is no wrong answer.
        wrong = [people[id_] for id_ in speaking if not _shared(people[id_], name)]
        if wrong:
            met.add(name)
            yield _question(
                "speaker", by_siglum[said["siglum"]], said["words"].rstrip(","), name,
                wrong[: OPTIONS - 1], said["anchor"],
            )  # fmt: skip


def _is_sure(said: Quotation, people: dict[str, str]) -> bool:
    least, most = SAID
    speakers = said["speakers"]
    return (
        said["kind"] == "direct"
        and len(speakers) == 1
        and speakers[0]["id"] in people
        and _shared(people[speakers[0]["id"]], said["speaker_words"])
        and min(said["confidence"], said["speaker_confidence"] or 0.0) >= SURE
        and least <= len(said["words"].split()) <= most
    )


def _shared(one: str, other: str) -> bool:
    """Whether two names have a word in common."""
    return bool(set(one.casefold().split()) & set(other.casefold().split()))


def _first(reports: Sequence[Report]) -> Iterator[Question]:
    """Which was printed first: by the days that they print, where one is before all others."""
    printed = [
        (report.source["published"][:10], report)
        for report in reports[:OUTLETS]
        if report.source["published"] and not report.source["clock"].get("anomaly")
    ]
    days = Counter(day for day, _report in printed)
    if len(days) < 2 or days[min(days)] > 1 or any(len(day) < len("2024-03-04") for day in days):
        return
    first = min(printed, key=lambda pair: pair[0])[1]
    numbers = [str(report.number) for _day, report in printed]
    yield {
        "ask": "first", "report": 0, "words": "", "options": numbers,
        "answer": numbers.index(str(first.number)),
        "docname": first.source["docname"], "anchor": "",
    }  # fmt: skip


def _outlets(reports: Sequence[Report]) -> Iterator[Question]:
    """Whose each report is."""
    named = [report for report in reports if report.source["outlet"]][:OUTLETS]
    outlets = sorted({report.source["outlet"] or "" for report in named}, key=str.casefold)
    for report in named if len(outlets) > 1 else ():
        right = report.source["outlet"] or ""
        yield {
            "ask": "outlet", "report": report.number, "words": "", "options": outlets,
            "answer": outlets.index(right), "docname": report.source["docname"], "anchor": "",
        }  # fmt: skip


def _question(
    ask: Asked, report: Report, words: str, right: str, wrong: Sequence[str], anchor: str
) -> Question:
    options = sorted([right, *wrong], key=str.casefold)
    return {
        "ask": ask, "report": report.number, "words": words, "options": options,
        "answer": options.index(right), "docname": report.source["docname"], "anchor": anchor,
    }  # fmt: skip
