"""Small inputs with the value that a careful person gives: what one is, and what of it is wrong.

A case is a line of a ``.jsonl`` file here: ``files`` of a story (or ``articles``, the objects of a
``.jsonl`` file), what has to be found in them (``want``), and what must not stand (``not``). An
expectation is one of

    {"in": ID, "type": "quote", "exact": WORDS, ...}      an annotation with these fields
    {"in": ID, "meta": {"outlet": NAME}}                  what an article says of itself
    {"in": ID, "zone": KIND, "exact": WORDS}              a zone that covers these words
    {"in": ID, "same": [NAME, NAME]}                      names whose first mentions are one actor
    {"finding": KIND, "on": [[ID, WORDS], [ID, WORDS]]}   a finding on these words
    {"articles": N}                                       so many articles are read

``in`` is an article's id, or ``{"title": TITLE}``. A field in ``{"any": [...]}`` may have any of
these values, null wants it null or empty. ``speaker_words`` are the words under ``speaker_span``.
Beside ``finding`` (a kind, several, or ``"any"``), ``salience`` is the least wanted, ``says`` words
of the explanation or reason, ``absent`` articles named as lacking it. ``fails`` says why a case is
known to be wrong.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from variorum.folders import stories
from variorum.printed import annotate, collate

Json = dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What the commands print for a case: articles by id, and findings."""

    articles: dict[str, Json]
    findings: list[Json]


def read_cases(path: Path) -> list[Json]:
    """The cases of a file, in its order."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def faults(case: Json) -> list[str]:
    """What of a case does not hold, a line each."""
    outcome = _run(case)
    wanted = [("wanted", e) for e in case.get("want", ()) if not _holds(e, outcome)]
    unwanted = [("not wanted", e) for e in case.get("not", ()) if _holds(_strict(e), outcome)]
    return [f"{how} {json.dumps(e, ensure_ascii=False)}" for how, e in wanted + unwanted]


def _run(case: Json) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        written = [_written(case, Path(folder))]
        articles = {a["id"]: a for a in annotate(stories(written, each=True), text=True)}
        compared = any("finding" in e for e in (*case.get("want", ()), *case.get("not", ())))
        return Outcome(articles, list(collate(stories(written))) if compared else [])


def _written(case: Json, folder: Path) -> Path:
    """The case as a folder of files, or as a ``.jsonl`` file of its articles."""
    if "files" not in case:
        objects = folder / "story.jsonl"
        given = [{"story": case["id"]} | article for article in case["articles"]]
        objects.write_text("".join(json.dumps(a) + "\n" for a in given), encoding="utf-8")
        return objects
    for name, text in case["files"].items():
        path = folder / "story" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder / "story"


def _holds(expected: Json, outcome: Outcome) -> bool:
    if "articles" in expected:
        return len(outcome.articles) == expected["articles"]
    if "finding" in expected:
        return any(_is_told(expected, finding, outcome) for finding in outcome.findings)
    article = _article(expected["in"], outcome)
    if article is None:
        return False
    if "meta" in expected:
        return all(_has_meta(article, name, v) for name, v in expected["meta"].items())
    if "zone" in expected:
        return any(_in_zone(article, expected, at) for at in _places(article, expected["exact"]))
    if "same" in expected:
        return len(_actors(article, expected["same"])) == 1
    fields = {name: value for name, value in expected.items() if name != "in"}
    return any(
        all(_equal(value, _field(article, a, name)) for name, value in fields.items())
        for a in article["annotations"]
    )


def _strict(expected: Json) -> Json:
    """An unwanted actor is as unwanted in a list of them."""
    return {
        name: {"among": value} if name in ("speaker", "actor") and isinstance(value, str) else value
        for name, value in expected.items()
    }


def _article(name: str | Json, outcome: Outcome) -> Json | None:
    if isinstance(name, str):
        return outcome.articles.get(name)
    titled = (a for a in outcome.articles.values() if _equal(name["title"], a["meta"]["title"]))
    return next(titled, None)


def _has_meta(article: Json, name: str, wanted: Any) -> bool:
    got = article["meta"].get(name)
    if name in ("published", "updated") and wanted:
        return str(got or "").startswith(wanted)
    return _equal(wanted, got)


def _in_zone(article: Json, expected: Json, at: int) -> bool:
    end = at + len(expected["exact"])
    return any(
        z["kind"] == expected["zone"] and z["start"] <= at and end <= z["end"]
        for z in article["zones"]
    )


def _actors(article: Json, names: list[str]) -> set[str]:
    """The actors of the first mentions; an empty id for a name without one."""
    first: dict[str, str] = {}
    for a in article["annotations"]:
        if a["type"] == "entity":
            first.setdefault(_fold(a["exact"]), a["actor"] or f"none of {a['exact']}")
    return {first.get(name, f"no {name}") for name in names}


def _field(article: Json, annotation: Json, name: str) -> Any:
    if name != "speaker_words":
        return annotation.get(name)
    span = annotation.get("speaker_span")
    return article["text"][slice(*span)] if span else None


def _equal(wanted: Any, got: Any) -> bool:
    if isinstance(wanted, dict) and "any" in wanted:
        return any(_equal(one, got) for one in wanted["any"])
    if isinstance(wanted, dict) and "among" in wanted:
        return wanted["among"] in got if isinstance(got, list | tuple) else wanted["among"] == got
    if wanted is None:
        return got in (None, [], "")
    if isinstance(wanted, str) and isinstance(got, str):
        return _fold(wanted) == _fold(got)
    if isinstance(wanted, list) and isinstance(got, list | tuple):
        return sorted(map(str, wanted)) == sorted(map(str, got))
    return bool(wanted == got)


def _is_told(expected: Json, finding: Json, outcome: Outcome) -> bool:
    kinds = expected["finding"]
    return (
        (kinds == "any" or finding["kind"] in ([kinds] if isinstance(kinds, str) else kinds))
        and finding["salience"] >= expected.get("salience", 1)
        and expected.get("says", "") in f"{finding.get('explanation')} {finding.get('why')}"
        and set(expected.get("absent", ())) <= set(finding.get("absent") or ())
        and all(
            any(_covers(outcome, id_, reading, words) for reading in finding["readings"])
            for id_, words in expected["on"]
        )
    )


def _covers(outcome: Outcome, article: str, reading: Json, words: str) -> bool:
    """Whether a reading and some words of an article have half of the shorter in common."""
    if reading["article"] != article or "start" not in reading:
        return False
    start, end = reading["start"], reading["end"]
    return any(
        2 * (min(end, at + len(words)) - max(start, at)) >= min(end - start, len(words))
        for at in _places(outcome.articles[article], words)
    )


def _places(article: Json, words: str) -> Iterator[int]:
    at = article["text"].find(words)
    while at >= 0:
        yield at
        at = article["text"].find(words, at + 1)


def _fold(words: str) -> str:
    return " ".join(words.split())
