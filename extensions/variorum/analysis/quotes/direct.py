"""Speech within marks: which marked stretches are speech, and which belong together.

A stretch is judged by what reports it (:mod:`attribution`), else by its own shape: a sentence
within marks that nothing reports goes on with what was said before it, or stands alone. Scare
quotes, titles and nicknames are fragments that nobody is said to have said; what is quoted inside
a reported clause is left to :mod:`mixed`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.analysis.quotes import attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from variorum.analysis.quotes.marks import Marked
    from variorum.analysis.quotes.paragraph import Paragraph
    from variorum.analysis.quotes.said import Attribution
    from variorum.analysis.quotes.tree import Range

_MIN_ALONE = 4
"""Words a sentence within marks must have to be speech with nothing to report it."""


@dataclass(slots=True)
class Speech:
    """One direct quotation: marked stretches that belong together."""

    rule: str
    parts: list[Marked]
    said: Attribution | None
    block: int
    """The block of what reports it, or of its first part."""
    index: int = 0
    """Which stretch of its block the first part is."""
    speaker_before: Range | None = None
    """Who spoke, or was spoken of, in the sentence before speech that nothing reports."""


def speeches(paragraphs: Sequence[Paragraph]) -> list[Speech]:
    """The direct quotations of an article, in the order of what reports them."""
    found: list[Speech] = []
    open_: Speech | None = None
    """The speech that ended the block before, and may go on."""
    for number, par in enumerate(paragraphs):
        current: Speech | None = None
        earlier: Speech | None = None
        if open_ is not None and open_.said is None and open_.block == number - 1:
            said = attribution.signs(par)
            if said is not None:
                open_.said, open_.rule, open_.block = said, said.rule, number
        if open_ is None and number > 0 and _starts_with_speech(par):
            said = attribution.announced(paragraphs[number - 1])
            if said is not None and attribution.after(par, 0) is None:
                open_ = Speech(said.rule, [], said, number - 1)
                found.append(open_)
        for i in range(len(par.marks)):
            speech = _speech(par, i, number, current, open_ if i == 0 else None, earlier)
            earlier = speech or earlier
            if speech is not None and speech is not current and speech is not open_:
                found.append(speech)
            if speech is not None:
                current = speech
            elif par.words(par.gap(i)):
                current = None
        if par.words((0, len(par.doc))) or par.marks:
            open_ = current if current is not None and _ends_with_speech(par) else None
    return [s for s in found if s.parts]


def _speech(
    par: Paragraph,
    i: int,
    number: int,
    current: Speech | None,
    open_: Speech | None,
    earlier: Speech | None,
) -> Speech | None:
    """The speech that stretch *i* is, or belongs to."""
    mark = par.marks[i]
    link = par.gap(i - 1) if i > 0 else (0, par.ranges[0][0])
    if i > 0 and current is not None and not par.words(link):
        current.parts.append(mark)
        if current.said is None and (said := attribution.after(par, i)) is not None:
            current.said, current.rule = said, said.rule
        return current
    said = attribution.before(par, i)
    if said is not None and said.rule == "colon, unlisted verb":
        said = attribution.after(par, i) or said
    if i > 0 and current is not None and current.said is not None:
        start, end = current.said.segment
        if link[0] <= start and not par.words((end, link[1])) and not _is_another(said, current):
            own = attribution.after(par, i) if par.ends_sentence(link) else None
            if own is None:
                current.parts.append(mark)
                return current
    lead = par.words(par.before(i))
    if said is None and (not lead or par.doc[par.before(i)[1] - 1].text == ","):
        said = attribution.after(par, i)
    if said is not None:
        if _carries_over(par, i, open_, said):
            assert open_ is not None
            open_.parts.append(mark)
            open_.said, open_.rule, open_.block = said, said.rule, number
            return open_
        return Speech(said.rule, [mark], said, number, i)
    if (lead or not _is_sentence(par, i)) and (open_ is None or open_.parts or par.words(link)):
        return None
    if open_ is not None and not par.words(link):
        open_.parts.append(mark)
        return open_
    if len(par.inner(i).split()) >= _MIN_ALONE:
        if _has_speaker(earlier) and not attribution.tells_before(par, i):
            assert earlier is not None
            earlier.parts.append(mark)
            return earlier
        who = attribution.subject_before(par, i)
        rule = "alone" if who is None else "alone, speaker before"
        return Speech(rule, [mark], None, number, i, who)
    return None


def _has_speaker(speech: Speech | None) -> bool:
    return speech is not None and speech.said is not None and speech.said.speaker is not None


def _is_another(said: Attribution | None, current: Speech) -> bool:
    """Whether a stretch has a reporting word of its own, other than the one before it."""
    assert current.said is not None
    return said is not None and said.cue_range != current.said.cue_range


def _carries_over(par: Paragraph, i: int, open_: Speech | None, said: Attribution) -> bool:
    """Whether a reported stretch that opens a block goes on with the open speech before it.

    It does where that was left without a closing mark, or had nothing to report it yet.
    """
    if open_ is None or i > 0 or par.words((0, par.ranges[0][0])):
        return False
    return open_.said is None and said.segment[0] >= par.ranges[0][1]


def _is_sentence(par: Paragraph, i: int) -> bool:
    """Whether a stretch begins and ends as a sentence does."""
    inner = par.inner(i)
    first = next((c for c in inner if c.isalnum()), "")
    if first.islower() and par.ranges[i][0] > 0:
        return False
    return inner[-1:] in ".?!…,-–—’'\"”" or not par.marks[i].closed


def _starts_with_speech(par: Paragraph) -> bool:
    return bool(par.marks) and not par.words((0, par.ranges[0][0]))


def _ends_with_speech(par: Paragraph) -> bool:
    """Whether a paragraph ends with speech, or with what reports it."""
    last = len(par.marks) - 1
    return not par.words((par.after(last)[1], par.gap(last)[1]))
