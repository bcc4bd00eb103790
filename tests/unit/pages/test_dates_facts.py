"""What the page of dates is told of the clocks."""

from __future__ import annotations

from tests.unit.collation.test_clocks import ROUND

from variorum.analysis.parse import load_model
from variorum.edition import analysed, assemble
from variorum.model import Article, Block, Metadata
from variorum.pages.dates import clock_facts, dates_facts
from variorum.pages.sentences import explained


def article(id_: str, text: str, published: str | None = None) -> Article:
    blocks = (Block("paragraph", 0, len(text)),)
    return Article(id_, f"{id_}.txt", "s", text, Metadata(published=published), blocks)


def test_a_reason_names_articles_by_their_letters() -> None:
    articles = [article("1", ROUND, "2022-01-11"), article("2", ROUND)]
    (story,) = analysed(assemble(articles, {}, {}).stories, load_model)
    undated = next(a for a in story.articles if a.id == "2")
    (reason,) = clock_facts(story, undated)["reasons"]
    said = explained(reason)
    assert "with source A, where" in said
    assert "between 10 January 2022 and 16 January 2022" in said


def test_what_a_site_says_of_itself_dates_nothing() -> None:
    told, rights = "The bridge closed on 4 March 2024.", "All rights reserved since 2019."
    text = f"{told}\n\n{rights}"
    blocks = (
        Block("paragraph", 0, len(told)), Block("promo", len(told) + 2, len(text)),
    )  # fmt: skip
    given = Article("1", "1.txt", "s", text, Metadata(), blocks)
    (story,) = analysed(assemble([given], {}, {}).stories, load_model)
    assert [said["value"] for said in dates_facts(story, {"1": "one"})] == ["2024-03-04"]
