"""How each kind of annotation lies on the text: an entry in one table, one mechanism for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from variorum.model import siglum
from variorum.rendering.decided import decided_words, is_decided
from variorum.rendering.elements import Part
from variorum.rendering.text import Laid, Sign
from variorum.rendering.timex import gloss, markup_value
from variorum.rendering.words import _

Said = Mapping[str, Any]
"""An annotation as its JSON object."""


@dataclass(slots=True)
class Context:
    """What dressing an annotation needs to know of its page.

    ``actors`` maps the id of an actor to its facts, ``signs`` that of a quotation or a finding to
    its sign; ``merged`` are the quotations whose letter gives way to a number; ``met`` collects
    the actors already met, for the first mention of each is marked apart.
    """

    actors: Mapping[str, Said]
    signs: Mapping[str, str]
    merged: frozenset[str] = frozenset()
    aside: Sequence[tuple[int, int]] = ()
    """Ranges of the headline and of lines that are folded: no first mention is looked for here."""
    beside: Mapping[str, Part] = field(default_factory=dict)
    """What stands in the margin, by the id of the annotation."""
    met: set[str] = field(default_factory=set)

    def first_mention(self, said: Said) -> bool:
        """Whether this is where the running text names the actor for the first time."""
        if any(start <= said["start"] < end for start, end in self.aside):
            return False
        first = said["actor"] not in self.met
        self.met.add(said["actor"])
        return first


def laid_over(annotations: Iterable[Said], context: Context) -> Iterator[Laid]:
    """Everything that annotations lay over the text, in their order."""
    for said in annotations:
        dress = _DRESS.get(said["type"])
        if dress:
            yield from dress(said, context)


def _entity(said: Said, context: Context) -> Iterator[Laid]:
    actor = said["actor"]
    if actor not in context.actors:
        yield _place(said, ("vr-ent", "vr-open"))
        return
    first = context.first_mention(said)
    yield _place(
        said,
        ("vr-ent", "vr-first") if first else ("vr-ent",),
        docname=context.actors[actor]["docname"],
        html=_handle(said, actor, context) | ({} if first else _UNREACHED),
    )


def _reference(said: Said, context: Context) -> Iterator[Laid]:
    actor = said["actor"]
    if not isinstance(actor, str) or actor not in context.actors:
        yield _place(said, ("vr-ref",))
        return
    yield _place(
        said,
        ("vr-ref",),
        docname=context.actors[actor]["docname"],
        html=_handle(said, actor, context) | _UNREACHED,
    )


_UNREACHED = {"tabindex": "-1"}
"""What no layer shows at first is no stop for the keyboard; script changes that with the layer."""


def _handle(said: Said, actor: str, context: Context) -> dict[str, str]:
    """What a script opens the actor's card with, where the card itself doesn't say so.

    Of a rule its name and how sure it is, in per cent, are enough: the script has the sentence.
    """
    decided = {"data-decided": ""} if is_decided(said) else {}
    if why(said) == why(context.actors[actor]["first"]):
        return decided
    known = decided_words(said) if decided else f"{said['by']} {_per_cent(said)}"
    return {"data-why": known} | decided


def _role(said: Said, context: Context) -> Iterator[Laid]:
    yield _place(said, ("vr-role",))


def _place(said: Said, classes: tuple[str, ...] = (), **more: Any) -> Laid:
    return Laid(said["start"], said["end"], classes, id=said["id"], **more)


def _date(said: Said, context: Context) -> Iterator[Laid]:
    value = markup_value(said["value"])
    raised = gloss(said["value"])
    sign = Sign(raised, "", note_id(said), "vr-gloss") if raised else None
    html = {"data-card": note_id(said)} | ({"datetime": value} if value else {})
    yield _place(said, classes=("vr-date",), wrap="time" if value else "span", html=html, sign=sign)


def _quote(said: Said, context: Context) -> Iterator[Laid]:
    reported = said["kind"] == "indirect"
    label = _("Reported speech %s") if reported else _("Quotation %s")
    words = context.signs[said["id"]]
    classes = "vr-letter vr-reported" if reported else "vr-letter"
    if said["id"] in context.merged:
        classes += " vr-merged"
    sign = Sign(words, label % words, note_id(said), classes)
    parts = said["parts"]
    for i, (start, end) in enumerate(parts):
        yield Laid(
            start,
            end,
            ("vr-q", "vr-q-reported") if reported else ("vr-q",),
            id="" if i else said["id"],
            edge="vr-q",
            sign=sign if i == len(parts) - 1 else None,
            beside=context.beside.get(said["id"]) if i == len(parts) - 1 else None,
        )


def quotation_signs(annotations: Iterable[Said]) -> dict[str, str]:
    """The sign of each quotation by its id: a, b, … for those in marks, i, ii, … for the rest."""
    signs = {}
    quoted = reported = 0
    for said in annotations:
        if said["type"] != "quote":
            continue
        if said["kind"] == "indirect":
            reported += 1
            signs[said["id"]] = _roman(reported)
        else:
            signs[said["id"]] = siglum(quoted).lower()
            quoted += 1
    return signs


def _roman(number: int) -> str:
    digits = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
              (4, "iv"), (1, "i"))  # fmt: skip
    said = ""
    for value, letter in digits:
        times, number = divmod(number, value)
        said += letter * times
    return said


def note_id(said: Said) -> str:
    """Id of the note that says what an annotation is."""
    return f"note-{said['id']}"


LONG = 60
"""A difference over more characters is marked at its two ends; a line under it all would shout."""


def _difference(said: Said, context: Context) -> Iterator[Laid]:
    number = context.signs[said["finding"]]
    sign = Sign(number, _("Difference %s") % number, finding_note_id(said["finding"]), "vr-number")
    beside = context.beside.get(said["id"])
    for side in said.get("cut", ()):
        yield Laid(said["start"], said["end"], edge=f"vr-cut-{side}")
    if said["end"] - said["start"] > LONG:
        yield _place(said, ("vr-dl",), edge="vr-dl", sign=sign, beside=beside)
        return
    classes = ("vr-df", "vr-df-3") if said["salience"] > 2 else ("vr-df",)
    yield _place(said, classes, sign=sign, beside=beside)


def _shared(said: Said, context: Context) -> Iterator[Laid]:
    others = "".join(said["others"])
    label = _("Shared with %s") % ", ".join(said["others"])
    sign = Sign(f"={others}", label, finding_note_id(said["finding"]), "vr-same")
    yield _place(said, ("vr-sh",), edge="vr-sh", sign=sign)


def finding_numbers(marks: Iterable[Said]) -> dict[str, str]:
    """The number of each finding by its id: 1, 2, … as their signs come in the text.

    A sign stands behind the words it is about; of two that end together the longer is the first.
    """
    numbers: dict[str, str] = {}
    for said in sorted(marks, key=lambda said: (said["end"], said["start"])):
        if said["type"] == "difference":
            numbers.setdefault(said["finding"], str(len(numbers) + 1))
    return numbers


def merged_quotations(annotations: Iterable[Said], marks: Iterable[Said]) -> frozenset[str]:
    """Quotations in marks that a difference lies on: its number stands for both."""
    differing = [(m["start"], m["end"]) for m in marks if m["type"] == "difference"]
    return frozenset(
        said["id"]
        for said in annotations
        if said["type"] == "quote" and said["kind"] != "indirect"
        if any(start < said["end"] and said["start"] < end for start, end in differing)
    )


def finding_note_id(finding: str) -> str:
    """Id of the note on a finding."""
    return f"note-{finding}"


_DRESS: dict[str, Callable[[Said, Context], Iterator[Laid]]] = {
    "entity": _entity,
    "reference": _reference,
    "role": _role,
    "date": _date,
    "quote": _quote,
    "difference": _difference,
    "shared": _shared,
}


def card_id(actor: str) -> str:
    """Id of an actor's card on an article's page."""
    return f"card-{actor}"


def why(said: Said) -> str:
    """The rule an annotation comes from and how sure it is, or who decided it, in words."""
    if is_decided(said):
        return decided_words(said)
    return by_rule(said["by"], f"{_per_cent(said)} %")


def by_rule(rule: str, confidence: str) -> str:
    """That a rule says it, and how sure that is."""
    return _("rule %(rule)s, %(confidence)s sure") % {"rule": rule, "confidence": confidence}


def _per_cent(said: Said) -> int:
    confidence: float = said["confidence"]
    return round(confidence * 100)
