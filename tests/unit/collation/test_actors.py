"""Names linked to actors: every case of tests/fixtures/actors.txt, and what must always hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.naming import Case, cases, linked, parsed

from variorum.collation.actors import Linked, link
from variorum.model import Entity


def shown(entity: Entity) -> str:
    metonym = f" > {entity.metonym_for}" if entity.metonym_for else ""
    return f"{entity.exact} = {entity.actor or '-'}{metonym}"


@pytest.mark.parametrize("case", cases("actors.txt"), ids=lambda c: c.title)
def test_actors(case: Case) -> None:
    articles, found = linked(*case.given.split("\n---\n"))
    said = [shown(e) for p in articles for e in found.entities[p.article.id]]
    assert said == case.expected


def records(found: Linked) -> dict[str, tuple[str, str]]:
    return {a.id: (a.name, a.label) for a in found.actors}


def test_an_actor_says_its_names_and_where_they_stand() -> None:
    _, found = linked("Marta Oliveira sang. Oliveira bowed. Oliveira left.", "Ms Oliveira sang.")
    (actor,) = found.actors
    assert (actor.name, actor.label) == ("Marta Oliveira", "PER")
    assert actor.names == (("Oliveira", 3), ("Marta Oliveira", 1))
    assert actor.articles == (("a", 3), ("b", 1))


def test_an_adjective_counts_for_its_country_which_stays_a_country() -> None:
    _, found = linked("A Bolivian ship sank. Bolivian sailors swam.")
    assert records(found) == {"bolivia": ("Bolivia", "GPE")}


def test_a_government_known_by_a_metonym_alone_is_an_actor_too() -> None:
    _, found = linked("Moscow said it would wait.")
    (russia,) = [a for a in found.actors if a.id == "russia"]
    assert (russia.names, russia.metonyms) == ((), (("Moscow", 1),))


def test_an_open_name_is_listed_with_whom_it_fits() -> None:
    text = "Anna Keller and Peter Keller both sang. Keller bowed."
    _, found = linked(text)
    (name,) = found.open
    assert (name.name, name.candidates) == ("Keller", ("anna-keller", "peter-keller"))
    assert [text[s:e] for _, s, e in name.mentions] == ["Keller"]


def test_the_order_of_the_articles_changes_nothing() -> None:
    texts = ["Anna Keller sang in Kyiv.", "Ms Keller left Kiev, the WHO said.", "Moscow said no."]
    _, one = linked(*texts)
    _, other = linked(*reversed(texts))
    assert [(a.id, a.name, a.names) for a in one.actors] == [
        (a.id, a.name, a.names) for a in other.actors
    ]


def test_articles_of_no_names_give_no_actors() -> None:
    _, found = linked("nothing of note happened.", "")
    assert (found.entities, found.actors, found.open) == ({"a": [], "b": []}, (), ())


NAMES = "Anna Keller,Mr Keller,Peter Keller,Index,../x,@x,Кличко,US,Kyiv,NATO,@NATO,O'Hara,AÉRO"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(NAMES.split(",")) | st.text(max_size=10), max_size=12))
def test_ids_are_safe_and_every_one_has_a_record(words: list[str]) -> None:
    _, found = linked(". ".join(f"Mr {w} spoke to {w}" for w in words))
    ids = [a.id for a in found.actors]
    assert len(ids) == len(set(ids))
    assert all(i.strip("abcdefghijklmnopqrstuvwxyz0123456789-") == "" and i for i in ids)
    used = {x for e in found.entities["a"] for x in (e.actor, e.metonym_for) if x}
    assert used <= set(ids)
    assert "index" not in ids


def test_a_place_in_capitals_is_the_place_of_the_same_letters() -> None:
    def mention(exact: str, start: int, label: str) -> Entity:
        end = start + len(exact)
        return Entity(
            id="", start=start, end=end, exact=exact, by="model", confidence=0.6, label=label
        )

    text = "OSTERBY Osterby ASKO Asko"
    articles = parsed(text)
    mentions = [
        mention("OSTERBY", 0, "GPE"),
        mention("Osterby", 8, "GPE"),
        mention("ASKO", 16, "ORG"),
        mention("Asko", 21, "GPE"),
    ]
    said = link(articles, {"a": mentions}).entities["a"]
    assert said[0].actor == said[1].actor
    assert said[2].actor != said[3].actor
