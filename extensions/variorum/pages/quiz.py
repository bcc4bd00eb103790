"""A quiz on the reports read blind, whose answers a class compares by short codes.

All of it works in the browser and sends nothing. Without script it is a worksheet with its key in a
fold; the script makes the code of one's answers, and counts the codes of others.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.pages.kind import Door, PageKind
from variorum.pages.page import Page, above, outlet_words, title
from variorum.pages.questions import Question, questions
from variorum.pages.records import StoryPage
from variorum.rendering.elements import Box, Part, box, line, link, mark, paragraph
from variorum.rendering.words import _

if TYPE_CHECKING:
    from variorum.pages.story_facts import StoryFacts

LETTERS = "abcdefghijklm"
"""What answers are called, in a code, too."""


class QuizFacts(StoryPage):
    """The facts of the page."""

    questions: list[Question]


def view(facts: QuizFacts) -> Page:
    """The questions, the code of one's answers, the key."""
    blind = link(facts["pages"]["blind"], _("Read the reports blind first."))
    intro = paragraph(
        blind, " ",
        _(
            "Then answer from what you read. Your answers make a short code; a class compares its "
            "codes at the end of this page. Nothing is sent anywhere."
        ),
        classes="vr-lead",
    )  # fmt: skip
    trail = (*above(facts), (facts["pages"]["blind"], _("Blind reading")))
    if not facts["questions"]:
        nothing = paragraph(_("These reports give nothing to ask that is surely right or wrong."))
        return Page(title(_("Quiz")), [intro, nothing], above=trail)
    asked = box("ol", classes="vr-plain-list vr-quiz")
    for number, question in enumerate(facts["questions"], 1):
        asked += _question(number, question)
    code = check(facts["questions"])
    children = [
        intro, asked, _tools(code), _written_code(code, len(facts["questions"])), _reveal(facts),
        _printed_key(facts),
    ]  # fmt: skip
    return Page(title(_("Quiz")), children, above=trail)


def _question(number: int, question: Question) -> Box:
    made = box("fieldset", box("legend", line(f"{number}. ", *_asked(question))))
    for letter, words in zip(LETTERS, _options(question), strict=False):
        field = mark("input", type="radio", name=f"q{number}", value=letter, screen=True)
        made += mark(
            "label", field, mark("span", f"{letter}) ", classes="vr-quiz-letter"),
            mark("bdi", words), classes="vr-choice",
        )  # fmt: skip
    return box("li", made)


def _asked(question: Question) -> list[Part]:
    report = _("Report %s") % question["report"]
    if question["ask"] == "speaker":
        said = mark("bdi", f"“{question['words']}”", classes="vr-said")
        return [_("%s quotes: ") % report, said, " ", _("Who says it?")]
    words = {
        "outlet": _("Which outlet printed %s?"),
        "figure": _("Which of these figures stands in %s?"),
        "role": _("Which of these titles stands in %s?"),
        "wording": _("Which of these wordings stands in %s?"),
        "first": _("Which of these was printed first?"),
    }[question["ask"]]
    return [words % report if question["report"] else words]


def _options(question: Question) -> list[str]:
    if question["ask"] == "first":
        return [_("Report %s") % number for number in question["options"]]
    return question["options"]


def check(asked: list[Question]) -> str:
    """What tells the codes of a quiz from those of others: it begins each of them."""
    said = json.dumps([[q["ask"], q["report"], q["words"], q["options"]] for q in asked])
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:3]


def _tools(code: str) -> Part:
    """For the script: the words it says, and the buttons it needs."""
    return box(
        "div",
        paragraph(
            mark("span", role="status", classes="vr-quiz-said"), " ",
            mark("button", _("Copy the code"), type="button", classes="vr-quiz-copy"),
            mark("button", _("Erase my answers"), type="button", classes="vr-quiz-erase"),
            mark("button", _("Print the worksheet"), type="button", classes="vr-quiz-print"),
        ),
        classes="vr-blind-tools vr-quiz-tools",
        screen=True,
        hidden=True,
        data_check=code,
        data_code=_("Your code: %s"),
        data_left=_("Still to answer: %s"),
        data_copied=_("Copied"),
        data_right=_("%(right)s of %(all)s of your answers are right."),
    )  # fmt: skip


def _written_code(code: str, count: int) -> Part:
    """On paper: a line to write one's name and code on."""
    blanks = " ".join(f"{number}\u00a0___" for number in range(1, count + 1))
    words = _("Name: %(line)s Code: %(check)s- %(blanks)s") % {
        "line": "_" * 24, "check": code, "blanks": blanks,
    }  # fmt: skip
    return box("div", paragraph(words), classes="vr-quiz-line", screen=True)


# --- the key -------------------------------------------------------------------------------------


def _reveal(facts: QuizFacts) -> Part:
    """The key in a fold, and in it what compares the codes of a class."""
    compare = box(
        "section",
        classes="vr-quiz-class",
        screen=True,
        hidden=True,
        data_name=_("Compare in class"),
        data_ask=_("Codes, one a line; what stands before a code is left aside"),
        data_codes=_("Codes: %(codes)s. Right on average: %(mean)s of %(all)s."),
        data_other=_("Lines with no code of this quiz: %s"),
        data_question=_("Question"),
        data_none=_("no answer"),
        data_table=_("Answers of the class; right ones are bold and ticked"),
    )
    made = box(
        "details",
        box("summary", line(_("Answer key, and the answers of the class"))),
        _key(facts),
        compare,
        classes="vr-reveal vr-quiz-key",
    )
    made.id = "key"
    return made


def _key(facts: QuizFacts) -> Box:
    """Each right answer, with the report where it can be looked up."""
    outlets = {source["docname"]: source for source in facts["sources"]}
    made = box("ol", classes="vr-plain-list vr-quiz-answers")
    for number, question in enumerate(facts["questions"], 1):
        answer = question["answer"]
        source = outlets[question["docname"]]
        report = f"{source['siglum']}, {outlet_words(source)}"
        right = mark("b", f"{LETTERS[answer]}) ", mark("bdi", _options(question)[answer]))
        made += box(
            "li",
            paragraph(
                f"{number}. ", right, " ",
                link(question["docname"], report, anchor=question["anchor"] or "top"),
            ),
            data_answer=LETTERS[answer],
        )  # fmt: skip
    return made


def _printed_key(facts: QuizFacts) -> Part:
    """The key on a page of its own, to be kept back."""
    name = paragraph(_("Key to the worksheet"), classes="vr-print-title")
    return box("div", name, _key(facts), classes="vr-print-key", screen=True)


def facts(told: StoryFacts) -> Iterator[QuizFacts]:
    """The page of a story."""
    yield {**told.listed, "docname": told.pages["quiz"], "questions": questions(told)}


PAGE = PageKind(
    name="quiz",
    facts=facts,
    view=view,
    places={"quiz": "quiz"},
    under="blind",
    door=lambda counts: Door(
        "use",
        _("Quiz"),
        _("for classrooms: questions on the blind reports, answers compared by short codes"),
    ),
    indexed=False,
    in_contents=False,
    on_paper=False,
    scripts=("quiz",),
)
