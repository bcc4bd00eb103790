"""Messages as sentences: every message has one, in every language, and its values stand in it."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import pytest
from tests.conftest import ROOT

import variorum
from variorum.edition import Story
from variorum.folders import stories
from variorum.model import Count, Day, Message, Name, Number, Several, Source, Words
from variorum.rendering.words import CATALOGUE, LOCALE
from variorum.words.sentences import SENTENCES
from variorum.words.speech import ENGLISH, Speech

GERMAN = Speech(gettext.translation(CATALOGUE, LOCALE, ["de"]), "de")
ONE, OTHER = Source("a", "Alpha Gazette", "A"), Source("b", "", "B")
ROOMS = ("analysis", "collation")


def test_a_sentence_begins_big_and_ends_with_a_stop() -> None:
    said = Message.of(
        "wording: told as", one=ONE, mine=Words("a fee"), other=OTHER, theirs=Words("a tax")
    )
    assert ENGLISH.sentence(said) == "Alpha Gazette (A) tells it as “a fee”; source B as “a tax”."
    assert (
        GERMAN.sentence(said) == "Alpha Gazette (A) erzählt es als „a fee“, Quelle B als „a tax“."
    )
    assert ENGLISH.sentence(Message.of("date: length")) == "A length of time."


def test_a_message_in_a_message_is_a_part_of_its_sentence() -> None:
    inner = Message.of("clock: later than told", words=Words("the fire"), day=Day("2024-03-05"))
    assert ENGLISH.sentence(Message.of("clock: against", what=inner)) == (
        "Against this: it tells of “the fire”, so it was written on 5 March 2024 or later."
    )


@pytest.mark.parametrize(
    ("absent", "english", "german"),
    [((ONE,), "gives no such", "nennt keine"), ((ONE, OTHER), "give no such", "nennen keine")],
)
def test_a_verb_goes_with_how_many_there_are(
    absent: tuple[Source, ...], english: str, german: str
) -> None:
    said = Message.of(
        "some: no such number", words=Words("40"), sources=Several((ONE,)), absent=Several(absent)
    )
    assert english in ENGLISH.sentence(said)
    assert german in GERMAN.sentence(said)


def test_of_seven_things_four_are_named_and_of_six_all() -> None:
    names = tuple(Name(letter) for letter in "abcdefg")
    assert ENGLISH.value(Several(names[:6])) == "a, b, c, d, e and f"
    assert ENGLISH.value(Several(names)) == "a, b, c, d and 3 more"
    assert GERMAN.value(Several(names, parted=True)) == "a; b; c; d; e; f; g"


def test_numbers_and_days_are_the_languages() -> None:
    assert [ENGLISH.value(Count(n)) for n in (0, 3, 10, 11)] == ["no", "three", "ten", "11"]
    assert [GERMAN.value(v) for v in (Number(1234), Number(0.75))] == ["1.234", "0,75"]
    assert [ENGLISH.value(Day(d)) for d in ("2024-03-05", "2024-03", "2024", "2024-W10")] == [
        "5 March 2024", "March 2024", "2024", "2024-W10",
    ]  # fmt: skip
    assert GERMAN.value(Day("2024-03-05")) == "5. März 2024"


def test_marks_within_marks_are_others() -> None:
    said = Words("She called it “a scandal” and left")
    assert ENGLISH.value(said) == "“She called it ‘a scandal’ and left”"
    assert GERMAN.value(said) == "„She called it ‚a scandal‘ and left“"


def _strings(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }


def test_every_sentence_is_said_somewhere() -> None:
    package = Path(variorum.__file__).parent
    used = set().union(*(_strings(p) for room in ROOMS for p in (package / room).rglob("*.py")))
    # Of some messages the last word is a value of the analysis: the units of its calendar.
    made = ("unit: ", "length: ", "how: ", "clock: the same ", "date: ", "clock: ")
    left = {id_ for id_ in SENTENCES if id_ not in used and not id_.startswith(made)}
    assert left == set()


def test_both_forms_of_a_sentence_have_the_same_values() -> None:
    for id_, sentence in SENTENCES.items():
        names = set(re.findall(r"%\((\w+)\)s", sentence.one))
        if sentence.many:
            assert set(re.findall(r"%\((\w+)\)s", sentence.many)) == names, id_
            assert sentence.by in names, id_
        for form in (sentence.one, sentence.many):
            assert not form.endswith("."), id_


@pytest.fixture(scope="module")
def story() -> Story:
    (made,) = stories([ROOT / "source" / "geneva-2022"])
    return made


def test_what_is_found_has_no_words_of_any_language_before_the_last_step(story: Story) -> None:
    for finding in story.findings.findings:
        assert finding.said is not None
        assert finding.ground is not None
        assert finding.explanation == ENGLISH.sentence(finding.said)
        german = GERMAN.sentence(finding.said)
        assert german != finding.explanation
        assert "%(" not in german
        assert GERMAN.sentence(finding.ground) != finding.why
    for pair in story.findings.distinct:
        assert GERMAN.clause(pair.reason) != ENGLISH.clause(pair.reason)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The pier sank,” said Ana Ruiz.", "“‘The pier sank,’ said Ana Ruiz.”"),
        ('The pier sank," said Ana Ruiz.', "“'The pier sank,' said Ana Ruiz.”"),
        ("Ana Ruiz said: “The pier sank.”", "“Ana Ruiz said: ‘The pier sank.’”"),
        ("The pier is 5” long", "“The pier is 5’ long”"),
    ],
)
def test_speech_that_begins_before_the_words_has_both_its_marks(words: str, said: str) -> None:
    assert ENGLISH.value(Words(words)) == said
