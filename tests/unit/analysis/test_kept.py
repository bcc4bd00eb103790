"""A kept parse is the parse: analysis finds the same in it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.naming import article

from variorum.analysis import kept
from variorum.analysis.parse import ParsedArticle, load_model, parse

TEXT = (
    "Mayor Ilse Brandt didn't wait\n\n"
    "“We're selling 1,200 berths,” she said on Tuesday; the Harbour Board of Oslo, which hadn't "
    "asked, can’t pay €3.5m.\n\n\tSee https://example.org \u00a0 or write to a@example.org…"
)
SAID = (
    "text", "idx", "whitespace_", "lower_", "norm_", "lemma_", "pos_", "tag_", "dep_", "ent_type_",
    "ent_iob_", "is_sent_start", "is_stop", "is_punct", "is_space", "is_title", "like_num",
    "like_url", "like_email", "is_quote",
)  # fmt: skip


class Shelf(dict[str, bytes]):
    """Parses in memory."""

    def put(self, name: str, data: bytes) -> None:
        self[name] = data


def told(parsed: ParsedArticle) -> list[Any]:
    """All that analysis asks of a parse."""
    return [
        [
            [tuple(getattr(token, name) for name in SAID) for token in block.doc],
            [
                (t.head.i, t.left_edge.i, t.right_edge.i, [c.i for c in t.children])
                for t in block.doc
            ],
            [(e.start, e.end, e.label_, e.root.i) for e in block.doc.ents],
            [(s.start, s.end) for s in block.doc.sents],
        ]
        for block in parsed.blocks
    ]


def test_a_kept_parse_says_what_the_model_said() -> None:
    shelf = Shelf()
    [first] = parse([article(TEXT)], load_model(), shelf)
    [again] = parse([article(TEXT)], load_model(), shelf)
    [without] = parse([article(TEXT)], load_model())
    assert told(again) == told(first) == told(without)
    assert [b.block for b in again.blocks] == [b.block for b in first.blocks]
    assert len(shelf) == 1


def test_a_known_article_does_not_go_through_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf()
    list(parse([article(TEXT)], load_model(), shelf))
    read: list[str] = []
    pipe = type(load_model()).pipe

    def noted(nlp: Any, docs: Any, **options: Any) -> Any:
        docs = list(docs)
        read.extend(doc.text for doc in docs)
        return pipe(nlp, docs, **options)

    monkeypatch.setattr(type(load_model()), "pipe", noted)
    edited = article("Nobody had expected that.", "b")
    list(parse([article(TEXT), edited], load_model(), shelf))
    assert read == ["Nobody had expected that."]


def test_other_words_or_another_division_is_another_parse() -> None:
    nlp = load_model()
    names = {kept.name(texts, nlp) for texts in (["a b"], ["a", "b"], ["b", "a"], ["ab"], [])}
    assert len(names) == 5
