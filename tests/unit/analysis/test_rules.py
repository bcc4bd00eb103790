"""Rules in lists: each example is found by its rule, and an extension has its way with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.naming import linked, parsed

from variorum.analysis import (
    dates,
    entities,
    figures,
    phrases,
    pronouns,
    quotes,
    references,
    roles,
)
from variorum.analysis.dates import recogniser
from variorum.analysis.dates.meaning import Counted
from variorum.analysis.dates.rules_absolute import form
from variorum.analysis.entities import evidence, propose
from variorum.analysis.entities.spans import Candidate, covering
from variorum.analysis.entities.view import View, view
from variorum.analysis.figures import plausible
from variorum.analysis.quotes import attribution, reports
from variorum.analysis.rules import Change, List, Rule, Rules
from variorum.errors import RefusedError
from variorum.extending import Extension, add, remove
from variorum.model import Quote, Reference

OWN = {
    "according to": ("according to",), "as X said": ("as X said",), "view of": ("view of",),
    "no comma": ("no comma", "no comma, whole sentence"),
}  # fmt: skip
"""What quotations are called that a rule for quotations finds, where not by the rule itself."""


@pytest.fixture(autouse=True)
def _no_extension() -> Iterator[None]:
    yield
    remove("test")


def examples(rules: Rules) -> list:
    return [
        pytest.param(rule.name, example, id=f"{rule.name}: {example}")
        for rule in rules
        for example in rule.examples
    ]


def unmarked(example: str) -> tuple[str, str]:
    """An example without its brackets, and the words within them."""
    found = re.fullmatch(r"(.*?)\[(.*?)\](.*)", example)
    assert found is not None
    return "".join(found.groups()), found[2]


def found_in(example: str) -> tuple[list[Quote], str]:
    text, words = unmarked(example)
    return [q for q in quotes.find(parsed(text)[0], []) if q.exact == words], text


@pytest.mark.parametrize(("name", "example"), examples(recogniser.RULES))
def test_a_date_of_an_example_is_found_by_its_rule(name: str, example: str) -> None:
    text, words = unmarked(example)
    by = [d.by for d in dates.find(parsed(text)[0]) if d.exact == words]
    assert [name in rule.removeprefix("dates:").split("+") for rule in by] == [True]


@pytest.mark.parametrize(("name", "example"), examples(plausible.RULES))
def test_a_number_of_an_example_is_no_figure_by_its_rule(
    name: str, example: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, words = unmarked(example)
    dropped = {}

    def refused(seen: plausible.Seen) -> str:
        numeral = seen.quantity.numeral
        dropped[text[numeral.start : numeral.end]] = plausible.refused(seen)
        return dropped[text[numeral.start : numeral.end]]

    monkeypatch.setattr(figures, "refused", refused)
    figures.find(parsed(text)[0])
    assert dropped[words] == name


@pytest.mark.parametrize(
    ("name", "example"), [*examples(attribution.BEFORE), *examples(attribution.BEHIND)]
)
def test_words_within_marks_of_an_example_are_reported_by_its_rule(name: str, example: str) -> None:
    found, _ = found_in(example)
    assert [q.by.removeprefix("quotes: ") in OWN.get(name, (name,)) for q in found] == [True]


@pytest.mark.parametrize(("name", "example"), examples(reports.RULES))
def test_a_report_of_an_example_is_found_by_its_rule(name: str, example: str) -> None:
    found, _ = found_in(example)
    assert len(found) == 1
    others = [rule.name for rule in reports.RULES if rule.name != name]
    add(Extension("test", rules=tuple(Change("reports", other) for other in others)))
    assert found_in(example)[0] == found
    add(Extension("test", rules=(Change("reports", name),)))
    assert found_in(example)[0] == []


def standing(example: str) -> tuple[View, Candidate]:
    """The place of an example's name, as the rules see it."""
    text, words = unmarked(example)
    (only,) = parsed(text)
    seen = view(only.text, only.blocks[0])
    start = example.index("[")
    found = covering(seen, start, start + len(words), "", "model", 0)
    assert found is not None
    return seen, found


