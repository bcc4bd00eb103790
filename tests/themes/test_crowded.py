"""In a project that is crowded with other extensions, each keeps its job."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.conftest import ROOT, ROOTS, Built
from tests.sphinx_run import run_sphinx

pytestmark = pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::PendingDeprecationWarning"
)
ARTICLE = "articles/ostrey-courier"


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Built:
    work = tmp_path_factory.mktemp("crowded")
    source = work / "docs"
    shutil.copytree(ROOTS / "crowded", source)
    shutil.copytree(ROOT / "source" / "geneva-2022" / "articles", source / "articles")
    return run_sphinx(source, work, conf=source, html_theme="furo")


def tags(page: str, name: str) -> list[str]:
    """The contents of all tags of a name."""
    return re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)"', page)


def test_it_builds_without_a_warning(crowded: Built) -> None:
    assert crowded.warnings == ""


def test_the_project_s_own_robots_stands(crowded: Built) -> None:
    assert "Disallow: /drafts/" in (crowded.out / "robots.txt").read_text("utf-8")


def test_there_is_one_map_with_our_pages_in_it(crowded: Built) -> None:
    assert not (crowded.out / "sitemap.xml").exists()
    assert f"<loc>https://handbook.example/{ARTICLE}.html</loc>" in (
        crowded.out / "map.xml"
    ).read_text("utf-8")


def test_what_a_shared_link_shows_is_said_once_in_the_article_s_own_words(crowded: Built) -> None:
    page = crowded.page(ARTICLE)
    for name in ("og:title", "og:type", "og:description", "description", "og:url"):
        assert len(tags(page, name)) == 1, name
    text = re.sub(r"<[^>]+>", "", page[page.index('class="vr-text"') :])
    for name in ("og:description", "description"):
        [said] = tags(page, name)
        assert said[:30] in text
        assert "words" not in said[:12]


def test_there_is_one_page_for_what_is_missing(crowded: Built) -> None:
    assert "variorum" not in (crowded.out / "404.html").read_text("utf-8")


def test_titles_of_ours_take_no_label_from_an_author(crowded: Built) -> None:
    assert 'href="#differences"' in crowded.page("index")


def test_a_story_beside_an_author_s_front_has_its_own(crowded: Built) -> None:
    assert "Envoys carry" in crowded.page("reports")
    assert f'href="{ARTICLE}.html"' in crowded.page("reports")


def test_a_front_that_is_shown_puts_nothing_into_the_navigation(crowded: Built) -> None:
    tree = crowded.page("index").partition('class="sidebar-tree"')[2].partition("</div>")[0]
    assert 'href="page.html"' in tree
    assert "articles/" not in tree


def test_a_page_that_shows_nothing_of_ours_loads_nothing_of_ours(crowded: Built) -> None:
    assert "_static/variorum/" not in crowded.page("genindex")
    assert "_static/variorum/" in crowded.page("page")


def test_a_page_with_a_link_to_ours_loads_what_shows_where_it_leads(crowded: Built) -> None:
    loaded = re.findall(r"_static/variorum/([\w.-]+)", crowded.page("index"))
    assert loaded == ["previews.js"]
