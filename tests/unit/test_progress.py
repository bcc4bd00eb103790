"""A build says how far it is in a line a step, and nothing of Sphinx's own."""

from __future__ import annotations

import io

from variorum.progress import Progress


def said(text: str) -> str:
    out = io.StringIO()
    progress = Progress(out)
    for at in range(0, len(text), 7):
        progress.write(text[at : at + 7])
    progress.finish()
    return out.getvalue()


def test_a_step_is_a_line_with_its_number() -> None:
    text = (
        "Running Sphinx v9.0\n"
        "\x1b[01mreading articles... \x1b[39m[ 50%] a.txt\nreading articles... [100%] b.txt\n"
        "\nstaging stories... [100%] pier\n"
        "\x1b[2Kwriting output... [100%] index\rbuild succeeded.\n"
        "The HTML pages are in ../cache/html.\n"
    )
    assert said(text) == "2 files opened\n1 story analysed and compared\n1 page written\n"


def test_a_build_that_finds_nothing_to_do_is_silent() -> None:
    assert said("loading pickled environment... done\nno targets are out of date.\n") == ""
