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
    told = [
        "Architect Ruth Vane sold 20 wooden boats on 2 May.",
        "Carpenter Ole Holm mended 31 church doors on 3 May.",
        "Teacher Ida Brandt counted 42 grey seals on 4 May.",
        "Gardener Max Sorel planted 53 apple trees on 5 May.",
        "Singer Eva Kessler recorded 64 old ballads on 6 May.",
        "Doctor Leo Amato vaccinated 75 young goats on 7 May.",
        "Grocer Ana Ruiz imported 86 heavy barrels on 8 May.",
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


def headings(found: Any) -> str:
    return " ".join(f.explanation for f in found.of("unique-claim") if f.readings[0].article == "a")


def test_where_something_is_does_not_head_it(collate: Any) -> None:
    told = "Fishermen mended their nets all winter long behind the customs house of Marseille."
    found = headings(collate(a=f"{BRIDGE}\n{told}", b=BRIDGE))
    assert "mended their nets" in found
    assert not found.startswith("Marseille")


def test_a_word_that_another_prints_is_no_name_of_one_alone(collate: Any) -> None:
    told = "Fishermen thanked Mr Vane for the nets that they had mended all winter at the pier."
    alone = headings(collate(a=f"{BRIDGE}\n{told}", b=BRIDGE))
    printed = headings(collate(a=f"{BRIDGE}\n{told}", b=f"{BRIDGE} A weather vane turned."))
    assert "Vane comes up" in alone
    assert "Vane comes up" not in printed


def test_a_slip_of_the_pen_is_nobody_of_one_alone(collate: Any) -> None:
    told = "Fishermen thanked Mr {} for the nets that they had mended all winter long at the pier."
    b = f"{BRIDGE} Architect Ruth Lindholm drew it."
    slip, other = (headings(collate(a=f"{BRIDGE}\n{told.format(name)}", b=b))
                   for name in ("Lindhol", "Lindh"))  # fmt: skip
    assert "Lindhol comes up" not in slip
    assert "Lindh comes up" in other


ALONE = (
    "Architect Ruth Vane sold her wooden boat to a dealer from Orland in the spring.",
    "Dealer Karl Brandt painted it green and gave it to the lifeguards of Sorel.",
    "Captain Ole Holm now takes schoolchildren to the seal colony with it on Sundays.",
    "Teacher Ida Lindt keeps a diary of every seal that the class has counted.",
    "Farmer Max Okafor lends them his meadow as a harbour for smaller dinghies.",
)


def passages(found: Any) -> list[int]:
    """How many sentences each passage told by one alone has."""
    return sorted(len(f.readings) for f in found.of("unique-claim"))


def test_sentences_of_one_paragraph_are_told_of_once(collate: Any) -> None:
    found = collate(a=f"{BRIDGE}\n{ALONE[0]} {ALONE[1]}", b=BRIDGE)
    assert passages(found) == [2]


def test_four_sentences_make_a_passage_at_most(collate: Any) -> None:
    found = collate(a=f"{BRIDGE}\n{' '.join(ALONE)}", b=BRIDGE)
    assert passages(found) == [1, 4]


def test_another_paragraph_on_another_matter_is_another_passage(collate: Any) -> None:
    found = collate(a=f"{BRIDGE}\n{ALONE[0]}\n{ALONE[3]}", b=BRIDGE)
    assert passages(found) == [1, 1]


def test_a_paragraph_that_goes_on_with_an_own_word_is_the_same_passage(collate: Any) -> None:
    found = collate(a=f"{BRIDGE}\n{ALONE[2]}\n{ALONE[3]}", b=BRIDGE)
    assert passages(found) == [2]  # only this article has seals


def test_a_sentence_told_elsewhere_parts_two_passages(collate: Any) -> None:
    found = collate(a=f"{ALONE[0]} {BRIDGE} {ALONE[1]}", b=BRIDGE)
    assert passages(found) == [1, 1]


def test_a_short_sentence_is_told_with_its_neighbour_and_not_alone(collate: Any) -> None:
    assert passages(collate(a=f"{BRIDGE}\n{ALONE[0]} It leaked.", b=BRIDGE)) == [2]
    assert passages(collate(a=f"{BRIDGE}\nIt leaked.", b=BRIDGE)) == []


def test_a_long_report_is_not_cut_short_of_what_it_alone_tells(collate: Any) -> None:
    told = [
        f"{who} of the harbour office counted {number} {what} barrels in the {where} on Monday."
        for who, number, what, where in (
            ("Ann Reed", 41, "tar", "mill"), ("Bo Lund", 52, "salt", "lock"),
            ("Cy Marl", 63, "oil", "quay"), ("Di Voss", 74, "rye", "tower"),
            ("Ed Hart", 85, "ale", "bridge"), ("Fay Quist", 96, "wax", "dam"),
            ("Gus Brix", 107, "lime", "kiln"), ("Hal Ferro", 118, "soap", "ferry"),
            ("Ida Moor", 129, "hemp", "barn"), ("Jon Reyl", 140, "coal", "silo"),
            ("Kit Askell", 151, "lead", "vault"), ("Lea Tollvan", 162, "rope", "chapel"),
            ("May Prins", 173, "cork", "school"), ("Ned Oster", 184, "glue", "library"),
            ("Ola Rust", 195, "flax", "office"), ("Pia Stern", 206, "zinc", "cellar"),
            ("Rolf Tamm", 217, "malt", "castle"), ("Sue Vane", 228, "clay", "temple"),
        )
    ]  # fmt: skip
    rain = [f"It rained in Marby on the {n}th." for n in range(4, 4 + len(told))]
    apart = [line for pair in zip(told, rain, strict=True) for line in pair]
    found = collate(a="\n".join([BRIDGE, *apart]), b="\n".join([BRIDGE, *rain]))
    assert len(found.of("unique-claim")) > 12, "what a short report may tell alone"


def test_a_sentence_that_names_hardly_anything_is_no_claim(collate: Any) -> None:
    bare = "The officials of the council then walked home along the muddy road and slept soundly."
    found = collate(a=f"{BRIDGE}\n{bare}", b=BRIDGE)
    assert bare not in alone(found)
