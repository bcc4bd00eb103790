"""Candidates that rules propose, beside the model's.

:data:`PROPOSERS` is the ordered table: a rule reads one block and gives candidates, each with the
priority that decides where two overlap.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.analysis.entities.spans import Candidate, candidate, hyphened
from variorum.analysis.entities.words import (
    DAYS,
    FIRST,
    HONORIFICS,
    LAST,
    NEVER,
    PARTICLES,
    PARTS,
    PLAIN,
    POLITICAL,
    TITLES_BEFORE,
    is_role_head,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from variorum.analysis.entities.view import View


MOST_WORDS = 16
"""Words of a name at most: what keeps long runs of capitals from costing time."""


def known_names(view: View) -> Iterator[Candidate]:
    """Names of the data files, the longest at each place."""
    stop = -1
    for i, word in enumerate(view.words):
        if not (view.cap[i] or word.startswith(("al", "sub", "neo", "i", "e", "mac"))):
            continue
        if view.starts[i] < stop:
            continue
        found = gazetteer.match(view.text, view.starts[i], gazetteer.first_word(word))
        if found is None:
            continue
        (start, end), entry = found
        if entry.timid or (view.titled and len(entry.form) < 3 and not entry.form.isupper()):
            continue
        last = i + 1
        while last < len(view) and view.starts[last] < end:
            last += 1
        stop = end
        weak = last - i < 2 or (last - i < 4 and entry.label in ("NORP", "GPE"))
        priority = (46 if weak else 55) + last - i
        by = f"gazetteer.{entry.kind}"
        if end < view.ends[last - 1]:
            by, priority = "glued", 76
        yield Candidate(i, last, start, end, entry.label, by, priority)


def glued_names(view: View) -> Iterator[Candidate]:
    """A known name that a scrape glued to the word after it: "NATOand"."""
    for i, word in enumerate(view.words):
        if view.cap[i] and 3 < len(word) < 40 and (n := gazetteer.glued(word)):
            start = view.starts[i]
            entry = gazetteer.lookup(word[:n])
            label = entry.label if entry else "ORG"
            yield Candidate(i, i + 1, start, start + n, label, "glued", 75)


def _name_run(view: View, i: int, most: int = 5) -> int:
    """Where the run of a person's name that starts at *i* ends."""
    j = i
    while j < len(view) and j - i < most * 2:
        if _runs_on(view, i, j):
            j += 1
        else:
            break
    while j > i + 1 and not (view.cap[j - 1] or _ELIDED.match(view.words[j - 1])):
        j -= 1
    return hyphened(view, i, j) if j > i else j


def _runs_on(view: View, i: int, j: int) -> bool:
    """Whether token *j* belongs to the person's name that starts at *i*."""
    if view.cap[j] and view.words[j][0].isalpha():
        return j == i or _goes_on(view, j)
    if view.words[j] in ("-", "‐", "’", "'", ".") and view.glued(j):
        irish = view.words[j - 1] == "O" and _cap(view, j + 1)
        return irish or _cap_at(view, j + 1)
    if j > i and _ELIDED.match(view.words[j]):
        return True
    return view.lower[j] in PARTICLES and j > i and _after_particles(view, j)


_ELIDED = re.compile(r"[a-z]{1,4}['’][A-Z]")


def _cap_at(view: View, i: int) -> bool:
    return i < len(view) and view.cap[i] and view.glued(i)


def _after_particles(view: View, j: int) -> bool:
    for k in range(j, min(j + 4, len(view))):
        if view.cap[k]:
            return True
        if view.lower[k] not in PARTICLES and view.words[k] not in ("-", "’", "'"):
            return False
    return False


def _goes_on(view: View, j: int) -> bool:
    word = view.lower[j]
    return word not in PLAIN and word not in NEVER and word not in ("|",)


def titled_persons(view: View) -> Iterator[Candidate]:
    """Who stands after a form of address or a title: "Mr Grushko", "spokesman Dmitry Peskov"."""
    for i in range(1, len(view)):
        if not view.cap[i] or not view.words[i][0].isalpha():
            continue
        before = i - 1
        if view.words[before] == "." and view.glued(before) and before > 0:
            before -= 1
        word = view.lower[before]
        honoured = word in HONORIFICS and view.cap[before]
        if honoured and (view.lower[i] in HONORIFICS or _known_at(view, before) > i):
            continue
        if honoured or (word in TITLES_BEFORE and not view.titled):
            j = _name_run(view, i)
            if j > i and _person_like(view, i, j) and (honoured or j - i > 1):
                by = "honorific" if honoured else "role"
                yield candidate(view, i, j, "PER", by, 68 if honoured else 66)


