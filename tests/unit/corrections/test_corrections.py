"""What an editor's corrections do to what was found: a table of cases, one idea each."""

from __future__ import annotations

import csv
import dataclasses
import io

import pytest
from tests.naming import Case, article, cases

from variorum.analysis.parse import load_model
from variorum.corrections import read
from variorum.edition import Story, analysed, assemble
from variorum.export import tables, web_annotations
from variorum.model import Annotation, DateRef, Entity, Quote, Reference

CASES = cases("corrections.txt")


def corrected(*texts: str, corrections: str) -> Story:
    """A story of articles ``a``, ``b``, …, with what an editor says of it."""
    articles = [
        dataclasses.replace(article(text, chr(97 + n)), source=f"{chr(97 + n)}.txt")
        for n, text in enumerate(texts)
    ]
    said, problems = read(corrections, "s/corrections.yaml")
    edition = assemble(articles, {}, {}, problems, {"s": said})
    (story,) = analysed(edition.stories, load_model)
    return dataclasses.replace(story, problems=(*problems, *story.problems))


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_a_correction(case: Case) -> None:
    text, _, corrections = case.given.partition("\n---\n")
    story = corrected(text, corrections=corrections)
    said = [shown(a) for a in story.annotations["a"]]
    problems = [f"{p.line}: {p.message.partition(': ')[2]}" for p in story.problems]
    for line in case.expected:
        if line.startswith("no "):
            assert not [s for s in said if s.startswith(line.removeprefix("no "))]
        elif line[0].isdigit():
            assert any(p.startswith(line) for p in problems), problems
        else:
            assert line in said
    assert len(problems) == sum(line[0].isdigit() for line in case.expected), problems


def shown(a: Annotation) -> str:
    """An annotation on one line, as the cases write it."""
    value = ""
    kind = ""
    if isinstance(a, Entity | Reference):
        value = str(a.actor)
    elif isinstance(a, Quote):
        value = str(a.speaker or "")
        kind = f"{a.kind} " if a.kind != "direct" else ""
    elif isinstance(a, DateRef):
        value = a.value or ""
    said = f"{a.type} {kind}“{a.exact.rstrip(',')}” {value}".rstrip()
    # What was moved with its actor is marked on the actor.
    if a.decided_by is not None:
        said += f", decided by {a.decided_by or 'the editor'}"
    return said + (f"; {a.note}" if a.note else "")


TOLD = (
    "“The old bridge has to be closed before winter,” said Tom Brandt.",
    "“The old bridge has to be closed before spring,” said Tom Brandt.",
    "“The ferry is full of ducks and geese,” said Tom Brandt.",
)


def utterances(story: Story) -> list[str | None]:
    """The statement that each article's quotation prints."""
    return [
        next(a.utterance for a in story.annotations[id_] if isinstance(a, Quote))
        for id_ in sorted(story.annotations)
    ]


def test_statements_are_joined_and_parted() -> None:
    free = utterances(corrected(*TOLD, corrections=""))
    assert free[0] is not None
    assert free[0] == free[1] != free[2]
    story = corrected(
        *TOLD,
        corrections="""
- split: statement
  at:
  - {article: a, exact: before winter}
  - {article: b, exact: before spring}
- merge: statement
  by: Jana Novak
  at:
  - {article: b, exact: before spring}
  - {article: c, exact: ducks}
""",
    )
    assert story.problems == ()
    one, other, third = utterances(story)
    assert one is None
    assert other == third is not None
    variant = next(f for f in story.findings.findings if f.kind == "quote-variant")
    assert {r.article for r in variant.readings} == {"b", "c"}
    assert variant.decided_by == "Jana Novak"


def test_statements_that_are_one_already_need_no_joining() -> None:
    story = corrected(
        *TOLD,
        corrections="""
- merge: statement
  at:
  - {article: a, exact: before winter}
  - {article: b, exact: before spring}
- split: statement
  at: {article: c, exact: ducks}
""",
    )
    assert ["no longer needed" in p.message for p in story.problems] == [True, True]


