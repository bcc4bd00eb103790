"""Ids of actors: safe, readable where they can be, never colliding."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.slugs import assign, slug

SAFE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Wendy Sherman", "wendy-sherman"),
        ("José Ñandú", "jose-nandu"),
        ("Łódź", "lodz"),
        ("Иван Петров", "ivan-petrov"),
        ("O'Hara", "ohara"),
        ("U.S. Steel", "us-steel"),
        ("AT&T", "at-and-t"),
        ("OPEC+", "opec-plus"),
        ("@jane_doe", "jane-doe"),
        ("MI6", "mi6"),
    ],
)
def test_a_name_is_readable_in_its_id(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    "name", ["index", "..", "../x", "", "/", "con", "COM1", "نجيب", "北京", " "]
)
def test_what_means_something_else_never_is_an_id(name: str) -> None:
    assert SAFE.fullmatch(slug(name))
    assert slug(name) not in {"index", "con", "com1", ""}


@given(st.text(max_size=200))
def test_every_name_has_a_safe_id_of_bearable_length(name: str) -> None:
    assert SAFE.fullmatch(slug(name))
    assert len(slug(name)) < 80


@given(st.lists(st.tuples(st.text(max_size=8), st.sampled_from(["PER", "ORG"])), max_size=30))
def test_no_two_names_share_an_id(keys: list[tuple[str, str]]) -> None:
    ids = assign(keys, taken=["index", "a"])
    assert len(set(ids.values())) == len(set(keys))
    assert not set(ids.values()) & {"index", "a"}
    assert ids == assign(reversed(keys), taken=["index", "a"])


def test_one_name_of_two_kinds_has_two_ids() -> None:
    ids = assign([("Georgia", "PER"), ("Georgia", "PLACE")])
    assert ids["Georgia", "PER"] == "georgia"
    assert ids["Georgia", "PLACE"].startswith("georgia-")


def test_a_name_made_to_collide_has_an_id_of_its_own() -> None:
    made = assign([("Karin Holt", "PER"), ("karin holt", "PER")])["karin holt", "PER"]
    trap = made.replace("-", " ").title()
    ids = assign([("Karin Holt", "PER"), ("karin holt", "PER"), (trap, "PER")])
    assert len(set(ids.values())) == 3
