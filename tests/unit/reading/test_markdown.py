from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from variorum.reading import ReadingError, read_bytes

if TYPE_CHECKING:
    from variorum.model import Article, Problem

FIXTURE = "markdown.txt"


def read(text: str, problems: list[Problem] | None = None) -> Article:
    warn = (problems if problems is not None else []).append
    return read_bytes(text.encode(), "case.md", id="case", warn=warn)


def test_markdown(case: tuple[str, str]) -> None:
    text, expected = case
    article = read(text)
    said = [f"{b.kind}: {article.text[b.start : b.end]}" for b in article.blocks]
    for inline in article.inlines:
        target = f" -> {inline.target}" if inline.target else ""
        said.append(f"{inline.kind}: {article.text[inline.start : inline.end]}{target}")
    assert "\n".join(said) == expected


def test_blocks_are_parted_by_one_empty_line() -> None:
    article = read("# A title\n\n\n\nOne.\n***\nTwo.\n")
    blocks = [article.text[b.start : b.end] for b in article.blocks]
    assert article.text == "\n\n".join(blocks)


MARKS = st.sampled_from(
    [*list("*_`[]()!<>{}#-+:|\\\n ~&;a1."), "\n\n", "---\n", "```", "\r\n", "* "]
)


@given(st.text() | st.lists(MARKS).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    try:
        article = read(text)
    except (ReadingError, UnicodeEncodeError):
        return
    reached = 0
    for block in article.blocks:
        assert reached <= block.start < block.end
        assert not article.text[reached : block.start].strip()
        reached = block.end
    assert all(0 <= i.start < i.end <= len(article.text) for i in article.inlines)


@given(st.lists(st.sampled_from(["pier", "quay", "ship", "tug"]), min_size=1))
def test_words_are_never_lost(names: list[str]) -> None:
    marks = ["*{}*", "> {}", "- {}", "`{}`", "<b>{}</b>", "[{}](x)", "| {} |", "    {}", "# {}"]
    source = "\n\n".join(marks[i % len(marks)].format(name) for i, name in enumerate(names))
    text = read(source).text
    assert all(text.count(name) >= names.count(name) for name in names)


FRONT = """---
title: Harbour reopens
outlet: Coastline
published: 2021-05-04
updated: 2021-05
agency: [AFP, Reuters]
byline: A. Writer
url: https://port.example/a
colour: blue
retrieved: yesterday
---
The harbour opened again.
"""


def test_front_matter_gives_metadata() -> None:
    meta = read(FRONT).meta
    assert (meta.title, meta.outlet, meta.published, meta.updated) == (
        "Harbour reopens", "Coastline", "2021-05-04", "2021-05",
    )  # fmt: skip
    assert (meta.agency, meta.byline, meta.url) == (
        ("AFP", "Reuters"), ("A. Writer",), "https://port.example/a",
    )  # fmt: skip
    assert {meta.basis[name] for name in ("title", "outlet", "agency", "url")} == {"front matter"}


def test_unknown_keys_and_wrong_types_are_warned_about_by_line() -> None:
    problems: list[Problem] = []
    article = read(FRONT, problems)
    assert [(p.subtype, p.line, p.message.split()[0]) for p in problems] == [
        ("frontmatter", 9, "unknown"),
        ("frontmatter", 10, "retrieved"),
    ]
    assert article.meta.retrieved is None


def test_front_matter_is_no_part_of_the_text() -> None:
    assert "colour" not in read(FRONT).text


def test_aliases_are_refused() -> None:
    problems: list[Problem] = []
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nThe harbour opened again.\n"
    article = read(bomb, problems)
    assert article.text == "The harbour opened again."
    assert [(p.subtype, p.line) for p in problems] == [("frontmatter", 3)]
    assert "alias" in problems[0].message


def test_broken_front_matter_costs_itself_alone() -> None:
    for broken in ("a: [", "- a\n- b", "\ta: b", "!!python/object:os.system x", "[" * 5000):
        problems: list[Problem] = []
        article = read(f"---\n{broken}\n---\nThe harbour opened again.\n", problems)
        assert article.text == "The harbour opened again."
        assert [p.subtype for p in problems] == ["frontmatter"], broken


def test_a_key_given_twice_is_warned_about_and_the_first_stands() -> None:
    problems: list[Problem] = []
    article = read("---\ntitle: One\ntitle: Two\n---\nText.\n", problems)
    assert article.meta.title == "One"
    assert [p.line for p in problems] == [3]
