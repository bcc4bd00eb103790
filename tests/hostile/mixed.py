"""Hostile articles among good ones, built as one site, and what has to hold of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from tests.build.test_pages import words_of_source, words_on_page
from tests.conftest import ALPHA, BETA
from tests.hostile.case import Case
from tests.hostile.corpus import folder_of, write
from tests.hostile.inspection import wrong_on
from tests.sphinx_run import Built, run_sphinx
from variorum.docnames import safe_name

GOOD = {"alpha.txt": ALPHA, "beta.md": BETA}
SINGLE = frozenset(f"articles/bad{suffix}" for suffix in (".txt", ".md", ".html"))


def write_mixed(cases: Sequence[Case], source: Path) -> Path:
    """Cases of one article go into one story with good ones, the rest are stories of their own."""
    articles = source / "mixed" / "articles"
    articles.mkdir(parents=True)
    for name, text in GOOD.items():
        (articles / name).write_text(text, encoding="utf-8")
    for case in cases:
        if SINGLE.issuperset(case.files):
            for path, content in case.made().items():
                suffix = PurePosixPath(str(path)).suffix
                (articles / f"bad-{folder_of(case)}{suffix}").write_bytes(content)
        else:
            write(case, source / folder_of(case))
    return articles


def check_site(cases: Sequence[Case], work: Path) -> Built:
    """Build the cases mixed, and assert all that a hostile article must not break."""
    articles = write_mixed(cases, work / "source")
    built = run_sphinx(work / "source", work)
    assert built.status == 0
    unlike = [w for w in built.warnings.splitlines() if "WARNING" in w and "[variorum." not in w]
    assert unlike == []
    pages = [name for name in built.files() if name.endswith(".html")]
    wrong = {name: list(wrong_on((built.out / name).read_text("utf-8"))) for name in pages}
    assert {name: said for name, said in wrong.items() if said} == {}
    for name in GOOD:
        page = built.page(f"mixed/articles/{Path(name).stem}")
        assert words_on_page(page) == words_of_source(articles / name)
    shown = {Path(name).name for name in pages}  # An article may say that its story is another.
    unread = [
        path.name
        for path in sorted(articles.iterdir())
        if f"{safe_name(path.stem)}.html" not in shown
        and f"mixed/articles/{path.name}" not in built.warnings
    ]
    assert unread == [], "neither shown nor reported"
    return built
