"""The bundled site, built with its own conf.py."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT, Build, Built
from tests.links import assert_links_lead_somewhere
from tests.sphinx_run import run_sphinx

OUTSIDE = re.compile(r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//""", re.IGNORECASE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return run_sphinx(ROOT / "source", tmp_path_factory.mktemp("site"), conf=ROOT)


def test_it_builds_without_a_warning(site: Built) -> None:
    assert site.warnings == ""
    assert site.status == 0


def test_every_report_has_a_page_linked_from_the_front_page(site: Built) -> None:
    front = site.page("geneva-2022/index")
    for name in ("ostrey-courier", "vellmark-daily", "lindmoor-observer"):
        assert f'href="articles/{name}.html"' in front
        assert (site.out / f"geneva-2022/articles/{name}.html").is_file()


def test_the_front_page_says_what_is_analysed(site: Built) -> None:
    assert "Analysis is for English" in site.page("geneva-2022/index")


def test_the_site_loads_nothing_from_elsewhere(site: Built) -> None:
    for path in site.out.rglob("*.html"):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        assert not OUTSIDE.search(head), path
    for path in site.out.rglob("*.css"):
        assert not re.search(r"@import|url\(['\"]?(?:https?:)?//", path.read_text("utf-8")), path


def test_no_page_has_an_executable_script_inside(site: Built) -> None:
    for path in site.out.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        # What a page says of itself as data is no script that runs.
        assert not re.search(r'<script(?![^>]*\bsrc=)(?! type="application/ld\+json">)', page), path


def test_every_link_and_anchor_inside_the_site_exists(site: Built) -> None:
    assert_links_lead_somewhere(site)


def test_a_page_names_the_demonstration_for_what_it_is(site: Built) -> None:
    for path in (site.out / "geneva-2022" / "articles").glob("*.html"):
        assert "ritten for this demonstration" in path.read_text(encoding="utf-8"), path


def test_search_knows_the_words_of_an_article(site: Built) -> None:
    index = (site.out / "_static/variorum/index.js").read_text(encoding="utf-8")
    assert "separatist" in index
    assert not (site.out / "searchindex.js").exists(), "a second index that nothing reads"


def test_nothing_of_the_machine_is_published(site: Built) -> None:
    needle = str(Path(site.out).parent).encode()
    for name, data in site.files().items():
        assert needle not in data, name
        assert b".doctree" not in name.encode()


def test_serial_and_parallel_builds_are_the_same(tmp_path: Path, build: Build) -> None:
    serial = build(ROOT / "source", conf=ROOT, out=tmp_path / "1", doctrees=tmp_path / "d1")
    parallel = build(
        ROOT / "source", conf=ROOT, out=tmp_path / "4", doctrees=tmp_path / "d4", jobs=4
    )
    assert serial.files() == parallel.files()
