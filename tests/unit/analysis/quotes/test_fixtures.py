"""One idea a case: title, text, what is found ("kind | speaker | cue | parts [to|in|when: …]").

A title that ends with "[xfail: reason]" names what is not found yet.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from variorum.analysis.quotes import find

if TYPE_CHECKING:
    from collections.abc import Callable

    from _pytest.mark.structures import ParameterSet

    from variorum.analysis.parse import ParsedArticle
    from variorum.model import Quote

FIXTURES = Path(__file__).parents[3] / "fixtures" / "quotes"


def cases() -> list[ParameterSet]:
    found = []
    for path in sorted(FIXTURES.glob("*.txt")):
        for case in path.read_text(encoding="utf-8").split("\n.\n\n"):
            head, text, expected = case.removesuffix("\n.\n").split("\n.\n")
            title, _, reason = head.removesuffix("]").partition(" [xfail: ")
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            found.append(pytest.param(text, expected, id=title, marks=marks))
    return found


def shown(text: str, quote: Quote) -> str:
    def words(span: tuple[int, int] | None) -> str:
        return text[span[0] : span[1]] if span else "-"

    parts = " || ".join(words(p) for p in quote.parts)
    line = f"{quote.kind} | {words(quote.speaker_span)} | {quote.cue or '-'} | {parts}"
    when = words(quote.when_span) if quote.when_span else None
    for name, value in (("to", quote.addressee), ("in", quote.medium), ("when", when)):
        line += f" [{name}: {value}]" if value else ""
    return line


@pytest.mark.parametrize(("text", "expected"), cases())
def test_fixture(parsed: Callable[[str], ParsedArticle], text: str, expected: str) -> None:
    found = [shown(text, q) for q in find(parsed(text), [])]
    assert "\n".join(found or ["-"]) == expected
