"""Candidates that rules propose, beside the model's.

:data:`RULES` is the ordered list: a rule reads one block and gives candidates, each with the
priority that decides where two overlap.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from variorum.analysis import gazetteer
from variorum.analysis.entities.abbreviated import introduced_names
from variorum.analysis.entities.headed import headed_names
from variorum.analysis.entities.persons import given_names, initialled_persons, titled_persons
from variorum.analysis.entities.spans import (
    Candidate,
    can_belong,
    candidate,
    covering,
    known_at,
)
from variorum.analysis.entities.words import (
    INSTITUTIONS,
    NEVER,
    PARTS,
    PARTY_PEOPLE,
    PLAIN,
    POLITICAL,
)
from variorum.analysis.rules import Rules, described

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from variorum.analysis.entities.view import View


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


def directions(view: View) -> Iterator[Candidate]:
    """A part of a known place: "East Java", "Upper Egypt", "Lake Victoria"."""
    for i in range(len(view) - 1):
        if view.cap[i] and view.lower[i] in PARTS and not (view.first[i] and view.titled):
            last = known_at(view, i + 1)
            if last > i + 1 and known_at(view, i) < last:
                entry = gazetteer.lookup(view.text[view.starts[i + 1] : view.ends[last - 1]])
                if entry is not None and entry.label in ("GPE", "LOC"):
                    yield candidate(view, i, last, PARTS[view.lower[i]], "direction", 53 + last - i)


def parties(view: View) -> Iterator[Candidate]:
    """A party by its noun or its people in lower case: "the Liberal party", "Labour voters"."""
    for i in range(1, len(view)):
        political = view.cap[i - 1] and view.lower[i - 1] in POLITICAL
        if political and view.words[i] == "party":
            yield candidate(view, i - 1, i + 1, "ORG", "party", 66)
        elif political and view.lower[i] in PARTY_PEOPLE and view.lower[i - 1].startswith("labo"):
            yield candidate(view, i - 1, i, "ORG", "party", 46)
        elif view.words[i] == "Labour" and _stands_alone(view, i):
            yield candidate(view, i, i + 1, "ORG", "party", 46)


def _stands_alone(view: View, i: int) -> bool:
    """Whether a capitalised word amid a sentence is in no longer name and no office's field."""
    if view.first[i] or view.titled or view.shouted:
        return False
    beside = [k for k in (i - 1, i + 1) if 0 <= k < len(view)]
    joined = {"of", "the", "and", "&", ","} & {view.lower[k] for k in beside[:1]}
    return not joined and not any(view.cap[k] for k in beside)


def institutions(view: View) -> Iterator[Candidate]:
    """An institution that a common noun names: "the House", not "the House Speaker"."""
    for i in range(1, len(view)):
        if not view.cap[i] or view.lower[i - 1] != "the" or view.titled:
            continue
        for name in INSTITUTIONS:
            found = covering(
                view, view.starts[i], view.starts[i] + len(name), "ORG", "institution", 48
            )
            said = found is not None and view.text.startswith(name, view.starts[i])
            if found and said and not (found.last < len(view) and _proper(view, found.last)):
                yield found


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


def acronyms(view: View) -> Iterator[Candidate]:
    """Words in capitals inside a text that isn't: most are organisations."""
    if view.shouted:
        return
    for i, word in enumerate(view.words):
        if (
            view.cap[i]
            and 2 < len(word) < 8
            and word.isupper()
            and word.replace("&", "").isalpha()
            and view.lower[i] not in NEVER
            and view.lower[i] not in PLAIN
        ):
            beside = [k for k in (i - 1, i + 1) if 0 <= k < len(view)]
            if any(view.words[k].isupper() and len(view.words[k]) > 1 for k in beside):
                continue
            if any(view.words[k][0].isdigit() for k in beside) or _coded(view, i):
                continue
            yield candidate(view, i, _branch_end(view, i + 1), "ORG", "acronym", 30)


def _branch_end(view: View, i: int) -> int:
    """Where an abbreviation ends that names a branch by a letter: "ABC-N"."""
    if i + 1 < len(view) and view.words[i] == "-" and view.glued(i) and view.glued(i + 1):
        branch = view.words[i + 1]
        return i + 2 if len(branch) == 1 and branch.isupper() else i
    return i


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
    if not view.first[i] or i + 2 >= len(view):
        return view.first[i]
    goes_on = _proper(view, i + 1) and can_belong(view, i)
    told = view.lower[i + 1] in ("is", "was") and view.lower[i + 2] in ("a", "an")
    return not (goes_on or told)


def own_names(view: View, outlet: str | None) -> Iterator[Candidate]:
    """The name of the outlet that printed the article, wherever it names itself."""
    if outlet is None or not _is_own_name(outlet) or not len(view):
        return
    end = view.ends[-1]
    at = view.text.find(outlet, view.starts[0], end)
    while at >= 0:
        if found := covering(view, at, at + len(outlet), "ORG", "outlet", 85):
            yield found
        at = view.text.find(outlet, at + len(outlet), end)


def _is_own_name(outlet: str) -> bool:
    """Whether a name is one by its form: several words, or no word of the language."""
    words = outlet.split()
    if "." in outlet or not outlet[:1].isalnum():
        return False
    return len(words) > 1 or (outlet.isupper() and outlet.lower() not in PLAIN | NEVER)


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


Proposing: TypeAlias = "Callable[[View], Iterable[Candidate]]"
"""What a rule does: it reads a block and gives candidates."""
RULES: Rules[Proposing] = described(
    "names",
    {
        "account": handles,
        "known": known_names,
        "glued": glued_names,
        "titled person": titled_persons,
        "given name": given_names,
        "initials": initialled_persons,
        "head": headed_names,
        "introduced": introduced_names,
        "direction": directions,
        "party": parties,
        "institution": institutions,
        "maker and code": products,
        "acronym": acronyms,
        "capitalised": capitalised,
    },
)


def proposed(view: View) -> Iterator[Candidate]:
    """What all rules propose for a block."""
    for rule in RULES.as_extended():
        yield from rule.apply(view)
