"""Markdown articles: paragraphs, headings, quotations, lists and inline markup; the rest is text.

What an article may not do (fences, directives, roles, HTML, images, tables, footnotes) comes out
as its source has it, so that nothing acts and nothing is lost. The three roles by which an author
says what words of an article mean are the exception: ``{actor}``, ``{said}`` and ``{when}``.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

from variorum.reading.builder import HAND, Builder, InlineKind
from variorum.reading.frontmatter import split_front_matter
from variorum.reading.sheet import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from variorum.reading.articles import Warn
    from variorum.reading.sheet import Sheet

__all__ = ["read_markdown"]

_MARKUP: dict[str, InlineKind] = {
    "em_open": "emphasis",
    "strong_open": "strong",
    "link_open": "link",
}
_LITERAL = frozenset(("fence", "code_block", "html_block", "table_open", "hr"))
_TARGETED = re.compile(r"(?P<words>[^<>`]+) <(?P<target>[^<>`]+)>")
"""Words and, in angle brackets, what a role says of them."""
_ROLE = re.compile(r"\{(?P<name>[\w:+.-]{1,60})\}(?P<ticks>`+)")
_LONGEST_ROLE = 1_000
"""Characters in which a role has to be closed."""


def read_markdown(text: str, source: str, warn: Warn) -> tuple[Sheet, dict[str, Any]]:
    """Read a Markdown article; give its sheet and what its front matter says.

    The text as read is the headline (the title given, else the first heading), then every block,
    parted by an empty line. A heading that says the given title again is left out once.
    """
    given, begin, complaints = split_front_matter(text, source)
    for complaint in complaints:
        warn(complaint)
    body = text[begin:].replace("\r\n", "\n").replace("\r", "\n")
    tokens = _parser().parse(body)
    builder = Builder()
    title = given.get("title")
    headings = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
    if title:
        builder.add(title)
        builder.close("headline", "front-matter")
        said = (i for i in headings if plain(tokens[i + 1].content) == plain(title))
        headline = next(said, None)
    else:
        headline = headings[0] if headings else None
        if headline is not None:
            _inline(builder, tokens[headline + 1].children or ())
            builder.close("headline", "heading")
    _blocks(builder, tokens, body.split("\n"), headline)
    return builder.sheet(), given


def _blocks(
    builder: Builder, tokens: Sequence[Token], lines: Sequence[str], headline: int | None
) -> None:
    """Write every block but the heading that was written as the headline."""
    done = 0
    for i, token in enumerate(tokens):
        first, last = token.map or (0, 0)
        if token.map is None or first < done:
            continue
        if token.type in _LITERAL or (
            token.type == "paragraph_open" and lines[first].lstrip("> ").startswith(":::")
        ):
            builder.add("\n".join(lines[first:last]))
            builder.close()
            done = last
        elif token.type == "heading_open" and i != headline:
            _inline(builder, tokens[i + 1].children or ())
            builder.close("subhead", "heading")
        elif token.type == "paragraph_open":
            _inline(builder, tokens[i + 1].children or ())
            builder.close()


def _inline(builder: Builder, children: Sequence[Token]) -> None:
    for token in children:
        if token.type in ("softbreak", "hardbreak"):
            builder.add(" " if token.type == "softbreak" else "\n")
        elif token.type == "hand_open":
            builder.begin(token.meta["role"], token.meta["target"])
        elif token.type in _MARKUP:
            builder.begin(_MARKUP[token.type], str(token.attrs.get("href", "")))
        elif token.type.endswith("_close"):
            builder.end()
        elif token.type == "code_inline":
            builder.begin("code")
            builder.add(token.content)
            builder.end()
        else:
            builder.add(token.content)


@functools.cache
def _parser() -> MarkdownIt:
    """CommonMark in which only what an article may use is markup."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.disable(["html_inline", "entity", "reference"])
    parser.inline.ruler.at("image", _literal_image)
    parser.inline.ruler.before("backticks", "role", _literal_role)
    # A link elsewhere than to the web stays as it was typed.
    parser.validateLink = _is_web_address  # type: ignore[method-assign]
    return parser


def _is_web_address(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


def _literal_image(state: StateInline, silent: bool) -> bool:
    """``![words](address)`` is text, where the link in it would act otherwise."""
    if not state.src.startswith("![", state.pos):
        return False
    closed = state.md.helpers.parseLinkLabel(state, state.pos + 1, False)
    if closed < 0 or not state.src.startswith("(", closed + 1):
        return False
    end = state.src.find(")", closed, closed + _LONGEST_ROLE)
    return end >= 0 and _take(state, end + 1, silent)


def _literal_role(state: StateInline, silent: bool) -> bool:
    """``{name}`words` `` is text, where the words would be code otherwise.

    Only a role that says whom words name, who said them or when that is, is read as one.
    """
    if state.src[state.pos] != "{" or not (match := _ROLE.match(state.src, state.pos)):
        return False
    end = state.src.find(match["ticks"], match.end(), match.end() + _LONGEST_ROLE)
    if end < 0:
        return False
    said = _TARGETED.fullmatch(state.src, match.end(), end)
    if said is None or match["name"] not in HAND:
        return _take(state, end + len(match["ticks"]), silent)
    if not silent:
        opened = state.push("hand_open", "", 1)
        opened.meta = {"role": match["name"], "target": said["target"].strip()}
        state.push("text", "", 0).content = said["words"]
        state.push("hand_close", "", -1)
    state.pos = end + len(match["ticks"])
    return True


def _take(state: StateInline, end: int, silent: bool) -> bool:
    """Make the source up to *end* text."""
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True
