"""A site of short quotations: nothing in its folder holds more of an article."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.conftest import Build, Built
from tests.links import assert_links_lead_somewhere
from tests.sphinx_run import run_sphinx
from variorum.publishing.choice import LONGEST

WORD = re.compile(r"\w+")
CHANCE = 3
"""Words of ours beside a quotation can be the article's next ones by chance."""

LONG = """\
---
title: Harbour to be dredged
outlet: Kettle Bay Mail
published: 2024-05-02
{rights}
---

The harbour at Kettle Bay will be dredged from June, the port said on Thursday, after three winters
in which sand closed the channel to every boat that draws more than two metres and left the herring
fleet to land its catch forty kilometres up the coast, at Brannock, where it pays double.

"We have waited long enough, and the sea has not waited at all, and nobody who has watched the boats
turn back at the bar in a north wind will ask us again whether this is worth what it costs or why it
has to be done before the autumn," said Maren Holt, who runs the port.

About 14,000 tonnes of sand are to go. Fishermen have asked for it since 2019, and the ministry in
Oslo said no each time, first for want of money and then for want of a ship.
"""
OTHER = """\
---
title: Kettle Bay gets its channel back
outlet: The Brannock Post
published: 2024-05-03
rights: All rights reserved
---

"We have waited long enough, and the sea has not waited at all," Maren Holt said on Friday.

Some 12,000 tonnes of sand will be moved from June by a ship that comes from Denmark, and until it
has left again no boat may use the inner basin, which the town also wants to repair this summer.
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    articles = tmp_path / "source" / "harbour" / "articles"
    articles.mkdir(parents=True)
    (articles / "mail.md").write_text(LONG.format(rights="language: en"), encoding="utf-8")
    (articles / "post.md").write_text(OTHER, encoding="utf-8")
    return tmp_path / "source"


def stretches(text: str, length: int) -> set[tuple[str, ...]]:
    words = [word.casefold() for word in WORD.findall(text)]
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def leaks(built: Built, *articles: str) -> list[str]:
    """Files with more of an article on end than may be quoted."""
    length = LONGEST + CHANCE
    known = set().union(*(stretches(text.split("---", 2)[2], length) for text in articles))
    assert known
    found = []
    for name, data in built.files().items():
        text = html.unescape(data.decode("utf-8", "ignore"))
        forms = (text, re.sub(r"<[^>]*>", "", text), re.sub(r"<[^>]*>", " ", text))
        if any(known & stretches(form, length) for form in forms):
            found.append(name)
    return found


def test_a_site_of_full_texts_has_them(build: Build, harbour: Path) -> None:
    assert "harbour/articles/mail.html" in leaks(build(harbour), LONG)


@pytest.mark.parametrize("builder", ["html", "singlehtml", "text", "epub"])
def test_no_file_holds_more_than_short_quotations(
    build: Build, harbour: Path, builder: str
) -> None:
    built = build(harbour, builder=builder, variorum_publish="quotations")
    assert built.status == 0
    assert leaks(built, LONG, OTHER) == []


def test_authors_pages_and_other_themes_hold_no_more(build: Build, harbour: Path) -> None:
    views = "".join(
        f"\n.. variorum-{name}:: harbour\n" for name in ("front", "statements", "differences")
    )
    (harbour / "index.rst").write_text(f"Views\n=====\n{views}", encoding="utf-8")
    built = build(
        harbour,
        variorum_publish="quotations",
        html_theme="alabaster",
        html_copy_source=True,
        html_show_sourcelink=True,
    )
    assert leaks(built, LONG, OTHER) == []


def test_an_article_says_that_it_is_quoted_and_where_it_is(build: Build, harbour: Path) -> None:
    post = harbour / "harbour" / "articles" / "post.md"
    text = OTHER.replace("rights:", "url: https://brannock.example/channel\nrights:")
    post.write_text(text, encoding="utf-8")
    page = build(harbour, variorum_publish="quotations").page("harbour/articles/post")
    assert "Only short quotations from this report are published here." in page
    assert 'href="https://brannock.example/channel"' in page
    assert "the sea has not waited at all" in re.sub(r"<[^>]*>", "", page)


def test_rights_that_permit_it_let_the_text_stand(build: Build, harbour: Path) -> None:
    mail = harbour / "harbour" / "articles" / "mail.md"
    mail.write_text(LONG.format(rights="rights: CC BY 4.0"), encoding="utf-8")
    built = build(harbour, variorum_publish="quotations")
    assert "harbour/articles/mail.html" in leaks(built, LONG)
    assert leaks(built, OTHER) == []
    assert (built.out / "_export/harbour/texts/mail.txt").exists()
    assert not (built.out / "_export/harbour/texts/post.txt").exists()


def test_every_link_leads_to_its_place(build: Build, harbour: Path) -> None:
    built = build(harbour, variorum_publish="quotations")
    assert_links_lead_somewhere(built)


def test_a_second_build_with_full_texts_gives_them(tmp_path: Path, harbour: Path) -> None:
    run_sphinx(harbour, tmp_path, variorum_publish="quotations")
    assert "harbour/articles/mail.html" in leaks(run_sphinx(harbour, tmp_path), LONG)
