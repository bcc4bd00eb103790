"""The rules that find differences: each has a name, and all that they say has a worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from variorum.collation import findings
from variorum.collation.findings import RULES
from variorum.collation.findings.context import Context, Draft
from variorum.collation.findings.tags import Tag
from variorum.collation.findings.worth import SORTS
from variorum.errors import RefusedError
from variorum.extending import Extension, Kind, add, remove
from variorum.model import FindingKind, FindingRule, Message, Reading, Words

HEARD = (
    "“We have no money to mend the bridge, and I am glad of it,” Lena Marsh said. "
    "The mayor told 60 people in the town hall of Mell about the cracked piers of the bridge."
)
CUT = (
    "“We have no money to mend the bridge,” Lena Marsh said. "
    "The mayor told 90 people in the town hall of Mell about the cracked piers of the bridge."
)


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    yield
    for name in ("theirs", "quiet"):
        remove(name)


def test_every_rule_can_be_switched_off_by_a_name_that_no_kind_has() -> None:
    names = [rule.name for rule in RULES]
    assert names == list(get_args(FindingRule))
    assert not set(names) & set(get_args(FindingKind))


def test_every_tag_is_given_by_a_rule_and_every_kind_has_a_worth_for_any() -> None:
    folder = Path(findings.__file__).parent
    given = {
        Tag[name]
        for path in folder.glob("*.py")
        if path.name not in ("worth.py", "matter.py", "tags.py")
        for name in re.findall(r"\bTag\.([A-Z_]+)", path.read_text(encoding="utf-8"))
    }
    assert given == set(Tag)
    assert all(rows[-1][0] == set() for rows in SORTS.values())


@pytest.mark.parametrize("name", ["quote-variant", "versions"])
def test_a_kind_or_a_rule_of_ours_is_switched_off_and_nothing_else(collate: Any, name: str) -> None:
    before = collate(a=HEARD, b=CUT)
    add(Extension("quiet", without=(name,)))
    after = collate(a=HEARD, b=CUT)
    assert before.of("quote-variant")
    assert not after.of("quote-variant")
    assert before.of("figure")
    assert after.words("figure") == before.words("figure")


def test_a_name_that_is_none_of_ours_is_refused_with_those_that_are() -> None:
    with pytest.raises(RefusedError, match=r"'quiet' switches off 'spelling'.*spellings"):
        Extension("quiet", without=("spelling",))


def test_a_rule_of_others_is_told_what_ours_found(collate: Any) -> None:
    def find(context: Context) -> Iterator[Draft]:
        for draft in context.found:
            if draft.kind == "quote-variant":
                first = draft.readings[0]
                reading = Reading(first.article, first.start, first.end, first.exact)
                said = Message.of("echo: heard", words=Words("a bridge"))
                yield Draft("echo", (reading,), said, said, 0.9)

    words = {"en": {"echo: heard": "they heard %(words)s"}}
    add(Extension("theirs", kinds=(Kind("echo", "Echoes", find, sentences=words),)))
    (finding,) = collate(a=HEARD, b=CUT).of("echo")
    assert finding.explanation == "They heard “a bridge”."


def test_a_sentence_of_others_bears_the_name_of_their_kind() -> None:
    with pytest.raises(RefusedError, match="heard"):
        Kind("echo", "Echoes", lambda _: (), sentences={"en": {"heard": "they heard it"}})
