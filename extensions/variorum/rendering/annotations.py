"""How each kind of annotation lies on the text: an entry in one table, one mechanism for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from variorum.rendering.text import Laid
from variorum.rendering.words import _

Said = Mapping[str, Any]
"""An annotation as its JSON object."""


@dataclass(slots=True)
class Context:
    """What dressing an annotation needs to know of its page.

    ``actors`` maps the id of an actor to its facts; ``met`` collects those already met, for the
    first mention of each is marked apart.
    """

    actors: Mapping[str, Said]
    met: set[str]


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
    first = actor not in context.met
    context.met.add(actor)
    yield _place(
        said,
        ("vr-ent", "vr-first") if first else ("vr-ent",),
        docname=context.actors[actor]["docname"],
        html=_handle(said, actor) | ({} if first else _UNREACHED),
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
        html=_handle(said, actor) | _UNREACHED,
    )


_UNREACHED = {"tabindex": "-1"}
"""What no layer shows at first is no stop for the keyboard; script changes that with the layer."""


def _handle(said: Said, actor: str) -> dict[str, str]:
    return {"data-card": card_id(actor), "data-why": why(said)}


def _role(said: Said, context: Context) -> Iterator[Laid]:
    yield _place(said, ("vr-role",))


def _place(
    said: Said,
    classes: tuple[str, ...],
    *,
    docname: str = "",
    html: Mapping[str, str] | None = None,
) -> Laid:
    return Laid(
        said["start"], said["end"], classes, docname=docname, html=html or {}, id=said["id"]
    )


_DRESS: dict[str, Callable[[Said, Context], Iterator[Laid]]] = {
    "entity": _entity,
    "reference": _reference,
    "role": _role,
}


def card_id(actor: str) -> str:
    """Id of an actor's card on an article's page."""
    return f"card-{actor}"


def why(said: Said) -> str:
    """The rule an annotation comes from and how sure it is, in words."""
    return _("rule %(rule)s, %(confidence)s sure") % {
        "rule": said["by"], "confidence": f"{round(said['confidence'] * 100)} %",
    }  # fmt: skip
