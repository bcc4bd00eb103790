"""The outlet that a file's name tells: what a person, or a browser that saved a page, called it."""

from __future__ import annotations

import re

from variorum.reading.head.outlets import is_host, known, named, of_host
from variorum.reading.lexicon import load

__all__ = ["before_dash", "outlet_in"]

_CELLS = re.compile(r"\s+[|–—-]+\s+|_{2,}|\s+_\s+|\s*\|\s*|\s\(|\)")
_WORDS = re.compile(r"[\s_+,()\[\]-]+")
_MOST_WORDS = 5
_OF_PEOPLE = ("er", "man", "woman", "ian", "ist")


def outlet_in(stem: str) -> str | None:
    """The outlet in a file's name, without its suffix; ``None`` where it is a topic or a number."""
    cells = [cell.strip() for cell in _CELLS.split(stem) if cell.strip()]
    for cell in (*cells[:1], *reversed(cells[1:])):
        # "Kelso Courier - Pier shut": written as names are.
        if len(cells) > 1 and (outlet := named(cell.replace("_", " "), told=False)):
            return outlet
    if cells and (outlet := _with_article(cells[0], alone=len(cells) == 1)):
        return outlet
    words = [word for word in _WORDS.split(stem) if word]
    for word in words:
        host = word.lower().removeprefix("www.")
        if "." in host and is_host(host):
            return of_host(host)
    return _known_words(words) or _by_noun(words)


def before_dash(stem: str) -> str | None:
    """What a file's name has before a dash: an outlet, if the text's head says it, too."""
    cells = [cell.strip() for cell in _CELLS.split(stem)]
    return cells[0].replace("_", " ") or None if len(cells) > 1 else None


def _with_article(cell: str, *, alone: bool) -> str | None:
    """ "The Advertiser"; before a dash, where a person puts the outlet, "The Islander", too."""
    if not cell.startswith("The "):
        return None
    word = cell.removeprefix("The ")
    of_people = word.istitle() and word.isalpha() and word.endswith(_OF_PEOPLE)
    if of_people and not alone and word.lower() not in load("titles")["heads"]:
        return cell
    return named(cell, told=False)


def _known_words(words: list[str]) -> str | None:
    """A known outlet's name, in whatever letters: several words, or one that is nothing else."""
    said = [word.lower() for word in words]
    names = [word for word in said if word.isalpha() and word != "the"]
    if len(names) == 1 and names[0] in _list("alone"):
        return known(f"the {names[0]}")
    never = _list("never")
    for count in range(min(_MOST_WORDS, len(said)), 0, -1):
        for at in range(len(said) - count + 1):
            run = said[at : at + count]
            if _may_be_a_name(run, never) and (outlet := known(" ".join(run))):
                return outlet
    return None


def _may_be_a_name(run: list[str], never: frozenset[str]) -> bool:
    bare = run[1:] if run[0] == "the" else run
    if len(bare) != 1:
        return " ".join(bare) not in never
    return bare[0] in _list("words") or (len(run) == 2 and bare[0] in _list("after_the"))


def _list(name: str) -> frozenset[str]:
    return frozenset(load("outlets")["file"][name])


def _by_noun(words: list[str]) -> str | None:
    """``kelso-gazette-pier``: a newspaper's noun behind one other word, at the start."""
    while words and (words[0].isdigit() or words[0].lower() == "the"):
        words = words[1:]
    if len(words) < 2 or not words[0].isalpha() or words[1].lower() not in _list("nouns"):
        return None
    return named(f"{words[0].capitalize()} {words[1].capitalize()}")
