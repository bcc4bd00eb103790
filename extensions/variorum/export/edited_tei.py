"""A ``story.tei.xml`` that somebody edited, as rows: what each element says, and on which words.

A place is counted in letters that are no white space, so that an editor that breaks lines anew
changes nothing. Elements of one annotation that was cut are one row; they have to say the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from variorum.errors import UserError
from variorum.export.cells import SEPARATOR
from variorum.export.nesting import TEI, XML_ID
from variorum.export.quoting import CONTEXT
from variorum.export.rows import Row

FILENAME = "story.tei.xml"
_T = f"{{{TEI}}}"
_LABELS = {"persName": "PER", "orgName": "ORG"}
_PLACES = ("gpe", "loc", "fac")
_WHAT = {
    **dict.fromkeys(("persName", "orgName", "placeName", "name"), "entity"),
    "rs": "reference", "roleName": "role", "said": "quote", "date": "date", "time": "date",
    "measure": "figure",
}  # fmt: skip
_ACTOR = "#actor-"
_INDIRECT = "indirect"
_HEAD = {"title": "title", "publisher": "outlet"}


@dataclass(frozen=True, slots=True)
class _Mark:
    """An element on words: its letters from and to, white space not counted."""

    element: etree._Element
    start: int
    end: int

    @property
    def tag(self) -> str:
        return str(etree.QName(self.element).localname)


@dataclass(slots=True)
class _Body:
    """The words of a report, and the elements on them."""

    text: list[str] = field(default_factory=list)
    """Character by character."""
    at: list[int] = field(default_factory=list)
    """Where in the text each letter stands."""
    marks: list[_Mark] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Notes between the words: what they are about, and what they say."""

    def read(self, element: etree._Element, about: str = "") -> None:
        """Read an element and all in it; *about* is the id of the annotation around it."""
        about = _base(element.get(XML_ID, "")) or about
        start = len(self.at)
        self._add(element.text)
        for child in element:
            tag = etree.QName(child).localname if isinstance(child.tag, str) else ""
            if tag == "note":
                self.notes.append((_pointed(child.get("target", "")) or about, _words(child)))
            elif tag == "g":
                self._add(_letter(child))
            elif tag:
                self.read(child, about)
            self._add(child.tail)
        self.marks.append(_Mark(element, start, len(self.at)))

    def _add(self, words: str | None) -> None:
        for letter in words or "":
            if not letter.isspace():
                self.at.append(len(self.text))
            self.text.append(letter)

    def letters(self) -> str:
        return "".join(self.text[place] for place in self.at)

    def quoted(self, mark: _Mark) -> dict[str, str]:
        """The words of an element, and those around them."""
        if mark.start == mark.end:
            return {"exact": ""}
        start, end = self.at[mark.start], self.at[mark.end - 1] + 1
        parts = {
            "exact": self.text[start:end],
            "prefix": self.text[max(0, start - CONTEXT) : start],
            "suffix": self.text[end : end + CONTEXT],
        }
        return {name: "".join(letters) for name, letters in parts.items()}


