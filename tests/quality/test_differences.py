"""What a careful reader would have of the bundled story, and what is no difference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from tests.quality.annotated import PROJECT, STORY
from tests.quality.differences import FEWEST, Tally, figures, lines, tallied
from variorum.edition import Story
from variorum.folders import stories
from variorum.model import Finding, Message, Reading, Span

ALONE = ("unique-claim", "omission")
RECALL = {3: 1.0, 2: 0.8}
"""So much of what a reader listed is found at least, by salience."""
Gold = Mapping[str, Any]


@pytest.fixture(scope="module")
def gold() -> Mapping[str, Sequence[Gold]]:
    path = PROJECT / "tests" / "quality" / "gold" / "differences.json"
    read: Mapping[str, Sequence[Gold]] = json.loads(path.read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def story() -> Story:
    (made,) = stories([PROJECT / "source" / STORY])
    return made


def places(story: Story, of: Gold) -> Iterator[tuple[str, list[Span]]]:
    """Of each reading of the gold its article, and where its words stand there."""
    texts = {article.id: article.text for article in story.articles}
    for reading in of["readings"]:
        words = r"\s+".join(map(re.escape, reading["exact"].split()))
        found = [m.span() for m in re.finditer(rf"(?<!\w){words}(?!\w)", texts[reading["article"]])]
        assert found, reading
        yield reading["article"], found


def met(finding: Finding, article: str, spans: Sequence[Span]) -> bool:
    """Whether a reading of a finding has half of the shorter in common with one of some places."""
    for reading in finding.readings:
        if reading.article != article or reading.start is None or reading.end is None:
            continue
        for start, end in spans:
            common = min(end, reading.end) - max(start, reading.start)
            if common > 0 and 2 * common >= min(end - start, reading.end - reading.start):
                return True
    return False


def tells(story: Story, wanted: Gold, finding: Finding) -> bool:
    """Whether a finding is of a kind that fits, on two of its readings or the only one."""
    if finding.kind not in wanted["kinds"]:
        return False
    listed = list(places(story, wanted))
    lacking = set(wanted.get("absent", ()))
    hits = sum(met(finding, article, spans) for article, spans in listed)
    return hits >= min(2, len(listed)) and lacking <= set(finding.absent)


def test_the_gold_is_large_enough_and_its_words_stand_in_the_articles(
    gold: Mapping[str, Sequence[Gold]], story: Story
) -> None:
    assert len(gold["wanted"]) >= 20
    assert len(gold["traps"]) >= 10
    assert all(list(places(story, of)) for of in (*gold["wanted"], *gold["traps"]))


@pytest.mark.parametrize("salience", [3, 2])
def test_what_a_reader_wants_is_found(
    gold: Mapping[str, Sequence[Gold]], story: Story, salience: int
) -> None:
    wanted = [w for w in gold["wanted"] if w["salience"] == salience]
    missed = [
        w["say"] for w in wanted
        if not any(tells(story, w, f) for f in story.findings.findings)
    ]  # fmt: skip
    assert 1 - len(missed) / len(wanted) >= RECALL[salience], missed


def test_what_only_looks_like_a_difference_is_not_found(
    gold: Mapping[str, Sequence[Gold]], story: Story
) -> None:
    fallen = [
        (trap["why"], finding.explanation)
        for trap in gold["traps"]
        for finding in story.findings.findings
        if finding.kind in trap.get("kinds", (finding.kind,)) and finding.kind not in ALONE
        if all(met(finding, article, spans) for article, spans in places(story, trap))
    ]
    assert fallen == []


def test_the_front_page_shows_front_page_matter(
    gold: Mapping[str, Sequence[Gold]], story: Story
) -> None:
    first = [w for w in gold["wanted"] if w["salience"] == 3]
    front = [f for f in story.findings.findings if f.front]
    told = [f for f in front if any(tells(story, w, f) for w in first)]
    assert len(told) >= 4, [f.explanation for f in front if f not in told]


def test_findings_are_tallied_by_kind_and_rule() -> None:
    def finding(article: str, sure: float) -> Finding:
        return Finding(
            id=article, kind="figure", salience=2, explanation="", why="", confidence=sure,
            readings=(Reading(article, 0, 5, "forty"), Reading("z", 0, 5, "sixty")),
            ground=Message.of("figure: keyed, ground"),
        )  # fmt: skip

    said = {"readings": [{"article": "a"}, {"article": "z"}]}
    trap = {"readings": [{"article": "b"}]}
    story = {"differences": [said], "traps": [trap]}

    def on(of: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
        return {r["article"] for r in of["readings"]} <= {r["article"] for r in found["readings"]}

    table = tallied([finding("a", 0.9), finding("b", 0.7)], [story], on, on)
    assert table == {("figure", "figure: keyed"): Tally(2, 1, 1, 1.6)}
    assert list(lines(table))[1].split() == ["figure", "figure:", "keyed", "2", "0.50", "1", "0.80"]


def test_a_rule_has_a_figure_of_its_own_from_twenty_findings_on() -> None:
    many, few, sure = Tally(FEWEST, 15), Tally(FEWEST - 1, 0), Tally(50, 5)
    found = figures(
        {("wording", "many"): many, ("wording", "few"): few, ("shared-text", "text: ground"): sure}
    )
    assert found["many"] == 0.75
    assert 0 < found["few"] < 0.2  # drawn to the average
    assert "text: ground" not in found
