"""The quiz on reports read blind: only what is surely right or wrong is asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Build, Built

HEAD = "---\ntitle: {title}\noutlet: {outlet}\npublished: {day}\nlanguage: en\n---\n\n"
NORTH = """\
The mill at Tarn burned down on Friday, and thirty looms were lost.

"Nobody was in the building when the roof fell in," Ada Brook said. The North Herald saw it.

He said: "We shall build it again before the winter comes to the valley."
"""
SOUTH = """\
The mill at Tarn burned down on Friday, and forty looms were lost.

"The fire began in the dye room and went up the stairs," Carl Dene said.
"""
WEST = """\
The mill at Tarn burned down on Friday, and fifty looms were lost, the West Echo has learned.

"We heard the bell before we saw any smoke at all," Edna Fell said.
"""


def reports(days: tuple[str, str, str]) -> dict[str, str]:
    """Three reports on a fire, printed on these days."""
    heads = (("Mill burns", "North Herald"), ("Fire at Tarn", "South Post"), ("Ash", "West Echo"))
    texts = (NORTH, SOUTH, WEST)
    return {
        outlet: HEAD.format(title=title, outlet=outlet, day=day) + text
        for (title, outlet), text, day in zip(heads, texts, days, strict=True)
    }


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    return written(tmp_path, reports(("2024-03-02", "2024-03-03", "2024-03-04")))


def written(work: Path, articles: dict[str, str]) -> Path:
    folder = work / "source" / "mill" / "articles"
    folder.mkdir(parents=True)
    for outlet, text in articles.items():
        (folder / f"{outlet.split()[0].lower()}.md").write_text(text, encoding="utf-8")
    return work / "source"


def staged(built: Built, page: str) -> dict[str, Any]:
    path = next(built.out.parent.glob(f"doctrees/variorum/staged/mill/{page}*"))
    said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return said


def asked(built: Built) -> list[tuple[str, str, str]]:
    """Each question's kind, the words it is about and the right answer."""
    found = staged(built, "quiz")["questions"]
    return [(q["ask"], q["words"], q["options"][q["answer"]]) for q in found]


def test_a_wording_that_is_asked_for_stands_in_that_report_and_the_others_do_not(
    mill: Path, build: Build
) -> None:
    built = build(mill)
    texts = [
        " ".join(s["text"] for b in report["blocks"] for s in b["sentences"])
        for report in staged(built, "blind")["reports"]
    ]
    found = [q for q in staged(built, "quiz")["questions"] if q["ask"] == "figure"]
    assert found
    for question in found:
        there = [words in texts[question["report"] - 1] for words in question["options"]]
        assert [n for n, is_there in enumerate(there) if is_there] == [question["answer"]]


def test_who_speaks_is_asked_where_the_sentence_names_them(mill: Path, build: Build) -> None:
    said = {words: right for ask, words, right in asked(build(mill)) if ask == "speaker"}
    assert "Ada Brook" in said.values()
    assert not [words for words in said if "build it again" in words]


def test_which_was_first_is_asked_where_one_was(mill: Path, build: Build) -> None:
    built = build(mill)
    found = next(q for q in staged(built, "quiz")["questions"] if q["ask"] == "first")
    number = int(found["options"][found["answer"]])
    assert staged(built, "blind")["reports"][number - 1]["siglum"] == "A"


@pytest.mark.parametrize(
    "days", [("2024-03-02", "2024-03-02", "2024-03-04"), ("2024-03-02",) * 3, ("2024",) * 3]
)
def test_which_was_first_is_not_asked_where_two_were(
    tmp_path: Path, build: Build, days: tuple[str, str, str]
) -> None:
    found = asked(build(written(tmp_path, reports(days))))
    assert found
    assert "first" not in {ask for ask, _words, _right in found}


def test_no_question_says_whose_a_report_is(mill: Path, build: Build) -> None:
    found = staged(build(mill), "quiz")["questions"]
    others = json.dumps([q for q in found if q["ask"] != "outlet"])
    assert "Herald" not in others
    assert "Echo" not in others
    assert [q["options"] for q in found if q["ask"] == "outlet"] == [
        ["North Herald", "South Post", "West Echo"]
    ] * 3


def test_of_texts_that_are_not_published_nothing_is_asked(mill: Path, build: Build) -> None:
    page = build(mill, variorum_publish="quotations").page("mill/quiz")
    assert "These reports give nothing to ask that is surely right or wrong." in page
    assert "<fieldset" not in page
