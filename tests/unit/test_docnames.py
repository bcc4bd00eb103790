"""Names of pages: safe in a path and unique, even among files that were named to collide."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.docnames import article_docnames, safe_name
from variorum.edition import siglum
from variorum.model import Article, Metadata
from variorum.reading import read_objects


def article(id_: str) -> Article:
    return Article(id_, f"{id_}.txt", "", "", Metadata(), ())


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("001_e86f", "001-e86f"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ünïted Natiöns", "united-nations"),
        ("A.B", "a-b"),
    ],
)
def test_a_name_becomes_a_safe_one(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_name_without_latin_letters_still_has_a_page() -> None:
    assert safe_name("Москва") != safe_name("Киев")
    assert safe_name("..").isalnum()


@given(st.sets(st.text(max_size=12), max_size=20))
def test_every_article_has_a_page_of_its_own(ids: set[str]) -> None:
    docnames = article_docnames("story/", [article(i) for i in ids])
    assert len({d.lower() for d in docnames.values()}) == len(ids)
    for docname in docnames.values():
        assert docname.startswith("story/articles/")
        assert ".." not in docname


def test_letters_go_on_after_z() -> None:
    assert [siglum(n) for n in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]


def test_files_that_are_named_like_the_names_we_make_have_pages_of_their_own() -> None:
    # What "a" comes to be called, where "A" and "a" stand beside each other.
    made = f"A-{hashlib.sha256(b'a').hexdigest()[:6]}"
    lines = (json.dumps({"id": id_, "text": "The ferry stays."}) for id_ in ("A", "a", made))
    found = read_objects((line.encode() for line in lines), "three.jsonl")
    articles = [article for article in found if isinstance(article, Article)]
    names = article_docnames("", articles)
    assert len(names) == len(set(names.values())) == 3
