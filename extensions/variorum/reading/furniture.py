"""Rules for what stands around an article, told by what a line says."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from variorum import almanac
from variorum.model import ZoneKind
from variorum.reading import lexicon
from variorum.reading.dateline import find_dateline
from variorum.reading.head.lines import body_start, head
from variorum.reading.sheet import Piece, Sheet, ends_sentence, plain, words
from variorum.reading.stamps import find_stamps, stamp_label

__all__ = [
    "addresses",
    "agency_notes",
    "breadcrumbs",
    "bylines",
    "captions",
    "datelines",
    "given_title",
    "page_end",
    "site_phrases",
    "stamps",
    "tweets",
]

Found = Iterator[tuple[int, ZoneKind]]

ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
AUTHOR = re.compile(r"(?i:by|byline|author)\s?:?\s+(?P<name>[^\W\d_].{0,80}?)\s*[|,;·•–—-]?")
_SIGNATURE = re.compile(
    r"[—–-]+ ?[^—]{1,60} ?\(@\w{1,20}\),? \w{3,9}\.? \d{1,2}, \d{4}\W{0,3}", re.IGNORECASE
)
_TWITTER = re.compile(r"\bpic\.(?:twitter|x)\.com/\w+|^A post shared by .{2,60}\(@[\w.]+\)")
_AGO = re.compile(
    r"(?:(?:published|posted|(?:last )?updated|modified)\W{0,3})\d{1,2} "
    r"(?:sec|min|hour|day|week|month|year)\w* ago",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|staff|desk|bureau|team|service|in [A-Z].*)$"
)
_CRUMBS = re.compile(r"\s*(?:[/>»›|•·→\\]|::)\s*")


ENTRIES = 3
"""So many entries of a navigation in a line are a menu, …"""
BUTTONS = 2
"""… and so many buttons a row of them."""


def given_title(sheet: Sheet) -> Found:
    """The line that says the title given from outside, and its repetitions in the head."""
    if sheet.title and (title := plain(sheet.title)):
        for i in range(min(sheet.first_prose() + 1, len(sheet.pieces))):
            if plain(sheet.line(i)) == title:
                yield i, "headline"


def given_outlet(sheet: Sheet) -> Found:
    """The line above the text that says the outlet given from outside, or by the file's name."""
    if sheet.outlet and (outlet := plain(sheet.outlet)):
        for i in range(min(sheet.first_prose(), len(sheet.pieces))):
            if sheet.is_open(i) and plain(sheet.line(i)) == outlet:
                yield i, "byline"
                return


def tweets(sheet: Sheet) -> Found:
    """An embedded tweet: its picture's address, or the signature "— Name (@name) Month D, YYYY"."""
    i = 0
    while i < len(sheet.pieces):
        line = sheet.said(i)[-200:]
        signature = _SIGNATURE.search(line)
        if signature and signature.end() == len(line):
            words_before = i > 0 and signature.start() == 0 and len(line) < 200
            if words_before and sheet.is_open(i - 1):
                sheet.pieces[i - 1 : i + 1] = [_joined(sheet, i - 1)]
                i -= 1
            yield i, "tweet"
        elif _TWITTER.search(line):
            yield i, "tweet"
        i += 1


def addresses(sheet: Sheet) -> Found:
    """A web address alone in its line."""
    for i in range(len(sheet.pieces)):
        if ADDRESS.fullmatch(sheet.line(i)):
            yield i, "promo"


def site_phrases(sheet: Sheet) -> Found:
    """What sites say to their readers: share, subscribe, download, read more."""
    patterns = lexicon.compiled("boilerplate", "promo")
    for i in range(len(sheet.pieces)):
        line = sheet.line(i) if sheet.is_open(i) else ""
        if line and len(line) <= 300 and any(p.fullmatch(line) for p in patterns):
            yield i, "promo"


def menus(sheet: Sheet) -> Found:
    """A line of entries of a site's navigation and nothing else, "Home News Sport Weather", above
    the text; one of buttons for sharing, "Facebook X", anywhere.
    """
    named = lexicon.load("boilerplate")["menu"]
    entries, sharing = frozenset(named["entries"]), frozenset(named["sharing"])
    top = sheet.first_prose() + 1
    for i in range(len(sheet.pieces)):
        line = sheet.line(i) if sheet.is_open(i) else ""
        if (i < top and _entries(line, entries) >= ENTRIES) or _entries(line, sharing) >= BUTTONS:
            yield i, "promo"


