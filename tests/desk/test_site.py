"""A site that is built again and again in one process is the one that a new process would build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sphinx import locale

from variorum.desk.deciding import written
from variorum.desk.ledger import Ledger
from variorum.desk.preview import with_entry, with_reports
from variorum.desk.site import Site
from variorum.desk.things import thing
from variorum.pages.data import FOLDER
from variorum.reading import read_bytes
from variorum.website import build_folder

pytest.importorskip("starlette")

ALPHA = """\
Old bridge to close

The Alder Gazette
Published: 09:30 AM, 4 Mar, 2024

“We have no choice,” said the mayor, Karin Holt. Tom Brandt, an engineer, counted forty piers.
He said on Monday that the town would decide tomorrow.
"""
BETA = """\
A bridge too old

The Birch Courier
Published: 10:30 AM, 5 Mar, 2024

Karin Holt said the town had no choice. Tom Brandt counted thirty piers.
"""
GAMMA = """\
Ferry for the bridge

The Cedar Post
Published: 08:00 AM, 6 Mar, 2024

A ferry will replace the bridge, Karin Holt said on Wednesday. “We have no choice,” she said.
"""


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """A process builds in one language; of an earlier one Sphinx would keep the catalogues."""
    locale.translators.clear()
    yield
    locale.translators.clear()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    (folder / "beta.txt").write_text(BETA, encoding="utf-8")
    made = Site(folder, project=False)
    yield made
    made.close()


def same_as_new(site: Site, output: Path) -> None:
    """Compare what is served with what a new build makes."""
    build_folder(site.folder, output, {"variorum_title": site.folder.name})
    for path in sorted(output.rglob("*")):
        name = path.relative_to(output).as_posix()
        if path.is_dir() or name.startswith(".") or name.endswith((".json.part", "variorum.json")):
            continue
        there = site.served / name
        data = site.export(name) if name.startswith(FOLDER) else there.read_bytes()
        assert data == path.read_bytes(), name


def test_after_changes_of_all_kinds(site: Site, tmp_path: Path) -> None:
    assert not site.build().failed
    [story] = site.found.stories.values()
    # A decision, then an article edited, one that comes in, and one that goes.
    [quote] = [q for q in story.annotations["beta"] if q.type == "quote"]
    at = thing(story, "beta", quote.id)
    assert at is not None
    decided = written(at, {"verb": "change", "values": {"speaker": "tom-brandt"}}, "Jana")
    Ledger(site.folder, tmp_path / "waiting").write(decided)
    assert not site.build().failed
    (site.folder / "alpha.txt").write_text(ALPHA.replace("forty", "fifty"), encoding="utf-8")
    assert not site.build().failed
    (site.folder / "gamma.txt").write_text(GAMMA, encoding="utf-8")
    assert not site.build().failed
    (site.folder / "alpha.txt").unlink()
    assert not site.build().failed
    site.close()
    same_as_new(site, tmp_path / "new")


def test_what_something_would_change_is_said_and_nothing_is_written(site: Site) -> None:
    site.build()
    [story] = site.found.stories.values()
    before = {path: path.read_bytes() for path in site.folder.iterdir()}
    report = read_bytes(GAMMA.encode(), "gamma.txt", id="gamma")
    told = with_reports(site, story, [report])
    assert told[0] == {"name": "C came in.", "items": []}
    # One that is there already has its letter, the other another one.
    same = with_reports(site, story, [read_bytes(BETA.encode(), "beta.txt", id="beta")])
    assert same[0]["name"].endswith("came in.")
    quote = next(
        a for a in story.annotations["alpha"] if a.type == "quote" and "no choice" in a.exact
    )
    at = thing(story, "alpha", quote.id)
    assert at is not None
    [keep] = written(at, {"verb": "keep"}, "Ada")
    assert with_entry(site, story, keep.text) == [{"name": "No finding would change.", "items": []}]
    figures = next(f for f in story.findings.findings if f.kind == "figure")
    at = thing(story, "", figures.id)
    assert at is not None
    [reject] = written(at, {"verb": "reject"}, "Ada")
    [gone] = with_entry(site, story, reject.text)
    assert (gone["name"], len(gone["items"])) == ("No longer found", 1)
    assert {path: path.read_bytes() for path in site.folder.iterdir()} == before
    assert site.found.stories[story.key] is story


def test_two_desks_on_one_folder_build_in_folders_of_their_own(site: Site) -> None:
    other = Site(site.folder, project=False)
    try:
        assert other.home != site.home
    finally:
        other.close()
    again = Site(site.folder, project=False)
    again.close()
    assert again.home == other.home
    first = site.home
    site.close()
    after = Site(site.folder, project=False)
    after.close()
    assert after.home == first


CONF = """\
extensions = ["variorum"]
html_theme = "variorum"
project = "Bridges"
"""


def test_a_sphinx_project_follows_its_pages_and_its_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    source = tmp_path / "source"
    (source / "bridge" / "articles").mkdir(parents=True)
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    (source / "index.rst").write_text("Bridges\n=======\n\nOne of ours.\n", encoding="utf-8")
    for name, text in (("alpha", ALPHA), ("beta", BETA)):
        (source / "bridge" / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    site = Site(source, project=True)
    try:
        assert not site.build().failed
        assert list(site.found.stories) == ["bridge"]
        (source / "index.rst").write_text("Bridges\n=======\n\nTwo of ours.\n", encoding="utf-8")
        site.build()
        assert "Two of ours" in (site.served / "index.html").read_text("utf-8")
        (source / "conf.py").write_text(CONF.replace("Bridges", "Piers"), encoding="utf-8")
        site.build()
        assert "Piers" in (site.served / "index.html").read_text("utf-8")
        (source / "conf.py").write_text("raise OSError\n", encoding="utf-8")
        assert "conf" in site.build().failed.lower()
        assert "Piers" in (site.served / "index.html").read_text("utf-8")
        (source / "conf.py").write_text(CONF, encoding="utf-8")
        assert not site.build().failed
        assert sorted(path.name for path in source.iterdir()) == ["bridge", "conf.py", "index.rst"]
    finally:
        site.close()
