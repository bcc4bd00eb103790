"""One partition: its records read, annotated story by story, and written as one file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from variorum.analysis import DEFAULT_MODEL
from variorum.analysis.parse import load_model
from variorum.archive.chunks import Record
from variorum.archive.scatter import gather
from variorum.edition import Story, analysed, assemble
from variorum.files import whole
from variorum.folders import editors_words
from variorum.model import Article, Problem
from variorum.printed import article_object
from variorum.reading import ReadingError, read_articles
from variorum.reading.objects import read_objects

if TYPE_CHECKING:
    from spacy.language import Language

Format = Literal["jsonl", "parquet"]
BATCH = 20
"""So many stories are analysed in one stream."""


def annotate_partition(
    partition: int, work: Path, out: Path, format_: Format, folders: Sequence[Path], digest: str
) -> dict[str, Any]:
    """Write ``out/part-NNNNN.jsonl`` or ``.parquet``; one that is there already is left alone.

    Editors' files are read in *folders*; *digest* is that of those which count here, and where it
    is another one now, the partition is made anew. Gives what the manifest says of it: how many
    articles and stories it holds, and how much was wrong with the input.
    """
    path = out / f"part-{partition:05}.{format_}"
    told = out / "parts" / f"{partition:05}.json"
    if path.exists() and told.exists():
        said: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
        if said["editors"] == digest:
            return _counted(said)
    problems: list[Problem] = []
    articles = list(read_records(map(Record.from_line, gather(partition, work)), problems))
    words = editors_words(folders, {article.story for article in articles})
    edition = assemble(
        articles, words.told, words.authorities, (*problems, *words.problems), words.corrections,
        each=True,
    )  # fmt: skip
    rows: list[dict[str, Any]] = []
    wrong = [asdict(problem) for problem in edition.problems]
    for story in _analysed(edition.stories, wrong):
        wrong += [asdict(problem) for problem in story.problems]
        for article in sorted(story.articles, key=lambda a: a.id):
            rows.append(article_object(article, story.annotations.get(article.id, ())))
    with whole(path) as file:
        file.write(as_parquet(rows) if format_ == "parquet" else as_lines(rows))
    said = {
        "part": path.name,
        "articles": len(rows),
        "stories": len(edition.stories),
        "editors": digest,
        "problems": wrong,
    }
    with whole(told) as file:
        file.write(as_lines([said]))
    return _counted(said)


def _counted(said: dict[str, Any]) -> dict[str, Any]:
    """What is said of a partition, with the number of its problems alone: a file has them."""
    return said | {"problems": len(said["problems"])}


def read_records(records: Iterable[Record], problems: list[Problem]) -> Iterator[Article]:
    """Read articles, and add what is wrong to *problems*.

    Of two with one id in one story, the second is left out and reported.
    """
    seen: set[tuple[str, str]] = set()
    for record in records:
        for item in _read(record, problems):
            if isinstance(item, Problem):
                problems.append(item)
            elif (item.story, item.id) in seen:
                message = f"the id {item.id!r} is given twice; the second article is left out"
                problems.append(Problem("article", item.source, message, left_out=True))
            else:
                seen.add((item.story, item.id))
                yield item


def _read(record: Record, problems: list[Problem]) -> Iterator[Article | Problem]:
    said = record.said
    if "object" in said:
        line = json.dumps(said["object"], ensure_ascii=False).encode("utf-8", "surrogatepass")
        yield from read_objects([line], said["source"])
        return
    try:
        yield from read_articles(
            Path(said["path"]), record.story, id=said["id"], source=said["source"],
            warn=problems.append,
        )  # fmt: skip
    except ReadingError as error:
        yield error.problem
    except OSError as error:
        yield Problem("article", said["source"], f"cannot be read: {error}", left_out=True)


def _analysed(stories: tuple[Story, ...], wrong: list[dict[str, Any]]) -> Iterator[Story]:
    """Analyse in batches; in a batch that fails, each story by itself, so that one costs itself."""
    for at in range(0, len(stories), BATCH):
        batch = stories[at : at + BATCH]
        try:
            yield from list(analysed(batch, _model))
        except Exception:  # whatever it is, in a million articles it must not cost the others
            for story in batch:
                yield _alone(story, wrong)


def _alone(story: Story, wrong: list[dict[str, Any]]) -> Story:
    try:
        return next(analysed([story], _model))
    except Exception as error:  # see above
        message = f"the story {story.key!r} could not be analysed: {error!r}"
        wrong.append(asdict(Problem("article", story.key, message, left_out=True)))
        return story


def _model() -> Language:
    return load_model(DEFAULT_MODEL)


def as_lines(rows: Iterable[dict[str, Any]]) -> bytes:
    """Objects as JSON Lines."""
    return b"".join(json.dumps(r, ensure_ascii=False).encode("utf-8") + b"\n" for r in rows)


def as_parquet(rows: list[dict[str, Any]]) -> bytes:
    """Objects as one Parquet table of strings; what is nested stands as JSON."""
    import io

    import pyarrow as pa
    from pyarrow import parquet

    flat = ("id", "source", "story")
    nested = ("meta", "zones", "annotations")
    columns = {name: [row[name] for row in rows] for name in flat} | {
        name: [json.dumps(row[name], ensure_ascii=False) for row in rows] for name in nested
    }
    table = pa.table(columns, schema=pa.schema([(n, pa.string()) for n in (*flat, *nested)]))
    made = io.BytesIO()
    parquet.write_table(table, made, compression="zstd")
    return made.getvalue()
