"""The files beside a site's pages, and the command that writes the same ones."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from sphinx.errors import ExtensionError

from tests.conftest import Build
from variorum.cli import main


def test_a_site_has_its_data_beside_it_and_links_to_every_file(build: Build, story: Path) -> None:
    built = build(story)
    folder = built.out / "_export" / "bridge"
    files = {p.relative_to(built.out).as_posix() for p in folder.rglob("*") if p.is_file()}
    page = built.page("bridge/data")
    linked = {link.removeprefix("../") for link in re.findall(r'href="(\.\./_export/[^"]+)"', page)}
    assert linked == files
    assert "_export/bridge/annotations.jsonld" in files
    assert "_export/bridge/texts/alpha.txt" in files
    assert 'href="data.html"' in built.page("bridge/index")


def test_a_storys_name_may_have_what_means_something_in_an_address(
    build: Build, story: Path
) -> None:
    (story / "bridge").rename(story / "50% off #1")
    built = build(story)
    page = built.page("50% off #1/data")
    links = [unquote(link) for link in re.findall(r'href="([^"#?]*/_export/[^"#?]*)"', page)]
    assert len(links) > 5
    assert all((built.out / "50% off #1" / link).is_file() for link in links)


def test_an_annotation_has_the_same_id_on_its_page_and_in_the_files(
    build: Build, story: Path
) -> None:
    built = build(story)
    said = json.loads((built.out / "_export/bridge/annotations.jsonld").read_text("utf-8"))
    pages = {a: built.page(f"bridge/articles/{a}") for a in ("alpha", "beta")}
    for item in said["first"]["items"]:
        kind = item["body"][0]["variorum:type"]
        if kind in ("entity", "quote", "date"):
            article = item["target"][0]["variorum:article"]
            assert f'id="{item["id"][1:]}"' in pages[article]


def test_the_command_writes_what_the_site_has(build: Build, story: Path, tmp_path: Path) -> None:
    built = build(story)
    assert main(["export", str(story / "bridge" / "articles"), "-o", str(tmp_path / "data")]) == 0
    site = built.out / "_export" / "bridge"
    for name in ("statements.csv", "dates.csv", "texts/alpha.txt"):
        assert (tmp_path / "data" / name).read_bytes() == (site / name).read_bytes()


def test_one_format_can_be_asked_for(story: Path, tmp_path: Path) -> None:
    articles, out = str(story / "bridge" / "articles"), tmp_path / "data"
    assert main(["export", articles, "--format", "bibtex", "-o", str(out)]) == 0
    assert {p.name for p in out.iterdir()} == {".variorum", "sources.bib"}


def test_files_of_a_story_that_is_gone_are_deleted(build: Build, story: Path) -> None:
    build(story)
    (story / "bridge" / "articles" / "beta.md").unlink()
    built = build(story)
    assert not (built.out / "_export/bridge/texts/beta.txt").exists()
    assert (built.out / "_export/bridge/texts/alpha.txt").exists()


def test_other_builders_name_the_files_without_a_link(build: Build, story: Path) -> None:
    built = build(story, builder="text")
    assert not (built.out / "_export").exists()
    assert "annotations.jsonld" in (built.out / "bridge" / "data.txt").read_text("utf-8")
    addressed = build(story, builder="dirhtml", out=built.out.parent / "dir")
    page = (addressed.out / "bridge" / "data" / "index.html").read_text("utf-8")
    assert 'href="../../_export/bridge/statements.csv"' in page


def test_a_story_cannot_lead_out_of_the_folder_it_is_written_to(tmp_path: Path) -> None:
    line = {"id": "a", "story": "../../up", "text": "The bridge is shut, the mayor said."}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "odd.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    source = str(tmp_path / "in" / "odd.jsonl")
    main(["export", source, "--format", "csv", "-o", str(tmp_path / "deep" / "data")])
    assert {p.name for p in tmp_path.iterdir()} <= {"in", "deep"}


def edit(table: Path, to: Path, change: Callable[[list[dict[str, str]]], object]) -> str:
    """Write an exported table elsewhere, its rows changed."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        rows, head = list(reader), list(reader.fieldnames or ())
    change(rows)
    with to.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, head)
        writer.writeheader()
        writer.writerows(rows)
    return str(to)


