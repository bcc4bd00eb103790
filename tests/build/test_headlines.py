"""The page of headlines, from reports to HTML."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import Build


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def write(story: Path, **reports: str) -> None:
    folder = story / "ferry" / "articles"
    folder.mkdir(parents=True)
    for name, text in reports.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def report(title: str, hour: int, text: str) -> str:
    head = f"title: {title}\n" if title else ""
    return f"---\n{head}outlet: Post {hour}\npublished: 2024-04-05T{hour:02}:00Z\n---\n\n{text}\n"


def test_headlines_stand_in_order_of_time_with_what_is_ones_own_and_what_each_leads_with(
    story: Path, build: Build
) -> None:
    write(
        story,
        late=report("Rust stops ferry", 9, "The council closed the ferry. It rained."),
        early=report("Ferry stops in Orle", 7, "A ferry that is old was closed by the council."),
    )
    page = build(story).page("ferry/headlines")
    rows = [_plain(r) for r in re.findall(r"<tr.*?</tr>", page, re.S)][1:]
    assert "Ferry stops in [only here: Orle ]" in rows[0]
    assert "[only here: Rust ] stops ferry" in rows[1]
    assert re.findall(r'class="vr-leads">([^<]+)', page)[1:] == [
        "A ferry", "was closed by the council", "The council closed the ferry",
    ]  # fmt: skip
    assert "It rained" not in page


def test_one_headline_is_compared_with_none(story: Path, build: Build) -> None:
    write(
        story, one=report("Rust stops ferry", 9, "The ferry is shut."), two=report("", 10, "Rain.")
    )
    page = _plain(build(story).page("ferry/headlines"))
    assert "One report alone has a headline: there is none to set beside it." in page
    assert "only here" not in page
    assert "no headline" in page


def test_without_headlines_the_page_says_so(story: Path, build: Build) -> None:
    write(story, one=report("", 9, "The ferry is shut, and it will be for a year or longer."))
    assert "No report has a headline." in build(story).page("ferry/headlines")
