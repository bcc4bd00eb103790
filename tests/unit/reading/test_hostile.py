"""Input made to hang: each text is read in a fraction of what a quadratic reader would take."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time

import pytest

from variorum.reading import ReadingError, read_bytes

SENTENCE = "The harbour opened again on Monday, the port authority said."
TEXTS = {
    "one line of a million letters": "a" * 1_000_000,
    "one line of a million spaces": " " * 1_000_000 + "x",
    "one line of stamps": "Jan 11, 2022, 08:24 PM IST " * 20_000,
    "one line of quotation marks": '"' * 100_000,
    "one line of brackets": "(" * 500_000,
    "one line of dashes": "— " * 200_000,
    "many short lines": "A long wait\n\n" * 10_000,
    "many equal clauses": "Ships from nine countries had waited for three days\n\n" * 5_000,
    "many credits": f"{SENTENCE} (AFP)\n\n" * 5_000,
    "many signatures": "— A Name (@aname) January 11, 2022\n\n" * 5_000,
    "many agencies": "AFP, Reuters, " * 25 + "\n" + ("(AFP, Reuters, x\n\n" * 5_000),
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_large_texts_are_read_in_linear_time(name: str, suffix: str) -> None:
    started = time.process_time()
    article = read_bytes(TEXTS[name].encode(), f"a{suffix}", id="a")
    assert article.blocks
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "page",
    ["<div>" * 20_000 + "x", "a<br>" * 5_000, f"<p>{SENTENCE}</p>" * 2_000, "<" * 100_000,
     "<p><time datetime='2022-01-01'>x</time>" * 3_000, "<b>" * 5_000 + "x"],
    ids=["deep", "breaks", "paragraphs", "brackets", "times", "bold"],
)  # fmt: skip
def test_large_pages_are_read_in_linear_time(page: str) -> None:
    started = time.process_time()
    with contextlib.suppress(ReadingError):
        read_bytes(page.encode(), "a.html", id="a")
    assert time.process_time() - started < 10


def test_reading_imports_neither_sphinx_nor_docutils() -> None:
    code = (
        "import sys, variorum.reading as r; r.read_bytes(b'<p>One.</p>', 'a.html', id='a'); "
        "print(sorted({'sphinx', 'docutils'} & set(sys.modules)))"
    )
    env = {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    assert done.stdout.strip() == "[]"
