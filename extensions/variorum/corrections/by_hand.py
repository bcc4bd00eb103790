"""What an author marked in the text of an article itself, in MyST: as corrections of it.

``{actor}`Holt <karin-holt>```, ``{said}`We have no choice <karin-holt; to: the council; via: a
letter>``` and ``{when}`the second week <2024-W10>``` say of the words before the angle bracket
whom they name, who said them, and when that is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.corrections.fields import timex
from variorum.corrections.places import Place, problem
from variorum.corrections.records import Correction, Value
from variorum.model import Article, ByHand, Problem


def by_hand(
    articles: Sequence[Article],
) -> Iterator[tuple[Correction, tuple[Place, ...], list[Problem]]]:
    """Each mark as a correction with its place, or the problem with it."""
    for article in articles:
        for mark in article.by_hand:
            place = Place(article.id, mark.start, mark.end)
            try:
                what, values = _meant(mark, article.text[mark.start : mark.end])
            except ValueError as error:
                wrong = Correction(verb="add", what=mark.role, at=(), source=article.source)
                yield wrong, (), [problem(wrong, str(error))]
                continue
            given = tuple((name, value) for name, value in values.items() if value)
            yield (
                Correction(verb="add", what=what, at=(), values=given, source=article.source),
                (place,),
                [],
            )


def _meant(mark: ByHand, words: str) -> tuple[str, dict[str, Value]]:
    if mark.role == "when":
        return "date", {"value": timex(mark.target)}
    if mark.role == "said":
        speaker, to, via = attribution(mark.target)
        return "quote", {"speaker": speaker, "addressee": to, "medium": via}
    # A name has a capital; what stands for one ("she", "the mayor") has none.
    return "entity" if words[:1].isupper() else "reference", {"actor": mark.target}


def attribution(target: str) -> tuple[str, str, str]:
    """Speaker, addressee and medium of ``karin-holt; to: tom-brandt; via: a letter``.

    Raises :exc:`ValueError` for anything else after the speaker.
    """
    speaker, *rest = (part.strip() for part in target.split(";"))
    told = {"to": "", "via": ""}
    for part in rest:
        name, _colon, value = (p.strip() for p in part.partition(":"))
        if name not in told:
            raise ValueError(f"unknown {name!r}; known are to: and via:")
        told[name] = value
    return speaker, told["to"], told["via"]