def test_a_finding_is_changed_rejected_and_added() -> None:
    def of_kind(story: Story, kind: str) -> list[tuple[str, int, str | None]]:
        found = [f for f in story.findings.findings if f.kind == kind]
        return [(f.explanation, f.salience, f.decided_by) for f in found]

    (before,) = of_kind(corrected(*TOLD, corrections=""), "quote-variant")
    assert before[2] is None
    at = "{article: a, exact: before winter}"
    changed = corrected(
        *TOLD,
        corrections=f"""
- by: Jana Novak
- change: finding
  which: quote-variant
  at: {at}
  salience: 1
  explanation: They heard two seasons.
- add: finding
  kind: contradiction
  explanation: Only one of the seasons can be right.
  at:
  - {at}
  - {{article: b, exact: before spring}}
""",
    )
    assert changed.problems == ()
    assert of_kind(changed, "quote-variant") == [("They heard two seasons.", 1, "Jana Novak")]
    assert of_kind(changed, "contradiction") == [
        ("Only one of the seasons can be right.", 2, "Jana Novak")
    ]
    gone = corrected(*TOLD, corrections=f"- reject: finding\n  which: quote-variant\n  at: {at}\n")
    assert gone.problems == ()
    assert of_kind(gone, "quote-variant") == []


def test_the_front_page_is_an_editors_to_order() -> None:
    found = corrected(*TOLD, corrections="").findings.findings
    assert [f.kind for f in found if f.front][:1] == [found[0].kind]
    last = found[-1]
    place = next(r for r in last.readings if r.exact)
    at = f"{{article: {place.article}, exact: '{place.exact}'}}"
    said = f"  which: {last.id}\n  at: {at}\n"
    pinned = corrected(*TOLD, corrections=f"- pin: finding\n{said}  place: 1\n")
    first = pinned.findings.findings[0]
    assert (first.id, first.front, pinned.problems) == (last.id, True, ())
    # Where it stands says nothing of whether it is right.
    assert first.decided_by is None
    assert first.confidence == last.confidence

    away = corrected(*TOLD, corrections=f"- unpin: finding\n{said}")
    assert [f.front for f in away.findings.findings if f.id == last.id] == [False]
    hidden = corrected(*TOLD, corrections=f"- hide: finding\n{said}")
    assert last.id not in [f.id for f in hidden.findings.findings]
    assert len(hidden.findings.findings) == len(found) - 1

    words = f"- change: finding\n{said}  explanation: In our words.\n"
    reworded = next(f for f in corrected(*TOLD, corrections=words).findings.findings
                    if f.id == last.id)  # fmt: skip
    assert (reworded.explanation, reworded.matter) == ("In our words.", None)


def test_a_correction_survives_edits_elsewhere_in_the_article() -> None:
    said = "- change: quote\n  at: {article: a, exact: The ferry is full}\n  speaker: karin-holt\n"
    text = f"{TOLD[2]} Karin Holt listened."
    edited = f"The council met.\n\nNobody came. {text} Then it rained on the bridge."
    for version in (text, edited):
        story = corrected(version, corrections=said)
        (quote,) = (a for a in story.annotations["a"] if isinstance(a, Quote))
        assert (quote.speaker, quote.decided_by) == ("karin-holt", "")
        assert story.problems == ()


def test_a_corrected_speaker_parts_what_was_one_statement() -> None:
    told = (f"{TOLD[0]} Karin Holt listened.", f"{TOLD[1]} Karin Holt listened.")
    said = "- change: quote\n  at: {article: b, exact: before spring}\n  speaker: karin-holt\n"
    before, after = (utterances(corrected(*told, corrections=c)) for c in ("", said))
    assert before[0] == before[1] is not None
    assert after == [None, None]


def test_exports_say_who_decided() -> None:
    story = corrected(
        TOLD[0],
        corrections="- keep: quote\n  by: Jana Novak\n  note: As heard.\n"
        "  at: {article: a, exact: before winter}\n",
    )
    table = tables.files(story)["statements.csv"].decode("utf-8-sig")
    head, row, *_ = csv.reader(io.StringIO(table))
    said = dict(zip(head, row, strict=True))
    assert (said["decided_by"], said["note"]) == ("Jana Novak", "As heard.")
    page = web_annotations.Collection(story).to_json()["first"]["items"]
    (quote,) = (item for item in page if item["body"][0].get("variorum:type") == "quote")
    assert (quote["creator"]["type"], quote["creator"]["name"]) == ("Person", "Jana Novak")
    assert quote["body"][-1]["value"] == "As heard."
    (entity,) = (item for item in page if item["body"][0].get("variorum:type") == "entity")
    assert entity["creator"]["type"] == "Software"
