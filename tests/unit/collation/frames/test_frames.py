"""What a clause says: who does what to whom, whether it is denied, planned or done."""

from __future__ import annotations

from functools import cache

import pytest

from variorum.analysis.parse import load_model, parse
from variorum.collation.findings.material import Material
from variorum.collation.findings.view import StoryView
from variorum.collation.frames import Frame, Matters, frames
from variorum.collation.frames.frame import Standing
from variorum.collation.frames.matters import same_parties, support
from variorum.model import Article, Block, Metadata


@cache
def told(*texts: str) -> tuple[Frame, ...]:
    articles = tuple(
        Article(f"a{n}", f"a{n}", "s", t, Metadata(), (Block("paragraph", 0, len(t)),))
        for n, t in enumerate(texts)
    )
    parsed = {p.article.id: p for p in parse(articles, load_model())}
    return tuple(frames(Material(StoryView(articles, {}, parsed, {}))))


def one(text: str, word: str) -> Frame:
    return next(f for f in told(text) if f.word == word)


def test_a_passive_has_the_same_parties_as_an_active() -> None:
    active = one("The council dismissed the coach on Friday.", "dismiss")
    passive = one("The coach was dismissed by the council on Friday.", "dismiss")
    assert active.agents == passive.agents == {"council"}
    assert active.patients == passive.patients == {"coach"}


def test_a_noun_under_a_light_verb_tells_of_the_act() -> None:
    frame = one("No charges were filed against the coach.", "charge")
    assert "charge" in frame.acts
    assert frame.patients == {"coach"}
    assert frame.denied


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("The council did not close the bridge.", "close", True),
        ("The council never closed the bridge.", "close", True),
        ("Neither council closed the bridge.", "close", True),
        ("The council refused to close the bridge.", "close", True),
        ("The council parted without closing the bridge.", "close", True),
        ("The council closed the bridge.", "close", False),
        ("The council did not refuse to close the bridge.", "close", False),
        ("The council closed the bridge that nobody liked.", "close", False),
    ],
)
def test_what_is_denied(text: str, word: str, denied: bool) -> None:
    assert one(text, word).denied is denied


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The council closed the bridge.", Standing.DONE),
        ("The council has closed the bridge.", Standing.DONE),
        ("The council will close the bridge.", Standing.PLANNED),
        ("The council is to close the bridge.", Standing.PLANNED),
        ("The council plans to close the bridge.", Standing.PLANNED),
        ("The council may close the bridge.", Standing.OPEN),
        ("The mayor asked the council to close the bridge.", Standing.OPEN),
        ("Traffic will suffer if the council closes the bridge.", Standing.OPEN),
        ("The mayor denied that the council closed the bridge.", Standing.OPEN),
    ],
)
def test_how_a_clause_stands(text: str, standing: Standing) -> None:
    assert one(text, "close").standing is standing


def test_a_noun_made_from_a_verb_tells_of_its_act() -> None:
    story = told("The council postponed the race.", "The postponement of the race was a blow.")
    acts = {act for frame in story for act in frame.acts}
    assert Matters(story).of("suspend", "race")
    assert "postpone" in acts


def test_what_narrows_a_denial_is_kept() -> None:
    assert one("The club did not offer him a paid post.", "offer").restricted == {"pay"} or (
        one("The club did not offer him a paid post.", "offer").restricted == {"paid"}
    )
    assert not one("The club did not offer him a post.", "offer").restricted


def test_two_places_are_two_matters() -> None:
    tarn, velden = told("The bank closed a branch in Tarn.", "The bank closed a branch in Velden.")
    again = one("The bank closed its branch in Tarn.", "close")
    assert not same_parties(tarn, velden)
    assert same_parties(tarn, again)
    assert support(tarn, again, "branch") >= 1


def test_the_words_of_a_clause_end_where_another_begins() -> None:
    frame = one("The council closed the bridge, and the mayor, who was ill, wept.", "close")
    words = " ".join(t.text for t in frame.tokens)
    assert words == "The council closed the bridge"
