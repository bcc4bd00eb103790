"""Which articles may be one story."""

from __future__ import annotations

import json

from variorum.archive.features import Features, features
from variorum.archive.grouping import described, document_counts, groups, near_duplicates, pairs
from variorum.model import Article
from variorum.reading import read_objects

BRIDGE = (
    "The council of Lindmoor closed the Old Bridge after engineers found cracks in its piers. "
    "Mayor Karin Holt said the Lindmoor crossing stays shut until the piers are mended."
)
BRIDGE_TOLD_OTHERWISE = (
    "Cracks in the piers have shut the Old Bridge in Lindmoor. Karin Holt, the mayor, gave no "
    "date for its opening; engineers want the crossing closed for a year."
)
FOOTBALL = (
    "Vellmark won the cup final against Ostrey on penalties. Goalkeeper Ivo Brandt saved two, and "
    "thousands of supporters sang in the stadium until midnight."
)
FESTIVAL = (
    "The harbour festival in Brackwater drew visitors from three islands. Fireworks, brass bands "
    "and a boat race filled the quays on its last evening."
)


def read(*texts: tuple[str, str]) -> list[Features]:
    lines = [
        json.dumps({"id": f"a{i}", "text": text, "published": day}).encode()
        for i, (text, day) in enumerate(texts)
    ]
    articles = [a for a in read_objects(lines, "news.jsonl") if isinstance(a, Article)]
    return [features(a, f"0:{i}") for i, a in enumerate(articles)]


def grouped(found: list[Features]) -> list[list[str]]:
    return groups(pairs(found, document_counts(found), len(found)))


def test_two_reports_of_one_event_are_a_group_and_others_are_not() -> None:
    found = read(
        (BRIDGE, "2024-03-04"), (FOOTBALL, "2024-03-04"), (BRIDGE_TOLD_OTHERWISE, "2024-03-05"),
        (FESTIVAL, "2024-03-05"),
    )  # fmt: skip
    assert grouped(found) == [["0:0", "0:2"]]


def test_the_same_matter_a_month_later_is_another_story() -> None:
    found = read((BRIDGE, "2024-03-04"), (BRIDGE_TOLD_OTHERWISE, "2024-04-05"))
    assert grouped(found) == []


def test_copies_are_found_by_their_wording() -> None:
    found = read((BRIDGE, "2024-03-04"), (f"{BRIDGE} More follows.", "2024-03-04"))
    ((_pair, share),) = near_duplicates(found)
    assert share > 0.7


def test_a_chain_of_likenesses_is_not_one_story() -> None:
    chain = [("a", "b", 0.4), ("b", "c", 0.39), ("c", "d", 0.38), ("d", "e", 0.37)]
    assert max(map(len, groups(chain))) < 5


def test_a_group_is_named_by_its_day_and_what_it_is_about() -> None:
    found = read(
        (BRIDGE, "2024-03-04"), (BRIDGE_TOLD_OTHERWISE, "2024-03-05"), (FOOTBALL, "2024-03-05")
    )
    said = described(found[:2], document_counts(found), len(found))
    assert said["days"] == ["2024-03-04", "2024-03-05"]
    assert said["story"].startswith("2024-03-04-")
    assert "Holt" in said["terms"]
    assert [a["id"] for a in said["articles"]] == ["a0", "a1"]
