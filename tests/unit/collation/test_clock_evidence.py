"""What dates an article best, where some of what it shares with others speaks for other days."""

from __future__ import annotations

from itertools import pairwise

from variorum.collation.clock_bounds import Bound, Reason
from variorum.collation.clock_votes import Verdict, vote
from variorum.model import Anchor

from .test_clocks import ROUND, VOTE, article, clocks, sentence

SAID = "“The herring will not wait for lawyers to finish counting them,” Ada Brunn said on Tuesday."
SAID_AGAIN = (
    "On Tuesday the northern premier, Ada Brunn, was in no mood to linger: "
    "herring, she told them, “will not wait for lawyers to finish counting” anything."
)
FURNITURE = (
    "The two islands have quarrelled over the shoals between them since their grandfathers first "
    "rowed out with nets, and no map drawn so far has pleased the fishermen of both."
)
SAILING = "The northern fleet of Mell will sail tomorrow for the southern shoals with forty boats."
SAILED = "The northern fleet of Mell sailed on Monday for the southern shoals with twenty boats."


def bound(low: int | None, high: int | None, strength: int, other: str = "") -> Bound:
    return Bound(low, high, Reason((f"{low} {high} {strength} {other}",)), strength, other)


def test_the_same_words_of_the_same_speaker_date_it() -> None:
    clock = clocks(article("a", SAID, published="2022-01-11"), article("b", SAID_AGAIN))["b"]
    assert clock.inferred == ("2022-01-11", "2022-01-17")
    assert clock.anchor == Anchor("2022-01-11", "inferred")
    assert "quotes the same words as source a" in sentence(clock.reasons[0])


def test_what_is_said_after_the_sentence_with_the_day_is_of_that_day() -> None:
    told = (
        "Ada Brunn came to the quay on Tuesday. "
        "“The herring will not wait for lawyers to finish counting them,” she said."
    )
    clock = clocks(article("a", told, published="2022-01-11"), article("b", SAID_AGAIN))["b"]
    assert clock.inferred == ("2022-01-11", "2022-01-17")


def test_a_day_inside_a_quotation_is_not_the_day_it_was_said() -> None:
    inside = "Ada Brunn said: “Herring will not wait for lawyers on Tuesday.”"
    other = "Ada Brunn smiled. “They will not wait for lawyers,” she said on Tuesday."
    clock = clocks(article("a", inside, published="2022-01-11"), article("b", other))["b"]
    assert all("quotes the same words" not in sentence(r) for r in clock.reasons)


def test_the_same_words_of_another_speaker_date_nothing() -> None:
    other = "“Nets will not wait for lawyers to finish counting,” Olaf Pedersen said on Tuesday."
    clock = clocks(article("a", SAID_AGAIN, published="2022-01-11"), article("b", other))["b"]
    assert all("quotes the same words" not in sentence(r) for r in clock.reasons)


def test_one_weak_link_does_not_outweigh_a_shared_quotation() -> None:
    story = clocks(
        article("a", SAID, SAILED, published="2022-01-11"), article("b", SAILING, SAID_AGAIN)
    )
    assert story["b"].inferred == ("2022-01-11", "2022-01-17")
    assert story["b"].anchor == Anchor("2022-01-11", "inferred")
    assert sentence(story["b"].reasons[-1]).startswith("Against this: ")
    assert "“tomorrow”" in sentence(story["b"].reasons[-1])


def test_where_two_others_contradict_each_other_no_anchor_is_taken() -> None:
    story = clocks(
        article("a", ROUND, published="2022-01-11"),
        article("c", ROUND, published="2022-02-01"),
        article("b", ROUND),
    )
    assert story["b"].inferred == ("2022-01-10", "2022-02-06")
    assert story["b"].anchor is None
    named = " ".join(sentence(r) for r in story["b"].reasons)
    assert "with source a," in named
    assert "with source c," in named


def test_an_old_year_is_no_reason_beside_a_later_bound() -> None:
    old = "The islands signed their first treaty in 1999."
    clock = clocks(article("a", ROUND, published="2022-01-11"), article("b", ROUND, old))["b"]
    assert all("1999" not in sentence(r) for r in clock.reasons)


def test_a_decade_says_nothing_of_the_day_of_writing() -> None:
    old = "She was in her early 20's when the treaty was signed on 24 February 2014."
    assert clocks(article("b", old))["b"].inferred == ("2014-02-24", None)


def test_a_headline_that_repeats_its_text_gives_its_reason_once() -> None:
    clock = clocks(article("a", ROUND, published="2022-01-11"), article("b", ROUND, ROUND))["b"]
    assert len(clock.reasons) == 1


def test_of_the_days_left_that_of_a_shared_passage_is_taken() -> None:
    story = clocks(
        article("a", VOTE, published="2022-01-10"),
        article("c", FURNITURE, published="2022-01-12"),
        article(
            "b",
            VOTE,
            FURNITURE,
            *[FURNITURE.replace("map", word) for word in ("chart", "law", "deal")],
        ),
    )
    assert story["b"].inferred == ("2022-01-07", "2022-01-13")
    assert story["b"].anchor is not None
    assert "c" in sentence(story["b"].reasons[-1]).split("in common with ")[1]


def test_a_shared_passage_without_a_day_dates_nothing_alone() -> None:
    clock = clocks(article("a", FURNITURE, published="2022-01-12"), article("b", FURNITURE))["b"]
    assert clock.inferred is None
    assert clock.anchor is None


def test_the_days_with_most_votes_win() -> None:
    verdict = vote([bound(10, 16, 8, "a"), bound(6, 12, 2, "a"), bound(9, 9, 2, "b")])
    assert (verdict.low, verdict.high, verdict.agreed) == (10, 12, True)
    assert [b.other for b in verdict.against] == ["b"]


def test_equal_votes_for_far_days_leave_the_range_wide() -> None:
    verdict = vote([bound(10, 12, 2, "a"), bound(30, 31, 2, "b")])
    assert (verdict.low, verdict.high, verdict.agreed) == (10, 31, False)


def test_the_text_itself_outvotes_a_weak_link_it_contradicts() -> None:
    verdict = vote([bound(21, None, 6), bound(12, 18, 2, "a"), bound(1, 31, 2, "b")])
    assert (verdict.low, verdict.high, verdict.agreed) == (21, 31, True)


def test_nobody_votes() -> None:
    assert vote([]) == Verdict(None, None, ())


def test_many_bounds_are_counted_in_linear_time() -> None:
    days = [bound(low, high, 2, "a") for low, high in pairwise(range(0, 60_000, 2))]
    verdict = vote(days)
    assert (verdict.low, verdict.high, verdict.agreed) == (2, 59_998, False)
