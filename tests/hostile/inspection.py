"""What may stand on a page: every element and attribute that our own pages have, and no other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

from variorum.rendering.elements import BOX_TAGS, MARK_TAGS

_FRAME = """
html head meta title link script body main h1 h2 h3 form noscript br hr select option optgroup
colgroup col caption pre kbd figcaption sup sub abbr data output dialog
svg g path line rect circle text tspan polyline desc defs pattern use marker
"""
ELEMENTS = BOX_TAGS | MARK_TAGS | frozenset(_FRAME.split())
ADDRESSES = frozenset(("href", "src", "action", "xlink:href", "formaction", "poster", "cite"))
FORBIDDEN = frozenset(("srcdoc", "http-equiv", "formaction", "ping", "background"))
SPHINX_STYLE = re.compile(r"width: \d+%(?:; vertical-align: top;)?")
"""The table of Sphinx's index."""
LOCAL_SCRIPT = re.compile(r"(?:\.\./)*(?:_static/|searchindex\.js)[\w./-]*(?:\?v=\w+)?")


class _Inspector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.data = False
        """Whether a script is open that is data and doesn't run."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag not in ELEMENTS:
            self.wrong.append(f"<{tag}>")
        for name, value in said.items():
            if (
                name.startswith("on")
                or name in FORBIDDEN
                or not re.fullmatch(r"[a-z][a-z:_-]*\d?", name)
            ):
                self.wrong.append(f"<{tag} {name}>")
            if name == "style" and not SPHINX_STYLE.fullmatch(value):
                self.wrong.append(f"<{tag} style={value!r}>")
            if name in ADDRESSES and urlsplit(value).scheme not in ("", "http", "https"):
                self.wrong.append(f"<{tag} {name}={value!r}>")
        self.data = tag == "script" and said == {"type": "application/ld+json"}
        if tag == "script" and not self.data and not LOCAL_SCRIPT.fullmatch(said.get("src", "")):
            self.wrong.append(f"<script src={said.get('src')!r}>")
        if tag in ("link", "form") and urlsplit(said.get("href", said.get("action", ""))).netloc:
            self.wrong.append(f"<{tag}> leads elsewhere")

    def handle_data(self, data: str) -> None:
        if self.data:
            json.loads(data)
            if "<" in data:
                self.wrong.append("data that could end its element")
            self.data = False


def wrong_on(html: str) -> Iterator[str]:
    """Everything on a page that no page of ours has."""
    inspector = _Inspector()
    inspector.feed(html)
    inspector.close()
    yield from inspector.wrong
    yield from (f"the character {c!r}" for c in ("\0", "\ufffe") if c in html)
