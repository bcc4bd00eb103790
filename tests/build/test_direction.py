"""Articles in other languages: their own language and direction, on pages in the site's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ALPHA, ROOT, Build, Built

ARABIC = """\
إغلاق الجسر القديم لمدة عام

قال المجلس إن الجسر القديم سيغلق يوم الاثنين لمدة عام كامل، وإن الحافلات ستسلك طريق الميناء.

وأضاف المهندسون أن في الأعمدة شقوقا كثيرة، ولم يقل أحد من سيدفع ثمن الإصلاح.
"""
HEBREW = """\
---
title: הגשר הישן נסגר לשנה
outlet: קול הנמל
published: 2024-03-05
---

המועצה הודיעה שהגשר הישן ייסגר ביום שני לשנה שלמה, והאוטובוסים ייסעו בדרך הנמל.
"""


@pytest.fixture
def bridges(tmp_path: Path, build: Build) -> Built:
    articles = tmp_path / "source" / "bridge" / "articles"
    articles.mkdir(parents=True)
    for name, text in (("alpha.txt", ALPHA), ("jisr.txt", ARABIC), ("gesher.md", HEBREW)):
        (articles / name).write_text(text, encoding="utf-8")
    return build(tmp_path / "source")


@pytest.mark.parametrize(("name", "language"), [("jisr", "ar"), ("gesher", "he")])
def test_an_article_says_its_language_and_direction(
    bridges: Built, name: str, language: str
) -> None:
    page = bridges.page(f"bridge/articles/{name}")
    assert f'class="vr-text" lang="{language}" dir="rtl"' in page
    assert re.search(rf'<h1><span lang="{language}" dir="rtl">', page)
    assert '<html lang="en"' in page


def test_an_english_article_among_them_runs_from_left_to_right(bridges: Built) -> None:
    page = bridges.page("bridge/articles/alpha")
    assert 'class="vr-text" lang="en" dir="ltr"' in page


def test_names_of_either_direction_stand_apart_from_their_neighbours(bridges: Built) -> None:
    front = bridges.page("bridge/index")
    assert "<bdi>קול הנמל</bdi>" in front
    assert re.search(r'<a [^>]*lang="he" dir="auto">', front)
    assert '<bdi class="vr-outlet">קול הנמל</bdi>' in bridges.page("bridge/articles/gesher")


def test_reading_blind_keeps_direction(bridges: Built) -> None:
    assert bridges.page("bridge/blind").count('dir="rtl"') == 2


PHYSICAL = re.compile(
    r"(?:^|[;{\s])((?:margin|padding|border|inset)-(?:left|right)[\w-]*|left|right)\s*:"
    r"|text-align:\s*(?:left|right)|(?:float|clear):\s*(?:left|right)",
    re.MULTILINE,
)


def test_no_style_says_left_or_right() -> None:
    """Start and end turn round with the text; left and right do not. (Of books not all readers
    know start and end.)"""
    theme = ROOT / "extensions" / "variorum" / "theme"
    found = [
        (path.name, match[0].strip())
        for path in sorted(theme.rglob("*.css"))
        if "epub" not in path.parts
        for match in PHYSICAL.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []
