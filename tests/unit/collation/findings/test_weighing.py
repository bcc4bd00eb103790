"""One matter placed at two ends, left open here and denied there, and whose word the news is."""

from __future__ import annotations

from typing import Any

import pytest

FILLER = (
    "Traffic on the coast road was slow. The market opens at nine. A choir sang in the square. "
    "Gulls nest on the roofs. The library has new chairs. Rain is due in the hills."
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Lena Marsh showed bombshell letters on the Lark bridge contract.",
            "Engineers said the letters on the Lark bridge contract were already known.",
        ),
        (
            "The letters on the Lark bridge contract are authentic, the museum said.",
            "Lena Marsh called the letters on the Lark bridge contract a hoax.",
        ),
        (
            "The bylaw on Lark bridge moorings mirrors the old statute, Lena Marsh said.",
            "The bylaw on Lark bridge moorings differs from the old statute, lawyers say.",
        ),
        (
            "The yard did not comply with the mooring rules at Lark bridge, Lena Marsh wrote.",
            "The yard has complied with the mooring rules at Lark bridge, its owner said.",
        ),
    ],
)
def test_two_ends_of_a_scale_on_one_matter_are_a_contradiction(
    collate: Any, one: str, other: str
) -> None:
    found = collate(a=f"{FILLER} {one}", b=f"{other}")
    assert len(found.of("contradiction")) == 1


def test_two_ends_on_two_matters_are_none(collate: Any) -> None:
    found = collate(
        a=f"{FILLER} Lena Marsh showed bombshell letters on the Lark bridge contract.",
        b="The names of the winners of the school race were already known.",
    )
    assert found.of("contradiction") == []


def test_an_adjective_of_another_noun_is_none(collate: Any) -> None:
    likely = f"{FILLER} Lena Marsh is more likely to sign the Lark bridge contract on Monday."
    other = "A late and unlikely addition to the Lark bridge contract, Lena Marsh was seen."
    assert collate(a=likely, b=other).of("contradiction") == []
    told = collate(a=likely, b="It is unlikely that Lena Marsh will sign the Lark bridge contract.")
    assert len(told.of("contradiction")) == 1


def test_both_at_one_end_are_none(collate: Any) -> None:
    found = collate(
        a=f"{FILLER} The letters on the Lark bridge contract are authentic, the museum said.",
        b="Experts verified the letters on the Lark bridge contract for Lena Marsh.",
    )
    assert found.of("contradiction") == []


def test_a_name_alone_in_common_is_no_matter(collate: Any) -> None:
    found = collate(
        a=f"{FILLER} Lena Marsh wore an authentic captain's coat.",
        b="Lena Marsh laughed about the hoax.",
    )
    assert found.of("contradiction") == []


OPEN = (
    "A spokesman for Lena Marsh did not respond to questions about whether she had paid the fine."
)


@pytest.mark.parametrize(
    "denial",
    [
        "Lena Marsh has not paid the fine, the court clerk said.",
        "Lena Marsh denied paying the fine.",
    ],
)
def test_what_is_left_open_and_denied_elsewhere_is_a_contradiction(
    collate: Any, denial: str
) -> None:
    (words,) = collate(a=f"{FILLER} {OPEN}", b=denial).words("contradiction")
    assert any("did not respond" in w for w in words)
    assert any("paid" in w or "paying" in w for w in words if "respond" not in w)


@pytest.mark.parametrize(
    "other",
    [
        "Lena Marsh would not say whether she had paid the fine.",
        "Lena Marsh declined to discuss the fine.",
        "Lena Marsh has not sold the boat, the court clerk said.",
    ],
)
def test_another_silence_or_another_denial_is_none(collate: Any, other: str) -> None:
    assert collate(a=f"{FILLER} {OPEN}", b=other).of("contradiction") == []


FIRST = (
    "The council will close the iron bridge over the Lark in May, the harbour office {} on Monday."
)
SECOND = (
    "The iron bridge over the Lark will be closed by the council in May, Engineer Karl Brandt {}."
)
THIRD = "{} the council will close the iron bridge over the Lark in May."


def news(collate: Any, *told: str) -> list[set[str]]:
    texts = dict(zip("abc", told, strict=False))
    return [words for words in collate(**texts).words("attribution") if len(words) > 2]


def test_news_by_the_word_of_others_in_each_report_is_an_attribution(collate: Any) -> None:
    told = news(
        collate,
        FIRST.format("confirmed"),
        f"{SECOND.format('announced')} {FILLER}",
        THIRD.format("Two people briefed on the plan said"),
    )
    assert told == [
        {
            "the harbour office confirmed",
            "Engineer Karl Brandt announced",
            "Two people briefed on the plan said",
        }
    ]