def _known_at(view: View, i: int) -> int:
    """The token after a known name that starts at token *i*, or *i*."""
    found = gazetteer.match(view.text, view.starts[i], gazetteer.first_word(view.words[i]))
    last = i
    while found and last < len(view) and view.starts[last] < found[0][1]:
        last += 1
    return last


def _person_like(view: View, i: int, j: int) -> bool:
    if j - i > 1 and view.lower[j - 1] in LAST and view.lower[j - 1] not in ("bay", "hill"):
        return False
    if view.lower[i] in PLAIN or view.lower[i] in NEVER or is_role_head(view.lower[i]):
        return False
    entry = gazetteer.lookup(view.words[i])
    return entry is None or entry.timid or (j - i > 1 and entry.kind == "place")


def given_names(view: View) -> Iterator[Candidate]:
    """A common given name and the capitalised words after it."""
    names = gazetteer.given_names()
    for i, word in enumerate(view.words):
        if word not in names or i + 1 >= len(view):
            continue
        if i and view.cap[i - 1] and view.tags[i - 1] == "PROPN" and not _is_title(view, i - 1):
            continue
        j = _name_run(view, i)
        if j - i > 1 and _person_like(view, i, j) and not view.shouted:
            yield candidate(view, i, j, "PER", "given-name", 47)


def _is_title(view: View, i: int) -> bool:
    return view.lower[i] in HONORIFICS or is_role_head(view.lower[i])


def headed_names(view: View) -> Iterator[Candidate]:
    """Names whose first or last word says what they are: "Ministry of Health", "Tana River"."""
    if view.titled or view.shouted:
        return
    for i, word in enumerate(view.lower):
        if not view.cap[i]:
            continue
        if word in FIRST and _goes_on_of(view, i + 1):
            j = _headed_end(view, i + 2)
            if j > i + 2:
                begin = _headed_begin(view, i)
                yield candidate(view, begin, j, FIRST[word], "head", 57 + j - begin)
        elif i and view.cap[i - 1]:
            two = LAST.get(f"{view.lower[i - 1]} {word}")
            begin = _headed_begin(view, i) if two or word in LAST else i
            if begin < i - (two is not None):
                yield candidate(view, begin, i + 1, two or LAST[word], "head", 56 + i - begin)


def directions(view: View) -> Iterator[Candidate]:
    """A part of a known place: "East Java", "Upper Egypt", "Lake Victoria"."""
    for i in range(len(view) - 1):
        if view.cap[i] and view.lower[i] in PARTS and not (view.first[i] and view.titled):
            last = _known_at(view, i + 1)
            if last > i + 1 and _known_at(view, i) < last:
                entry = gazetteer.lookup(view.text[view.starts[i + 1] : view.ends[last - 1]])
                if entry is not None and entry.label in ("GPE", "LOC"):
                    yield candidate(view, i, last, PARTS[view.lower[i]], "direction", 53 + last - i)


def parties(view: View) -> Iterator[Candidate]:
    """A party whose noun is in lower case: "the Conservative party"."""
    for i in range(1, len(view)):
        political = view.cap[i - 1] and view.lower[i - 1] in POLITICAL
        if political and view.words[i] == "party":
            yield candidate(view, i - 1, i + 1, "ORG", "party", 66)


_CODE = re.compile(r"(?=\w*\d\w*\d)(?!(?:19|20)\d\d$)[A-Z]{0,4}\d{2,4}[A-Za-z]{0,3}$")


def products(view: View) -> Iterator[Candidate]:
    """A maker and the code of what it makes: "Acme B200"."""
    for i in range(1, len(view)):
        if not _CODE.match(view.words[i]) or view.glued(i) or not view.cap[i - 1]:
            continue
        maker = gazetteer.lookup(view.words[i - 1])
        if maker is not None and maker.label == "ORG" and not maker.canonical.isupper():
            last = i + 1
            while last + 1 < len(view) and view.words[last] == "-" and view.glued(last + 1):
                last += 2
            yield candidate(view, i - 1, last, "PRODUCT", "maker-code", 67)


def _goes_on_of(view: View, i: int) -> bool:
    if i + 1 >= len(view) or view.lower[i + 1] in DAYS:
        return False
    return view.lower[i] in ("of", "for", "de", "on")


