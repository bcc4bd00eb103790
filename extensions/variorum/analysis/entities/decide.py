"""From candidates to names: one label a form in an article, and every occurrence of the form found.

1. Evidence of all mentions of a form is added up (:mod:`.evidence`); the model's labels weigh
   :data:`MODEL_WEIGHT`, shared among them.
2. A form that is a part of a person's name ("Grushko") is that person's.
3. What was found once is found wherever the article repeats it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from variorum.analysis import gazetteer
from variorum.analysis.entities.abbreviated import SHORTEST
from variorum.analysis.entities.evidence import evidence
from variorum.analysis.entities.lists import by_lists
from variorum.analysis.entities.spans import Candidate, candidate, forenamed
from variorum.analysis.entities.view import View
from variorum.analysis.entities.words import (
    FIRMS,
    HONORIFICS,
    NEVER,
    PARTICLES,
    PLAIN,
    POLITICAL,
    is_role_head,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MODEL_WEIGHT = 1.2
ENOUGH = 2.0
"""Evidence a form needs to be a name at all where the model saw none."""

LISTED = 1.4
"""What the names listed beside it weigh for a name."""
FILED = 3.0
"""What the dateline weighs for its place; less than what the data files know of the name."""

Found = tuple[View, Candidate]


@dataclass(slots=True)
class Tally:
    """What speaks for each label of one form in one article."""

    scores: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    rules: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    model: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    proposed: bool = False
    """Whether a rule that needs no more evidence proposed it."""

    def add(self, label: str, weight: float, rule: str) -> None:
        """Count a rule once a form, at its greatest weight."""
        had = self.rules[label].get(rule, 0.0)
        if abs(weight) > abs(had):
            self.rules[label][rule] = weight
            self.scores[label] += weight - had

    def named(self) -> bool:
        """Whether anything but capitals says that this is a name."""
        return bool(self.model) or self.proposed or max(self.scores.values(), default=0) >= ENOUGH

    def verdict(self) -> tuple[str, str, float]:
        """The label, the rule that speaks loudest for it, and by how much it leads."""
        scores = dict(self.scores)
        seen = sum(self.model.values())
        for label, n in self.model.items():
            scores[label] = scores.get(label, 0.0) + MODEL_WEIGHT * n / seen
        ranked = sorted(scores.items(), key=lambda s: (-s[1], s[0]))
        label, score = ranked[0] if ranked else ("", 0.0)
        if score < 0:  # all that is known speaks against
            return "", "model", score
        rest = ranked[1][1] if len(ranked) > 1 else 0.0
        rules = dict(self.rules.get(label, {}))
        if self.model.get(label):
            rules["model"] = MODEL_WEIGHT * self.model[label] / seen
        by = min(rules, key=lambda r: (-rules[r], r), default="model")
        return label, by, score - max(rest, 0.0)


def form_of(view: View, c: Candidate) -> str:
    """What a candidate is filed under: its words, single-spaced."""
    return " ".join(view.text[c.start : c.end].split())


def label_forms(
    found: Sequence[Found], filed: str | None = None
) -> dict[str, tuple[str, str, float]]:
    """Decide the label of each form in the article.

    What the dateline says it was *filed* from is a place in the body as well.
    """
    tallies: dict[str, Tally] = defaultdict(Tally)
    for view, c in found:
        tally = tallies[form_of(view, c)]
        tally.proposed |= c.by not in ("model", "capitalised")
        if c.by == "model":
            tally.model[c.label] += 1
        elif c.by in PROPOSED:
            tally.add(c.label, PROPOSED[c.by], c.by)
        for label, weight, name in evidence(view, c):
            tally.add(label, weight, name)
    for form, tally in tallies.items():
        if filed is not None and form.casefold() == filed.casefold():
            tally.add("GPE", FILED, "dateline")
    told = {form: tally.verdict() for form, tally in tallies.items() if tally.named()}
    forms = [form_of(view, c) for view, c in found]
    for n, label in by_lists(found, [told.get(form) for form in forms]):
        tallies[forms[n]].add(label, LISTED, "list")
    return {form: tally.verdict() for form, tally in tallies.items() if tally.named()}


PROPOSED = {
    "honorific": 4.0,
    "role": 1.8,
    "given-name": 0.0,
    "head": 1.0,
    "glued": 3.5,
    "maker-code": 4.0,
    "party": 4.0,
    "direction": 2.5,
    "handle": 3.0,
    "outlet": 4.0,
    "institution": 3.0,
    "introduced": 2.5,
}
"""What a rule's proposal weighs beyond the evidence in and around the name."""


