"""Which clock an article runs by: stories of a few lines each, and what is made of their stamps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from variorum.analysis.dates import find
from variorum.analysis.parse import load_model, parse
from variorum.collation.clock_bounds import Reason
from variorum.collation.clocks import Clock, settle
from variorum.model import Anchor, Article, Block, Metadata
from variorum.words.speech import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.analysis.parse import ParsedArticle

ROUND = "Negotiators from both islands spoke for nine hours in the harbour town of Mell on Monday."
VOTE = "The assembly of the northern island will vote on the fishing treaty in Mell on Thursday."
PRICE = "Herring prices at the Mell auction fell by a third on Monday as the fleet returned."


def article(
    name: str, *lines: str, published: str | None = None, updated: str | None = None
) -> Article:
    """An article of one block a line; a line that begins with ``Picture:`` is a caption."""
    text = "\n\n".join(lines)
    blocks, start = [], 0
    for line in lines:
        kind = "caption" if line.startswith("Picture:") else "paragraph"
        blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 2
    meta = Metadata(published=published, updated=updated)
    return Article(name, name, "s", text, meta, tuple(blocks))


def parsed(*articles: Article) -> list[ParsedArticle]:
    return list(parse(articles, load_model()))


def sentence(reason: Reason) -> str:
    """A reason, with articles by their ids."""
    return ENGLISH.sentence(reason.said)


def clocks(*articles: Article) -> dict[str, Clock]:
    return settle_all(parsed(*articles))


def settle_all(story: Sequence[ParsedArticle]) -> dict[str, Clock]:
    return settle(
        story, {p.article.id: find(p) for p in story}, {p.article.id: p.article.id for p in story}
    )


def test_a_printed_stamp_that_fits_is_the_anchor() -> None:
    clock = clocks(article("a", ROUND, published="2022-01-11T20:17"))["a"]
    assert clock.anchor == Anchor("2022-01-11T20:17", "published")
    assert clock.inferred is None
    assert clock.anomaly is None


def test_published_goes_before_updated() -> None:
    clock = clocks(article("a", ROUND, published="2022-01-11", updated="2022-01-20"))["a"]
    assert clock.anchor == Anchor("2022-01-11", "published")
    assert clock.updated == "2022-01-20"


def test_without_any_date_nothing_is_made_up() -> None:
    clock = clocks(article("a", ROUND))["a"]
    assert clock == Clock()


def test_a_shared_passage_dates_an_undated_article() -> None:
    clock = clocks(article("a", ROUND, published="2022-01-11"), article("b", ROUND))["b"]
    assert clock.inferred == ("2022-01-10", "2022-01-16")
    assert clock.anchor == Anchor("2022-01-11", "inferred")
    assert clock.published is None
    (reason,) = clock.reasons
    assert "“Monday” is 10 January 2022" in sentence(reason)
    assert {name for name, _, _ in reason.ranges} == {"a", "b"}


def test_the_same_event_in_other_words_dates_it_too() -> None:
    other = "On Thursday the northern assembly will decide in Mell whether to accept the treaty."
    clock = clocks(article("a", VOTE, published="2022-01-11"), article("b", other))["b"]
    assert clock.inferred == ("2022-01-07", "2022-01-13")


def test_past_and_future_tellings_meet_in_a_narrow_range() -> None:
    clock = clocks(article("a", ROUND, VOTE, published="2022-01-11"), article("b", ROUND, VOTE))
    assert clock["b"].inferred == ("2022-01-10", "2022-01-13")


def test_another_event_on_the_same_weekday_dates_nothing() -> None:
    other = "A museum of lighthouses opened its doors to visitors on Monday."
    clock = clocks(article("a", ROUND, published="2022-01-11"), article("b", other))["b"]
    assert clock.inferred is None
    assert clock.anchor is None


def test_last_month_is_dated_by_the_month_another_names() -> None:
    named = (
        "In December the northern island proposed to close its fishing grounds to foreign trawlers."
    )
    last = (
        "Last month the northern island proposed to close its fishing grounds to foreign trawlers."
    )
    clock = clocks(article("a", named, published="2022-01-11"), article("b", last))["b"]
    assert clock.inferred == ("2022-01-01", "2022-01-31")


def test_a_dated_picture_is_older_than_the_weekdays_told() -> None:
    picture = "Picture: Trawlers lie in the harbour of Mell on January 21, 2022."
    told = "The premier said on Wednesday that talks had failed. He flew home on Thursday."
    clock = clocks(article("a", picture, told))["a"]
    assert clock.inferred == ("2022-01-27", "2022-02-02")
    assert clock.anchor == Anchor("2022-01-27", "inferred")
    assert clock.photographed == ("2022-01-21",)
    assert clock.told == ("2022-01-26", "2022-01-27")


def test_a_date_from_the_past_in_the_text_is_only_a_lower_edge() -> None:
    clock = clocks(article("a", "The treaty was signed on 24 February 2014.", ROUND))["a"]
    assert clock.inferred == ("2014-02-24", None)
    assert clock.anchor is None


def test_a_year_alone_dates_nothing() -> None:
    assert clocks(article("a", "The fleet has shrunk since 2014.", ROUND))["a"].inferred is None


def test_a_stamp_weeks_after_its_text_is_an_anomaly() -> None:
    story = clocks(
        article("a", ROUND, VOTE, published="2022-01-11"),
        article("b", VOTE, published="2022-01-12"),
        article("late", ROUND, VOTE, updated="2022-01-27T20:24+05:30"),
    )
    assert story["a"].anomaly is None
    assert story["b"].anomaly is None
    late = story["late"]
    assert late.updated == "2022-01-27T20:24+05:30"
    assert late.inferred == ("2022-01-10", "2022-01-13")
    assert late.anchor == Anchor("2022-01-11", "inferred")
    assert late.anomaly is not None
    assert late.anomaly.stamp == "2022-01-27T20:24+05:30"
    both = [(r.exact, r.by_stamp, r.by_anchor) for r in late.anomaly.readings]
    assert both == [
        ("Monday", "2022-01-24", "2022-01-10"),
        ("Thursday", "2022-01-27", "2022-01-13"),
    ]


def test_of_two_alone_the_update_is_doubted() -> None:
    story = clocks(
        article("a", ROUND, published="2022-01-11"), article("b", ROUND, updated="2022-01-27")
    )
    assert story["a"].anomaly is None
    assert story["b"].anomaly is not None


def test_of_two_alone_that_are_both_published_neither_is_doubted() -> None:
    story = clocks(
        article("a", ROUND, published="2022-01-11"), article("b", ROUND, published="2022-01-27")
    )
    assert all(
        c.anomaly is None and c.anchor and c.anchor.source == "published" for c in story.values()
    )


def test_a_sentence_printed_every_week_convicts_nobody() -> None:
    story = clocks(
        article("a", PRICE, ROUND, published="2022-01-11"),
        article("b", PRICE, ROUND, published="2022-01-11"),
        article("c", PRICE, VOTE, published="2022-01-18"),
        article("d", PRICE, VOTE, published="2022-01-18"),
    )
    assert all(c.anomaly is None for c in story.values())


def test_several_days_told_as_past_that_the_stamp_has_yet_to_see() -> None:
    clock = clocks(
        article(
            "a",
            "The strike began on 3 March 2022. It ended on 9 March 2022.",
            published="2022-02-01",
        )
    )["a"]
    assert clock.anomaly is not None
    assert clock.inferred == ("2022-03-09", None)


def test_a_stamp_without_a_day_is_narrowed_and_no_anomaly() -> None:
    story = clocks(
        article("a", ROUND, published="2022-01-11"), article("b", ROUND, published="2022-01")
    )
    assert story["b"].inferred == ("2022-01-10", "2022-01-16")
    assert story["b"].anomaly is None


def test_what_was_inferred_can_date_another() -> None:
    story = clocks(
        article("a", ROUND, published="2022-01-11"),
        article("b", ROUND, PRICE),
        article("c", PRICE),
    )
    assert story["c"].inferred == ("2022-01-10", "2022-01-16")


def test_a_turn_of_phrase_in_common_is_no_shared_passage() -> None:
    a = "The harbour master told reporters on Friday that he was not ready to resign."
    b = "A glacier guide told reporters on Friday that he was not ready to climb."
    story = clocks(article("a", a, published="2015-07-31"), article("b", b, updated="2019-01-25"))
    assert story["b"].anomaly is None


def test_the_order_of_the_articles_does_not_matter() -> None:
    story = parsed(
        article("a", ROUND, VOTE, published="2022-01-11"),
        article("b", ROUND),
        article("c", ROUND, VOTE, updated="2022-01-27"),
    )
    assert settle_all(story) == settle_all(story[::-1])
