"""A TEI corpus that an editor changed: corrections, or a problem that says where and why."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from lxml import etree
from tests.unit.export.conftest import made

from variorum.corrections import read
from variorum.edition import Story
from variorum.errors import UserError
from variorum.export import files_of
from variorum.export.edited import read_rows
from variorum.export.nesting import TEI, XML_ID
from variorum.export.returning import Returned, returned

T = f"{{{TEI}}}"
NAME = "story.tei.xml"
Edit = Callable[[etree._Element], object]


def compared(story: Story, edit: Edit, *, reject_missing: bool = True) -> Returned:
    data = files_of(story, ["tei"])[NAME]
    root = etree.fromstring(data)
    edit(root)
    name, rows = read_rows(etree.tostring(root), NAME)
    assert name == NAME
    return returned(story, read_rows(data, NAME)[1], rows, reject_missing=reject_missing)


def entries(made: Returned) -> list[dict[str, Any]]:
    text = "\n".join(made.entries)
    assert read(text, "corrections.yaml")[1] == []
    said: list[dict[str, Any]] = yaml.safe_load(text) or []
    return said


def element(root: etree._Element, tag: str, words: str) -> etree._Element:
    """The element of an annotation on some words."""
    return next(
        e for e in root.iter(f"{T}{tag}") if e.get(XML_ID) and words in "".join(e.itertext())
    )


def put(root: etree._Element, words: str, tag: str, **said: str) -> None:
    """An element around words that stand in a paragraph itself."""
    paragraph = next(p for p in root.iter(f"{T}p") if any(words in t for t in p.xpath("text()")))
    behind = next(e for e in paragraph if words in (e.tail or ""))
    before, _, after = (behind.tail or "").partition(words)
    new = etree.Element(f"{T}{tag}", {k.rstrip("_"): v for k, v in said.items()})
    new.text, new.tail, behind.tail = words, after, before
    behind.addnext(new)
    behind.tail = before


def take_out(element: etree._Element) -> None:
    """The element gone, its words still there."""
    parent, at = element.getparent(), element.getparent().index(element)
    words = "".join(element.itertext()) + (element.tail or "")
    parent.remove(element)
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


@pytest.mark.parametrize("edit", [lambda root: None, etree.indent], ids=["as it was", "indented"])
def test_a_corpus_whose_words_nobody_changed_says_nothing(story: Story, edit: Edit) -> None:
    done = compared(story, edit)
    assert (done.entries, done.problems, done.gone) == ([], [], 0)


def test_one_that_persons_decided_on_says_nothing_new(decided: Story) -> None:
    done = compared(decided, lambda root: None)
    assert (done.entries, done.problems) == ([], [])


def test_letters_that_xml_does_not_have_come_back(story: Story) -> None:
    first, second = story.articles
    odd = dataclasses.replace(first, text=first.text.replace("owner", "own\x0ber\ufffe"[:5]))
    assert len(odd.text) == len(first.text)
    done = compared(dataclasses.replace(story, articles=(odd, second)), lambda root: None)
    assert (done.entries, done.problems) == ([], [])


def test_another_speaker_is_a_change_and_none_is_nobody(story: Story) -> None:
    def edit(root: etree._Element) -> None:
        element(root, "said", "We cannot pay for diesel and").set("who", "#actor-ola-berg")
        del element(root, "said", "We cannot pay for diesel or").attrib["who"]

    one, other = entries(compared(story, edit))
    assert (one["change"], one["speaker"]) == ("quote", "ola-berg")
    assert one["at"]["article"] == "gamma.txt"
    assert (other["change"], other["speaker"]) == ("quote", None)


def test_another_day_is_a_change_with_its_note(story: Story) -> None:
    def edit(root: etree._Element) -> None:
        date = element(root, "date", "12 October")
        date.set("when", "2023-10-19")
        etree.SubElement(date, f"{T}note").text = "The council has moved it."

    (entry,) = entries(compared(story, edit))
    assert (entry["change"], entry["value"]) == ("date", "2023-10-19")
    assert entry["note"] == "The council has moved it."


def test_another_number_is_a_change(story: Story) -> None:
    def edit(root: etree._Element) -> None:
        number = next(element(root, "measure", "40,000").iter(f"{T}num"))
        number.set("atLeast", "35000")

    (entry,) = entries(compared(story, edit))
    assert (entry["change"], entry["low"]) == ("figure", 35000)
    assert "high" not in entry


def test_an_element_that_is_gone_is_rejected_where_that_is_asked_for(story: Story) -> None:
    def edit(root: etree._Element) -> None:
        take_out(element(root, "date", "Monday"))

    (entry,) = entries(compared(story, edit))
    assert (entry["reject"], entry["at"]["exact"]) == ("date", "Monday")
    left = compared(story, edit, reject_missing=False)
    assert (left.entries, left.gone) == ([], 1)


def test_a_new_element_is_added_on_its_words(story: Story) -> None:
    done = compared(story, lambda root: put(root, "council", "orgName", ref="#actor-skarholm"))
    (entry,) = entries(done)
    assert (entry["add"], entry["kind"], entry["actor"]) == ("entity", "ORG", "skarholm")
    assert entry["at"]["exact"] == "council"


def test_a_note_alone_is_a_note_and_is_taken_once(story: Story) -> None:
    def edit(root: etree._Element) -> None:
        body = next(root.iter(f"{T}body"))
        about = element(root, "said", "We cannot pay for diesel and").get(XML_ID)
        note = etree.SubElement(body[-1], f"{T}note", target=f"#{about}")
        note.text = "On the radio, too."

    done = compared(story, edit)
    (entry,) = entries(done)
    assert (entry["note"], entry["text"]) == ("quote", "On the radio, too.")
    corrections, problems = read("\n".join(done.entries), "corrections.yaml")
    assert not problems
    again = compared(made(corrections), edit)
    assert (again.entries, again.problems) == ([], [])


def test_a_difference_is_reworded_and_another_rejected(story: Story) -> None:
    def edit(root: etree._Element) -> None:
        first, *_, last = root.iter(f"{T}app")
        first.find(f"{T}note").text = "They count otherwise."
        last.getparent().remove(last)

    said = entries(compared(story, edit))
    assert [e.get("explanation") for e in said if "change" in e] == ["They count otherwise."]
    assert len([e for e in said if e.get("reject") == "finding"]) == 1


PROBLEMS: list[tuple[Edit, str]] = [
    (
        lambda root: element(root, "date", "12 October").set("when", "soon"),
        "value must be a date",
    ),
    (
        lambda root: setattr(element(root, "date", "12 October"), "text", "13 October"),
        "words are not those of the report",
    ),
    (
        lambda root: setattr(next(root.iter(f"{T}publisher")), "text", "The Gammas"),
        "outlet of a report is changed in story.yaml",
    ),
    (
        lambda root: setattr(next(root.iter(f"{T}person"))[0], "text", "I. Solberg"),
        "name of an actor is changed in actors.yaml",
    ),
    (
        lambda root: setattr(element(root, "persName", "Ingrid"), "tag", f"{T}placeName"),
        "label must be one of",
    ),
    (
        lambda root: setattr(next(root.iter(f"{T}rdg")), "text", "50,000"),
        "readings of a finding cannot be changed",
    ),
    (lambda root: element(root, "date", "12 October").set(XML_ID, "mine"), "nothing has the id"),
    (lambda root: put(root, "council", "date"), "what is added needs value"),
    (lambda root: root.remove(root.findall(f"{T}TEI")[1]), "a report is taken out of the folder"),
]


@pytest.mark.parametrize(("edit", "message"), PROBLEMS, ids=[p[1] for p in PROBLEMS])
def test_what_is_doubtful_is_a_located_problem(story: Story, edit: Edit, message: str) -> None:
    done = compared(story, edit)
    assert any(message in problem for problem in done.problems), done.problems


REFUSED: list[tuple[Edit, str]] = [
    (
        lambda root: element(root, "said", "We cannot").set("who", "#actor-nobody"),
        "points to no actor of this file",
    ),
    (
        lambda root: element(root, "said", "We cannot").set("who", "Ola Berg"),
        "points to no actor of this file",
    ),
    (
        lambda root: etree.SubElement(next(root.iter(f"{T}body"))[-1], f"{T}note"),
        "a note says by no target what it is on",
    ),
    (
        lambda root: [e.set("n", "Z") for e in root.iter(f"{T}TEI")],
        "no witness says which report this is",
    ),
]


@pytest.mark.parametrize(("edit", "message"), REFUSED)
def test_what_points_nowhere_is_refused(story: Story, edit: Edit, message: str) -> None:
    with pytest.raises(UserError, match=message):
        compared(story, edit)


def test_one_part_of_a_cut_element_changed_alone_is_refused(story: Story) -> None:
    def edit(root: etree._Element) -> None:
        part = element(root, "said", "We cannot pay for diesel and")
        other = etree.Element(part.tag, dict(part.attrib))
        other.set("who", "#actor-ola-berg")
        other.set(XML_ID, f"{part.get(XML_ID)}.1")
        part.addnext(other)

    with pytest.raises(UserError, match="say different things; change each"):
        compared(story, edit)


@pytest.mark.parametrize(
    "data",
    [
        b"<",
        b"<a/>",
        b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>",
        b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        b"<a>" * 100_000,
    ],
)
def test_xml_that_is_no_export_is_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        read_rows(data, "odd.xml")
