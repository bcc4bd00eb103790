"""Who copied whom: by credits, by words, by what is wrong alike, and what is only supposed."""

from __future__ import annotations

from variorum.collation.stemma import Stemma, Tie, stemma
from variorum.model import Article, Finding, Quote, Reading
from variorum.reading import read_bytes

COPY = (
    "Farmers in the valley were told to stop watering their fields until the end of April, and "
    "those who go on will be fined by the council."
)
OTHER = "The council met at noon in the hall of the old school and heard four speakers on the dam."


def article(id_: str, text: str, day: int, **head: object) -> Article:
    told = {"title": f"Report {id_}", "outlet": f"{id_.title()} Post", **head}
    front = "".join(f"{name}: {value!r}\n" for name, value in told.items())
    source = f"---\n{front}published: 2024-04-0{day}T10:00\n---\n\n{text}\n"
    return read_bytes(source.encode(), f"{id_}.md", "dry", id=id_)


def finding(kind: str, readings: list[tuple[Article, str]]) -> Finding:
    made = []
    for on, words in readings:
        start = on.text.index(words)
        made.append(Reading(on.id, start, start + len(words), words))
    return Finding(
        id=f"f{kind}", kind=kind, salience=2, explanation="", why="", confidence=1.0,
        readings=tuple(made),
    )  # fmt: skip


def drawn(
    articles: list[Article], findings: list[Finding], quotes: dict[str, list[Quote]] | None = None
) -> Stemma:
    lengths = {a.id: len(a.text.split()) for a in articles}
    return stemma(articles, quotes or {}, findings, lengths)


def told(made: Stemma) -> list[tuple[str | int, str, str]]:
    return [(tie.source, tie.copy, tie.how) for tie in made.ties]


def test_a_report_that_another_credits_is_the_source() -> None:
    wire = article("wire", COPY, 4, outlet="Northern Wire")
    mail = article("mail", COPY, 5, agency=["Northern Wire"])
    star = article("star", COPY, 6)
    made = drawn(
        [star, mail, wire], [finding("shared-text", [(a, COPY) for a in (wire, mail, star)])]
    )
    assert told(made) == [("wire", "mail", "credited"), ("wire", "star", "inferred")]
    assert made.hypotheses == ()


def test_an_agency_that_is_not_there_is_a_hypothesis_that_the_credit_grounds() -> None:
    mail = article("mail", COPY, 5, agency=["Northern Wire"])
    star = article("star", COPY, 6)
    made = drawn([mail, star], [finding("shared-text", [(mail, COPY), (star, COPY)])])
    assert [(h.agency, h.members) for h in made.hypotheses] == [("Northern Wire", ("mail", "star"))]
    assert told(made) == [(0, "mail", "credited"), (0, "star", "inferred")]


def test_where_nobody_credits_anybody_most_of_a_text_is_the_earlier_ones() -> None:
    mail, star = article("mail", COPY, 5), article("star", COPY, 6)
    made = drawn([star, mail], [finding("shared-text", [(mail, COPY), (star, COPY)])])
    assert told(made) == [("mail", "star", "unknown")]


def test_where_nobody_credits_anybody_a_passage_may_be_from_a_text_nobody_names() -> None:
    mail = article("mail", f"{COPY}\n\n{OTHER} {OTHER.upper()}", 5)
    star = article("star", f"Rain came at last.\n\n{COPY}\n\n{'It rained and rained. ' * 8}", 6)
    made = drawn([mail, star], [finding("shared-text", [(mail, COPY), (star, COPY)])])
    assert [h.agency for h in made.hypotheses] == [None]
    assert told(made) == [(0, "mail", "unknown"), (0, "star", "unknown")]


def test_words_in_quotation_marks_or_few_of_them_are_no_copy() -> None:
    mail, star = article("mail", COPY, 5), article("star", COPY, 6)
    shared = [finding("shared-text", [(mail, COPY), (star, COPY)])]
    quotes = {}
    for on in (mail, star):
        start = on.text.index(COPY)
        quotes[on.id] = [
            Quote(
                id="q", start=start, end=start + len(COPY), exact=COPY, by="", confidence=1.0,
                kind="direct", parts=((start, start + len(COPY)),),
                quoted=((start, start + len(COPY)),),
            )
        ]  # fmt: skip
    assert told(drawn([mail, star], shared, quotes)) == []
    few = COPY[:60]
    assert told(drawn([mail, star], [finding("shared-text", [(mail, few), (star, few)])])) == []


def test_what_copies_have_alike_and_others_otherwise_is_a_ground() -> None:
    mail = article("mail", COPY, 5, agency=["Northern Wire"])
    star = article("star", COPY, 6)
    hill = article("hill", "They were told to stop until the end of May.", 6)
    dates = [(mail, "the end of April"), (star, "the end of April"), (hill, "the end of May")]
    made = drawn(
        [mail, star, hill],
        [finding("shared-text", [(mail, COPY), (star, COPY)]), finding("date-conflict", dates)],
    )
    tie: Tie = made.ties[1]
    assert [(m.words, m.articles, m.otherwise, m.others) for m in tie.mistakes] == [
        ("the end of April", ("mail", "star"), "the end of May", ("hill",))
    ]


def test_words_that_two_copies_have_and_their_source_has_not_came_through_one_of_them() -> None:
    changed = COPY.replace("told to stop watering", "forbidden from irrigating")
    wire = article("wire", COPY, 4, outlet="Northern Wire")
    mail = article("mail", changed, 5, agency=["Northern Wire"])
    star = article("star", changed, 6)
    readings = [(wire, COPY), (mail, changed), (star, changed)]
    made = drawn([wire, mail, star], [finding("shared-text", readings)])
    assert [(t.source, t.copy, t.through) for t in made.ties if t.through] == [
        ("mail", "star", ("forbidden", "from", "irrigating"))
    ]
