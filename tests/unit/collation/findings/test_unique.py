"""What one article alone tells, and what only looks like it."""

from __future__ import annotations

from typing import Any

BRIDGE = "The council closed the old iron bridge over the river Lark after engineers found cracks."


def alone(found: Any) -> list[str]:
    return [r.exact or "" for f in found.of("unique-claim") for r in f.readings]


def test_a_number_that_others_give_otherwise_is_not_told_by_one_alone(collate: Any) -> None:
    one = (
        "Nobody in the sleepy capital should worry, its ministers say, about the tens of thousands "
        "of soldiers that Velia has parked near Orland."
    )
    other = "Velia has deployed some 60,000 soldiers at the border with Orland, its rival said."
    found = collate(a=one, b=other)
    assert found.of("figure")
    assert one not in alone(found)


def test_what_another_denies_is_not_told_by_one_alone(collate: Any) -> None:
    one = (
        "The result was modest: Lena Marsh and the twelve islands agreed to explore a calendar of "
        "future meetings in the spring."
    )
    other = (
        "Hopes had been small on the coast, and perhaps rightly: Lena Marsh and the fishermen's "
        "envoys parted without agreeing to hold any further meetings."
    )
    found = collate(a=one, b=other)
    assert found.of("contradiction")
    assert alone(found) == []


def test_a_name_that_no_other_has_is_told_by_one_alone_all_the_same(collate: Any) -> None:
    one = (
        "Nobody should worry, says Architect Ruth Vane, about the tens of thousands of soldiers "
        "that Velia has parked near Orland."
    )
    other = "Velia has deployed some 60,000 soldiers at the border with Orland, its rival said."
    found = collate(a=one, b=other)
    assert found.of("figure")
    (finding,) = (f for f in found.of("unique-claim") if f.readings[0].article == "a")
    assert "Ruth Vane" in finding.explanation


def test_a_word_set_beside_another_leaves_a_claim_alone(collate: Any) -> None:
    first = "The harbour was opened on Tuesday by Minister Lena Marsh, who sang an old sea song."
    found = collate(
        a=(f"{BRIDGE}\n{first}", {"published": "2023-05-10"}),
        b=(f"{BRIDGE}\nFishermen slept on Tuesday.", {"published": "2023-05-18"}),
    )
    assert found.of("date-conflict")
    assert first in alone(found)


def test_of_one_article_a_handful_is_worth_knowing(collate: Any) -> None:
    names = ("Vane", "Holm", "Brandt", "Sorel", "Kessler", "Amato", "Ruiz", "Okafor", "Lindt")
    told = [
        f"Architect Ruth {name} sold {20 + n} wooden boats to the harbour of Marby on {n + 2} May."
        for n, name in enumerate(names)
    ]
    found = collate(a="\n".join([BRIDGE, *told]), b=BRIDGE)
    salience = [f.salience for f in found.of("unique-claim")]
    assert len(salience) > 5
    assert salience.count(2) == 5


def test_the_name_it_is_about_stands_in_the_words_quoted(collate: Any) -> None:
    long = (
        "The answer to the fishermen, carried on a cold morning through the old gate of the town "
        "hall by Ambassador Karl Brandt, offers talks about nets, about quotas, about licences "
        "and about ways for boats to keep out of each other's way at night."
    )
    found = collate(a=f"{BRIDGE}\n{long}", b=BRIDGE)
    (finding,) = found.of("unique-claim")
    assert finding.explanation.count("Brandt") == 2
