"""What an editor did to an exported file, as corrections.

The file is compared with what would be exported now: a value that differs is a change, a row
without an id is added, a row that is gone is rejected where that is asked for: a table that was
filtered, or cut off, lacks rows, too. What is none of these is a problem, located.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.corrections import Target, Words, snippet
from variorum.corrections.fields import FIELDS, NEEDED
from variorum.corrections.places import Gazette
from variorum.corrections.records import Value
from variorum.edition import Story
from variorum.export.cells import SEPARATOR
from variorum.export.rows import EDITABLE, Row
from variorum.model import Annotation, Finding

LISTS = frozenset({("quote", "speaker"), ("reference", "actor")})
"""Values that may name several."""
_FIXED = {
    "value of the body": "follows from the values in the namespace variorum:; change that",
    "speaker_name": "follows from speaker; change that",
    "toWhom": "follows from the words; say who is spoken to in corrections.yaml",
    "words": "are not those of the report; words are changed in its own file",
    "readings": "of a finding cannot be changed; reject it and add another one",
    "place": "cannot be changed; take the element out and put another one without xml:id",
}
"""Columns that an editor may not change, and what to do instead."""
_ELSEWHERE = {"actor": "actors.yaml", "report": "story.yaml"}
"""Where what is no annotation is changed."""


@dataclass(slots=True)
class Returned:
    """Corrections as entries of the file, and what could not be understood."""

    entries: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    """How many entries there are of each kind, such as ``"change date"``."""
    gone: int = 0
    """How many rows are gone and were not rejected."""


def returned(
    story: Story, before: Iterable[Row], after: Iterable[Row], *, reject_missing: bool = False
) -> Returned:
    """What changed between two lists of rows of a story."""
    return _Comparison(story, reject_missing=reject_missing).run(_by_id(before), after)


def _by_id(rows: Iterable[Row]) -> dict[str, list[Row]]:
    made: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        made[row.id].append(row)
    return dict(made)


class _Comparison:
    """Goes through the rows of a file and collects what they say."""

    def __init__(self, story: Story, *, reject_missing: bool) -> None:
        self.reject_missing = reject_missing
        self.words = {article.id: Words(article) for article in story.articles}
        self.gazette = Gazette(story.articles)
        self.found: dict[str, tuple[str, Annotation]] = {
            said.id: (id_, said) for id_, listed in story.annotations.items() for said in listed
        }
        self.findings: dict[str, Finding] = {f.id: f for f in story.findings.findings}
        self.made = Returned()

    def run(self, before: Mapping[str, list[Row]], after: Iterable[Row]) -> Returned:
        """The corrections in the order of the export, the additions last."""
        kept: dict[str, list[Row]] = defaultdict(list)
        added: list[Row] = []
        for row in after:
            if not row.id:
                added.append(row)
            elif row.id not in before:
                self.problem(row, f"nothing has the id {row.id!r}; to add something leave it empty")
            else:
                kept[row.id].append(row)
        if before and not kept:
            self.made.problems.append("none of its rows is of this story: nothing was read from it")
            return self.made
        for id_, rows in before.items():
            if id_ in kept:
                self.compare(rows, kept[id_])
            elif self.reject_missing:
                self.reject(rows[0])
            else:
                self.made.gone += 1
        self.add(added)
        return self.made

    def problem(self, row: Row, message: str) -> None:
        self.made.problems.append(f"{row.where}: {message}")

    # --- what is there already --------------------------------------------------------------------

    def reject(self, row: Row) -> None:
        if row.what == "actor":
            said = f"the actor {row.id!r} is gone: reject its mentions, or merge it in actors.yaml"
            self.made.problems.append(said)
        elif row.what == "report":
            self.made.problems.append(f"{row.id} is gone: a report is taken out of the folder")
        else:
            self.entry("reject", row)

    def entry(self, verb: str, row: Row, values: Mapping[str, Value] | None = None) -> None:
        """An entry on what has the row's id."""
        at, which = self.place(row)
        if at:
            self.keep(verb, row.what, snippet(verb, row.what, at, values, which=which))
        else:
            self.problem(row, "it stands on no words, so no correction can point to it")

    def keep(self, verb: str, what: str, entry: str) -> None:
        self.made.entries.append(entry)
        self.made.kinds[f"{verb} {what}"] += 1

    def place(self, row: Row) -> tuple[list[Target], str]:
        if row.what == "finding":
            finding = self.findings[row.id]
            spans = [
                (r.article, r.start, r.end)
                for r in finding.readings
                if r.start is not None and r.end is not None and r.article in self.words
            ]
            return [self.words[a].target(s, e) for a, s, e in dict.fromkeys(spans)], finding.kind
        article, said = self.found[row.id]
        return [self.words[article].target(said.start, said.end)], ""

    def compare(self, before: Sequence[Row], after: Sequence[Row]) -> None:
        """The rows of one id, as they were exported and as they are."""
        pairs = self.paired(before, after)
        values: dict[str, Value] = {}
        note = self.note(after[0])
        for old, new in pairs:
            for column, cell in new.cells.items():
                was = old.cells.get(column, "")
                if _same(was, cell) or column == "note":
                    continue
                name = EDITABLE.get(old.what, {}).get(column)
                if name is None:
                    self.fixed(new, column)
                    continue
                try:
                    value = _value(old.what, name, cell)
                except ValueError as error:
                    self.problem(new, f"{column} {error}")
                    continue
                if values.setdefault(name, value) != value:
                    self.problem(new, f"{column} differs from another row with the same id")
        if values:
            self.entry("change", after[0], values | ({"note": note} if note else {}))
        elif note:
            self.entry("note", after[0], {"text": note})

    def note(self, row: Row) -> str:
        """What an editor notes on a row and nobody has noted there yet."""
        said = " ".join(row.cells.get("note", "").split())
        finding = self.findings.get(row.id)
        known = finding.note if finding else self.found[row.id][1].note if said else ""
        return said if said != known else ""

    def paired(self, before: Sequence[Row], after: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
        """Rows of one id that belong together: in their order, a finding's by their words."""
        if len(before) == 1:
            for extra in after[1:]:
                self.problem(extra, f"a second row with the id {extra.id!r}")
            yield before[0], after[0]
            return
        waiting = list(before)
        for new in after:
            old = next((row for row in waiting if _place(row) == _place(new)), None)
            if old is None:
                self.problem(new, "no reading of this finding has these words")
                continue
            waiting.remove(old)
            yield old, new
        if waiting:
            said = "a reading cannot be taken from a finding; delete all its rows to reject it"
            self.problem(after[0], said)

    def fixed(self, row: Row, column: str) -> None:
        if row.what in _ELSEWHERE and column != "words":
            said = f"of {'an' if row.what == 'actor' else 'a'} {row.what} is changed in"
            self.problem(row, f"{column} {said} {_ELSEWHERE[row.what]}")
        else:
            told = _FIXED.get(column, "cannot be changed; delete the row and add another one")
            self.problem(row, f"{column} {told}")

    # --- what is new ------------------------------------------------------------------------------

    def add(self, rows: Sequence[Row]) -> None:
        """New rows; those of one new finding have the same kind and explanation."""
        groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for number, row in enumerate(rows):
            same = ("finding", row.cells.get("kind", ""), row.cells.get("explanation", ""))
            groups[same if row.what == "finding" else (str(number),)].append(row)
        for group in groups.values():
            self.add_one(group)

    def add_one(self, rows: Sequence[Row]) -> None:
        row = rows[0]
        columns = EDITABLE.get(row.what)
        if not columns:
            known = ", ".join(what for what, fields in EDITABLE.items() if fields)
            self.problem(row, f"{row.what!r} cannot be added; known: {known}")
            return
        values: dict[str, Value] = {}
        for column, name in columns.items():
            if cell := row.cells.get(column, "").strip():
                try:
                    values[name] = _value(row.what, name, cell)
                except ValueError as error:
                    self.problem(row, f"{column} {error}")
                    return
        missing = [name for name in NEEDED.get(row.what, ()) if name not in values]
        if missing:
            self.problem(row, f"what is added needs {', '.join(missing)}")
            return
        for each in rows:
            place = self.gazette.place(each.target)
            if isinstance(place, str):
                self.problem(each, place)
                return
        self.keep("add", row.what, snippet("add", row.what, [r.target for r in rows], values))


def _place(row: Row) -> tuple[str, str, str]:
    return row.cells.get("article", ""), row.cells.get("exact", ""), row.cells.get("field", "")


def _value(what: str, name: str, cell: str) -> Value:
    """A cell as a correction's value; raises :exc:`ValueError` where it is none."""
    read: Callable[[object], Value] = FIELDS[what][name]
    if (what, name) in LISTS and SEPARATOR.strip() in cell:
        return read([part.strip() for part in cell.split(SEPARATOR.strip()) if part.strip()])
    return read(cell.strip() or None)


def _same(one: str, other: str) -> bool:
    """Whether a cell is as it was; a spreadsheet may have written a number, or its ends, anew."""
    one, other = (" ".join(cell.split()) for cell in (one, other))
    if one == other:
        return True
    try:
        return float(one) == float(other.replace(",", "."))
    except ValueError:
        return False