def _headed_end(view: View, i: int) -> int:
    """Where a name that goes on after "of" ends: "… of Foreign Affairs and Trade"."""
    j = i
    while j < len(view) and j - i < MOST_WORDS:
        word = view.lower[j]
        if (view.cap[j] and view.words[j][0].isalpha()) or (word in ("the",) and j == i):
            j += 1
        elif word in ("and", "&", "of", "for") and _cap(view, j + 1) and j > i:
            if word == "and" and _is_place(view, j - 1):
                break
            j += 1
        elif word == "in" and j > i + 1 and _cap(view, j + 1) and _is_place(view, j + 1):
            if "and" not in view.lower[i:j] and not _bracketed(view, j + 2):
                break
            j += 1
        elif word == "-" and view.glued(j) and j + 1 < len(view) and view.glued(j + 1):
            j += 1 if view.cap[j + 1] else 2
        else:
            break
    return j if j > i and view.cap[j - 1] else i


def _bracketed(view: View, i: int) -> bool:
    """Whether an abbreviation in brackets follows, so that the name ends here."""
    return i + 2 < len(view) and view.words[i] == "(" and view.words[i + 2] == ")"


def _cap(view: View, i: int) -> bool:
    return i < len(view) and view.cap[i] and view.lower[i] not in PLAIN


def _is_place(view: View, i: int) -> bool:
    entry = gazetteer.lookup(view.words[i])
    return entry is not None and entry.label in ("GPE", "LOC")


def _headed_begin(view: View, head: int) -> int:
    i = head
    while i > 0 and head - i < 7:
        word = view.lower[i - 1]
        if view.cap[i - 1] and view.words[i - 1][0].isalpha():
            if word in PLAIN and (view.first[i - 1] or word in ("the", "a", "an", "our", "former")):
                break
            i -= 1
        elif (
            i > 1
            and view.cap[i - 2]
            and (word in ("&", "of") or (word == "-" and view.glued(i - 1) and view.glued(i)))
        ):
            i -= 1
        else:
            break
    while i < head and not view.cap[i]:
        i += 1
    return i


def acronyms(view: View) -> Iterator[Candidate]:
    """Words in capitals inside a text that isn't: most are organisations."""
    if view.shouted:
        return
    for i, word in enumerate(view.words):
        if (
            view.cap[i]
            and 2 < len(word) < 8
            and word.isupper()
            and word.isalpha()
            and view.lower[i] not in NEVER
            and view.lower[i] not in PLAIN
        ):
            beside = [k for k in (i - 1, i + 1) if 0 <= k < len(view)]
            if any(view.words[k].isupper() and len(view.words[k]) > 1 for k in beside):
                continue
            if any(view.words[k][0].isdigit() for k in beside) or _coded(view, i):
                continue
            yield candidate(view, i, i + 1, "ORG", "acronym", 30)


def _coded(view: View, i: int) -> bool:
    after = i + 1
    return after + 1 < len(view) and view.words[after] == "-" and view.words[after + 1][0].isdigit()


def capitalised(view: View) -> Iterator[Candidate]:
    """Capitalised words amid a sentence that nothing else explains; evidence has to name them."""
    if view.titled or view.shouted:
        return
    i = 0
    while i < len(view):
        j = i
        while j < len(view) and _proper(view, j) and (j > i or not _opens(view, j)):
            j += 2 if j + 2 < len(view) and view.words[j + 1] == "-" and view.cap[j + 2] else 1
        if 0 < j - i < 5 and all(w.isalpha() or w == "-" for w in view.words[i:j]):
            yield candidate(view, i, j, "", "capitalised", 20)
        i = max(j, i + 1)


def _proper(view: View, i: int) -> bool:
    return view.cap[i] and view.tags[i] == "PROPN"


def _opens(view: View, i: int) -> bool:
    """Whether a word is capitalised because it opens a sentence, as far as one can tell."""
    return view.first[i] and not (i + 1 < len(view) and _proper(view, i + 1) and _goes_on(view, i))


_HANDLE = re.compile(r"@[A-Za-z_]\w{1,30}$")


def handles(view: View) -> Iterator[Candidate]:
    """Names of accounts: "@outlet"."""
    for i, word in enumerate(view.words):
        if "@" in word:
            cut = word.find("@")
            if _HANDLE.match(word, cut) and not word[:cut].strip('."“('):
                label = "ORG" if gazetteer.lookup(word[cut + 1 :]) else "PER"
                start = view.starts[i] + cut
                yield Candidate(i, i + 1, start, view.ends[i], label, "handle", 90)


PROPOSERS: tuple[Callable[[View], Iterable[Candidate]], ...] = (
    handles,
    known_names,
    glued_names,
    titled_persons,
    given_names,
    headed_names,
    directions,
    parties,
    products,
    acronyms,
    capitalised,
)
