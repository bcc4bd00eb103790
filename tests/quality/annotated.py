"""The bundled story, annotated once by the command itself, beside its gold."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import Any

from tests.quality.gold import read_story
from tests.quality.pairing import Article
from variorum.cli import main

__all__ = ["PROJECT", "STORY", "annotated_story", "run_annotate"]

PROJECT = Path(__file__).parents[2]
STORY = "geneva-2022"


def annotated_story() -> list[Article]:
    """The bundled story's articles that have gold, with it and with what is found in them."""
    objects = run_annotate("--text", str(PROJECT / "source" / STORY))
    texts = {found["id"]: found["text"] for found in objects}
    gold = read_story(STORY, texts)
    return [
        Article(a["id"], a["text"], gold[a["id"]], a["annotations"])
        for a in objects
        if a["id"] in gold
    ]


def run_annotate(*arguments: str) -> list[dict[str, Any]]:
    """What ``variorum annotate`` prints, run in this process."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        status = main(["annotate", *arguments])
    if status:
        raise RuntimeError(f"variorum annotate {' '.join(arguments)} ended with status {status}")
    return [json.loads(line) for line in out.getvalue().splitlines()]
