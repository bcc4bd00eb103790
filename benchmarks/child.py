"""One measured run in a process of its own; prints a JSON object.

``python -m benchmarks.child site|plain SOURCE OUT DOCTREES`` or ``… spacy|analysis SOURCE``.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

import variorum


def build(kind: str, source: Path, out: Path, doctrees: Path) -> None:
    """A site by the extension, or a plain one in the same theme."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    settings: dict[str, Any] = {"html_theme": "variorum", "html_copy_source": False}
    if kind == "site":
        settings |= {"extensions": ["variorum"]}
    else:
        themes = doctrees.parent / "themes"
        themes.mkdir(parents=True, exist_ok=True)
        if not (themes / "variorum").exists():
            (themes / "variorum").symlink_to(Path(variorum.__file__).parent / "theme")
        settings |= {"html_theme_path": [str(themes)]}
    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            source, None, out, doctrees, "html", confoverrides=settings,
            status=io.StringIO(), warning=warnings,
        )  # fmt: skip
        app.build()
    if app.statuscode:
        raise RuntimeError(warnings.getvalue())


def spacy_alone(source: Path) -> None:
    """The words of all articles through the model, as spaCy's manual does it."""
    from variorum.analysis.parse import load_model
    from variorum.reading import read_paths

    texts = [
        article.text[block.start : block.end]
        for article in read_paths([source]).articles
        for block in article.blocks
    ]
    for _ in load_model().pipe(texts):
        pass


def analysis(source: Path) -> None:
    """Reading, parse, analysis and collation, as ``variorum annotate`` does it."""
    from variorum.analysis.parse import load_model
    from variorum.edition import analysed, assemble
    from variorum.reading import read_paths

    for _ in analysed(assemble(read_paths([source]).articles, {}, {}).stories, load_model):
        pass


def main(kind: str, *paths: str) -> None:
    """Run, and print seconds of the clock and the processor, and the largest memory in MB."""
    if kind in ("spacy", "analysis", "model"):
        from variorum.analysis.parse import load_model

        load_model()
    started, cpu = time.perf_counter(), time.process_time()
    if kind in ("site", "plain"):
        build(kind, *map(Path, paths))
    elif kind != "model":
        {"spacy": spacy_alone, "analysis": analysis}[kind](Path(paths[0]))
    spent = {"seconds": time.perf_counter() - started, "cpu": time.process_time() - cpu}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(spent | {"memory": memory}))


if __name__ == "__main__":
    main(*sys.argv[1:])
