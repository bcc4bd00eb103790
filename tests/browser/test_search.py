"""Search: from disk and from a server, by kind, source and actor, by keyboard, without script."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import STORY, Open
from tests.conftest import ALPHA, BETA
from tests.sphinx_run import run_sphinx

HITS = ".vr-hit"


def look_for(page: Page, words: str) -> None:
    page.locator("#vr-search-q").fill(words)
    page.locator("#vr-search-q").press("Enter")


def test_the_field_of_any_page_leads_to_results_with_the_words_found(visit: Open) -> None:
    page = visit(f"{STORY}/index")
    page.locator("#vr-q").fill("MOMENT of truth")
    page.get_by_role("button", name="Search").click()
    page.locator(HITS).first.wait_for()
    assert page.locator(".vr-snippet mark").first.inner_text().lower() == "moment of truth"
    count = page.locator("[role=status]").inner_text()
    assert count.startswith("Results: ")
    assert int(count.removeprefix("Results: ")) >= page.locator(HITS).count() > 1


def test_a_result_leads_to_its_paragraph(visit: Open) -> None:
    page = visit("search")
    look_for(page, "ambassador")
    page.locator("input[name=kind][value=article]").check()
    page.wait_for_function("document.querySelector('.vr-hit .vr-label').textContent.match(/^Art/)")
    page.locator(f"{HITS} .vr-headline a").first.click()
    page.wait_for_url("**/articles/**#p*")
    assert "ambassador" in page.locator(":target").inner_text().lower()


def test_a_speaker_is_found_by_what_they_say_where_the_words_do_not_name_them(
    visit: Open,
) -> None:
    page = visit("search")
    page.locator("input[name=kind][value=statement]").check()
    look_for(page, "sherman")
    page.locator(HITS).first.wait_for()
    said = page.locator(HITS).evaluate_all(
        "all => all.map(hit => [hit.querySelector('.vr-snippet'), hit.querySelector('.vr-label')]"
        ".map(e => e.textContent))"
    )
    assert any("Sherman" in label and "Sherman" not in words for words, label in said)


def test_a_kind_without_results_says_none(visit: Open) -> None:
    page = visit("search")
    look_for(page, "ambassador")
    page.locator(HITS).first.wait_for()
    kinds = page.locator("label:has(input[name=kind])")
    empty = kinds.filter(has=page.locator("input:disabled"))
    assert 0 < empty.count() < kinds.count()
    assert [words for words in empty.all_inner_texts() if not words.rstrip().endswith(" 0")] == []


def test_the_facets_leave_what_fits(visit: Open) -> None:
    page = visit("search")
    look_for(page, "russia")
    before = page.locator(".vr-search-count").inner_text()
    page.locator("select[name=source]").select_option(index=1)
    page.wait_for_function(
        "b => document.querySelector('.vr-search-count').textContent !== b",
        arg=before,
    )
    source = page.locator("select[name=source]").input_value()
    labels = page.locator(f"{HITS} > .vr-label").all_inner_texts()
    assert labels
    assert all(source in label for label in labels)
    page.locator("select[name=actor]").select_option("Wendy Sherman")
    page.locator("input[name=kind][value=statement]").check()
    page.wait_for_timeout(300)
    labels = page.locator(f"{HITS} > .vr-label").all_inner_texts()
    assert all("Wendy Sherman" in label for label in labels)


def test_a_date_is_found_by_what_happened_on_it(visit: Open) -> None:
    page = visit("search")
    look_for(page, "brussels")
    page.locator("input[name=kind][value=date]").check()
    page.wait_for_function("document.querySelector('.vr-hit .vr-label').textContent.match(/^Date/)")
    assert any("January 2022" in words for words in page.locator(".vr-label").all_inner_texts())


def test_accents_capitals_and_apostrophes_make_no_difference(visit: Open) -> None:
    page = visit("search")
    look_for(page, "zürich")
    without = page.locator(".vr-search-count").inner_text()
    look_for(page, "ZURICH")
    assert page.locator(".vr-search-count").inner_text() == without


def test_nothing_found_is_said(visit: Open) -> None:
    page = visit("search")
    look_for(page, "qqqqq")
    assert page.locator(HITS).count() == 0
    assert "Nothing was found" in page.locator("[role=status]").inner_text()


def test_the_keyboard_walks_down_the_results_and_back(visit: Open) -> None:
    page = visit("search")
    look_for(page, "russia")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    focused = "document.activeElement === document.querySelectorAll('.vr-hit .vr-headline a')[%d]"
    assert page.evaluate(focused % 1)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "vr-search-q"


def test_without_script_every_page_is_listed(visit: Open) -> None:
    page = visit("search", java_script_enabled=False)
    assert page.locator("noscript .vr-note").is_visible()
    names = page.locator(".vr-all-pages a").all_inner_texts()
    assert "Timeline" in names
    assert not page.locator("#vr-search-q").is_visible()


class _Strict(http.server.SimpleHTTPRequestHandler):
    """A server that lets a page load from itself alone, and run no script inside it."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Nothing on the terminal."""


@pytest.fixture
def served(site: Path) -> Iterator[str]:
    """The address of the site on a strict server."""
    handler = functools.partial(_Strict, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_on_a_server_the_address_keeps_what_was_asked(served: str, browser: Browser) -> None:
    wrong: list[str] = []
    page = browser.new_page()
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{served}/search.html?q=russia&kind=difference")
    page.locator(HITS).first.wait_for()
    shown = page.locator(HITS).count()
    look_for(page, "ukraine")
    page.wait_for_url("**q=ukraine**")
    assert "kind=difference" in page.url
    page.reload()
    page.locator(HITS).first.wait_for()
    assert page.locator("#vr-search-q").input_value() == "ukraine"
    assert shown > 0
    page.close()
    assert [w for w in wrong if "favicon" not in w and "404" not in w] == []


def test_markup_in_an_article_is_found_as_text(tmp_path: Path, browser: Browser) -> None:
    articles = tmp_path / "source" / "bridge" / "articles"
    articles.mkdir(parents=True)
    hostile = (
        "</script><img src=x onerror=alert(1)> \u2028 <b>pontoon</b> 😀 cost 3 euros on Monday."
    )
    (articles / "alpha.txt").write_text(f"{ALPHA}\n\n{hostile}\n", encoding="utf-8")
    (articles / "beta.md").write_text(BETA, encoding="utf-8")
    (tmp_path / "source" / "notes.rst").write_text(
        "Notes\n=====\n\nFirst\n-----\n\nA word about ferries.\n", encoding="utf-8"
    )
    built = run_sphinx(tmp_path / "source", tmp_path / "work")
    page = browser.new_page()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{(built.out / 'search.html').as_uri()}?q=pontoon")
    snippet = page.locator(".vr-snippet").first
    snippet.wait_for()
    assert "<b>pontoon</b> 😀" in snippet.inner_text()
    assert snippet.locator("img, b").count() == 0
    look_for(page, "ferries")
    link = page.locator(f"{HITS} .vr-headline a").first
    assert link.get_attribute("href", timeout=3000) == "./notes.html#first"
    look_for(page, "monday")
    page.locator("input[name=kind][value=date]").check()
    page.wait_for_timeout(300)
    assert "Monday" in page.locator(".vr-snippet mark").all_inner_texts()
    page.close()
