"""The ``variorum_*`` configuration values, and the subtypes of our warnings, in one place each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from variorum.analysis import DEFAULT_MODEL
from variorum.publishing import PUBLISH

if TYPE_CHECKING:
    from sphinx.application import Sphinx

Rebuild = Literal["", "env", "html", "epub"]


@dataclass(frozen=True, slots=True)
class Value:
    """A configuration value: its default, what it makes Sphinx rebuild, and its help."""

    name: str
    default: Any
    rebuild: Rebuild
    help: str
    choices: tuple[str, ...] = ()


LAYERS = (
    "quotes", "reported", "differences", "shared", "actors", "names", "references", "roles",
    "dates",
)  # fmt: skip
"""What can be shown on an article's text, in the order of the switches."""

VALUES = (
    Value(
        "articles",
        ["articles", "**/articles"],
        "env",
        "Folders of raw articles, as glob patterns relative to the source directory. A folder "
        "called `articles` belongs to the story of its parent folder, any other is a story.",
    ),
    Value(
        "model",
        DEFAULT_MODEL,
        "env",
        "The spaCy pipeline that reads the articles, by the name of its package.",
    ),
    Value(
        "layers",
        ["quotes", "differences", "actors"],
        "env",
        "The layers an article shows when it is first opened, of: " + ", ".join(LAYERS) + ".",
    ),
    Value(
        "max_bytes",
        5_000_000,
        "env",
        "How large an article's file may be, in bytes; a larger one is left out.",
    ),
    Value(
        "publish",
        "full",
        "env",
        "What is published of each article: its full text, or short quotations from it with what "
        "was found, unless its `rights` permit more.",
        PUBLISH,
    ),
    Value(
        "downloads",
        [],
        "env",
        "Files that front pages offer to take along where they were built (a PDF, an EPUB, a zip), "
        "as glob patterns relative to conf.py. One named as a story is offered on that story's.",
    ),
    Value(
        "pdf",
        "full",
        "",
        "Which edition the PDF is: `full`, with all pages and registers; `reader`, with what "
        "differs first, what the reports agree on, their texts with short notes, the timeline and "
        "what is quoted; or `handouts`, the differences of most weight, each on a sheet.",
        ("full", "reader", "handouts"),
    ),
    Value(
        "title",
        "",
        "env",
        "What a story in the source directory itself is called whose story.yaml gives no title; "
        "any other is called by its folder.",
    ),
    Value(
        "robots",
        "index",
        "html",
        "Whether search engines may list the pages of the site: `noindex` asks them not to.",
        ("index", "noindex"),
    ),
)
"""Each is ``variorum_<name>`` in conf.py."""

WARNINGS: dict[str, str] = {
    "article": "a file is no article, or cannot be read as one",
    "encoding": "a file's encoding had to be guessed, or it cannot be decoded",
    "frontmatter": "a key of the front matter is unknown, or its value has the wrong type",
    "story": "a story.yaml is not as documented",
    "actors": "an actors.yaml is not as documented, or names what nobody bears",
    "correction": "a corrections.yaml is not as documented, or a correction matches nothing, two "
    "places, or what is there already",
    "collision": "two stories, or a story and a page of the author's, want a page of the same name",
    "layers": "variorum_layers names a layer that doesn't exist",
    "page": "a directive asks for a story that isn't there",
    "role": "words marked by hand name no report, or a date that isn't one",
    "font": "no font at hand has some characters, so the PDF shows boxes for them",
    "ref": "a role's target is in more than one story",
}
"""Subtypes of ``variorum`` warnings (``suppress_warnings = ["variorum.encoding"]``)."""


def setup_config(app: Sphinx) -> None:
    """Register every configuration value with Sphinx."""
    from sphinx.config import ENUM

    for value in VALUES:
        app.add_config_value(
            f"variorum_{value.name}",
            value.default,
            value.rebuild,
            types=ENUM(*value.choices) if value.choices else frozenset({type(value.default)}),
            description=value.help,
        )
