"""What the page of statements lists, and how many words it counts for whom."""

from __future__ import annotations

import pytest

from variorum.edition import Story
from variorum.model import Article, Block, Metadata, Quote
from variorum.pages.printed_statements import Statements
from variorum.pages.quotations import statements_facts, voices

HEADLINE = "Holt: “The ferry stays”"
SAID = "The ferry stays"


def story(*blocks: tuple[str, str]) -> Story:
    """One article of blocks, in each of which the mayor says the same."""
    text = "\n\n".join(words for _kind, words in blocks)
    placed, said, at = [], [], 0
    for n, (kind, words) in enumerate(blocks):
        placed.append(Block(kind, at, at + len(words)))
        start = at + words.index(SAID)
        span = (start, start + len(SAID))
        said.append(
            Quote(
                id=f"q{n}", start=span[0], end=span[1], exact=SAID, by="test", confidence=1.0,
                kind="direct", parts=(span,), quoted=(span,), speaker="karin-holt",
            )
        )  # fmt: skip
        at += len(words) + 2
    article = Article("a", "a.txt", "ferry", text, Metadata(), tuple(placed))
    return Story("ferry", (article,), sigla={"a": "A"}, annotations={"a": tuple(said)})


@pytest.mark.parametrize(
    ("second", "listed"),
    [("headline", ["q0"]), ("paragraph", ["q0", "q1"]), ("pull-line", ["q0", "q1"])],
)
def test_a_headline_printed_again_states_nothing_again(second: str, listed: list[str]) -> None:
    made = story(("headline", HEADLINE), (second, f"HOLT: “{SAID}”"))
    facts = statements_facts(made, {"a": "articles/a"}, {}, Statements(made, ""))
    assert [fact["anchor"] for fact in facts] == listed
    [voice] = voices(made)
    assert [share["words"] for share in voice["shares"]] == [3 * len(listed)]