def name_parts(forms: dict[str, tuple[str, str, float]]) -> dict[str, bool]:
    """Words that stand for a person by themselves, and whether each is a surname."""
    parts: dict[str, bool] = {}
    for form in sorted(forms):
        label, _, lead = forms[form]
        words = form.split()
        if label != "PER" or len(words) < 2 or lead < 0.7:
            continue
        for i, word in enumerate(words):
            if len(word) > 2 and word[0].isupper() and word.lower() not in PARTICLES:
                parts[word] = parts.get(word, False) or i > 0
        for i in range(1, len(words) - 1):
            if words[i].lower() in PARTICLES or len(words) > 2:
                parts[" ".join(words[i:])] = True
    return parts


def link_parts(forms: dict[str, tuple[str, str, float]], views: Sequence[View]) -> None:
    """Make the short forms of persons persons, unless the form itself is well known.

    A surname that a place has as well is the person's where the article has the name in full and
    speaks of no such place: "Anna Paris", "Paris said", but "in Paris".
    """
    sure = {
        form.rpartition(" ")[2]
        for form, (label, by, _) in forms.items()
        if label == "PER" and " " in form and by in _SURE
    }
    for part, surname in name_parts(forms).items():
        entry = gazetteer.lookup(part)
        bears = entry is not None and entry.label == "GPE" and part in sure
        if bears and not _is_placed(part, views):
            forms[part] = ("PER", "surname", 2.0)
            continue
        if entry is not None and not entry.timid and (entry.label != "GPE" or not surname):
            continue
        if entry is not None and entry.kind in ("country", "capital", "people"):
            continue
        if part.lower() in NEVER or part.lower() in PLAIN or is_role_head(part.lower()):
            continue
        label, by, lead = forms.get(part, ("", "", 0.0))
        strong = (
            label not in ("", "PER") and by in ("head", "place-list", "abbreviation") and lead > 2
        )
        if not strong:
            forms[part] = ("PER", "surname" if surname else "forename", max(lead, 2.0))


_SURE = frozenset({"given-name", "honorific", "role", "age", "who", "apposition"})
"""Rules by which a full name is a person's, whatever places its surname names."""
_WHERE = frozenset(
    {"in", "to", "from", "near", "at", "outside", "across", "into", "around", "of", "for", "and"}
)
"""What stands before a place; "and" joins it to another."""


def _is_placed(name: str, views: Sequence[View]) -> bool:
    """Whether a single word stands where a place does, somewhere in the article."""
    return any(
        word == name and i > 0 and view.lower[i - 1] in _WHERE
        for view in views
        for i, word in enumerate(view.words)
    )


def link_short_names(forms: dict[str, tuple[str, str, float]]) -> None:
    """Make the first word of a firm's name the firm, where nothing strong speaks for else."""
    for form in sorted(forms):
        words = form.split()
        label, _, lead = forms[form]
        if label != "ORG" or len(words) < 2 or words[-1].lower().rstrip(",.") not in FIRMS:
            continue
        short = words[0]
        said, _, strength = forms.get(short, ("", "", 0.0))
        weak = said in ("PER", "GPE", "PRODUCT", "WORK") and strength < min(lead, 2.0)
        if weak and len(short) > 3 and gazetteer.lookup(short) is None:
            forms[short] = ("ORG", "short-name", lead)


