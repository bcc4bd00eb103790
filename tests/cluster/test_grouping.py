"""Which articles may be one story."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest

from variorum.archive import grouping, window
from variorum.archive.described import Member, described
from variorum.archive.features import BUCKETS, Features, features
from variorum.archive.grouping import PAIR, alike, groups, near_duplicates
from variorum.archive.window import Window
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
    return [features(a, i) for i, a in enumerate(articles)]


def document_counts(found: list[Features]) -> np.ndarray:
    counts = np.zeros(BUCKETS, dtype=np.uint32)
    for article in found:
        counts[list(article.counts)] += 1
    return counts


def opened(found: list[Features]) -> tuple[Window, np.ndarray]:
    return window.window(lambda: found, document_counts(found), len(found))


def pairs(found: list[Features]) -> np.ndarray:
    made, signatures = opened(found)
    return np.concatenate([near_duplicates(made.keys, signatures), alike(made, 0, len(made.keys))])


def grouped(found: list[Features]) -> list[list[int]]:
    return groups(pairs(found))


def many(count: int) -> list[Features]:
    """Reports of a few words each, from a small stock, of one week."""
    dice = random.Random(count)
    stock = [f"{a}{b}" for a in "bcdfghjklmnp" for b in ("arden", "ollis", "ummer", "inter")]
    texts = (" ".join(dice.choices(stock, k=40)) for _ in range(count))
    return read(*((text, f"2024-03-0{4 + i % 4}") for i, text in enumerate(texts)))


def test_two_reports_of_one_event_are_a_group_and_others_are_not() -> None:
    found = read(
        (BRIDGE, "2024-03-04"), (FOOTBALL, "2024-03-04"), (BRIDGE_TOLD_OTHERWISE, "2024-03-05"),
        (FESTIVAL, "2024-03-05"),
    )  # fmt: skip
    assert grouped(found) == [[0, 2]]


def test_the_same_matter_a_month_later_is_another_story() -> None:
    found = read((BRIDGE, "2024-03-04"), (BRIDGE_TOLD_OTHERWISE, "2024-04-05"))
    assert grouped(found) == []


def test_copies_are_found_by_their_wording() -> None:
    found = read((BRIDGE, "2024-03-04"), (f"{BRIDGE} More follows.", "2024-03-04"))
    made, signatures = opened(found)
    ((one, other, share),) = near_duplicates(made.keys, signatures).tolist()
    assert (one, other) == (0, 1)
    assert share > 0.7


def test_a_chain_of_likenesses_is_not_one_story() -> None:
    chain = np.array([(1, 2, 0.4), (2, 3, 0.39), (3, 4, 0.38), (4, 5, 0.37)], dtype=PAIR)
    assert max(map(len, groups(chain))) < 5


def test_two_groups_are_one_where_they_are_as_alike_as_within() -> None:
    inside = [(a, b, 0.5) for a, b in ((1, 2), (1, 3), (2, 3), (4, 5), (4, 6), (5, 6))]
    across = [(a, b) for a in (1, 2, 3) for b in (4, 5, 6)]
    near = np.array([*inside, *((a, b, 0.4) for a, b in across)], dtype=PAIR)
    assert groups(near) == [[1, 2, 3, 4, 5, 6]]
    # Two fights of one boxer: each is tighter than they are together.
    apart = np.array([*inside, *((a, b, 0.3) for a, b in across)], dtype=PAIR)
    assert groups(apart) == [[1, 2, 3], [4, 5, 6]]


def test_a_group_is_named_by_whom_and_what_its_headlines_share() -> None:
    heads = ("Holt shuts the Old Bridge", "Why Karin Holt shuts a bridge", "Republicans wonder")
    members = [
        Member(0, n, f"a{n}", "", head, None, ["Holt", "Lindmoor"]) for n, head in enumerate(heads)
    ]
    said = described(members, np.zeros(BUCKETS, dtype=np.uint32), 9)
    assert set(said["story"].split("-")) >= {"holt", "bridge"}
    assert "republicans" not in said["story"]


def test_a_word_that_only_begins_sentences_is_no_name() -> None:
    (found,) = read(
        ("Undoubtedly it rained. Notably, Holt stayed with Mayor Brandt.", "2024-03-04")
    )
    assert set(found.names.values()) == {"Holt", "Mayor", "Brandt"}


def test_no_pairs_are_no_groups() -> None:
    assert groups(np.empty(0, PAIR)) == []


def test_pairs_are_those_of_all_with_all_whatever_the_size_of_a_block(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(grouping, "ALIKE", 0.6)
    made, _signatures = opened(many(60))
    cosine = (made.vectors @ made.vectors.T).toarray()
    wanted = {
        (i, j)
        for i in range(60)
        for j in range(i + 1, 60)
        if cosine[i, j] >= grouping.ALIKE and abs(made.days[i] - made.days[j]) <= grouping.DAYS
    }
    assert 0 < len(wanted) < 60 * 59 / 2
    made.save(tmp_path / "window")
    for block in (1, 7, 200):
        monkeypatch.setattr(grouping, "BLOCK", block)
        loaded = Window.load(tmp_path / "window")
        parts = [alike(loaded, at, min(at + 25, 60)) for at in range(0, 60, 25)]
        assert {(a, b) for part in parts for a, b, _share in part.tolist()} == wanted


def test_a_window_may_be_made_again_while_it_is_read(tmp_path: Path) -> None:
    # As when the worker that made it dies: another makes it, and others are comparing already.
    made, _signatures = opened(many(30))
    made.save(tmp_path / "window")
    read_from = Window.load(tmp_path / "window")
    before = alike(read_from, 0, 30).tolist()
    made.save(tmp_path / "window")
    assert alike(read_from, 0, 30).tolist() == before
    assert alike(Window.load(tmp_path / "window"), 0, 30).tolist() == before
    assert before


def test_copies_without_number_are_one_group_by_as_many_pairs() -> None:
    found = read(*[(BRIDGE, "2024-03-04")] * 300)
    made, signatures = opened(found)
    assert len(near_duplicates(made.keys, signatures)) == 299


def test_what_too_many_articles_have_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    # All are alike by the words they share; where those are too common, none is.
    found = [*read(*[(f"{BRIDGE_TOLD_OTHERWISE} {w}", "2024-03-05") for w in "abcd"])]
    made, _signatures = opened(found)
    assert len(alike(made, 0, 4)) == 6
    monkeypatch.setattr(window, "MOST", 3)
    made, _signatures = opened(found)
    assert len(alike(made, 0, 4)) == 0


def test_a_group_is_named_by_its_day_and_what_it_is_about() -> None:
    found = read(
        (BRIDGE, "2024-03-04"), (BRIDGE_TOLD_OTHERWISE, "2024-03-05"), (FOOTBALL, "2024-03-05")
    )
    members = [Member.of(0, article) for article in found[:2]]
    said = described(members, document_counts(found), len(found))
    assert said["days"] == ["2024-03-04", "2024-03-05"]
    assert said["story"].startswith("2024-03-04-")
    assert "Holt" in said["terms"]
    assert [a["id"] for a in said["articles"]] == ["a0", "a1"]
