"""What an author marks in the source of an article stands over what the rules find."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from variorum.analysis.parse import load_model
from variorum.corrections import read
from variorum.edition import Story, analysed, assemble
from variorum.model import DateRef, Entity, Quote, Reference
from variorum.reading import read_file

MARKED = """\
---
title: The bridge
published: 2024-03-05
---

“{said}`We have no choice <Karin Holt; to: the council; via: a letter>`,” said Tom Brandt. Karin
Holt listened, {actor}`the old lady <karin-holt>` and Anna Holt, too. {actor}`Holt <anna-holt>`
left {when}`a week before <2024-02-27>`. A {actor}`role without a target` is text.
"""


def story(tmp_path: Path, text: str, corrections: str = "") -> Story:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    article = dataclasses.replace(read_file(tmp_path / "a.md", "s"), source="a.md")
    said, _ = read(corrections, "corrections.yaml")
    (done,) = analysed(assemble([article], {}, {}, (), {"s": said}).stories, load_model)
    return done


def test_marks_in_the_source_are_decisions_and_the_text_is_its_words(tmp_path: Path) -> None:
    done = story(tmp_path, MARKED)
    assert done.problems == ()
    (article,) = done.articles
    assert "{said}" not in article.text
    assert "A {actor}`role without a target` is text." in article.text
    decided = [a for a in done.annotations[article.id] if a.decided_by == ""]
    assert [(type(a), " ".join(a.exact.split())) for a in decided] == [
        (Quote, "We have no choice"),
        (Reference, "the old lady"),
        (Entity, "Holt"),
        (DateRef, "a week before"),
    ]
    quote, reference, name, date = decided
    assert isinstance(quote, Quote)
    assert isinstance(reference, Reference)
    assert isinstance(name, Entity)
    assert isinstance(date, DateRef)
    assert (quote.speaker, quote.addressee, quote.medium) == (
        "karin-holt",
        "the council",
        "a letter",
    )
    assert reference.actor == "karin-holt"
    assert name.actor == "anna-holt"
    assert date.value == "2024-02-27"
    others = [a for a in done.annotations[article.id] if isinstance(a, Quote) and a is not quote]
    assert all(q.end <= quote.start or quote.end <= q.start for q in others)


def test_the_editor_s_file_stands_over_the_marks(tmp_path: Path) -> None:
    text = "- change: quote\n  by: Jana Novak\n  at: {article: a, exact: We have no choice}\n"
    done = story(tmp_path, MARKED, f"{text}  speaker: tom-brandt\n")
    (quote,) = (a for a in done.annotations[done.articles[0].id] if a.decided_by == "Jana Novak")
    assert isinstance(quote, Quote)
    assert quote.speaker == "tom-brandt"


def test_a_mark_that_means_nobody_or_no_date_is_reported(tmp_path: Path) -> None:
    text = "{when}`Soon <tomorrow>` she left. “{said}`No <karin-hold>`,” Karin Holt said.\n"
    done = story(tmp_path, text)
    messages = [p.message for p in done.problems]
    assert any("must be a date" in m for m in messages)
    assert any("no actor is called 'karin-hold'; nearest: 'karin-holt'" in m for m in messages)
    assert {p.source for p in done.problems} == {"a.md"}
