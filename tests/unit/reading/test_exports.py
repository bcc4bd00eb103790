"""Exports of news archives, in the shapes that Nexis, Factiva and ProQuest write."""

from __future__ import annotations

import pytest
from tests import made_files as made

from variorum.model import Article
from variorum.reading.articles import articles_of

BODIES = [
    "The ferry to the outer islands will stop at the end of the month, its owner said on Monday.\n"
    "“We lose money on every trip,” said Ida Brandt, who has run the line for eleven years.",
    "The council met on Thursday to talk about a bus that would run to the southern bridge.\n"
    "Nobody from the islands was there, its clerk said after the meeting.",
]
HEADS = [
    ("Ferry stops for the winter", "Island Post", "August 31, 2021 Tuesday", "Ida Moor"),
    ("Council talks about a bus", "Coast Herald", "September 2, 2021 Thursday", "Tom Lund"),
]


def nexis(title: str, outlet: str, day: str, author: str, body: str) -> str:
    return f"""{title}
{outlet}
{day}

Copyright 2021 {outlet} All Rights Reserved

Section: NEWS; Pg. 3
Length: 120 words
Byline: {author}

Body


{body}

Classification

Language: ENGLISH

Load-Date: September 9, 2021

End of Document
"""


def nexis_old(title: str, outlet: str, day: str, author: str, body: str, number: int) -> str:
    return f"""
                               {number} of 2 DOCUMENTS

                               {outlet}

                               {day}

{title}

BYLINE: {author}

SECTION: NEWS; Pg. 3

LENGTH: 120 words

{body}

LOAD-DATE: September 9, 2021

LANGUAGE: ENGLISH

                       Copyright 2021 {outlet}
                             All Rights Reserved
"""


def factiva(title: str, outlet: str, day: str, author: str, body: str, number: int) -> str:
    return f"""News
{title}

By {author}
120 words
{day.split()[1].strip(",")} {day.split()[0]} 2021
{outlet}
ISLP
3
English
Copyright 2021. {outlet}. All rights reserved.

{body}

Document ISLP0000202108{number}1eh8v0000{number}
"""


def factiva_codes(title: str, outlet: str, day: str, author: str, body: str, number: int) -> str:
    return f"""HD
{title}
BY
By {author}
WC
120 words
PD
{day.split()[1].strip(",")} {day.split()[0]} 2021
SN
{outlet}
SC
ISLP
LA
English
CY
Copyright 2021. {outlet}.
LP
{body.partition(chr(10))[0]}
TD
{body.partition(chr(10))[2]}
AN
Document ISLP0000202108{number}1eh8v0000{number}
"""


def proquest(title: str, outlet: str, day: str, author: str, body: str, number: int) -> str:
    return f"""____________________________________________________________

Document {number} of 2

{title}

Author: {author}

Publication info: {outlet} ; Outer Quay [Outer Quay]{day.split()[1].strip(",")} {day[:3]} 2021: A.3.

http://proquest.example/docview/{number}

Abstract: None available.

Full text: {body}

Subject: Ferries

Title: {title}

Publication title: {outlet}

Publication date: {" ".join(day.split()[:3])}

Source type: Newspaper

ProQuest document ID: 25{number}5550001

Database: ProQuest Central

"""


def whole(form: str) -> str:
    each = [(*head, body) for head, body in zip(HEADS, BODIES, strict=True)]
    match form:
        case "nexis":
            return "".join(nexis(*said) for said in each)
        case "nexis old":
            return "".join(nexis_old(*said, i) for i, said in enumerate(each, 1))
        case "factiva":
            return "".join(factiva(*said, i) for i, said in enumerate(each, 1))
        case "factiva codes":
            return "".join(factiva_codes(*said, i) for i, said in enumerate(each, 1))
        case _:
            return "".join(proquest(*said, i) for i, said in enumerate(each, 1))


FORMS = ["nexis", "nexis old", "factiva", "factiva codes", "proquest"]


def check(found: list[Article]) -> None:
    days = ["2021-08-31", "2021-09-02"]
    assert len(found) == 2
    for article, (title, outlet, _, author), body, day in zip(
        found, HEADS, BODIES, days, strict=True
    ):
        meta = article.meta
        assert (meta.title, meta.outlet, meta.published) == (title, outlet, day)
        assert meta.byline == (author,)
        shown = [article.text[b.start : b.end] for b in article.blocks if b.kind == "paragraph"]
        assert shown == body.split("\n")
        for name, value in (("title", title), ("outlet", outlet)):
            assert article.text[slice(*meta.span(name) or (0, 0))] == value


@pytest.mark.parametrize("form", FORMS)
def test_the_articles_of_an_export_with_what_their_heads_say(form: str) -> None:
    found = articles_of(whole(form).encode(), "ferry.txt", "", id="ferry")
    check(found)
    assert all(article.id.startswith("ferry-") for article in found)
    assert whole(form).startswith(found[0].text) or found[0].text in whole(form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("suffix", ["docx", "rtf", "html"])
def test_an_export_in_other_formats(form: str, suffix: str) -> None:
    lines = whole(form).split("\n")
    if suffix == "docx":
        data = made.docx(*(("Standard", line) for line in lines))
    elif suffix == "rtf":
        data = made.rtf(*lines)
    else:
        data = ("<html><body>" + "".join(f"<p>{line}</p>" for line in lines)).encode()
    check(articles_of(data, f"ferry.{suffix}", "", id="ferry"))


def test_ids_stay_where_another_article_is_added() -> None:
    before = articles_of(whole("nexis").encode(), "a.txt", "", id="a")
    more = nexis("Mill burns down", "Island Post", "May 4, 2021", "Ida Moor", BODIES[0])
    after = articles_of((more + whole("nexis")).encode(), "a.txt", "", id="a")
    assert [a.id for a in after[1:]] == [a.id for a in before]


@pytest.mark.parametrize("form", FORMS)
def test_one_article_keeps_the_file_s_name(form: str) -> None:
    said = [*HEADS[0], BODIES[0]]
    write = {"nexis": nexis, "nexis old": nexis_old, "factiva": factiva,
             "factiva codes": factiva_codes, "proquest": proquest}[form]  # fmt: skip
    text = write(*said) if form == "nexis" else write(*said, 1)
    (article,) = articles_of(text.encode(), "ferry.txt", "", id="ferry")
    assert (article.id, article.meta.outlet) == ("ferry", "Island Post")


@pytest.mark.parametrize(
    "line",
    [
        "1 of 3 documents that the council found says so.",
        "Document ABC of the council, which has 120 words",
        "End of Document",
        "ProQuest document ID: the archive's own number",
    ],
)
def test_a_report_that_speaks_of_documents_is_no_export(line: str) -> None:
    text = f"Ferry stops for the winter\n\n{BODIES[0]}\n\n{line}\n\n{BODIES[1]}"
    assert len(articles_of(text.encode(), "a.txt", "", id="a")) == 1
