"""A report that comes in, and what it changes."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

pytest.importorskip("ruamel.yaml")

from variorum.desk.deciding import RefusedError
from variorum.desk.incoming import HELD, Incoming, told
from variorum.desk.news import news
from variorum.edition import Story, assemble
from variorum.model import Finding, Reading
from variorum.reading import read_bytes

ALPHA = "Old bridge to close\n\nThe Alder Gazette\n\nThe mayor closed the bridge on Monday.\n"
GAMMA = "Ferry for the bridge\n\nThe Cedar Post\n\nA ferry will replace the bridge by spring.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "bridge").mkdir()
    (tmp_path / "bridge" / "alpha.txt").write_text(ALPHA, encoding="utf-8")
    return tmp_path


@pytest.fixture
def story() -> Story:
    source = "bridge/alpha.txt"
    article = read_bytes(ALPHA.encode(), source, "bridge", id="alpha")
    return assemble([article], {}, {}).stories[0]


def test_nothing_is_written_before_it_is_confirmed(root: Path, story: Story) -> None:
    incoming = Incoming(root)
    arrived = incoming.read(story, "gamma.txt", GAMMA.encode())
    said = told(arrived, story)
    [report] = said["reports"]
    assert (report["siglum"], report["title"]) == ("B", "Ferry for the bridge")
    assert [p.name for p in sorted((root / "bridge").iterdir())] == ["alpha.txt"]
    name = incoming.take(story, said["token"], {"published": "2024-03-06"})
    assert (root / "bridge" / name).read_text("utf-8") == GAMMA
    assert "2024-03-06" in (root / "bridge" / "story.yaml").read_text("utf-8")
    with pytest.raises(RefusedError):
        incoming.take(story, said["token"], {})


def test_a_file_that_is_there_is_not_written_over(root: Path, story: Story) -> None:
    incoming = Incoming(root)
    arrived = incoming.read(story, "alpha.txt", GAMMA.encode())
    assert incoming.take(story, arrived.token, {}) == "alpha-2.txt"
    assert (root / "bridge" / "alpha.txt").read_text("utf-8") == ALPHA


@pytest.mark.parametrize(
    "name",
    ["../../up.txt", "/etc/passwd.txt", "..\\up.txt", ".hidden.txt", "con.txt", "a\x00b.txt"],
)
def test_no_name_leads_out_of_the_story(root: Path, story: Story, name: str) -> None:
    incoming = Incoming(root)
    arrived = incoming.read(story, name, GAMMA.encode())
    taken = incoming.take(story, arrived.token, {})
    assert [p.name for p in sorted((root / "bridge").iterdir()) if p.name != "alpha.txt"] == [taken]
    assert not taken.startswith(".")
    assert [p.name for p in root.iterdir()] == ["bridge"]


@pytest.mark.parametrize(
    ("name", "data"),
    [("corrections.yaml", b"- keep: quote\n"), ("conf.py", b"import os\n"), ("empty.txt", b"\n")],
)
def test_what_is_no_article_is_refused(root: Path, story: Story, name: str, data: bytes) -> None:
    with pytest.raises(RefusedError):
        Incoming(root).read(story, name, data)


def test_a_head_that_cannot_be_is_refused_before_anything_is_written(
    root: Path, story: Story
) -> None:
    incoming = Incoming(root)
    arrived = incoming.read(story, "", GAMMA.encode())
    assert arrived.name == "ferry-for-the-bridge.txt"
    for head in ({"published": "someday"}, {"rights": "CC0"}):
        with pytest.raises(RefusedError):
            incoming.take(story, arrived.token, head)
    assert [p.name for p in (root / "bridge").iterdir()] == ["alpha.txt"]


def test_only_the_last_few_are_held(root: Path, story: Story) -> None:
    incoming = Incoming(root)
    tokens = [incoming.read(story, f"{n}.txt", GAMMA.encode()).token for n in range(HELD + 1)]
    with pytest.raises(RefusedError):
        incoming.take(story, tokens[0], {})
    assert incoming.take(story, tokens[1], {}) == "1.txt"


def finding(id_: str, kind: str, *words: tuple[str, str]) -> Finding:
    readings = tuple(Reading(article, 0, len(w), w) for article, w in words)
    return Finding(
        id=id_, kind=kind, salience=2, explanation=f"About {words[0][1]}.", why="", confidence=0.5,
        readings=readings,
    )  # fmt: skip


def with_findings(story: Story, ids: str, *listed: Finding) -> Story:
    article = story.articles[0]
    articles = tuple(dataclasses.replace(article, id=id_) for id_ in ids)
    return dataclasses.replace(
        story,
        articles=articles,
        sigla=dict(zip(ids, "ABCD", strict=False)),
        findings=dataclasses.replace(story.findings, findings=listed),
    )


def test_who_joined_who_left_what_is_new_and_what_is_gone(story: Story) -> None:
    before = with_findings(
        story, "xy",
        finding("f1", "wording", ("x", "shut"), ("y", "closed")),
        finding("f2", "figure", ("x", "forty"), ("y", "thirty")),
        finding("f3", "role", ("x", "mayor"), ("y", "chief")),
    )  # fmt: skip
    after = with_findings(
        story, "xyz",
        finding("f4", "wording", ("x", "shut"), ("y", "closed"), ("z", "closed off")),
        finding("f2", "figure", ("x", "forty"), ("y", "thirty")),
        finding("f5", "name", ("y", "Holt"), ("z", "Holte")),
    )  # fmt: skip
    [told_] = news({"bridge": before}, {"bridge": after})
    assert (told_.came, told_.went) == (("C",), ())
    assert [(c.finding.id, c.joined, c.left) for c in told_.changed] == [("f4", ("C",), ())]
    assert [f.id for f in told_.found] == ["f5"]
    assert [f.id for f in told_.gone] == ["f3"]
    [back] = news({"bridge": after}, {"bridge": before})
    assert [(c.joined, c.left) for c in back.changed] == [((), ("C",))]
    assert not list(news({"bridge": before}, {"bridge": dataclasses.replace(before)}))
