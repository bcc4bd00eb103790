"""What pages know of findings: each once, its readings, and the marks that it makes in a text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from variorum.model import Article, Finding, Reading, decision_of
from variorum.pages.anchors import Anchors, distinct_id
from variorum.pages.messages import message_facts
from variorum.pages.printed_statements import Statements
from variorum.pages.records import Distinct, FindingFacts, MarkFacts, ReadingFacts, Share
from variorum.pages.variants import variants_facts

if TYPE_CHECKING:
    from variorum.edition import Story

CONTEXT = 400
"""A reading of more characters than this is shown by its beginning."""


def findings_facts(
    story: Story, docnames: Mapping[str, str], anchors: Anchors, printed: Statements
) -> list[FindingFacts]:
    """Every finding of a story, the most salient first, as the analysis orders them."""
    return [
        _finding(finding, story, docnames, anchors, printed) for finding in story.findings.findings
    ]


MARKED = frozenset(
    ("quote-variant", "figure", "date-conflict", "wording", "attribution", "contradiction",
     "role", "name")
)  # fmt: skip
"""Kinds that are marked in the text, and those of extensions; shared text has its own layer."""
WORDS_A_MARK = 45
"""One difference is marked for so many words, which leaves a screen of text about fifteen marks
of all kinds; the rest are on the page of differences."""
FEWEST = 5
"""So many are marked however short the article is."""


def marks_of(
    story: Story, article: Article, facts: Sequence[FindingFacts], anchors: Anchors
) -> list[MarkFacts]:
    """What the findings lay on one article's text, as annotations are: the most salient first.

    *facts* are those of :func:`findings_facts`, in the same order as the story's findings.
    """
    made: list[MarkFacts] = []
    marked = 0
    most = max(FEWEST, len(article.text.split()) // WORDS_A_MARK)
    for finding, fact in zip(story.findings.findings, facts, strict=True):
        ranges = [
            (r, id_)
            for r in dict.fromkeys(finding.readings)
            if r.article == article.id and (id_ := anchors.id_of(finding.id, r))
        ]
        shared = finding.kind == "shared-text"
        markable = finding.kind in MARKED or bool(finding.label)
        wanted = markable and finding.salience > 1 and marked < most
        if not ranges or not (shared or wanted):
            continue
        marked += not shared
        others = sorted({r["siglum"] for r in fact["readings"]} - {story.sigla[article.id]})
        made += [
            {
                "type": "shared" if shared else "difference",
                "id": id_,
                "finding": finding.id,
                "start": reading.start or 0,
                "end": reading.end or 0,
                "salience": finding.salience,
                "others": others,
                "cut": _cut(finding, reading),
            }
            for reading, id_ in ranges
        ]
    return sorted(made, key=lambda mark: (mark["start"], -mark["end"], mark["id"]))


def _cut(finding: Finding, reading: Reading) -> list[str]:
    """At which ends of a reading another witness goes on: ``left``, ``right``."""
    for variant in finding.variants:
        if finding.readings[variant.reading] == reading:
            return [side for side in ("left", "right") if f"clipped-{side}" in variant.how]
    return []


def distinct_facts(story: Story, docnames: Mapping[str, str], anchors: Anchors) -> list[Distinct]:
    """Statements that look alike and were kept apart, with the reason."""
    return [
        {
            "readings": [
                reading_facts(distinct_id(pair.one, pair.other), r, story, docnames, anchors)
                for r in (pair.one, pair.other)
            ],
            "reason": message_facts(pair.reason),
        }
        for pair in story.findings.distinct
    ]


def provenance_facts(story: Story) -> dict[str, Share]:
    """By siglum: how much of an article's words stands elsewhere, in which, and who says so."""
    return {
        story.sigla[known.article]: {
            "share": round(known.share * 100),
            "words": known.shared_words,
            "of": known.words,
            "others": [
                {"siglum": story.sigla[s.article], "words": s.words, "how": s.how}
                for s in known.shared_with
            ],
            "origin": story.sigla[known.origin],
        }
        for known in story.findings.provenance
    }


def _finding(
    finding: Finding,
    story: Story,
    docnames: Mapping[str, str],
    anchors: Anchors,
    printed: Statements,
) -> FindingFacts:
    compared = variants_facts(finding, story)
    return {
        "id": finding.id,
        "kind": finding.kind,
        "label": finding.label,
        "salience": finding.salience,
        "explanation": message_facts(finding.said, finding.explanation),
        "why": message_facts(finding.ground, finding.why),
        "confidence": finding.confidence,
        "readings": [
            {**reading_facts(finding.id, reading, story, docnames, anchors), **compared.get(n, {})}
            for n, reading in enumerate(finding.readings)
            if reading.article in docnames
        ],
        "absent": [story.sigla[id_] for id_ in finding.absent if id_ in story.sigla],
        "actors": list(finding.actors),
        "outlets": finding.outlets,
        "origins": finding.origins,
        "statement": printed.docname_of(finding.id),
        **decision_of(finding),
    }


def reading_facts(
    of: str, reading: Reading, story: Story, docnames: Mapping[str, str], anchors: Anchors
) -> ReadingFacts:
    """A reading of something compared, and where its words begin on its article's page."""
    words = " ".join((reading.exact or "").split())
    if len(words) > CONTEXT:
        words = words[:CONTEXT].rpartition(" ")[0] + " …"
    return {
        "siglum": story.sigla[reading.article],
        "docname": docnames[reading.article],
        "anchor": anchors.id_of(of, reading),
        "paragraph": anchors.paragraph(reading),
        "words": words,
        "meta": reading.meta,
        "value": _value(reading, story),
    }


def _value(reading: Reading, story: Story) -> str:
    """What a field of an article's metadata says, where the reading is one."""
    if not reading.meta:
        return ""
    meta = next(article.meta for article in story.articles if article.id == reading.article)
    value = getattr(meta, reading.meta, None) or ""
    return value if isinstance(value, str) else ", ".join(value)
