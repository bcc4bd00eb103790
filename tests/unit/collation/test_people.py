"""Which full names are one person's."""

from __future__ import annotations

import pytest

from variorum.collation.people import ShortNames, cluster, same_person
from variorum.collation.spelling import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Helen Marlowe", "Helen R. Marlowe"),
        ("Helen Marlowe", "H. Marlowe"),
        ("Sergey Tarasov", "Sergei Tarasov"),
        ("Dmitri Orlov", "Dmitry Orlov"),
        ("William Porter", "Bill Porter"),
        ("José Herrera", "Jose Herrera"),
        ("Juan Carlos Medina", "Juan Medina"),
        ("Juan Medina López", "Juan Medina"),
        ("Kim Min-jun", "Kim Min Jun"),
        ("Oleh Zelinsky", "Oleh Zelinskyy"),
        ("Alexander Morozov", "Aleksandr Morozov"),
        ("Oleg Yeremenko", "Oleg Eremenko"),
        ("Yulia Sokolova", "Yuliya Sokolova"),
        ("Serhiy Petrenko", "Sergei Petrenko"),
        ("Mohammed Nasri", "Muhammad Nasri"),
        ("Youssef Halabi", "Yusuf Halabi"),
        ("Jörg Schroeder", "Jörg Schröder"),
        ("Victor Antal", "Viktor Antal"),
        ("Reza Sohraei", "Reza Sohraie"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(folded(one), folded(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Helen Marlowe", "Peter Marlowe"),
        ("Sergei Volkov", "Sergei Antonov"),
        ("Helen R. Marlowe", "Helen S. Marlowe"),
        ("Marlowe", "Helen Marlowe"),
        ("Vladimir Orlov", "Volodymyr Orlenko"),
        ("Sergei Morozov", "Andrei Morozov"),
        ("Anna Keller", "Anne Keller"),
        ("Juan Pons", "Joan Pons"),
        ("Michael Novak", "Michal Novak"),
        ("Maria Silva", "Mario Silva"),
        ("Hasan Omari", "Hussein Omari"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert not same_person(folded(one), folded(other))


def test_an_initial_that_fits_two_persons_joins_neither() -> None:
    names = ["Helen Marlowe", "Harold Marlowe", "H. Marlowe"]
    assert len(cluster([("a", n) for n in names])) == 3


def test_the_name_used_most_is_the_canonical_one_but_for_initials() -> None:
    names = ["Helen R. Marlowe"] * 3 + ["Helen Marlowe"]
    (person,) = cluster([("a", n) for n in names])
    assert person.canonical == "Helen Marlowe"


def test_a_short_name_prefers_who_is_named_in_its_own_article() -> None:
    persons = cluster([("a", "Anna Keller"), ("b", "Peter Keller")])
    short = ShortNames(persons)
    assert [persons[n].canonical for n in short.fits("Keller", "b")] == ["Peter Keller"]
    assert len(short.fits("Keller", "c")) == 2
    assert short.fits("Meyer", "a") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Moammar Qadhari", "Muammar Gaddari"), ("Anwar Suleimani", "Anwar Sulaimani")],
)
def test_vowels_may_differ_between_articles_but_not_within_one(one: str, other: str) -> None:
    assert len(cluster([("a", one), ("b", other)])) == 1
    assert len(cluster([("a", one), ("a", other)])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Keller", "Anne Keller"),
        ("Ellen Marsh", "Allen Marsh"),
        ("Peter Keller", "Peter Kohler"),
        ("Gerry Adams", "Kerry Adams"),
        ("Sergei Volkov", "Sergei Antonov"),
        ("Jon Tanaka", "Jun Tanaka"),
        ("Daniela Costa", "Daniel Costa"),
    ],
)
def test_other_names_stay_two_persons_between_articles(one: str, other: str) -> None:
    assert len(cluster([("a", one), ("b", other)])) == 2
