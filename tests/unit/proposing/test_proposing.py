"""What a program of the user's says is held to the words, however the program behaves."""

from __future__ import annotations

import dataclasses
import json
import shlex
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from variorum.analysis.parse import load_model
from variorum.cli import main
from variorum.corrections import read
from variorum.edition import Story, analysed, assemble
from variorum.errors import UserError
from variorum.proposing import program
from variorum.proposing.command import asked, proposed
from variorum.proposing.refusals import is_refused, refused
from variorum.proposing.taken import taken
from variorum.reading import read_bytes

TEXTS = {
    "alpha": "Old bridge to close\n\n“We have no choice,” said Karin Holt. Tom Brandt counted "
    "forty piers on Monday. The bridge is old.\n",
    "beta": "A bridge too old\n\nTom Brandt counted thirty piers. Karin Holt had no choice.\n",
}


@pytest.fixture(scope="module")
def story() -> Story:
    articles = [read_bytes(t.encode(), f"{n}.txt", id=n) for n, t in TEXTS.items()]
    [found] = analysed(assemble(articles, {}, {}).stories, load_model)
    return found


def lines(*said: Any) -> bytes:
    return "\n".join(json.dumps(one) for one in said).encode()


def quote(**said: Any) -> dict[str, Any]:
    return {"id": "alpha", "annotations": [{"type": "quote", "exact": "We have no choice"} | said]}


FINDING = {
    "kind": "figure",
    "explanation": "Alpha counts forty piers, Beta thirty.",
    "readings": [
        {"article": "alpha", "exact": "forty piers"},
        {"article": "beta", "start": 36, "end": 48, "exact": "thirty piers"},
    ],
}


def test_what_stands_there_is_taken_as_a_correction(story: Story) -> None:
    day = {
        "id": "alpha",
        "annotations": [{"type": "date", "exact": "Monday", "value": "2024-03-04"}],
    }
    done = taken(lines(quote(speaker="Tom Brandt"), day, FINDING), story, "guess")
    assert not done.refused
    entries, problems = read("\n".join(done.entries), "")
    assert not problems
    said = [(e.verb, e.what, dict(e.values), e.by) for e in entries.entries]
    assert said[:2] == [
        ("change", "quote", {"speaker": "tom-brandt"}, "guess"),
        ("change", "date", {"value": "2024-03-04"}, "guess"),
    ]
    assert said[2][:2] == ("add", "finding")
    assert [t.exact for t in entries.entries[2].at] == ["forty piers", "thirty piers"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (quote(exact="We have every choice", speaker="Tom Brandt"), "words that don’t stand"),
        (quote(speaker="Anna Nobody"), "somebody whom no article names"),
        (quote(speaker="karin-holt"), "found so already"),
        (quote(exact="", speaker="karin-holt"), "words that don’t stand"),
        (quote(exact="bridge", speaker="karin-holt"), "more than once"),
        (quote(type="mood"), "type"),
        (quote(speaker=["x"]), "somebody"),
        ({"id": "gamma", "annotations": [{"type": "quote", "exact": "x"}]}, "an article"),
        ({"id": "alpha", "annotations": [{"type": "date", "exact": "Monday", "value": "soon"}]},
         "a value"),
        (FINDING | {"readings": FINDING["readings"][:1]}, "fewer than two"),
        (FINDING | {"readings": [FINDING["readings"][0]] * 2}, "fewer than two"),
        (FINDING | {"kind": "rumour"}, "a value"),
        (FINDING | {"explanation": ""}, "a value"),
        ([1], "no object"),
        ({"annotations": [3], "id": "alpha"}, "no object"),
    ],
)  # fmt: skip
def test_what_is_invented_is_refused_and_counted(story: Story, said: Any, why: str) -> None:
    done = taken(lines(said, said), story, "guess")
    assert done.entries == ()
    [(told, count)] = done.refused.items()
    assert why in told
    assert count == 2


def test_a_line_that_is_none_costs_itself(story: Story) -> None:
    done = taken(b"Thinking ...\n" + lines(FINDING) + b"\n{\n\xff\n", story, "guess")
    assert len(done.entries) == 1
    assert done.refused == {"no JSON": 3}


