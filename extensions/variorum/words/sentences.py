"""Every sentence that explains a finding, a date or a clock, by the id of its message.

A sentence begins small and has no full stop: it may stand in another one. Where its verb goes with
a number, :func:`NN_` names the value that is counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in English: for one thing, and for several where that differs."""

    one: str
    many: str = ""
    by: str = ""
    """The name of the value that decides."""


def N_(words: str) -> Sentence:  # noqa: N802
    """A sentence, for the catalogues to collect."""
    return Sentence(words)


def NN_(by: str, one: str, many: str) -> Sentence:  # noqa: N802
    """A sentence whose form goes with how many a value tells of."""
    return Sentence(one, many, by)


SENTENCES: Mapping[str, Sentence] = {
    # parts of sentences
    "told": N_("%(told)s"),
    "in": N_("%(words)s in %(sources)s"),
    "nobody by name": N_("nobody by name"),
    # one statement, printed differently
    "statement: exchanged": N_("%(one)s quotes %(mine)s where %(other)s quotes %(theirs)s"),
    "statement: exchanged, ground": N_("the words around the quotation are the same in both"),
    "statement: by": NN_(
        "sources", "%(sources)s has %(speaker)s saying %(words)s; %(others)s",
        "%(sources)s have %(speaker)s saying %(words)s; %(others)s",
    ),
    "statement: printed": NN_(
        "sources", "%(sources)s prints the words %(words)s; %(others)s",
        "%(sources)s print the words %(words)s; %(others)s",
    ),
    "statement: spelt": N_("%(source)s spells it %(words)s"),
    "statement: begins at": N_("%(source)s begins only at %(words)s"),
    "statement: stops after": N_("%(source)s stops after %(words)s"),
    "statement: keeps": N_("%(source)s keeps %(words)s"),
    "statement: in pieces, otherwise": N_(
        "%(source)s quotes it in pieces and with other words, %(words)s"
    ),
    "statement: in pieces": N_("%(source)s quotes it in pieces, %(words)s"),
    "statement: turned": N_("%(source)s turns the words round, %(words)s"),
    "statement: a word or two": N_("%(source)s has a word or two otherwise, %(words)s"),
    "statement: without marks": N_("%(source)s reports it without quotation marks, %(words)s"),
    "statement: rendered": N_("%(source)s renders it %(words)s"),
    "statement: ground": N_(
        "one speaker, the same words or nearly, against the longest witness: %(how)s"
    ),
    "how: same": N_("the same words"),
    "how: orthographic": N_("other spelling only"),
    "how: clipped-left": N_("its beginning left out"),
    "how: clipped-right": N_("its end left out"),
    "how: pieces": N_("quoted in pieces"),
    "how: reordered": N_("its words in another order"),
    "how: changed-word": N_("a word exchanged"),
    "how: rendered": N_("rendered in other words"),
    "how: indirect": N_("reported without quotation marks"),
    "distinct: of two days": N_("both are %(speaker)s’s, but of %(one)s and of %(other)s"),
    "distinct: told days apart": N_(
        "both are %(speaker)s’s, but told days apart, %(one)s and %(other)s"
    ),
    "distinct: of two": N_("one is %(one)s’s, the other %(other)s’s"),
    # shared text
    "text: word for word": N_("%(words)s stands word for word in %(sources)s"),
    "text: paragraphs": NN_(
        "sources", "%(sources)s prints %(count)s paragraphs, from %(words)s on",
        "%(sources)s print the same %(count)s paragraphs, from %(words)s on",
    ),
    "text: printed": N_("%(sources)s prints %(words)s"),
    "text: a stretch": N_("%(sources)s have a stretch of words in common: %(words)s"),
    "text: turned": N_("%(sources)s print one passage, its parts in another order: %(words)s"),
    "text: nearly": N_("%(sources)s print one passage with small differences: %(words)s"),
    "text: has only": N_("%(source)s has only %(words)s"),
    "text: only": N_("%(source)s only %(words)s"),
    "text: credited": N_("credited to %(agency)s"),
    "text: credited by some": NN_(
        "sources", "%(sources)s credits %(agency)s, %(others)s nobody by name",
        "%(sources)s credit %(agency)s, %(others)s nobody by name",
    ),
    "text: ground": N_("%(count)s words run alike, with at most a few exchanged"),
    # figures
    "figure: two values": N_("two values for one count: %(told)s"),
    "figure: no agreement": N_("the counts do not agree: %(told)s"),
    "figure: leaves it, in all": N_(
        "%(one)s puts it at %(exact)s where %(other)s leaves it at %(loose)s; in all: %(told)s"
    ),
    "figure: only at": N_("%(one)s puts it at %(exact)s, %(other)s only at %(loose)s"),
    "figure: put differently": N_("counted alike, put differently: %(told)s"),
    "figure: exclude, ground": N_(
        "the same thing is counted in sentences that tell of the same matter; "
        "the values exclude each other"
    ),
    "figure: precision, ground": N_(
        "the same thing is counted in sentences that tell of the same matter; "
        "the values differ in precision"
    ),
    "figure: exchanged": N_(
        "in a sentence the two otherwise share, the number is another: %(told)s"
    ),
    "figure: keyed": N_("the numbers do not agree: %(told)s"),
    "figure: keyed, ground": N_("each is told of the same, %(key)s, in its own words"),
    "figure: ages": N_("%(actor)s is not of one age in all: %(told)s"),
    "figure: ages, ground": N_("the age stands beside the name, one in each"),
    "figure: currencies": N_("what seems one amount stands in two currencies: %(told)s"),
    "figure: currencies, ground": N_(
        "sentences on one matter; at the rates of these years the two are one amount"
    ),
    "same around both": N_("the words around it are the same in both"),
    "same around all": N_("the words around it are the same in all of them"),
    # dates
    "day: stamp": N_(
        "%(source)s is stamped %(stamp)s, but it reads as written about %(day)s: its %(words)s "
        "fits that day and not the stamp"
    ),
    "day: stamp, shown": NN_(
        "others",
        "%(source)s is stamped %(stamp)s, but it reads as written about %(day)s: its %(words)s "
        "fits that day and not the stamp, as %(others)s shows",
        "%(source)s is stamped %(stamp)s, but it reads as written about %(day)s: its %(words)s "
        "fits that day and not the stamp, as %(others)s show",
    ),
    "day: another day": N_("another day"),
    "day: its text": N_("text"),
    "day: exchanged": N_("the same sentence but for its date: %(told)s"),
    "day: of one event": N_(
        "what sounds like one event has two days: %(mine)s is %(day)s in %(one)s, %(other_day)s in "
        "%(other)s (%(theirs)s)"
    ),
    "day: of one event, ground": N_(
        "the sentences tell the same (likeness %(likeness)s) and name different days"
    ),
    "day: of a picture": N_(
        "a picture in %(source)s shows %(actor)s on %(shot)s; by %(where)s that was %(day)s"
    ),
    "day: its own text": N_("its own text"),
    "day: of a picture, ground": N_(
        "a caption and a sentence on the same rarely named body, days apart"
    ),
    "day: of an act": N_("one event, %(act)s, has two dates: %(told)s"),
    "day: of an act, ground": N_("the date hangs on one act of the same"),
    "day: weekday": N_("%(words)s is not the same day everywhere: %(told)s"),
    "day: in": N_("%(day)s in %(sources)s"),
    "day: weekday, ground": N_("each is counted from the day its article was written"),
    "day: weekday of one event, ground": N_(
        "each is counted from the day its article was written; two of the sentences tell the same"
    ),
    # wording
    "wording: exchanged": N_(
        "where %(one)s has %(mine)s, %(other)s has %(theirs)s, in a sentence otherwise alike"
    ),
    "wording: exchanged by several": N_("%(told)s, in a sentence otherwise alike"),
    "wording: no more than": N_(
        "what is %(mine)s in %(one)s is no more than %(theirs)s in %(other)s"
    ),
    "wording: is all": N_("%(mine)s is all that %(one)s has for %(theirs)s in %(other)s"),
    "wording: alike at first": N_(
        "alike at first, then apart: %(mine)s in %(one)s, %(theirs)s in %(other)s"
    ),
    "wording: told as": N_("%(one)s tells it as %(mine)s; %(other)s as %(theirs)s"),
    "wording: told so many ways": N_("one thing told %(count)s ways by %(sources)s: %(told)s"),
    "wording: retold, ground": N_(
        "the sentences tell the same, by their words and by whom they name"
    ),
    "wording: other verbs": N_("of %(actor)s they tell one thing in different verbs: %(told)s"),
    "wording: other verbs, ground": N_(
        "%(actor)s is named once or twice in each, beside the same actors and the same year"
    ),
    "wording: writes": N_("%(one)s writes %(mine)s, %(other)s %(theirs)s"),
    "wording: no common word": N_("no common word for %(name)s: %(told)s"),
    "wording: framed, ground": N_("words for %(name)s in sentences on one matter"),
    "wording: called otherwise": N_("%(actor)s is called otherwise: %(told)s"),
    "wording: called otherwise, ground": N_(
        "words for %(group)s that take a side, given to one actor"
    ),
    "wording: how far": N_("they do not agree how far it goes: %(told)s"),
    "wording: how far, ground": N_(
        "one act of the same, said to hold for good, for now or on a condition"
    ),
    "wording: reasons": N_("they do not give the same reason (%(act)s): %(told)s"),
    "wording: reasons, ground": N_(
        "one act of the same, each time with a reason of its own, and no word common to them"
    ),
    "wording: degrees": N_("stronger and milder words for %(act)s: %(told)s"),
    "wording: degrees, ground": N_(
        "one does one thing to the same, told by verbs of another strength"
    ),
    "headline: otherwise": N_(
        "the headlines put it otherwise: %(mine)s in %(one)s, %(theirs)s in %(other)s"
    ),
    "headline: opposite": N_(
        "the headlines say the opposite: %(mine)s in %(one)s, %(theirs)s in %(other)s"
    ),
    "headline: ground": N_("two headlines on one matter, by their words in common"),
    "headline: against a text": N_(
        "the headline of %(one)s has %(mine)s; %(other)s tells of the %(theirs)s"
    ),
    "headline: against a text, ground": N_(
        "one noun, of persons of one name, with two words that exclude each other"
    ),
    # titles and names
    "role: introduced": N_("%(actor)s is introduced as %(told)s"),
    "role: hardly two": N_("hardly two call %(actor)s the same: %(told)s"),
    "role: country": N_(
        "%(actor)s has the same office throughout, with and without the country: %(told)s"
    ),
    "role: words, ground": N_("titles given to one person that differ in their words"),
    "role: country, ground": N_(
        "titles given to one person that differ only in naming the country"
    ),
    "role: standing, ground": N_(
        "one description says how the person stands, another does not"
    ),
    "role: shared": N_("%(title)s is %(told)s"),
    "role: borne in": N_("%(actor)s in %(sources)s"),
    "role: shared, ground": N_("one title is given to several persons of one country"),
    "name: capitals": N_("%(told)s: the same name, set in other capitals"),
    "name: pointed": N_("the name is pointed differently: %(told)s"),
    "name: cannot settle": N_("%(sources)s cannot settle on a spelling: %(told)s"),
    "name: two spellings": N_("one place or person, two spellings: %(told)s"),
    "name: several spellings": N_("%(name)s has more than one spelling: %(told)s"),
    "name: ground": N_("names linked to one actor that differ in their letters"),
    # whose words
    "whose: two speakers": N_(
        "%(words)s is %(mine)s’s in %(one)s and %(theirs)s’s in %(other)s"
    ),
    "whose: two speakers, ground": N_(
        "the same words, given to two who don't speak for each other"
    ),
    "whose: two mouths": N_(
        "the same words are put in two mouths: %(mine)s in %(one)s, %(theirs)s in %(other)s"
    ),
    "whose: two mouths, ground": N_(
        "the speaker is exchanged in a passage otherwise the same"
    ),
    "whose: given": N_("%(words)s is given %(told)s"),
    "whose: to": N_("to %(speaker)s in %(sources)s"),
    "whose: given, ground": N_("one statement, by its words, under different names"),
    "whose: news": N_("the news comes from others in each: %(told)s"),
    "whose: news, ground": N_(
        "sentences that tell the same news, each by the word of another"
    ),
    "whose: credits nobody": N_(
        "%(one)s credits %(agencies)s; %(other)s has %(count)s words of the same text, such as "
        "%(words)s, and credits nobody"
    ),
    "whose: says only": N_(
        "%(one)s credits %(agencies)s; %(other)s has %(count)s words of the same text, such as "
        "%(words)s, and says only %(credit)s"
    ),
    "whose: credits, ground": N_("shared passages; the metadata of one name an agency"),
    "voice: its own": N_(
        "%(one)s states it in its own voice, %(words)s; %(other)s has it from %(speaker)s"
    ),
    "voice: its own, ground": N_(
        "the sentences claim the same (likeness %(likeness)s); one is reported speech"
    ),
    "voice: number outright": N_("%(source)s states %(words)s outright; %(others)s"),
    "voice: numbers outright": N_("the number is stated outright, as %(told)s; %(others)s"),
    "voice: on the word of": N_("%(source)s has its number on the word of %(speaker)s"),
    "voice: number, ground": N_(
        "the same thing is counted, inside reported speech and outside it"
    ),
    "voice: borrowed": NN_(
        "sources", "%(told)s in quotation marks; %(sources)s takes it as its own word",
        "%(told)s in quotation marks; %(sources)s take it as their own",
    ),
    "voice: stands": NN_("told", "%(told)s stands", "%(told)s stand"),
    "voice: borrowed, ground": N_(
        "sentences on the same matter share words that only one of them quotes"
    ),
    # contradictions
    "contradiction: names": N_(
        "it cannot be both: %(mine)s in %(one)s, %(theirs)s in %(other)s, and the sentence is the "
        "same"
    ),
    "contradiction: names, ground": N_("a name is exchanged in a passage otherwise the same"),
    "contradiction: negation": N_("%(one)s has a %(word)s that %(other)s has not: %(words)s"),
    "contradiction: negation, ground": N_("a negation is all that differs"),
    "contradiction: impressions": N_(
        "%(one)s leaves %(actor)s hopeful, %(mine)s; from %(other)s one takes the opposite, "
        "%(theirs)s"
    ),
    "contradiction: impressions, ground": N_(
        "one speaker, one day; the judgements point opposite ways"
    ),
    "contradiction: who began": N_(
        "who began it differs: %(mine)s in %(one)s, %(theirs)s in %(other)s"
    ),
    "contradiction: who began, ground": N_(
        "the same two take part, each in the other's place"
    ),
    "contradiction: two accounts": N_(
        "two accounts of one thing: %(mine)s in %(one)s, %(theirs)s in %(other)s"
    ),
    "contradiction: two accounts, ground": N_(
        "%(mine)s and %(theirs)s of the same exclude each other"
    ),
    "contradiction: done and planned": N_(
        "done in %(one)s, %(mine)s; still to come in %(other)s, %(theirs)s"
    ),
    "contradiction: done and planned, ground": N_(
        "one act of the same, told as past in one and as planned in the other, which was not "
        "written earlier"
    ),
    "contradiction: denied": N_(
        "%(one)s tells it, %(mine)s; %(other)s denies it, %(theirs)s"
    ),
    "contradiction: denied, ground": N_(
        "one act, %(act)s, of the same, told as a fact in one and denied in the other"
    ),
    "contradiction: superlative": N_("only one can be the %(what)s: %(told)s"),
    "contradiction: superlative, ground": N_("one rank of one kind of thing, given to two"),
    "contradiction: silent": N_(
        "%(actor)s gives %(one)s no answer, %(mine)s; %(other)s has one, %(theirs)s"
    ),
    "contradiction: silent, ground": N_(
        "a body that is silent in one report and speaks in another"
    ),
    "contradiction: left open": N_(
        "%(one)s has it left open, %(mine)s; %(other)s has it denied, %(theirs)s"
    ),
    "contradiction: left open, ground": N_(
        "what somebody would not say in one report is denied in another"
    ),
    "contradiction: two ends": N_(
        "%(one)s has it one way, %(mine)s; %(other)s the other, %(theirs)s"
    ),
    "contradiction: two ends, ground": N_(
        "words from the two ends of one scale, in sentences on one matter"
    ),
    # told by some, or by one
    "some: all but one": N_(
        "all but %(absent)s tell it, %(words)s; it was not found there"
    ),
    "some: both": N_("%(sources)s both have %(words)s; not found in %(absent)s"),
    "some: so many": N_(
        "%(count)s tell it (%(sources)s), as %(words)s; not found in %(absent)s"
    ),
    "some: ground": N_(
        "a claim that several make; no sentence of the others comes near it"
    ),
    "some: no such number": NN_(
        "absent", "%(words)s stands in %(sources)s; %(absent)s gives no such number",
        "%(words)s stands in %(sources)s; %(absent)s give no such number",
    ),
    "some: no such number, ground": N_("a number given for the same thing by several"),
    "some: no number": NN_(
        "absent",
        "%(told)s: %(count)s put a number on the %(counted)s; %(absent)s gives none",
        "%(told)s: %(count)s put a number on the %(counted)s; %(absent)s give none",
    ),
    "some: no number, ground": N_(
        "the same quantity, by what is counted and in what matter"
    ),
    "some: come to": N_("%(sources)s come to %(matter)s; not found in %(absent)s"),
    "some: come to, ground": N_(
        "related sentences of several articles name it; the others have no such word"
    ),
    "one: number": N_("only %(source)s gives %(figure)s: %(words)s"),
    "one: speech": N_("found only in %(source)s: %(words)s"),
    "one: no words like these": N_(
        "in %(source)s, and in no words like these elsewhere: %(words)s"
    ),
    "one: lets speak": N_("only %(source)s lets %(actor)s speak: %(words)s"),
    "one: person": N_("%(name)s comes up in %(source)s and nowhere else: %(words)s"),
    "one: name": N_("nobody else mentions %(name)s; in %(source)s one reads %(words)s"),
    "one: ground": N_(
        "no sentence of another article comes near it, by its words and by whom it names"
    ),
    # what a date was counted from
    "date: as printed": N_("as printed"),
    "date: remembered": N_("known by what happened on it"),
    "date: day first": N_("the article writes the day first"),
    "date: month first": N_("the article writes the month first"),
    "date: near writing": N_("only this reading is near the day of writing"),
    "date: could change places": N_(
        "day and month could change places: nothing in the article tells"
    ),
    "date: compared with": N_("compared with %(day)s"),
    "date: fits its weekday": N_("only this reading falls on the weekday printed with it"),
    "date: another weekday": N_("the weekday printed with it is another"),
    "date: day last named": N_("on the day last named"),
    "date: length": N_("a length of time"),
    "date: from the event": N_("counted from the event's own date"),
    "date: of its sentence": N_("the day the sentence itself names"),
    "date: again": N_("a time that comes again"),
    "date: none named": N_("no date is named"),
    "date: not in the calendar": N_("there is no such day in the calendar"),
    "date: unanchored": N_("nothing says when this was written"),
    "date: that of": N_("that of %(day)s"),
    "date: itself": N_("the %(unit)s of %(day)s itself"),
    "date: of": N_("the %(unit)s of %(day)s"),
    "date: after": N_("%(length)s after %(day)s"),
    "date: before": N_("%(length)s before %(day)s"),
    "date: last before": N_("the last before %(day)s"),
    "date: next after": N_("the next after %(day)s"),
    "date: nearest": N_("the nearest to %(day)s"),
    "date: last but one": N_("the last but one before %(day)s"),
    "date: last but": N_("the last but %(count)s before %(day)s"),
    "date: next but one": N_("the next but one after %(day)s"),
    "date: next but": N_("the next but %(count)s after %(day)s"),
    "date: of the same": N_("the one of the same %(cycle)s as %(day)s"),
    "date: back": N_("%(what)s: the clause looks back"),
    "date: back by": N_("%(what)s: the clause looks back (%(words)s)"),
    "date: ahead": N_("%(what)s: the clause looks ahead"),
    "date: ahead by": N_("%(what)s: the clause looks ahead (%(words)s)"),
    # units of the calendar, and how many
    "unit: day": N_("day"),
    "unit: week": N_("week"),
    "unit: weekend": N_("weekend"),
    "unit: month": N_("month"),
    "unit: quarter": N_("quarter"),
    "unit: half": N_("half-year"),
    "unit: season": N_("season"),
    "unit: year": N_("year"),
    "unit: decade": N_("decade"),
    "unit: century": N_("century"),
    "unit: millennium": N_("millennium"),
    "length: day": NN_("count", "%(count)s day", "%(count)s days"),
    "length: week": NN_("count", "%(count)s week", "%(count)s weeks"),
    "length: weekend": NN_("count", "%(count)s weekend", "%(count)s weekends"),
    "length: month": NN_("count", "%(count)s month", "%(count)s months"),
    "length: quarter": NN_("count", "%(count)s quarter", "%(count)s quarters"),
    "length: half": NN_("count", "%(count)s half-year", "%(count)s half-years"),
    "length: season": NN_("count", "%(count)s season", "%(count)s seasons"),
    "length: year": NN_("count", "%(count)s year", "%(count)s years"),
    "length: decade": NN_("count", "%(count)s decade", "%(count)s decades"),
    "length: century": NN_("count", "%(count)s century", "%(count)s centuries"),
    "length: millennium": NN_("count", "%(count)s millennium", "%(count)s millennia"),
    # when a report was written
    "clock: later than told": N_(
        "it tells of %(words)s, so it was written on %(day)s or later"
    ),
    "clock: still to come": N_("%(words)s is still to come, so it was written by %(day)s"),
    "clock: dated": N_("it is dated %(day)s"),
    "clock: later than its picture": N_(
        "it tells of %(words)s as past, taken to be later than its picture of %(picture)s, so it "
        "was written on %(day)s or later"
    ),
    "clock: the same quotation": N_(
        "it quotes the same words as %(source)s, where %(theirs)s is %(day)s; by its own "
        "%(mine)s it was written %(when)s"
    ),
    "clock: the same passage": N_(
        "it shares a passage with %(source)s, where %(theirs)s is %(day)s; by its own %(mine)s it "
        "was written %(when)s"
    ),
    "clock: the same names": N_(
        "it tells of the same event, with the same names, as %(source)s, where %(theirs)s is "
        "%(day)s; by its own %(mine)s it was written %(when)s"
    ),
    "clock: the same event": N_(
        "it tells of the same event as %(source)s, where %(theirs)s is %(day)s; by its own "
        "%(mine)s it was written %(when)s"
    ),
    "clock: whole passages": N_(
        "it has whole passages in common with %(sources)s, so %(day)s is taken"
    ),
    "clock: against": N_("against this: %(what)s"),
    "clock: on": N_("on %(day)s"),
    "clock: between": N_("between %(first)s and %(last)s"),
    "clock: on or later": N_("on %(day)s or later"),
    "clock: published does not fit": N_(
        "“Published: %(stamp)s” does not fit its text, which was written %(when)s"
    ),
    "clock: updated does not fit": N_(
        "“Updated: %(stamp)s” does not fit its text, which was written %(when)s"
    ),
}  # fmt: skip
