"""The whole of it: from a parsed article to its quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from variorum.analysis.quotes import attribution, confidence, cues, forms, speaker, tweets
from variorum.analysis.quotes.addressee import Circumstances, circumstances
from variorum.analysis.quotes.asides import headline
from variorum.analysis.quotes.direct import Speech, speeches
from variorum.analysis.quotes.fragments import leftovers
from variorum.analysis.quotes.marks import pair
from variorum.analysis.quotes.mixed import Clause, clauses, last_of
from variorum.analysis.quotes.paragraph import Paragraph
from variorum.analysis.quotes.reports import reports
from variorum.model import Annotation, Quote, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from variorum.analysis.parse import ParsedArticle, ParsedBlock
    from variorum.analysis.quotes.forms import Turn
    from variorum.analysis.quotes.indirect import Report
    from variorum.analysis.quotes.marks import Marked
    from variorum.analysis.quotes.tree import Range


def find(parsed: ParsedArticle, mentions: Sequence[Annotation]) -> list[Quote]:
    """Every quotation of an article, sorted by place, longer ones first; ids are left empty.

    *mentions* are the entities, references and roles with their actors; they give each quotation
    the actor of the mention that its ``speaker_span`` is headed by.
    """
    writer = _Writer(parsed, mentions)
    return sorted(writer.quotes(), key=lambda q: (q.start, -q.end, q.kind))


def _reports(par: Paragraph, number: int) -> Iterator[Report]:
    yield from reports(par.doc)
    if number == 0 or par.block.kind in _HEADS:
        yield from headline(par.doc)


def _goes_on(
    paragraphs: Sequence[Paragraph], standing: Sequence[Mapping[int, Clause]], speech: Speech
) -> Clause | None:
    """The reported clause that speech goes on with: of its own cue, or of the sentence before."""
    n, par = speech.block, paragraphs[speech.block]
    if speech.said is not None:
        cue = speech.said.cue
        same = standing[n].get(cue.i) if cue is not None else None
        return same if same is not None and same.parts[-1][1] <= speech.parts[0].start else None
    first = par.ranges[speech.index][0]
    if speech.index > 0 or par.words((0, first)):
        return last_of(par, standing[n], first)
    if n == 0:
        return None
    return last_of(paragraphs[n - 1], standing[n - 1], len(paragraphs[n - 1].doc))


def _is_weak(text: str, speech: Speech) -> bool:
    """Whether speech gives way to a reported clause around it, or goes on with one before it."""
    start = speech.parts[0].inner[0]
    return speech.rule == "no comma" or (speech.rule == "comma" and text[start].islower())


def _is_told(verb: Token) -> bool:
    """Whether a verb reports, or says of somebody named what the words within marks go with."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    named = subject is not None and (subject.pos_ == "PROPN" or subject.lower_ in ("he", "she"))
    return named or cues.implied_by(verb) is not None


_HEADS = frozenset({"headline", "standfirst", "subhead", "pull-line"})


