"""Each kind of finding from a story of a few lines, and what must not be taken for one."""

from __future__ import annotations

from typing import Any

BRIDGE = "The council closed the old iron bridge over the river Lark after engineers found cracks."
FERRY = "A ferry will carry passengers across the water until the repairs have been paid for."


def test_shared_text_is_one_finding_for_a_passage(collate: Any) -> None:
    (finding,) = collate(a=BRIDGE, b=f"Traffic is slow. {BRIDGE}").of("shared-text")
    assert {r.exact for r in finding.readings} == {BRIDGE.rstrip(".")}


def test_a_few_words_in_common_are_no_shared_text(collate: Any) -> None:
    assert collate(a="The old iron bridge is closed.", b="The old iron bridge fell.").of(
        "shared-text"
    ) == []  # fmt: skip


def test_swapped_sentences_are_one_shared_text(collate: Any) -> None:
    found = collate(a=f"{BRIDGE} {FERRY}", b=f"{FERRY} {BRIDGE}")
    assert len(found.of("shared-text")) == 1


def test_copies_count_as_one_origin(collate: Any) -> None:
    found = collate(
        a=f"{BRIDGE} {FERRY}", b=f"{BRIDGE} {FERRY}", c="A cat was seen in Lark Street."
    )
    (finding,) = found.of("shared-text")
    assert (finding.outlets, finding.origins) == (2, 1)
    by_article = {p.article: p for p in found.story.findings.provenance}
    assert by_article["a"].share == 1
    assert by_article["c"].share == 0


def test_copy_that_one_credits_is_an_attribution(collate: Any) -> None:
    long = f"{BRIDGE} {FERRY}"
    found = collate(a=(long, {"agency": ("North News",)}), b=long)
    (finding,) = found.of("attribution")
    assert "credits North News" in finding.explanation
    (shared,) = found.story.findings.provenance[1].shared_with
    assert shared.how == "inferred"


def test_another_number_in_copied_words_is_a_figure(collate: Any) -> None:
    one = "The storm destroyed 340 houses along the northern coast of the island on Sunday night."
    (words,) = collate(a=one, b=one.replace("340", "430")).words("figure")
    assert {w.split()[0] for w in words} == {"340", "430"}


def test_precision_is_told_from_conflict(collate: Any) -> None:
    one = "Tens of thousands of Velian soldiers remain camped along the border with Orland."
    other = "Velia has deployed some 60,000 soldiers at the border with Orland, its rival said."
    (finding,) = collate(a=one, b=other).of("figure")
    assert "exclude" not in finding.why
    assert "60,000" in finding.explanation


def test_different_things_counted_are_no_figure(collate: Any) -> None:
    one = "The storm killed 12 people in Marby on Sunday."
    other = "The storm destroyed 340 houses in Marby on Sunday."
    assert collate(a=one, b=other).of("figure") == []


def test_another_day_in_copied_words_is_a_date_conflict(collate: Any) -> None:
    one = "The assembly of the northern island will vote on the fishing treaty on Thursday."
    (words,) = collate(a=one, b=one.replace("Thursday", "Friday")).words("date-conflict")
    assert words == {"Thursday", "Friday"}


def test_a_weekday_may_mean_two_days(collate: Any) -> None:
    one = ("The mayor spoke on Tuesday about the bridge.", {"published": "2023-05-10"})
    other = ("The harbour was opened on Tuesday by a minister.", {"published": "2023-06-21"})
    (finding,) = collate(a=one, b=other).of("date-conflict")
    assert "9 May 2023" in finding.explanation
    assert "20 June 2023" in finding.explanation
    assert finding.salience == 1  # of different weeks, and nothing else joins them


def test_a_weekday_of_one_event_on_two_days_is_worth_knowing(collate: Any) -> None:
    one = ("The islands' assembly voted on Tuesday on the fishing treaty.", {})
    other = ("On Tuesday the assembly of the islands took a vote on the fishing treaty.",
             {"published": "2023-05-24"})  # fmt: skip
    (finding,) = (
        f for f in collate(a=one, b=other).of("date-conflict") if "everywhere" in f.explanation
    )
    assert finding.salience == 2


def test_a_weekday_of_two_reports_of_one_week_is_worth_knowing(collate: Any) -> None:
    one = ("The mayor spoke on Tuesday about the bridge.", {"published": "2023-05-09"})
    other = ("A minister will open the harbour next Tuesday.", {"published": "2023-05-12"})
    (finding,) = collate(a=one, b=other).of("date-conflict")
    assert finding.salience == 2


def test_another_word_in_copied_words_is_a_wording(collate: Any) -> None:
    words = collate(a=BRIDGE, b=BRIDGE.replace("closed", "shut")).words("wording")
    assert words == [{"closed", "shut"}]


def test_one_word_exchanged_in_several_copies_is_one_wording(collate: Any) -> None:
    shut = BRIDGE.replace("closed", "shut")
    (finding,) = collate(a=BRIDGE, b=shut, c=f"Traffic is slow. {BRIDGE}").of("wording")
    assert [(r.article, r.exact) for r in finding.readings] == [
        ("a", "closed"), ("b", "shut"), ("c", "closed"),
    ]  # fmt: skip
    assert "“closed” in A Post (A) and C Post (C)" in finding.explanation


def test_words_that_tell_sides_are_set_side_by_side(collate: Any) -> None:
    one = "The separatists took hold of the town of Marby, in eastern Orland, in spring 2019."
    other = "Rebels have held Marby since the spring of 2019, and eastern Orland is at war."
    found = collate(a=one, b=other)
    assert {"separatists", "rebels"} in [
        {w.split()[-1].lower() for w in f} for f in found.words("wording")
    ]