def tei_rows(data: bytes, name: str) -> Iterator[Row]:
    """The rows of an edited corpus; raises :exc:`~variorum.errors.UserError`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UserError(f"{name}: it is no XML that can be read: {error}") from error
    if root.tag != f"{_T}teiCorpus" or root.getroottree().docinfo.doctype:
        raise UserError(f"{name}: not a TEI corpus as exported")
    known = {id_: e for e in root.iter("*") if (id_ := e.get(XML_ID))}
    articles = {e.get("n", ""): e for e in root.iterfind(f".//{_T}witness")}
    for actor in root.iterfind(f"{_T}standOff/*/*"):
        if _base(actor.get(XML_ID, "")).startswith(_ACTOR[1:]):
            yield _actor(actor, name)
    segs: dict[str, list[str]] = defaultdict(list)
    notes: dict[str, list[str]] = defaultdict(list)
    for document in root.iterfind(f"{_T}TEI"):
        witness = articles.get(document.get("n", ""))
        article = witness.findtext(f"{_T}bibl/{_T}idno") if witness is not None else None
        if witness is None or not article:
            raise UserError(f"{_where(document, name)}: no witness says which report this is")
        body = _Body()
        for element in document.iterfind(f"{_T}text/{_T}body"):
            body.read(element)
        for about, said in body.notes:
            if about not in known:
                raise UserError(f"{_where(document, name)}: a note says by no target what it is on")
            notes[about].append(said)
        yield _report(document, witness, article, body, name)
        for mark in body.marks:
            if mark.tag == "seg" and mark.element.get("type") == "reading":
                about = _pointed(mark.element.get("corresp", ""))
                segs[about].append(f"{article} {mark.start}–{mark.end}")
        yield from _annotations(body, article, notes, known, name)
    for app in root.iterfind(f"{_T}standOff/{_T}listApp/{_T}app"):
        yield _finding(app, segs, notes, name)


def _annotations(
    body: _Body,
    article: str,
    notes: Mapping[str, Sequence[str]],
    known: Mapping[str, etree._Element],
    name: str,
) -> Iterator[Row]:
    """A row for each annotation; the parts of one that was cut are one."""
    groups: dict[str, list[_Mark]] = defaultdict(list)
    for number, mark in enumerate(body.marks):
        if mark.tag in _WHAT:
            id_ = _base(mark.element.get(XML_ID, ""))
            groups[id_ or f"new {number}"].append(mark)
    for id_, marks in groups.items():
        where = _where(marks[0].element, name)
        said = [_values(mark, known, _where(mark.element, name)) for mark in marks]
        if any(other != said[0] for other in said):
            raise UserError(f"{where}: the elements of {id_} say different things; change each")
        if any(mark.tag != marks[0].tag for mark in marks):
            raise UserError(f"{where}: the elements of {id_} are not of one name; change each")
        if said[0].get("kind") == _INDIRECT and any(_has_quoted(mark, body) for mark in marks):
            said[0]["kind"] = "mixed"
        isold = not id_.startswith("new ")
        place = _place(marks) if isold else ""
        cells = {
            "article": article, "place": place, **said[0], **body.quoted(marks[0]),
            "note": " ".join(notes.get(id_, ())),
        }  # fmt: skip
        if isold:
            # Where it stands is its place; where lines break is nothing that an editor says.
            cells = {n: c for n, c in cells.items() if n not in ("exact", "prefix", "suffix")}
        yield Row(where, id_ if isold else "", _WHAT[marks[0].tag], cells)


def _place(marks: Iterable[_Mark]) -> str:
    """The ranges of some elements, joined where they touch."""
    joined: list[list[int]] = []
    for mark in sorted(marks, key=lambda m: (m.start, m.end)):
        if joined and joined[-1][1] == mark.start:
            joined[-1][1] = mark.end
        else:
            joined.append([mark.start, mark.end])
    return " ".join(f"{start}–{end}" for start, end in joined)


def _values(mark: _Mark, known: Mapping[str, etree._Element], where: str) -> dict[str, str]:
    """What an element says, by the columns of the tables."""
    said = mark.element.get

    def actors(attribute: str) -> str:
        ids = said(attribute, "").split()
        for pointer in ids:
            if not pointer.startswith(_ACTOR) or pointer[1:] not in known:
                raise UserError(f"{where}: {attribute}={pointer!r} points to no actor of this file")
        return SEPARATOR.join(pointer.removeprefix(_ACTOR) for pointer in ids)

    match _WHAT[mark.tag]:
        case "entity":
            return {
                "label": _label(mark.tag, said("type", "")),
                "actor": actors("ref"),
                "metonym_for": actors("corresp"),
            }
        case "reference" | "role":
            return {"actor": actors("ref")}
        case "quote":
            kind = "direct" if said("direct", "true") == "true" else _INDIRECT
            return {"speaker": actors("who"), "kind": kind, "toWhom": actors("toWhom")}
        case "date":
            forms = ("when", "when-iso", "dur-iso", "n")
            kind = "duration" if said("dur-iso") else mark.tag
            return {"value": next((v for n in forms if (v := said(n))), ""), "kind": kind}
    number = next(mark.element.iter(f"{_T}num"), None)
    ends = number.get if number is not None else said
    return {
        "low": ends("value") or ends("atLeast", ""),
        "high": ends("value") or ends("atMost", ""),
        "unit": said("unit", ""),
        "of": said("commodity", ""),
    }


def _label(tag: str, type_: str) -> str:
    if tag == "placeName":
        return type_.upper() if type_ in _PLACES else f"placeName (say type={'|'.join(_PLACES)})"
    return _LABELS.get(tag) or type_.upper()


def _has_quoted(mark: _Mark, body: _Body) -> bool:
    return any(
        other.tag == "q" and mark.start < other.end and other.start < mark.end
        for other in body.marks
    )


def _report(
    document: etree._Element, witness: etree._Element, article: str, body: _Body, name: str
) -> Row:
    """What a corpus says of a report itself, which nobody changes there."""
    head = {
        cell: " ".join((witness.findtext(f"{_T}bibl/{_T}{tag}") or "").split())
        for tag, cell in _HEAD.items()
    }
    days = {e.get("type"): e.text or "" for e in witness.iterfind(f"{_T}bibl/{_T}date")}
    cells = head | {"published": days.get("published", ""), "words": body.letters()}
    return Row(_where(document, name), f"report {article}", "report", cells)


def _actor(actor: etree._Element, name: str) -> Row:
    cells = {
        "name": SEPARATOR.join(" ".join(_words(e).split()) for e in actor if _is_name(e)),
        "description": " ".join((actor.findtext(f"{_T}note") or "").split()),
        "wikidata": actor.findtext(f"{_T}idno") or "",
    }
    return Row(_where(actor, name), actor.get(XML_ID, "").removeprefix(_ACTOR[1:]), "actor", cells)


def _is_name(element: etree._Element) -> bool:
    names = ("persName", "orgName", "placeName", "form")
    return isinstance(element.tag, str) and etree.QName(element).localname in names


def _finding(
    app: etree._Element,
    segs: Mapping[str, Sequence[str]],
    notes: Mapping[str, Sequence[str]],
    name: str,
) -> Row:
    id_ = app.get(XML_ID, "")
    first, *more = [" ".join(_words(note).split()) for note in app.iterfind(f"{_T}note")] or [""]
    readings = [f"{r.get('wit')} {' '.join(_words(r).split())}" for r in app.iterfind(f"{_T}rdg")]
    cells = {
        "kind": app.get("type", ""), "salience": app.get("n", ""), "explanation": first,
        "note": " ".join([*more, *notes.get(id_, ())]),
        "readings": SEPARATOR.join(readings), "place": SEPARATOR.join(segs.get(id_, ())),
    }  # fmt: skip
    return Row(_where(app, name), id_, "finding", cells)


def _words(element: etree._Element) -> str:
    return "".join(str(words) for words in element.itertext())


def _letter(element: etree._Element) -> str:
    """The character that an empty ``g`` stands for."""
    try:
        return chr(int(element.get("n", "").removeprefix("U+"), 16))
    except (ValueError, OverflowError):
        return ""


def _base(id_: str) -> str:
    """The id of an annotation by that of one of its parts."""
    head, _, number = id_.rpartition(".")
    return head if head and number.isdigit() else id_


def _pointed(pointer: str) -> str:
    return _base(pointer.removeprefix("#"))


def _where(element: etree._Element, name: str) -> str:
    return f"{name}:{element.sourceline}"