def test_so_many_are_looked_at_and_no_more(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.proposing.taken.MOST", 2)
    said = [FINDING | {"explanation": f"Number {n}."} for n in range(4)]
    done = taken(lines(*said), story, "guess")
    assert (len(done.entries), done.refused) == (2, {"more than 2": 2})


def python(code: str) -> str:
    return shlex.join([sys.executable, "-c", code])


def test_a_program_hears_every_article_and_is_heard() -> None:
    code = "import sys; print(len(sys.stdin.read().splitlines()))"
    assert program.answer(python(code), [b"{}\n"] * 3) == b"3\n"
    # One that doesn't listen has no effect on what it says.
    assert program.answer(python("print(1)"), [b"x" * 1_000_000]) == b"1\n"


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import time; print(1, flush=True); time.sleep(60)", "more than 2 seconds"),
        ("import os, time; os.close(1); time.sleep(60)", "more than 2 seconds"),
        ("print(1); raise SystemExit(3)", "status 3"),
        ("import os; print(1, flush=True); os.kill(os.getpid(), 9)", "status -9"),
        ("while True: print('x' * 10000)", "bytes"),
        ("import subprocess, sys; subprocess.Popen([sys.executable, '-c', "
         "'import time; time.sleep(60)']); print(1)", "more than 2 seconds"),
    ],
)  # fmt: skip
def test_one_that_stalls_crashes_or_floods_is_ended(code: str, why: str) -> None:
    begun = time.monotonic()
    with pytest.raises(UserError, match=why):
        program.answer(python(code), [b"{}\n"], 2)
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize("command", ["", "'", "no-such-program-here"])
def test_what_cannot_be_run_is_said(command: str) -> None:
    with pytest.raises(UserError):
        program.answer(command, [])


def test_what_waits_of_others_stays(story: Story, tmp_path: Path) -> None:
    def says(*said: Any) -> str:
        return python(f"print({lines(*said).decode()!r})")

    proposed(tmp_path, story, says(FINDING), "one", 60)
    proposed(tmp_path, story, says(quote(speaker="Tom Brandt")), "two", 60)
    done = proposed(tmp_path, story, says(quote(speaker="Tom Brandt"), quote(exact="x")), "two", 60)
    assert (done.count, sum(done.refused.values())) == (1, 1)
    entries, problems = read(done.path.read_text("utf-8"), "")
    assert not problems
    assert [e.by for e in entries.entries] == ["one", "two"]
    proposed(tmp_path, story, says(), "one", 60)
    entries, _ = read(done.path.read_text("utf-8"), "")
    assert [e.by for e in entries.entries] == ["two"]


def test_what_a_person_refused_is_not_made_again_until_its_words_change(
    story: Story, tmp_path: Path
) -> None:
    def says(*said: Any) -> str:
        return python(f"print({lines(*said).decode()!r})")

    path = proposed(tmp_path, story, says(quote(speaker="Tom Brandt")), "one", 60).path
    [said] = read(path.read_text("utf-8"), "")[0].entries
    path.write_text(refused(said, "Ada", "2024-03-06"), encoding="utf-8")
    for maker in ("one", "two"):
        done = proposed(
            tmp_path, story, says(quote(speaker="Tom Brandt"), quote(speaker=None)), maker, 60
        )
        assert (done.count, done.refused) == (1, {"refused by a person before": 1})
    kept = [e for e in read(path.read_text("utf-8"), "")[0].entries if is_refused(e)]
    assert [(e.by, e.on, e.note) for e in kept] == [("one", "2024-03-06", "Refused by Ada.")]
    first, second = story.articles
    other = dataclasses.replace(first, text=first.text.replace("no choice", "one choice"))
    changed = dataclasses.replace(story, articles=(other, second), annotations={})
    proposed(tmp_path, changed, says(), "two", 60)
    assert not [e for e in read(path.read_text("utf-8"), "")[0].entries if is_refused(e)]


def test_the_command_writes_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    before = {path.name for path in tmp_path.iterdir()}
    code = f"print({json.dumps(json.dumps(FINDING))})"
    assert main(["propose", str(tmp_path), "--with", python(code), "--as", "guess"]) == 0
    assert "1 in " in capsys.readouterr().out
    assert {path.name for path in tmp_path.iterdir()} - before == {"proposals.yaml"}


def test_what_is_asked_is_what_annotate_prints(story: Story) -> None:
    told = list(asked(story))
    assert [(one["id"], one["siglum"]) for one in told] == [("alpha", "A"), ("beta", "B")]
    assert all(
        one["text"][a["start"] : a["end"]] == a["exact"] for one in told for a in one["annotations"]
    )


def test_the_example_of_the_documentation_works(story: Story, tmp_path: Path) -> None:
    example = Path(__file__).parents[3] / "docs" / "examples" / "other_numbers.py"
    done = proposed(tmp_path, story, shlex.join([sys.executable, str(example)]), "example", 60)
    assert not done.refused
    entries, _ = read(done.path.read_text("utf-8"), "")
    assert [[t.exact for t in e.at] for e in entries.entries] == [["forty", "thirty"]]