def link_members(forms: dict[str, tuple[str, str, float]]) -> None:
    """What else the article calls a body: the members of a party, a name without its "HM"."""
    for form in sorted(forms):
        words = form.split()
        if forms[form][0] != "ORG" or len(words) < 2:
            continue
        if len(words) == 2 and words[1] == "Party" and words[0].lower() in POLITICAL:
            forms.setdefault(words[0].removesuffix("ic") + "s", ("NORP", "members", 2.0))
        if forms[form][1] == "introduced" and (rest := unprefixed(form)):
            forms.setdefault(rest, ("ORG", "short-name", 2.0))


def unprefixed(name: str) -> str:
    """A body's name without the capitals before it: "HM Revenue and Customs", else nothing."""
    first, _, rest = name.partition(" ")
    return rest if first.isupper() and len(first) < SHORTEST and " " in rest else ""


def drop_lone(forms: dict[str, tuple[str, str, float]], views: Iterable[View]) -> None:
    """Leave out single words that the model alone takes for a person or a body, and only once.

    Two in three of them are no names, or not of that kind; those with several capitals ("BoE")
    are names.
    """
    used = Counter(word for view in views for word in view.words)
    for form in [f for f in forms if " " not in f]:
        label, by, _ = forms[form]
        several = sum(c.isupper() for c in form) > 1
        if by == "model" and label in ("ORG", "PER") and used[form] < 2 and not several:
            forms[form] = ("", by, 0.0)


def repeat(
    views: Sequence[View], forms: dict[str, tuple[str, str, float]], taken: Sequence[set[int]]
) -> Iterator[tuple[int, Candidate]]:
    """Occurrences of decided forms that no candidate covers."""
    index: dict[str, list[str]] = defaultdict(list)
    for form, (label, _by, lead) in forms.items():
        words = form.split()
        if label and lead >= 0.5 and len(form) > 1 and (words[0][0].isupper() or len(words) > 1):
            index[gazetteer.first_word(form)].append(form)
    for entries in index.values():
        entries.sort(key=lambda e: (-len(e), e))
    for n, view in enumerate(views):
        for i in range(len(view)):
            if i in taken[n] or not view.cap[i]:
                continue
            for form in index.get(gazetteer.first_word(view.words[i]), ()):
                last = _repeated(view, i, form)
                if last and taken[n].isdisjoint(range(i, last)) and _suits(view, i, last):
                    label, by, _lead = forms[form]
                    whole = label == "PER" and last - i == 1 and forenamed(view, i)
                    first = i - 1 if whole and i - 1 not in taken[n] else i
                    yield n, candidate(view, first, last, label, by, 35 + last - i)
                    break


def _repeated(view: View, i: int, form: str) -> int:
    """The token after a form that stands at token *i*, or 0."""
    start = view.starts[i]
    end = start + len(form)
    shouted = view.shouted and view.text[start:end] == form.upper()
    if not shouted and not view.text.startswith(form, start):
        return 0
    last = i + 1
    while last < len(view) and view.ends[last - 1] < end:
        last += 1
    return last if view.ends[last - 1] == end else 0


def _suits(view: View, i: int, last: int) -> bool:
    """Whether a repeated form isn't a piece of a longer unknown name."""
    if last - i == 1 and view.lower[i] in PLAIN | NEVER:
        return False
    before = i and view.cap[i - 1] and view.tags[i - 1] == "PROPN" and not view.first[i - 1]
    after = last < len(view) and view.cap[last] and view.tags[last] == "PROPN"
    if view.titled or view.shouted:
        return True
    if last - i == 1 and forenamed(view, i):
        return True
    if before and view.lower[i - 1] not in HONORIFICS and not is_role_head(view.lower[i - 1]):
        return last - i > 1
    return not after or last - i > 1
