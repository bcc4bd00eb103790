"""The elements of a page that end blocks, and what each says of the words within it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

__all__ = ["Box", "opened"]

_CHROME = frozenset(("nav", "footer", "aside", "form", "button", "dialog", "menu"))
_CHROME_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog")
)
_READERS = frozenset(("reader-estimated-time", "reader-toolbar"))
"""Classes of what a browser's reader adds of its own."""
_TWEETS = frozenset(("twitter-tweet", "twitter-video", "instagram-media"))
_STANDFIRST = re.compile(r"standfirst|\bdek\b|\bdeck\b|subtitle|sub-?head(?:line|ing)|strapline")
_BESIDE = re.compile(
    r"(?<![a-z])(?:comments?|disqus|replies|related|recommend\w*|recirc\w*|newsletter|sign-?up"
    r"|subscri\w+|teasers?|promos?|sponsor\w*|outbrain|taboola|advert\w*|social|shar(?:e|ing)"
    r"|most-?(?:read|popular|viewed)|trending|popular|latest|sidebar|footer|breadcrumbs?|cookies?"
    r"|(?:read|see|you)-?(?:next|also|more|may)|more-?(?:from|stories|news|on)|author-?(?:bio|box)"
    r"|paywall|nav|menu)(?![a-z])"
)
"""Words in an element's classes or id that say it stands beside an article."""
_NEVER_BESIDE = frozenset(("html", "body", "main", "article"))


@dataclass(slots=True)
class Box:
    """An element that ends blocks; what is true of one is true of those within it."""

    tag: str
    """The nearest element that isn't a mere ``div``, or ``tweet``."""
    name: tuple[str, str, str]
    """What tells elements of one purpose: tag, classes, ``itemprop``."""
    parent: Box | None
    number: int
    """Its place in source order."""
    last: int
    """The number of the last box within it."""
    chrome: bool
    """Whether it is navigation, a sidebar, a form or the like."""
    tweet: bool
    standfirst: bool
    beside: Box | None = None
    """The outermost box whose classes say that it is no part of an article."""

    def holds(self, box: Box) -> bool:
        """Whether another box is this one or within it."""
        return self.number <= box.number <= self.last


def opened(element: Any, parent: Box | None, number: int) -> Box:
    """The box of an element within that of another."""
    tag, classes = element.tag, element.get("class", "")
    tweet = (parent is not None and parent.tweet) or not _TWEETS.isdisjoint(classes.split())
    block = "tweet" if tweet else tag
    if tag == "div" and not tweet and parent:
        block = parent.tag
    box = Box(
        block,
        (tag, classes, element.get("itemprop", "")),
        parent,
        number,
        number,
        (parent is not None and parent.chrome)
        or tag in _CHROME
        or element.get("role") in _CHROME_ROLES
        or not _READERS.isdisjoint(classes.split()),
        tweet,
        (parent is not None and parent.standfirst) or bool(_STANDFIRST.search(classes.lower())),
        parent.beside if parent else None,
    )
    if box.beside is None and tag not in _NEVER_BESIDE:
        said = f"{classes} {element.get('id', '')}".lower()
        if _BESIDE.search(said):
            box.beside = box
    return box
