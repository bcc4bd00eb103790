"""The page on the method: how articles are read, and what this reader doesn't do."""

from __future__ import annotations

from variorum.pages.accuracy import accuracy_rows
from variorum.pages.kind import Door, Facts, PageKind
from variorum.pages.page import Page, heading, title
from variorum.pages.tables import cell, table
from variorum.publishing.choice import LONGEST
from variorum.rendering.elements import Part, paragraph
from variorum.rendering.words import _


def view(facts: Facts) -> Page:
    """Plain words, the same for every story of a site."""
    parts = [
        (
            _("The text"),
            _text(facts),
            _(
                "Whoever saves a page saves what is no part of the report: advertisements for an "
                "app, prompts to share, stamps, bylines, credits. Such lines are folded away where "
                "they stood and can be opened. The rules that recognise them are general; where "
                "they are in doubt the line stays in the text."
            ),
        ),
        (
            _("What an article says of itself"),
            _(
                "Outlet, headline, dates, authors, place and agencies are taken only from the "
                "article’s own text or from what its collector wrote down. The page of sources "
                "shows the words each was read from. What the text doesn’t say is left open: a "
                "source without a name is called unnamed, a headline that isn’t there is replaced "
                "by the first words and marked."
            ),
            _(
                "The day an article was published and the day it was updated are two dates and "
                "stay apart."
            ),
        ),
        (
            _("Letters for sources"),
            _(
                "Each report has a letter, given in the order of the dates printed on them; a "
                "report without a date comes after those that have one."
            ),
        ),
        (
            _("What is automatic"),
            _(
                "Everything is found by rules and by a small language model that runs on the "
                "machine the site was built on. No person has reviewed it unless a page says so."
            ),
            _(
                "Analysis is for English. An article in another language is shown in full and not "
                "annotated."
            ),
        ),
        (
            _("What this reader doesn’t do"),
            _(
                "It shows what reports share and where they part, and leaves judgement to you: it "
                "gives no scores for bias, truth or quality."
            ),
        ),
    ]
    children: list[Part] = []
    for name, *paragraphs in parts:
        children.append(heading(name))
        children += [paragraph(words) for words in paragraphs]
    return Page(title(_("Method")), [*children, *_accuracy()])


def _text(facts: Facts) -> str:
    if facts.get("publish") == "quotations":
        return _(
            "Of every article short quotations are given, at most %(words)s words on end, unless "
            "its rights permit more; the analysis was made of the full text. Dots show where "
            "words were left out. Articles whose rights permit it stand here in full."
        ) % {"words": LONGEST}
    return _(
        "Every article stands here in full, in its own words and its own order. Nothing is "
        "corrected, shortened or left out."
    )


def _accuracy() -> list[Part]:
    """How often each kind of annotation is right."""
    rows = []
    for id_, kind, figure, measured in accuracy_rows():
        what = cell(kind, head=True)
        what.id = f"accuracy-{id_}"
        rows.append([what, cell(figure), cell(measured)])
    name = _("How accurate it is")
    made = heading(name)
    made.id = "accuracy"
    words = _(
        "Measured on news that people have annotated by hand. The rules were tuned on the same "
        "articles, so expect a little less on others. Each annotation also says how sure its rule "
        "is: how often that rule was right in such a measurement. Of a quotation that is said "
        "apart of the words and of the speaker; a speaker less sure than one in two is followed "
        "by a question mark."
    )
    head = [_("What"), _("Right"), _("Measured on")]
    return [made, paragraph(words), table(name, head, rows, classes="vr-accuracy")]


PAGE = PageKind(
    name="method",
    view=view,
    door=lambda counts: Door(
        "use",
        _("Method"),
        _("how the articles are read, what is automatic, and what this reader doesn’t do"),
    ),
)