def monday(rows: list[dict[str, str]]) -> dict[str, str]:
    return next(r for r in rows if r["article"] == "alpha" and "Monday" in r["exact"])


def test_an_edited_table_comes_back_as_corrections(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bridge, out = story / "bridge", tmp_path / "data"
    main(["export", str(bridge), "-o", str(out)])
    edited = edit(
        out / "dates.csv", tmp_path / "dates.csv", lambda r: monday(r).update(value="2024-03-18")
    )
    assert main(["import", edited, str(bridge)]) == 0
    said = (bridge / "corrections.yaml").read_text(encoding="utf-8")
    assert "change: date" in said
    capsys.readouterr()
    # What was read back holds, and there is nothing left to read.
    main(["export", str(bridge), "-o", str(out)])
    assert capsys.readouterr().err == ""
    assert "2024-03-18" in (out / "dates.csv").read_text(encoding="utf-8-sig")
    assert main(["import", str(out / "dates.csv"), str(bridge)]) == 0
    assert (bridge / "corrections.yaml").read_text(encoding="utf-8") == said


def test_corrections_that_are_there_stay_and_rows_that_are_gone_are_rejected_when_asked(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bridge, out = story / "bridge", tmp_path / "data"
    own = "- note: date\n  at: {article: beta, exact: Monday}\n  text: Looked at.\n"
    (bridge / "corrections.yaml").write_text(own, encoding="utf-8")
    main(["export", str(bridge), "-o", str(out)])
    edited = edit(out / "dates.csv", tmp_path / "dates.csv", lambda rows: rows.remove(monday(rows)))
    assert main(["import", edited, str(bridge)]) == 0
    assert (bridge / "corrections.yaml").read_text(encoding="utf-8") == own
    told = capsys.readouterr()
    assert "1 row of the export" in told.err
    assert "--reject-missing" in told.err
    assert main(["import", "--reject-missing", "--dry-run", edited, str(bridge)]) == 0
    told = capsys.readouterr()
    assert "- reject: date" in told.out
    assert "1 correction (reject date 1) for " in told.out
    assert (bridge / "corrections.yaml").read_text(encoding="utf-8") == own
    assert main(["import", "--reject-missing", edited, str(bridge)]) == 0
    assert "1 correction (reject date 1) added to " in capsys.readouterr().out
    said = (bridge / "corrections.yaml").read_text(encoding="utf-8")
    assert said.startswith(own)
    assert said.count("- reject: date") == 1


def test_of_a_file_with_a_problem_nothing_is_written(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bridge, out = story / "bridge", tmp_path / "data"
    main(["export", str(bridge), "-o", str(out)])
    capsys.readouterr()

    def change(rows: list[dict[str, str]]) -> None:
        monday(rows)["value"] = "next week"
        rows[:] = [row for row in rows if row["article"] != "beta"]

    edited = edit(out / "dates.csv", tmp_path / "dates.csv", change)
    assert main(["import", "--reject-missing", edited, str(bridge)]) == 1
    told = capsys.readouterr()
    assert "value must be a date" in told.err
    assert "nothing was written" in told.out
    assert not (bridge / "corrections.yaml").exists()


def test_nothing_is_written_through_a_link_in_the_site(
    story: Path, build: Build, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "thesis.csv").write_text("mine", encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "_export").symlink_to(theirs)
    with pytest.raises(ExtensionError, match="it is a link"):
        build(story)
    assert [p.name for p in theirs.iterdir()] == ["thesis.csv"]
