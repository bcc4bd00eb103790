"""The examples of the page on extending do what it says, in every way that it names."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Build
from tests.scripts import loaded
from variorum.cli import main
from variorum.collation.findings.context import Draft
from variorum.extending import Analyser, Extension, Kind, add, extensions, fingerprint, remove
from variorum.model import Entity, Reading

EXAMPLES = ROOT / "docs" / "examples"
PIER = ROOT / "docs" / "pier" / "articles"
GERMAN = """\
---
title: Die Seebrücke ist zu
language: de
---

Die Seebrücke bleibt gesperrt. „Wir hoffen auf den Sommer“, sagte die Bürgermeisterin am Dienstag.

Ein Ingenieur warnte: „Zwei Säulen sind gerissen.“ Das „Ende“ der Brücke fehlt.
"""


def example(name: str) -> Extension:
    extension = loaded(EXAMPLES / f"{name}.py").EXTENSION
    assert isinstance(extension, Extension)
    return extension


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    yield
    for extension in extensions():
        remove(extension.name)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main(list(arguments)) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_kind_of_difference_is_printed_by_collate(capsys: pytest.CaptureFixture[str]) -> None:
    add(example("photographs"))
    found = [f for f in printed(capsys, "collate", str(PIER)) if f["kind"] == "photograph"]
    assert [(f["label"], f["salience"], f["outlets"]) for f in found] == [("Photographs", 2, 4)]
    assert "Coastline News Agency (B, E), Northshore Herald/Jan Velder (C) and " in str(
        found[0]["explanation"]
    )
    assert not [f for f in printed(capsys, "collate", str(PIER)) if "label" in f and f not in found]


def test_what_is_switched_off_is_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    before = printed(capsys, "collate", str(PIER))
    assert {"shared-text", "role"} <= {f["kind"] for f in before}
    add(example("quiet"))
    after = printed(capsys, "collate", str(PIER))
    kinds = {f["kind"] for f in after}
    assert not kinds & {"shared-text", "role"}
    assert {"attribution", "figure"} <= kinds


def test_a_rule_is_switched_off_and_one_precedes_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "In Ann Lee's view, the pier is safe. It opens in a fortnight, she said.\n"
    (tmp_path / "a.txt").write_text(f"The pier\n\nJanuary 11, 2022\n\n{text}", encoding="utf-8")

    def found() -> list[str]:
        annotations = printed(capsys, "annotate", str(tmp_path))[0]["annotations"]
        assert isinstance(annotations, list)
        kept = [a for a in annotations if a["type"] in ("quote", "date")]
        return [f"{a['by']} {a.get('value', '')}".strip() for a in kept]

    assert [by for by in found() if "fortnight" in by or "view" in by] == ["quotes: view of"]
    add(example("plain_quotations"))
    after = [by for by in found() if "fortnight" in by or "view" in by]
    assert after == ["dates:in-a-fortnight 2022-W04"]


def test_a_kind_of_difference_is_shown_marked_and_corrected(tmp_path: Path, build: Build) -> None:
    add(example("photographs"))
    source = tmp_path / "source"
    shutil.copytree(PIER, source / "pier" / "articles")
    built = build(source)
    assert built.warnings == ""
    page = built.page("pier/differences")
    assert page.count("Photographs") == 2  # the finding's label, and the filter's
    assert 'class="vr-pick-kind-other"' in page
    article = built.page("pier/articles/the-lantern")
    assert "Photographs" in article
    corrected = (
        "- change: finding\n  which: photograph\n"
        "  at: {article: the-lantern, exact: Paul Drewett, prefix: 'Photo:'}\n  salience: 3\n"
    )
    (source / "pier" / "corrections.yaml").write_text(corrected, encoding="utf-8")
    assert build(source).warnings == ""


def test_what_is_cached_depends_on_the_extension(tmp_path: Path, build: Build) -> None:
    source = tmp_path / "source"
    shutil.copytree(PIER, source / "pier" / "articles")
    assert "Photographs" not in build(source).page("pier/differences")
    add(example("photographs"))
    assert "Photographs" in build(source).page("pier/differences")
    remove("photographs")
    assert "Photographs" not in build(source).page("pier/differences")


def test_an_edit_of_a_file_of_the_extension_counts(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("sagte", encoding="utf-8")
    add(Extension("words", files=(words,)))
    before = fingerprint()
    assert fingerprint() == before
    words.write_text("sagte meinte", encoding="utf-8")
    assert fingerprint() != before


def test_an_analyser_reads_another_language(
    tmp_path: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = tmp_path / "source" / "pier" / "articles"
    shutil.copytree(PIER, articles)
    (articles / "abendblatt.md").write_text(GERMAN, encoding="utf-8")
    (of,) = (a for a in printed(capsys, "annotate", str(articles)) if a["id"] == "abendblatt")
    assert of["annotations"] == []
    add(example("german"))
    (of,) = (a for a in printed(capsys, "annotate", str(articles)) if a["id"] == "abendblatt")
    said = of["annotations"]
    assert isinstance(said, list)
    assert [(a["exact"], a["cue"], a["by"]) for a in said] == [
        ("Wir hoffen auf den Sommer", "sagte", "german-verb"),
        ("Zwei Säulen sind gerissen.", "warnte", "german-verb"),
    ]
    assert len({a["id"] for a in said}) == 2
    built = build(tmp_path / "source")
    assert built.warnings == ""
    assert "Wir hoffen auf den Sommer" in built.page("pier/statements")


def test_words_are_added_to_a_lexicon(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "A storm hit the pier.\n\nNadia Okoro radioed on Monday that the pier was gone.\n"
    (tmp_path / "alpha.txt").write_text(text, encoding="utf-8")

    def cue() -> object:
        (article,) = printed(capsys, "annotate", str(tmp_path))
        found = article["annotations"]
        assert isinstance(found, list)
        return next((a["cue"] for a in found if a["type"] == "quote"), None)

    assert cue() is None
    path = EXAMPLES / "english_reporting_verbs.toml"
    add(Extension("newsroom", lexicons={"reporting_verbs": path}))
    assert cue() == "radioed"


def test_a_package_takes_part_once_it_is_installed(tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "photographs.py", tmp_path)
    info = tmp_path / "photographs-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: photographs\nVersion: 1.0\n")
    entry = "[variorum.extensions]\nphotographs = photographs:EXTENSION\n"
    (info / "entry_points.txt").write_text(entry)
    done = subprocess.run(
        [sys.executable, "-m", "variorum.cli", "collate", str(PIER)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert '"kind": "photograph"' in done.stdout


def test_a_name_of_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="'figure'"):
        Kind("figure", "Figures of mine", lambda _context: ())


@pytest.mark.parametrize("salience", [0, 4])
def test_a_salience_that_is_none_is_refused(salience: int) -> None:
    with pytest.raises(ValueError, match=f"mine: its salience is {salience}"):
        Kind("mine", "Mine", lambda _context: (), salience)


def entity(start: int = 4, end: int = 8, exact: str = "pier", confidence: float = 1) -> Entity:
    """The pier of the article below, or what is none of its words."""
    return Entity(
        id="", start=start, end=end, exact=exact, by="x", confidence=confidence, label="FAC"
    )


def draft(kind: str = "mine", confidence: float = 1, **reading: str | int) -> Draft:
    place: dict[str, str | int] = {"article": "alpha", "start": 4, "end": 8, "exact": "pier"}
    return Draft(kind, (Reading(**(place | reading)),), "", "", confidence)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (entity(0, 3, "Pier"), "wrong: 'Pier' is not at that place"),
        (entity(-4, -1, "sed"), "wrong: 'sed' is not at that place"),
        (entity(confidence=7.5), "wrong: the confidence 7.5 is not between 0 and 1"),
        (draft("figure"), "the kind 'mine' gave a draft of 'figure'"),
        (draft(confidence=-0.1), "mine: the confidence -0.1 is not between 0 and 1"),
        (draft(exact="quay"), "mine: 'quay' is not at that place of alpha"),
        (draft(article="omega"), "mine: no article 'omega' here"),
    ],
)
def test_what_is_no_result_of_ours_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: Entity | Draft, said: str
) -> None:
    (tmp_path / "alpha.txt").write_text("The pier at Sandhaven is closed.\n", encoding="utf-8")
    if isinstance(given, Draft):
        add(Extension("wrong", kinds=(Kind("mine", "Mine", lambda _context: (given,)),)))
    else:
        add(Extension("wrong", analysers=(Analyser(lambda _article: (given,)),)))
    assert main(["collate", str(tmp_path)]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("given", [entity(confidence=0), draft(confidence=0), draft(confidence=1)])
def test_what_fits_is_taken(tmp_path: Path, given: Entity | Draft) -> None:
    (tmp_path / "alpha.txt").write_text("The pier at Sandhaven is closed.\n", encoding="utf-8")
    if isinstance(given, Draft):
        add(Extension("right", kinds=(Kind("mine", "Mine", lambda _context: (given,)),)))
    else:
        add(Extension("right", analysers=(Analyser(lambda _article: (given,)),)))
    assert main(["collate", str(tmp_path)]) == 0
