"""The style sheets and scripts of a site: many small files here, one of each for a page.

They are joined where a site is built: the words that scripts say are in the site's language.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.pages.kinds import BY_NAME, KINDS
from variorum.rendering.annotations import by_rule
from variorum.rendering.words import _
from variorum.staging.files import write_if_changed

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SOURCES = Path(__file__).parent / "component" / "variorum"
FOLDER = "variorum"
"""Where they lie among a site's static files."""

_READ = ("shared", "article", "marks", "margin", "layers", "card", "own-notes", "hand", "print")
STYLES: Mapping[str, tuple[str, ...]] = {
    "site.css": ("tokens", "own", "frame", *_READ),
    "guest.css": ("tokens", "guest", *_READ),
    "pages.css": (
        "prose", "front", "lists", "actors", "pages", "variants", "filters", "coverage", "agreed",
        "parallel", "columns", "abreast", "headlines", "synopsis", "stemma", "provenance",
        "handouts", "blind", "quiz", "across", "search",
    ),
    "previews.css": ("previews",),
}  # fmt: skip
"""What each sheet is made of: all that our own theme needs for a text, or another theme does, and
beside it what other pages than texts need; that of previews is loaded where one is shown."""
LOOKS = ("key-list", "notes")
"""The style sheets that come with a script."""
ARTICLE, ASKED = BY_NAME["article"].scripts, BY_NAME["article"].asked
OTHERS = tuple(
    dict.fromkeys(name for kind in KINDS if kind.name != "article" for name in kind.scripts)
)
SCRIPTS: Mapping[str, tuple[str, ...]] = {
    "article.js": ARTICLE, "asked.js": ASKED, "pages.js": OTHERS, "search.js": ("search",),
    "previews.js": ("previews",),
}  # fmt: skip
"""What each script is made of, as the kinds of pages say; all of a site works without them."""


def write_assets(app: Sphinx) -> None:
    """Write them where Sphinx takes static files from."""
    place = Path(app.doctreedir, "variorum", "assets")
    for name, parts in STYLES.items():
        write_if_changed(place / FOLDER / name, styles(parts).encode())
    for name, parts in SCRIPTS.items():
        write_if_changed(place / FOLDER / name, script(parts).encode())
    # First, so that a project's own file of the same name stands; a new list, since the old one
    # may be Sphinx's own default, shared by every build of a process.
    app.config.html_static_path = [str(place), *app.config.html_static_path]


def styles(parts: tuple[str, ...]) -> str:
    """Some of our style sheets as one, without what only those who write them need."""
    said = "\n".join(_source(f"{name}.css") for name in parts)
    said = " ".join(re.sub(r"/\*.*?\*/", "", said, flags=re.DOTALL).split())
    said = re.sub(r" ?([{};,>]) ?|(:) | (?=!)|(?<=\)) ([*]) (?=[\d.])", r"\1\2\3", said)
    return said.replace(";}", "}") + "\n"


def script(parts: tuple[str, ...]) -> str:
    """Some of our scripts as one, without comments, indents and needless ends of lines."""
    said = "".join(_source(f"{name}.js") for name in parts)
    lines = (
        _tight(line.strip()) for line in re.sub(r" /\* [^*]+ \*/| // .*", "", said).splitlines()
    )
    said = "\n".join(line for line in lines if line and not line.startswith("//"))
    said = re.sub(r"([{(,;])\n", r"\1", said).replace(";}", "}")
    return f"{_told(parts)}{said}\n"


def _told(parts: tuple[str, ...]) -> str:
    """What some scripts know before they run: their words and, of what is fetched later, where."""
    if parts == ARTICLE:
        # Its address changes with it, so that a browser can keep it for long.
        sum_ = zlib.crc32(script(ASKED).encode())
        return f"const variorumAsked='asked.js?v={sum_:08x}',variorumWords={_json(_words())};"
    if parts == ASKED:
        looks = json.dumps(styles(LOOKS).strip(), ensure_ascii=False)
        words = f"Object.assign(variorumWords,{_json(_asked_words())})"
        return f"const variorumLooks={looks};{words};"
    return ""


def _json(words: Mapping[str, str | list[list[str]]]) -> str:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


_TEXT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|(?<=\()/(?:\\.|[^/\\])+/\w*)""")
"""A text, or a pattern that a function is given."""

_SPACED = re.compile(r" ?([{}()\[\]=,;:?&|<>!*]) ?|(?<=\w) ([+-]) (?=\w)")


def _tight(line: str) -> str:
    """A line of a script without needless spaces; those in its texts and patterns count."""
    pieces = _TEXT.split(line)
    code = pieces[::2]
    if any(re.search("[\"'`/]", piece) for piece in code):
        return line  # a pattern, or a text that goes on in the next line
    pieces[::2] = [_SPACED.sub(r"\1\2", piece) for piece in code]
    return "".join(pieces)


def _source(name: str) -> str:
    return (SOURCES / name).read_text(encoding="utf-8")


def _words() -> dict[str, str]:
    """What scripts say of an article, each once a site and not once a page."""
    return {
        "permalink": _("permalink"),
        "cite": _("copy citation"),
        "correct": _("copy correction"),
        "also": _("Also here: "),
        "why": _("Why: "),
        "rule": by_rule("$1", "$2 %"),
    }


def _asked_words() -> dict[str, str | list[list[str]]]:
    """What the scripts say that are fetched when they are asked for."""
    return {
        "copied": _("copied"),
        "select": _("Select words in the text first."),
        "note": _("Note"),
        "remove": _("Remove"),
        "read": _("notes read"),
        "wrong": _("This file has no notes."),
        "lost": _("These words are not in the text any more."),
        "keys": _("Keys"),
        "single": _("Letters, brackets and ? do this"),
        "close": _("Close"),
        "list": [
            ["Tab", _("into the text, into an open card, past the text")],
            ["→ j", _("next mark")],
            ["← k", _("previous mark")],
            ["Enter", _("open a mark’s card; once more: follow the link")],
            ["n", _("next finding, with its card")],
            ["p", _("previous finding, with its card")],
            ["t", _("plain text, and back")],
            ["[ ]", _("report before, report after")],
            ["?", _("this list")],
            ["Esc", _("close a card or this list")],
        ],
    }
