"""The editor's word: read strictly, and obeyed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.naming import linked

from variorum.collation.authority import read
from variorum.model import Problem


def problems(text: str) -> list[Problem]:
    return read(text, "s/actors.yaml")[1]


def test_all_keys_are_read() -> None:
    authority, found = read(
        """
ann-doe:
  name: Ann Doe
  aliases: [Annie, "A. D."]
  kind: PER
  description: A baker
  wikidata: Q42
  merge: [doe]
  split: [Ann Doe Bakery]
""",
        "s/actors.yaml",
    )
    assert found == []
    (entry,) = authority.entries
    assert (entry.id, entry.name, entry.kind, entry.line) == ("ann-doe", "Ann Doe", "PER", 2)
    assert (entry.aliases, entry.merge, entry.split) == (
        ("Annie", "A. D."), ("doe",), ("Ann Doe Bakery",),
    )  # fmt: skip
    assert (entry.description, entry.wikidata) == ("A baker", "Q42")


@pytest.mark.parametrize(
    ("text", "says", "line"),
    [
        ("- a\n- b", "must map", 1),
        ("ann-doe: [x", "cannot be read", 1),
        ("Ann Doe:\n  name: x", "'ann-doe' would be", 1),
        ("../x:\n  name: x", "is no id", 1),
        ("index:\n  name: x", "is no id", 1),
        ("a-b: 3", "must be a mapping", 1),
        ("\na-b:\n  nmae: Ann", "unknown key 'nmae'", 2),
        ("a-b:\n  kind: PERSON", "unknown kind 'PERSON'", 1),
        ("a-b:\n  wikidata: 42", "must be text", 1),
        ("a-b:\n  wikidata: abc", "no Wikidata id", 1),
        ("a-b:\n  aliases: Ann", "list of texts", 1),
        ("a-b:\n  name: X\nc-d:\n  aliases: [X]", "claimed by", 3),
    ],
)
def test_what_cannot_be_understood_is_said_with_its_line(text: str, says: str, line: int) -> None:
    found = problems(text)
    assert [p.subtype for p in found] == ["actors"]
    assert says in found[0].message
    assert found[0].source == "s/actors.yaml"
    assert found[0].line in (line, line + 1)


def test_a_wrong_value_costs_that_value_only() -> None:
    authority, _ = read("a-b:\n  kind: nonsense\n  name: Ann", "x")
    assert [(e.id, e.name, e.kind) for e in authority.entries] == [("a-b", "Ann", "")]


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    authority, found = read(text, "x")
    assert all(e.id for e in authority.entries)
    assert all(p.subtype == "actors" for p in found)


def test_a_story_s_file_stands_over_the_site_s() -> None:
    site, _ = read("a-b:\n  name: Site\nc-d:\n  name: Both", "site")
    story, _ = read("a-b:\n  name: Story", "story")
    assert [(e.id, e.name) for e in story.over(site).entries] == [("a-b", "Story"), ("c-d", "Both")]


def actors_of(text: str, yaml: str) -> tuple[list[str | None], dict[str, str], tuple[str, ...]]:
    authority, found = read(yaml, "x")
    assert found == []
    _, done = linked(text, authority=authority)
    return (
        [e.actor for e in done.entities["a"]],
        {a.id: a.name for a in done.actors},
        done.unused,
    )


def test_a_canonical_name_and_an_id_are_the_editor_s() -> None:
    said = "viktor-yermakov:\n  name: Viktor Yermakov\n  aliases: [Viktor Ermakov]"
    actors, names, unused = actors_of("Mr Viktor Ermakov spoke. Ermakov left.", said)
    assert actors == ["viktor-yermakov", "viktor-yermakov"]
    assert names == {"viktor-yermakov": "Viktor Yermakov"}
    assert unused == ()


def test_an_alias_settles_an_open_name() -> None:
    text = "Anna Keller and Peter Keller both sang. Mr Keller bowed."
    actors, _, _ = actors_of(text, "peter-keller:\n  name: Peter Keller\n  aliases: [Keller]")
    assert actors == ["anna-keller", "peter-keller", "peter-keller"]


def test_a_merge_makes_two_actors_one() -> None:
    text = "Ms Jane Dunmore sang. Later Ms Jane Whitby bowed."
    actors, _, _ = actors_of(text, "jane-dunmore:\n  merge: [jane-whitby]")
    assert actors == ["jane-dunmore", "jane-dunmore"]


def test_a_split_keeps_a_form_apart() -> None:
    text = "William Porter ran. Bill Porter won."
    actors, _, _ = actors_of(text, "william-porter:\n  split: [Bill Porter]")
    assert actors == ["william-porter", "bill-porter"]


def test_what_nothing_bears_is_listed() -> None:
    _, _, unused = actors_of("Nobody spoke.", "ann-doe:\n  name: Ann Doe\n  aliases: [Annie]")
    assert unused == ("Annie", "ann-doe")


def test_description_kind_and_wikidata_reach_the_actor() -> None:
    authority, _ = read("ghana:\n  kind: LOC\n  description: A country\n  wikidata: Q117", "x")
    _, done = linked("It rained in Ghana.", authority=authority)
    (actor,) = done.actors
    assert (actor.label, actor.description, actor.wikidata, actor.edited) == (
        "LOC", "A country", "Q117", True,
    )  # fmt: skip