class _Writer:
    """Turns what the rules found into records."""

    def __init__(self, parsed: ParsedArticle, mentions: Sequence[Annotation]) -> None:
        self.text = parsed.article.text
        self.blocks = parsed.blocks
        self.mentions = sorted(mentions, key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self.mentions]
        self._longest = max((m.end - m.start for m in self.mentions), default=0)

    def quotes(self) -> Iterator[Quote]:
        dashes = forms.dialogue(self.text, self.blocks)
        turns = self._turns()
        starts = {start for turn in turns.values() for start, _ in turn.parts[1:]}
        spoken_blocks = {
            n for n, b in enumerate(self.blocks) if n in turns or b.block.start in starts
        }
        paragraphs = [
            Paragraph(b, [dashes[n]] if n in dashes else self._marks(b, n in spoken_blocks))
            for n, b in enumerate(self.blocks)
        ]
        spoken = speeches(paragraphs)
        firm = [s for s in spoken if not _is_weak(self.text, s)]
        taken = {m.inner for s in firm for m in s.parts}
        spent = {(s.block, s.said.cue.i) for s in firm if s.said and s.said.cue is not None}
        standing = [
            clauses(par, (r for r in _reports(par, n) if (n, r.cue.i) not in spent), taken)
            for n, par in enumerate(paragraphs)
        ]
        claimed = {q for found in standing for clause in found for q in clause.quoted}
        by_cue = [{c.report.cue.i: c for c in reversed(found)} for found in standing]
        for speech in spoken:
            if claimed.intersection(m.inner for m in speech.parts):
                continue
            taken.update(m.inner for m in speech.parts)
            before = _goes_on(paragraphs, by_cue, speech)
            if before is None:
                yield self._direct(paragraphs[speech.block], speech)
            else:
                for mark in speech.parts:
                    before.add(mark)
        for n, said, listed in forms.points(self.text, paragraphs):
            yield self._quote(
                paragraphs[n], "indirect", "points", listed, (),
                said.speaker, said.cue, said.cue_range,
            )  # fmt: skip
        for n, (parsed, par, found) in enumerate(
            zip(self.blocks, paragraphs, standing, strict=True)
        ):
            if n in turns:
                yield self._spoken("turn", turns[n].parts, turns[n].speaker)
            if n in spoken_blocks:
                continue
            if par.block.kind == "tweet":
                yield from self._tweet(par)
                continue
            if par.nested:
                yield from self._nested(parsed, par)
            spans = [p for clause in found for p in clause.parts]
            spans += [m.inner for m in par.outer if m.inner in taken]
            for clause in (*found, *leftovers(par, spans)):
                yield self._reported(par, clause)

    def _nested(self, parsed: ParsedBlock, par: Paragraph) -> Iterator[Quote]:
        """Speech within speech: ``"He told me, 'Go,'" she said``, by its own reporting word."""
        inner = Paragraph(parsed, [replace(m, depth=0) for m in par.nested if m.depth == 1])
        for i, mark in enumerate(inner.marks):
            around = par.marks_in(mark.start, mark.end)
            said = attribution.before(inner, i)
            if said is None or said.cue is None or said.speaker is None or not around:
                continue
            if not any(t.pos_ in ("PROPN", "NOUN") for t in par.doc[slice(*said.speaker)]):
                continue  # whom a pronoun within marks means, only the speaker knows
            if par.base + said.cue.idx >= around[0].inner[0]:
                yield self._direct(inner, Speech("nested", [mark], said, 0, i))

    def _marks(self, parsed: ParsedBlock, is_turn: bool) -> list[Marked]:
        spoken = is_turn or parsed.block.kind == "tweet"
        return [] if spoken else pair(self.text, parsed.block)

    def _turns(self) -> dict[int, Turn]:
        """The turns of a transcript, if whoever speaks in it is named, or asked and answers."""
        found = forms.transcript(self.text, self.blocks)
        known = [t for t in found.values() if t.speaker is None or self._named(t.speaker)]
        return found if known else {}

    def _named(self, label: Span) -> str | tuple[str, ...] | None:
        return self._actor([(label[1] - 1, False)], label)

    def _direct(self, par: Paragraph, speech: Speech) -> Quote:
        parts = tuple(m.inner for m in speech.parts)
        said = speech.said
        certain = speech.parts[-1].closed and all(m.certain or not m.closed for m in speech.parts)
        return self._quote(
            par,
            "direct",
            speech.rule,
            parts,
            parts,
            said.speaker if said is not None else speech.speaker_before,
            said.cue if said is not None else None,
            said.cue_range if said is not None else None,
            marks_certain=certain,
        )

    def _reported(self, par: Paragraph, clause: Clause) -> Quote:
        report = clause.report
        who = report.speaker
        if who is None and (report.rule != "long fragment" or _is_told(report.cue)):
            who = speaker.of(report.cue)
        return self._quote(
            par,
            "mixed" if clause.quoted else "indirect",
            report.rule,
            clause.parts,
            clause.quoted,
            who,
            report.cue,
            report.cue_range,
            content="matter" if report.is_matter and not clause.quoted else "clause",
        )

    def _tweet(self, par: Paragraph) -> Iterator[Quote]:
        tweet = tweets.read(self.text, par.block)
        if tweet is None:
            return
        spoken = self._spoken("tweet", (tweet.content,), tweet.author)
        yield replace(spoken, medium="tweet", when_span=tweet.when)

    def _spoken(self, rule: str, parts: tuple[Span, ...], who: Span | None) -> Quote:
        """Speech that stands without marks, by whom the words beside it name."""
        start, end = parts[0][0], parts[-1][1]
        return Quote(
            id="",
            start=start,
            end=end,
            exact=self.text[start:end],
            by=f"quotes: {rule}",
            confidence=confidence.of(rule),
            kind="direct",
            parts=parts,
            speaker=self._named(who) if who else None,
            speaker_span=who,
            speaker_confidence=confidence.of_speaker(rule) if who else None,
        )

    def _quote(
        self,
        par: Paragraph,
        kind: Literal["direct", "mixed", "indirect"],
        rule: str,
        parts: tuple[Span, ...],
        quoted: tuple[Span, ...],
        who: Range | None,
        cue: Token | None,
        cue_range: Range | None,
        *,
        content: Literal["clause", "matter"] = "clause",
        marks_certain: bool = True,
    ) -> Quote:
        start, end = parts[0][0], parts[-1][1]
        around = circumstances(cue) if cue is not None else Circumstances()
        who_span, cue_span = par.span(who), par.span(cue_range)
        addressee, medium = par.span(around.addressee), par.span(around.medium)
        return Quote(
            id="",
            start=start,
            end=end,
            exact=self.text[start:end],
            by=f"quotes: {rule}",
            confidence=confidence.of(rule, marks_certain=marks_certain),
            kind=kind,
            content=content,
            parts=parts,
            quoted=quoted,
            speaker=self._speaker(par, who, who_span),
            speaker_span=who_span,
            speaker_confidence=confidence.of_speaker(rule) if who_span is not None else None,
            cue=self._words(cue_span),
            cue_span=cue_span,
            addressee=self._words(addressee),
            addressee_span=addressee,
            medium=self._words(medium) or around.medium_name,
            medium_span=medium,
            when_span=par.span(around.when),
            implies=cues.implied_by(cue) if cue is not None else None,
        )

    def _words(self, span: Span | None) -> str | None:
        return self.text[span[0] : span[1]] if span is not None else None

    def _speaker(
        self, par: Paragraph, who: Range | None, span: Span | None
    ) -> str | tuple[str, ...] | None:
        if who is None or span is None:
            return None
        heads = speaker.heads(par.doc, who)
        places = [(par.base + t.idx, t.tag_ in ("NNS", "NNPS")) for t in heads]
        return self._actor(places, span)

    def _actor(
        self, places: Sequence[tuple[int, bool]], span: Span
    ) -> str | tuple[str, ...] | None:
        low = bisect_left(self._starts, span[0] - self._longest)
        high = bisect_right(self._starts, span[1])
        return speaker.actor(places, span[0], span[1], self.mentions[low:high])
