"""Names of pages: unique, even among files that were named to collide."""

from __future__ import annotations

import hashlib
import json

from variorum.model import Article
from variorum.reading import read_objects
from variorum.staging.docnames import article_docnames


def test_files_that_are_named_like_the_names_we_make_have_pages_of_their_own() -> None:
    # What "a" comes to be called, where "A" and "a" stand beside each other.
    made = f"A-{hashlib.sha256(b'a').hexdigest()[:6]}"
    lines = (json.dumps({"id": id_, "text": "The ferry stays."}) for id_ in ("A", "a", made))
    found = read_objects((line.encode() for line in lines), "three.jsonl")
    articles = [article for article in found if isinstance(article, Article)]
    names = article_docnames("", articles)
    assert len(names) == len(set(names.values())) == 3