def test_a_name_in_two_spellings(collate: Any) -> None:
    one = "Prime Minister Sergei Malkov met fishermen."
    (finding,) = collate(a=one, b=one.replace("Sergei", "Sergey")).of("name")
    assert {r.exact for r in finding.readings} == {"Sergei Malkov", "Sergey Malkov"}


def test_a_short_form_is_no_other_spelling(collate: Any) -> None:
    one = "Prime Minister Sergei Malkov met fishermen. Malkov smiled."
    other = "Sergei Malkov, the prime minister, met fishermen."
    assert collate(a=one, b=other).of("name") == []


def test_a_person_under_two_titles(collate: Any) -> None:
    one = "Foreign Minister Lena Marsh met the fishermen."
    other = "Chief negotiator Lena Marsh met the fishermen."
    (words,) = collate(a=one, b=other).words("role")
    assert {w.lower() for w in words} == {"foreign minister", "chief negotiator"}


def test_another_place_in_copied_words_contradicts(collate: Any) -> None:
    one = "The two delegations met in Geneva after dinner and talked about fishing rights at sea."
    (words,) = collate(a=one, b=one.replace("Geneva", "Vienna")).words("contradiction")
    assert words == {"Geneva", "Vienna"}


def test_a_denial_contradicts(collate: Any) -> None:
    one = "The harbour authority has approved the plan for a new fish market in Marby."
    (finding,) = collate(a=one, b=one.replace("has", "has not")).of("contradiction")
    assert "not" in finding.explanation


def test_stated_as_fact_here_and_reported_there(collate: Any) -> None:
    one = "Velia has moved heavy guns to the border with Orland in the past week."
    other = "Orland's army said that Velia moved its heavy guns close to the Orland border."
    found = collate(a=one, b=other)
    assert any("own voice" in f.explanation for f in found.of("attribution"))


def test_what_one_alone_tells(collate: Any) -> None:
    alone = "Architect Ruth Vane drew the first plans of a tunnel under the Lark in 1931."
    (finding,) = collate(a=f"{BRIDGE}\n{alone}", b=BRIDGE).of("unique-claim")
    assert finding.readings[0].exact == alone
    assert finding.absent == ("b",)


def test_what_most_tell_and_one_does_not(collate: Any) -> None:
    told = "Harbour engineers found deep cracks in twelve of the iron pillars of the Lark bridge."
    again = "Deep cracks were found by harbour engineers in twelve iron pillars of the Lark bridge."
    third = "In twelve iron pillars of the bridge over the Lark engineers have found deep cracks."
    found = collate(a=told, b=again, c=third, d="The mayor of Marby opened a fish market today.")
    assert ("d",) in [f.absent for f in found.of("omission")]
    assert all("purpose" not in f.explanation for f in found.of("omission"))


CRACKS = (
    ("Harbour engineers found deep cracks in twelve of the iron pillars of the Lark bridge.",
     "Deep cracks were found by harbour engineers in twelve iron pillars of the Lark bridge."),
    ("Divers of the coast guard will weld steel plates over the cracks before the winter storms.",
     "Before the winter storms divers of the coast guard will weld steel plates over the cracks."),
)  # fmt: skip


def test_what_follows_wherever_it_is_told_is_left_out_once(collate: Any) -> None:
    one, other = ("\n".join(told[side] for told in CRACKS) for side in (0, 1))
    found = collate(a=one, b=other, d="The mayor of Marby opened a fish market today.")
    (finding,) = (f for f in found.of("omission") if "cracks" in f.explanation)
    assert len(finding.readings) == 4
    assert len(finding.formerly) == 1


def test_what_is_told_far_apart_is_left_out_twice(collate: Any) -> None:
    between = "\n".join(f"Line {n} of the ferry sails to Marby at {n}." for n in range(2, 9))
    one = "\n".join((CRACKS[0][0], between, CRACKS[1][0]))
    other = "\n".join((CRACKS[0][1], between, CRACKS[1][1]))
    found = collate(a=one, b=other, d=f"The mayor of Marby opened a fish market.\n{between}")
    assert len([f for f in found.of("omission") if "cracks" in f.explanation]) == 2


def test_an_article_older_than_the_event_omits_nothing(collate: Any) -> None:
    told = (
        "On Tuesday engineers found deep cracks in twelve of the iron pillars of the Lark bridge."
    )
    again = "Deep cracks were found on Tuesday in twelve of the iron pillars of the Lark bridge."
    old = ("The mayor of Marby opened a fish market.", {"published": "2023-05-02"})
    found = collate(a=told, b=again, d=old)
    assert found.of("omission") == []
    cells = {c.article: c for claim in found.story.findings.claims for c in claim.cells}
    assert cells["d"].too_early


def test_an_untouched_copy_only_shares_text(collate: Any) -> None:
    text = (
        f"{BRIDGE}\n“It would be naive to wait,” Mayor Sergei Holm said on Monday. Twelve of its "
        f"forty pillars have cracks.\n{FERRY} Holm, the Marby mayor, called waiting “naive”."
    )
    found = collate(a=text, b=text)
    assert {f.kind for f in found.story.findings.findings} == {"shared-text"}


def test_a_paragraph_between_two_shared_ones_is_not_shared(collate: Any) -> None:
    first = "The keeper of the lamps was fined on Wednesday for sleeping at his post, police said."
    last = "The lamps of the harbour will be lit again by the council on the first day of spring."
    found = collate(a=f"{first}\nHe wept.\n{last}", b=f"{first}\n{last}")
    printed = [r.exact for f in found.of("shared-text") for r in f.readings]
    assert first.removesuffix(".") in printed
    assert not any("wept" in words for words in printed)