@pytest.mark.parametrize(("name", "example"), examples(propose.RULES))
def test_a_name_of_an_example_is_proposed_by_its_rule(name: str, example: str) -> None:
    text, words = unmarked(example)
    (only,) = parsed(text)
    assert words in [e.exact for e in entities.find(only)]
    (rule,) = (rule for rule in propose.RULES if rule.name == name)
    seen = view(only.text, only.blocks[0])
    assert words in [text[c.start : c.end] for c in rule.apply(seen)]


@pytest.mark.parametrize(("name", "example"), examples(evidence.RULES))
def test_the_kind_of_a_name_of_an_example_is_told_by_its_rule(name: str, example: str) -> None:
    text, words = unmarked(example)
    labels = [e.label for e in entities.find(parsed(text)[0]) if e.exact == words]
    (rule,) = (rule for rule in evidence.RULES if rule.name == name)
    told = [label for label, weight, _ in rule.apply(*standing(example)) if weight > 0]
    assert labels[:1] == told[:1]


def referred(example: str) -> list[Reference]:
    text, words = unmarked(example)
    (only,), found = linked(text)
    named = found.entities["a"]
    told = references.find(only, named, found.actors, roles.find(only, named))
    return [r for r in told if r.exact == words]


@pytest.mark.parametrize(
    ("of", "name", "example"),
    [
        pytest.param(listed.of, *param.values, id=param.id)
        for listed in (phrases.RULES, pronouns.RULES)
        for param in examples(listed)
    ],
)
def test_what_stands_for_an_actor_in_an_example_does_so_by_its_rule(
    of: List, name: str, example: str
) -> None:
    assert len(referred(example)) == 1
    add(Extension("test", rules=(Change(of, name),)))
    assert referred(example) == []


def test_a_rule_of_names_is_switched_off_and_preceded() -> None:
    (only,) = parsed("The @velm account is in Oslo.")
    assert [e.exact for e in entities.find(only)] == ["@velm", "Oslo"]
    add(Extension("test", rules=(Change("names", "account"), Change("kinds", "known"))))
    assert "@velm" not in [e.exact for e in entities.find(only)]
    assert all(e.by != "gazetteer.capital" for e in entities.find(only))


def test_a_rule_of_dates_is_switched_off_replaced_and_preceded() -> None:
    article = parsed("She left today and comes back tomorrow week.")[0]
    assert [d.exact for d in dates.find(article)] == ["today", "tomorrow"]
    add(Extension("test", rules=(Change("dates", "today"),)))
    assert dates.find(article) == []
    week = form("in-a-week", r"(?P<w>tomorrow) week", lambda _: Counted("day", 8))
    rule = Rule("in-a-week", "British English", ("She comes [tomorrow week].",), (week,))
    add(Extension("test", rules=(Change("dates", "today", rule),)))
    assert [d.exact for d in dates.find(article)] == ["tomorrow week"]
    add(Extension("test", rules=(Change("dates", "today", rule, precedes=True),)))
    assert [d.exact for d in dates.find(article)] == ["today", "tomorrow week"]


def test_a_rule_that_is_not_there_is_named_with_the_extension_and_those_that_are() -> None:
    add(Extension("test", rules=(Change("behind-marks", "behind"),)))
    told = (
        "the extension 'test': there is no rule 'behind' for behind-marks; "
        "there are: after, after, unlisted verb"
    )
    with pytest.raises(RefusedError, match=re.escape(told)):
        quotes.find(parsed("“Go,” she said.")[0], [])


def test_lists_keep_their_order() -> None:
    rules = Rules("dates", [Rule(name, "", (), 0) for name in "abc"])
    new = Rule("d", "", (), 1)
    assert rules.without("b").names == ("a", "c")
    assert rules.replaced("b", new).names == ("a", "d", "c")
    assert rules.preceded("b", new).names == ("a", "d", "b", "c")
    assert rules.names == ("a", "b", "c")
    with pytest.raises(RefusedError, match="two rules"):
        rules.preceded("b", Rule("a", "", (), 1))
