"""The headings of the front page: what differs, not what kind it is."""

from __future__ import annotations

from typing import Any, get_args

from variorum.collation.findings.matter import ORDER, matter
from variorum.model import FindingKind, Message
from variorum.pages.matters import WORDS, heading

SOURCES = [
    {"siglum": "A", "outlet": "Quay Post"},
    {"siglum": "B", "outlet": "Harbour News"},
    {"siglum": "C", "outlet": None},
    {"siglum": "D", "outlet": "Quay Post"},
]


def said(id_: str, **values: Any) -> str:
    empty: dict[str, Any] = {"sources": [], "absent": [], "actors": [], "one": "", "other": ""}
    return heading(empty | {"id": id_} | values, SOURCES)


def test_a_heading_names_outlets_actors_and_words() -> None:
    told = said(
        "no agreement", sources=["B", "C"], actors=["Pia Roth"], one="was charged", other="was not."
    )
    assert told == (
        "Harbour News and source C do not agree on Pia Roth: “was charged” or “was not”?"
    )


def test_what_is_unknown_is_left_out() -> None:
    plain = said("no agreement", sources=["B", "C"], one="was charged", other="was not")
    assert plain == "Harbour News and source C do not agree: “was charged” or “was not”?"


def test_two_reports_of_one_outlet_are_told_apart() -> None:
    assert said("same text", sources=["A", "D"], one="x").startswith(
        "Quay Post (A) and Quay Post (D)"
    )


def test_long_words_are_shortened_and_many_reports_counted() -> None:
    long = said("told by some", sources=["A", "B", "C", "D"], absent=["B"], one="word " * 40)
    assert long.startswith("Told by four reports")
    assert len(long) < WORDS + 60
    assert long.endswith(" …”")


def test_every_kind_has_a_heading_and_every_message_a_sentence() -> None:
    assert {kind for kind, *_ in ORDER} == set(get_args(FindingKind))
    for _, _, id_ in ORDER:
        assert said(id_, sources=["A"], absent=["B"], actors=["Pia Roth"], one="one", other="other")
        assert said(id_, sources=["A"], one="one")


def test_the_part_and_the_whole_of_a_cut_quotation(collate: Any) -> None:
    one = "“We have no money to mend the bridge, and I am glad of it,” Lena Marsh said."
    other = "“We have no money to mend the bridge,” Lena Marsh said."
    (finding,) = collate(a=one, b=other).of("quote-variant")
    assert isinstance(finding.matter, Message)
    told = dict(finding.matter.values)
    assert finding.matter.id == "quoted in part"
    assert told["one"].text == "We have no money to mend the bridge"


def test_an_extensions_kind_has_none() -> None:
    class Theirs:
        kind, tags, readings = "photograph", frozenset(), ()

    assert matter(Theirs()) is None  # type: ignore[arg-type]