def _entries(line: str, known: frozenset[str]) -> int:
    """Of how many entries a line consists; 0 if of anything else, too."""
    said = [word.lower().replace("’", "'") for word in words(line)]
    count = at = 0
    while at < len(said):
        size = next((n for n in (2, 1) if " ".join(said[at : at + n]) in known), 0)
        if not size:
            return 0
        at += size
        count += 1
    return count


def agency_notes(sheet: Sheet) -> Found:
    """A note on who reported and edited, or an agency's name alone in its line.

    A lone name amid the article is the credit of a picture that the scrape has lost.
    """
    top, end = sheet.first_prose(), sheet.last_prose()
    for i in range(len(sheet.pieces)):
        line = sheet.line(i) if sheet.is_open(i) else ""
        if not line:
            continue
        if any(p.fullmatch(line) for p in lexicon.fitting("boilerplate", "credits", line)):
            yield i, "credit"
        elif lexicon.names_agency(line) and _alone().fullmatch(line):
            yield i, "caption" if top < i < end else "credit"


@functools.cache
def _alone() -> re.Pattern[str]:
    agency = rf"(?:the )?{lexicon.agency_pattern('agency', 'outlet')}"
    return re.compile(
        rf"[–—(\[/-]* ?{agency}(?:(?: and |\W{{1,3}}){agency}){{0,4}}[)\]/]*\.?", re.IGNORECASE
    )


def captions(sheet: Sheet) -> Found:
    """A line that says it describes a picture, or ends in a picture's credit."""
    starts = lexicon.compiled("captions", "starts")
    for i in range(len(sheet.pieces)):
        line = sheet.line(i) if sheet.is_open(i) else ""
        if line and (any(p.match(line) for p in starts) or picture_credit(line)):
            yield i, "caption"
    top = [i for i in range(min(sheet.first_prose() + 2, len(sheet.pieces))) if sheet.is_open(i)]
    for i in top[:3]:
        line = sheet.line(i)
        if i + 3 < len(sheet.pieces) and lexicon.names_agency(line):
            last = line.rpartition(" ")[0][-1:] + line.split(" ")[-1]
            if _pictured().fullmatch(last):
                yield i, "caption"


@functools.cache
def _pictured() -> re.Pattern[str]:
    return re.compile(rf"[^.!?][(\[]{lexicon.agency_pattern()}[)\]]")


def picture_credit(line: str) -> re.Match[str] | None:
    """The credit for a picture that a line ends in."""
    tail = max(0, len(line) - 100)
    for pattern in lexicon.fitting("captions", "ends", line[tail:]):
        for match in pattern.finditer(line, tail):
            if match.end() == len(line):
                return match
    return None


def stamps(sheet: Sheet) -> Found:
    """A line that is nothing but dates, their labels, a section and a place."""
    top, end = body_start(sheet), sheet.last_prose()
    for i in range(len(sheet.pieces)):
        line = sheet.line(i)
        if not line or len(line) > 160 or not sheet.is_open(i):
            continue
        labelled, rest = _without_stamps(line)
        # A first paragraph above the stamp is a standfirst, more often than not.
        around = i <= top + 1 or i > end
        if _AGO.fullmatch(line) or (_is_dating(line) and (around or labelled)):
            yield i, "stamp"
        elif rest is not None:
            known = all(_is_known(part) for part in re.split(r"[|/,;·•()\[\]:–—-]|\s{2,}", rest))
            named = _is_name(rest) and (labelled or 0 < i < top)
            if (known and (labelled or around)) or named:
                yield i, "stamp"


def _is_dating(line: str) -> bool:
    """Whether a line has digits and no words but those of dates, clocks and their labels."""
    known = lexicon.dating_words()
    return any(c.isdigit() for c in line) and (
        bool(said := [w.lower() for w in re.findall(r"[^\W\d_]+", line)])
        and all(word in known for word in said)
        and any(word in almanac.MONTHS or len(word) >= 6 for word in said)
    )


