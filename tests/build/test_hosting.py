"""What the public finds of a site: descriptions, data in the pages, a map, a page for nothing."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
import yaml

from tests.conftest import ROOT, Build, Built
from variorum.cli import main
from variorum.hosts import HOSTS

BASE = "https://reader.example/news/"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


class Head(HTMLParser):
    """The meta elements of a page, by name or property."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.feed(page.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and (name := given.get("name") or given.get("property")):
            self.said[name] = given.get("content") or ""


def data(page: str) -> dict[str, Any]:
    (found,) = DATA.findall(page)
    said: dict[str, Any] = json.loads(found)
    return said


def test_an_article_says_what_it_is_to_those_who_share_it(build: Build, story: Path) -> None:
    head = Head(build(story).page("bridge/articles/beta")).said
    assert head["og:title"] == "A bridge too old"
    assert head["og:type"] == "article"
    assert head["description"].startswith("The old bridge shuts on Monday.")
    assert "og:url" not in head
    assert "robots" not in head


def test_an_article_is_a_news_article_in_terms_of_schema_org(build: Build, story: Path) -> None:
    said = data(build(story).page("bridge/articles/beta"))
    assert said["@context"] == "https://schema.org"
    work = said["mainEntity"]
    assert work["@type"] == "NewsArticle"
    assert work["headline"] == "A bridge too old"
    assert work["publisher"] == {"@type": "Organization", "name": "Beta Courier"}
    assert work["datePublished"] == "2024-03-05"
    assert "url" not in work  # the text gives none


def test_the_front_page_lists_the_reports(build: Build, story: Path) -> None:
    said = data(build(story).page("bridge/index"))
    assert {part["@type"] for part in said["hasPart"]} == {"NewsArticle"}
    assert len(said["hasPart"]) == 2


def test_no_words_of_an_article_end_the_data_or_the_tag(build: Build, story: Path) -> None:
    beta = story / "bridge" / "articles" / "beta.md"
    hostile = "'</script><script>alert(1)</script><!--'"
    text = beta.read_text("utf-8").replace("A bridge too old", hostile)
    beta.write_text(text.replace("Beta Courier", "'\"><b onload=x>'"), encoding="utf-8")
    page = build(story).page("bridge/articles/beta")
    assert data(page)["mainEntity"]["headline"] == hostile.strip("'")
    assert "<script>alert" not in page
    assert "<b onload" not in page
    assert Head(page).said["og:title"] == hostile.strip("'")


def test_without_an_address_nothing_needs_one(build: Build, story: Path) -> None:
    built = build(story)
    for name in ("sitemap.xml", "robots.txt", "404.html", ".nojekyll"):
        assert not (built.out / name).exists()
    assert 'rel="canonical"' not in built.page("bridge/index")


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_the_map_has_every_page_at_its_address(build: Build, story: Path, builder: str) -> None:
    built = build(story, builder=builder, html_baseurl=BASE.rstrip("/"))
    tree = ElementTree.fromstring((built.out / "sitemap.xml").read_bytes())
    addresses = [str(loc.text) for loc in tree.iter() if loc.tag.endswith("}loc")]
    assert addresses == sorted(addresses)
    ours = {p.relative_to(built.out).as_posix() for p in built.out.rglob("*.html")}
    ours -= {"search.html", "genindex.html", "404.html"}
    ours -= {"search/index.html", "genindex/index.html", "404/index.html"}
    if builder == "dirhtml":
        ours = {name.removesuffix("index.html") for name in ours}
    assert {a.removeprefix(BASE) for a in addresses} == ours
    assert f"Sitemap: {BASE}sitemap.xml" in (built.out / "robots.txt").read_text("utf-8")


def test_a_page_has_its_own_address(build: Build, story: Path) -> None:
    page = build(story, html_baseurl=BASE).page("bridge/articles/beta")
    address = f"{BASE}bridge/articles/beta.html"
    assert f'<link rel="canonical" href="{address}" />' in page
    assert Head(page).said["og:url"] == address
    assert data(page)["url"] == address


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_the_page_for_what_is_missing_works_at_any_depth(
    build: Build, story: Path, builder: str
) -> None:
    built = build(story, builder=builder, html_baseurl=BASE)
    page = (built.out / "404.html").read_text("utf-8")
    (base,) = re.findall(r'<base href="([^"]+)"', page)
    assert page.index("<base") < page.index("stylesheet")
    for target in re.findall(r'(?:href|src)="([^"#]+)"', page):
        if target == base or target.startswith("http"):
            continue
        address = urljoin(base, target.partition("?")[0])
        assert address.startswith(BASE)
        path = built.out / address.removeprefix(BASE)
        assert path.exists(), target
    assert Head(page).said["robots"] == "noindex"


def test_robots_can_be_asked_not_to_list_the_site(build: Build, story: Path) -> None:
    built = build(story, html_baseurl=BASE, variorum_robots="noindex")
    for name in ("bridge/index", "bridge/articles/beta", "search"):
        assert Head(built.page(name)).said["robots"] == "noindex"
    robots = (built.out / "robots.txt").read_text("utf-8")
    assert "Sitemap" not in robots
    assert "Disallow:\n" in robots  # a page that may not be read cannot say so
    assert not (built.out / "sitemap.xml").exists()


def test_a_book_has_no_data_in_its_pages(build: Build, story: Path) -> None:
    built = build(story, builder="epub")
    assert "ld+json" not in (built.out / "bridge" / "index.xhtml").read_text("utf-8")


# --- the ready files ------------------------------------------------------------------------------


def commands(path: Path) -> list[str]:
    """The commands that a hosting file runs, in their order."""
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "build" in said:
        listed: list[str] = said["build"]["commands"]
        return listed
    return [step["run"] for step in said["jobs"]["build"]["steps"] if "run" in step]


@pytest.mark.parametrize("host", HOSTS)
def test_a_hosts_file_builds_a_site_of_short_quotations_from_what_new_wrote(
    host: str, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = sorted(str(path) for path in (story / "bridge" / "articles").iterdir())
    place = tmp_path / "repository"
    place.mkdir()
    monkeypatch.chdir(place)
    assert main(["new", "bridge", *raw, "--host", host]) == 0
    install, build = commands(place / HOSTS[host][1])
    assert "pip install" in install
    env = os.environ | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "SITE_URL": BASE,
        "READTHEDOCS_CANONICAL_URL": BASE,
        "READTHEDOCS_OUTPUT": str(tmp_path / "_readthedocs"),
    }
    done = subprocess.run(
        ["bash", "-c", build], cwd=place, env=env, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    out = shlex.split(build)[-1].replace("$READTHEDOCS_OUTPUT", env["READTHEDOCS_OUTPUT"])
    built = Built(place / out, "", 0)
    assert "Only short quotations" in built.page("bridge/articles/alpha")
    assert (built.out / "sitemap.xml").exists()
    assert not (built.out / ".doctrees").exists()
    assert not list(built.out.rglob("*.pickle"))


def test_the_workflow_uploads_what_it_builds() -> None:
    path = ROOT / "extensions" / "variorum" / "data" / "hosts" / "github-pages.yml"
    said = yaml.safe_load(path.read_text(encoding="utf-8"))
    steps = said["jobs"]["build"]["steps"]
    (upload,) = [s for s in steps if s.get("uses", "").startswith("actions/upload-pages-artifact")]
    assert upload["with"]["path"] == shlex.split(commands(path)[-1])[-1]
    # What somebody else may set goes through the environment, never into the command.
    assert not any("${{" in step.get("run", "") for step in steps)
