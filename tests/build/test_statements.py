"""Quotations and dates: marked in the text, noted under it, gathered on their pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Build, Built

TEXT = """\
Mayor defends the bridge plan

Published: 09:30 AM, 6 Mar, 2024

Mayor Karin Holt said on Tuesday that the plan "will not cost a penny more".

The council meets on Friday.

"Nobody has to be afraid," Holt told reporters. "The old bridge stays where it is."

Holt denied that the work had begun in 2019.
"""


@pytest.fixture
def town(story: Path, build: Build) -> Built:
    (story / "bridge" / "articles" / "mayor.txt").write_text(TEXT, encoding="utf-8")
    return build(story)


def test_a_quotation_is_marked_and_noted(town: Built) -> None:
    page = town.page("bridge/articles/mayor")
    assert re.search(r'class="[^"]*vr-q [^"]*vr-q-start', page)
    note = re.search(r'<div id="note-q\w+".*?Nobody has to be afraid.*?</div>', page, re.DOTALL)
    assert note
    assert "Karin Holt" in note[0]
    assert "to reporters" in note[0]
    assert "% sure" in note[0]


def test_reported_speech_has_a_layer_of_its_own(town: Built) -> None:
    page = town.page("bridge/articles/mayor")
    assert "vr-q-reported" in page
    reported = re.search(r'<input [^>]*id="vr-layer-reported"[^>]*>', page)
    quotes = re.search(r'<input [^>]*id="vr-layer-quotes"[^>]*>', page)
    assert reported
    assert quotes
    assert "checked" not in reported[0]
    assert "checked" in quotes[0]


def test_a_date_is_marked_with_its_day(town: Built) -> None:
    page = town.page("bridge/articles/mayor")
    assert re.search(r'<time [^>]*datetime="2024-03-05"[^>]*>Tuesday</time>', page)
    assert re.search(r'<time [^>]*datetime="2024-03-08"[^>]*>Friday</time>', page)
    assert "Friday 8 March 2024" in page


def test_the_page_of_statements_groups_them_by_speaker(town: Built) -> None:
    page = town.page("bridge/statements")
    group = page[page.index("Karin Holt") :]
    assert "Nobody has to be afraid" in group
    assert re.search(r'href="articles/mayor.html#q\w+"', group)
    assert "Whose voice each source carries" in page
    assert "<svg" in page
    assert "The same as a table" in page


def test_the_actors_page_says_what_they_say(town: Built) -> None:
    page = town.page("bridge/actors/karin-holt")
    assert "Nobody has to be afraid" in page[page.index(">Says") :]


def test_the_timeline_has_each_day_in_the_sources_words(town: Built) -> None:
    page = town.page("bridge/timeline")
    day = page[page.index('id="d2024-03-08"') :]
    day = day[: day.index("</li>\n</ul>")]
    assert "Friday" in day
    assert "council meets" in day
    assert "is printed" in page[page.index('id="d2024-03-06"') :]
    assert "<svg" in page


def test_the_ledger_says_how_each_date_is_known(town: Built) -> None:
    page = town.page("bridge/dates")
    row = next(r for r in page.split("<tr>") if ">Friday<" in r and "articles/mayor" in r)
    assert "Friday 8 March 2024" in row
    assert "Counted from 6 March 2024" in row


def test_a_stamp_that_does_not_fit_is_said_not_to(story: Path, build: Build) -> None:
    folder = story / "summit" / "articles"
    folder.mkdir(parents=True)
    event = "ministers of the two countries meet in Oslo on Wednesday to sign the fishing treaty"
    (folder / "fits.txt").write_text(
        f"Fishing treaty ready\n\nPublished: 10:00 AM, 5 Mar, 2024\n\nThe {event}, after talks "
        "that went on for nine hours in Bergen on Monday without a break.\n",
        encoding="utf-8",
    )
    (folder / "late.txt").write_text(
        f"Ministers to sign in Oslo\n\nUpdated: 10:00 AM, 29 Mar, 2024\n\nThe {event}, after "
        "talks that went on for nine hours in Bergen on Monday without a break.\n",
        encoding="utf-8",
    )
    page = build(story).page("summit/dates")
    late = page[page.index("updated Friday 29 March 2024") :]
    assert "inferred, not printed" in late
    assert "Does not fit" in late
