"""Other words for a thing, two that are one, one that is two: as entries, and read back."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest

from variorum.analysis.parse import load_model
from variorum.corrections import read
from variorum.desk import joining
from variorum.desk.deciding import RefusedError, written
from variorum.desk.things import Thing, thing
from variorum.edition import Story, analysed, assemble
from variorum.model import Annotation
from variorum.reading import read_bytes

ALPHA = """\
Old bridge to close

The Alder Gazette
Published: 09:30 AM, 4 Mar, 2024

“We have no choice but to act,” said the mayor, Karin Holt. Tom Brandt counted forty piers.
Holt asked for a ferry. The council closed the bridge.
"""
BETA = """\
A bridge too old

The Birch Courier
Published: 10:30 AM, 5 Mar, 2024

“There is no other choice but to act,” Karin Holt said. Tomas Brant counted thirty piers.
“It is too late for a boat,” said Karin Holt.
"""
TEXTS = {"alpha": ALPHA, "beta": BETA}


def story(corrections: str = "") -> Story:
    articles = [read_bytes(t.encode(), f"{n}.txt", id=n) for n, t in TEXTS.items()]
    said, problems = read(corrections, "corrections.yaml")
    assert not problems
    [bare] = assemble(articles, {}, {}, corrections={"": said}).stories
    [found] = analysed([bare], load_model)
    return found


@pytest.fixture(scope="module")
def found() -> Story:
    return story()


def at(found: Story, article: str, type_: str, words: str) -> Thing:
    listed: Sequence[Annotation] = found.annotations[article]
    said = next(a for a in listed if a.type == type_ and words in a.exact)
    made = thing(found, article, said.id)
    assert made is not None
    return made


def after(told: Thing, verb: str, values: dict[str, str]) -> Story:
    made = story("\n".join(e.text for e in written(told, {"verb": verb, "values": values}, "Ada")))
    assert not made.problems
    return made


def test_other_words_keep_what_was_said_of_the_old(found: Story) -> None:
    told = at(found, "alpha", "quote", "no choice")
    [entry] = written(told, {"verb": "span", "values": {"words": "no choice but to act"}}, "Ada")
    assert "add: quote" in entry.text
    assert f'on: "{datetime.date.today().isoformat()}"' in entry.text
    again = after(told, "span", {"words": "no choice but to act"})
    [quote] = [a for a in again.annotations["alpha"] if "choice" in a.exact]
    assert (quote.exact, quote.speaker) == ("no choice but to act", "karin-holt")


def test_words_elsewhere_take_the_place_of_the_old(found: Story) -> None:
    told = at(found, "alpha", "figure", "forty")
    verbs = [e.text.split(":")[0] for e in
             written(told, {"verb": "span", "values": {"words": "a ferry"}}, "Ada")]  # fmt: skip
    assert verbs == ["- reject", "- add"]
    again = after(told, "span", {"words": "a ferry"})
    assert [a.exact for a in again.annotations["alpha"] if a.type == "figure"] == ["a ferry"]


@pytest.mark.parametrize("words", ["", "no such words", "o choic"])
def test_words_that_do_not_stand_there_are_refused(found: Story, words: str) -> None:
    told = at(found, "alpha", "quote", "no choice")
    with pytest.raises(RefusedError):
        written(told, {"verb": "span", "values": {"words": words}}, "Ada")


def test_two_names_are_one_and_one_is_two(found: Story) -> None:
    told = at(found, "alpha", "entity", "Tom Brandt")
    choices = next(f for f in joining.fields(told) if f["name"] == "with")["choices"]
    other = next(c for c in choices if c["label"] == "Tomas Brant")
    joined = after(told, "merge", {"with": other["value"]})
    assert not [a for a in joined.actors if a.name == "Tomas Brant"]
    told = at(found, "beta", "entity", "Karin Holt")
    parted = after(told, "split", {"name": "Karin Holt the younger"})
    assert {"Karin Holt", "Karin Holt the younger"} <= {a.name for a in parted.actors}


def said_in(found: Story, words: str) -> str | None:
    """The statement that a quotation of some words prints."""
    listed = (a for said in found.annotations.values() for a in said if a.type == "quote")
    return next(a for a in listed if words in a.exact).utterance


def test_two_quotations_are_one_statement_and_are_parted(found: Story) -> None:
    told = at(found, "alpha", "quote", "no choice")
    other = at(found, "beta", "quote", "too late")
    listed = next(f for f in joining.fields(told) if f["as"] == "list")["choices"]
    assert other.said.id in {c["value"] for c in listed}
    joined = after(told, "merge", {"with": other.said.id})
    assert said_in(joined, "no choice") == said_in(joined, "too late") is not None
    assert said_in(found, "no choice") == said_in(found, "no other choice") is not None
    parted = after(told, "split", {"apart": ""})
    assert said_in(parted, "no choice") is None


def test_only_what_can_be_joined_is(found: Story) -> None:
    day = at(found, "alpha", "figure", "forty")
    for verb, values in (("merge", {"with": day.said.id}), ("split", {})):
        with pytest.raises(RefusedError):
            written(day, {"verb": verb, "values": values}, "Ada")
    quote = at(found, "alpha", "quote", "no choice")
    with pytest.raises(RefusedError):
        written(quote, {"verb": "merge", "values": {"with": day.said.id}}, "Ada")