def _without_stamps(line: str) -> tuple[bool, str | None]:
    """Whether a stamp is labelled, and what is left of a line; ``None`` if there is no stamp."""
    rest: list[str] = []
    done, labelled = 0, False
    for stamp in find_stamps(line):
        start, clock = stamp_label(line, stamp.start)
        labelled |= clock is not None
        rest.append(line[done : max(done, start)])
        done = stamp.end
    if not done:
        return False, None
    return labelled, "  ".join([*rest, line[done:]]).strip()


def _is_known(part: str) -> bool:
    part = part.strip(" .")
    return (
        not part
        or part.lower() in lexicon.boilerplate()["sections"]
        or part in lexicon.cities()
        or part in lexicon.agencies()
    )


def _is_name(rest: str) -> bool:
    """Whether what is left beside a stamp is a few capitalised words: a place, a section."""
    parts = rest.split()
    return len(parts) <= 3 and all(p[:1].isupper() or not p[:1].isalnum() for p in parts)


def bylines(sheet: Sheet) -> Found:
    """Who wrote it, above or below the running text."""
    top, end = body_start(sheet), sheet.last_prose()
    for i in range(len(sheet.pieces)):
        if (i < top or i > end) and sheet.is_open(i) and author_names(sheet.line(i)):
            yield i, "byline"


def datelines(sheet: Sheet) -> Found:
    """A dateline on a line of its own."""
    for i in head(sheet):
        piece = sheet.pieces[i]
        line = find_dateline(sheet.text, piece.start, end=piece.end) if sheet.is_open(i) else None
        if line and line.end == piece.end and (line.agency or line.place):
            yield i, "stamp"


def author_names(line: str) -> list[tuple[int, int]]:
    """Ranges of the names in a line that is a byline; none if it isn't one."""
    if not line or len(line) > 120:
        return []
    match = AUTHOR.fullmatch(line)
    if match is None:
        for pattern in lexicon.compiled("boilerplate", "bylines"):
            if match := pattern.fullmatch(line):
                return [match.span("name")]
        return []
    names: list[tuple[int, int]] = []
    start = match.start("name")
    for part in re.split(r"(\s*(?:,|;|&|/|\||\band\b)\s*)", match.group("name")):
        is_name = part in lexicon.agencies() or (
            len(words(part)) <= 6
            and all(
                w[:1].isupper() or w in lexicon.boilerplate()["name_particles"] for w in words(part)
            )
        )
        if part.strip(" ,;&/|") not in ("", "and"):
            if not is_name:
                return []
            if not (names and _ROLE.search(part)):
                names.append((start, start + len(part)))
        start += len(part)
    return names


def breadcrumbs(sheet: Sheet) -> Found:
    """A navigation line ("News / World / Europe"), or a section's name alone, off the prose."""
    sections = lexicon.boilerplate()["sections"]
    top, end = sheet.first_prose(), sheet.last_prose()
    for i in range(len(sheet.pieces)):
        line = sheet.line(i)
        if not line or top <= i <= end or len(words(line)) > 30:
            continue
        first, *others = [part.strip() for part in _CRUMBS.split(line)]
        if not others and all(word.lower() in sections for word in line.split()):
            # A row of links, whose signs between them got lost.
            others = line.split()[1:]
            first = line.split()[0] if others else first
        if first.lower() in sections and (others or i > 0 or len(sheet.pieces) > 2):
            yield i, "promo"


def page_end(sheet: Sheet) -> Found:
    """Short lines below the article that stand among what the site says to its readers."""
    end = sheet.last_prose()
    after = range(end + 1, len(sheet.pieces))
    first = next((i for i in after if sheet.pieces[i].kind == "promo"), None)
    if end < 0 or first is None:
        return
    for i in range(first, len(sheet.pieces)):
        line = sheet.line(i)
        if sheet.is_open(i) and line and not ends_sentence(line) and len(words(line)) <= 8:
            yield i, "promo"


def _joined(sheet: Sheet, i: int) -> Piece:
    return Piece(sheet.pieces[i].start, sheet.pieces[i + 1].end)