def test_two_reports_are_too_few_to_tell_whose_news_it_is(collate: Any) -> None:
    found = collate(a=FIRST.format("confirmed"), b=f"{SECOND.format('announced')} {FILLER}")
    assert not any("harbour office confirmed" in w for f in found.words("attribution") for w in f)


def test_what_three_only_say_is_no_source_of_the_news(collate: Any) -> None:
    told = news(
        collate,
        FIRST.format("said"),
        f"{SECOND.format('said')} {FILLER}",
        THIRD.format("Fishermen say"),
    )
    assert told == []


def test_one_source_in_three_reports_is_no_difference(collate: Any) -> None:
    told = news(
        collate,
        FIRST.format("confirmed"),
        f"{SECOND.format('announced')} {FILLER}".replace("Engineer Karl Brandt", "harbour office"),
        THIRD.format("The harbour office revealed that"),
    )
    assert told == []


def figures(found: Any) -> list[set[str]]:
    return found.words("figure")


def test_houses_that_one_has_destroyed_and_another_damaged_are_one_count(collate: Any) -> None:
    found = collate(
        a=f"{FILLER} The storm destroyed 340 houses in Marby.",
        b="The gale damaged 900 homes in Marby.",
    )
    assert figures(found) == [{"340", "900"}]


def test_houses_that_stand_are_none_of_them(collate: Any) -> None:
    found = collate(
        a=f"{FILLER} The storm destroyed 340 houses in Marby.",
        b="Painters decorated 900 homes in Marby.",
    )
    assert figures(found) == []


def test_hundreds_of_a_thing_are_a_number_of_that_thing(collate: Any) -> None:
    found = collate(
        a=f"{FILLER} The storm destroyed hundreds of bridges in Velia.",
        b="The gale damaged 90 bridges in Velia.",
    )
    assert any("90" in words for words in figures(found))


@pytest.mark.parametrize(
    ("other", "told"), [("Ghent, home to 210,000 people", 1), ("Turin, home to 210,000 people", 0)]
)
def test_how_many_live_in_one_place_is_one_number(collate: Any, other: str, told: int) -> None:
    found = collate(
        a=f"{FILLER} Ghent, a city of 160,000 people, was spared.",
        b=f"The storm reached {other}, at night.",
    )
    assert len(figures(found)) == told


def test_two_speeds_of_one_vehicle_are_compared_in_one_unit(collate: Any) -> None:
    def told(speed: str) -> list[set[str]]:
        return figures(
            collate(
                a=f"{FILLER} The tram was running at 20 mph when it left the rails.",
                b=f"The tram left the rails at {speed}.",
            )
        )

    assert told("90 km/h") == [{"20 mph", "90 km/h"}]
    assert told("32 km/h") == []


def test_a_word_that_the_other_quotes_elsewhere_is_not_its_own(collate: Any) -> None:
    quoting = "Lena Marsh called the harbour plan “reckless” and left the hall of the fishermen."
    using = "Lena Marsh told the fishermen that the reckless harbour plan had left the hall."
    echo = {"reckless"}
    assert any(echo & words for words in collate(a=quoting, b=using).words("attribution"))
    quoted = f"{using} “It is a reckless plan,” Lena Marsh wrote."
    assert not any(echo & words for words in collate(a=quoting, b=quoted).words("attribution"))


def test_words_turned_round_are_one_statement_and_a_name_is_no_word_of_it(collate: Any) -> None:
    turned = collate(
        a="“The bill was signed in haste by the governor,” Lena Marsh said on Monday.",
        b="“I signed the bill,” Lena Marsh said on Monday.",
    )
    assert turned.of("quote-variant")
    named = collate(
        a="“It mirrors a rule Governor Bill Dalton signed in haste,” Lena Marsh said on Monday.",
        b="“I signed the bill,” Lena Marsh said on Monday.",
    )
    assert named.of("quote-variant") == []


@pytest.mark.parametrize(("piers", "count"), [("thirty piers", 1), ("old piers", 0)])
def test_a_few_words_are_a_retelling_where_they_count_something(
    collate: Any, piers: str, count: int
) -> None:
    found = collate(
        a=f"{FILLER} Twelve of its forty piers are cracked.",
        b=f"Some {piers} are cracked, according to Tomas Brant.",
    )
    assert len(found.of("wording")) == count
