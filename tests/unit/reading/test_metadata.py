from __future__ import annotations

import dataclasses

from variorum.reading import read_bytes

FIXTURE = "metadata.txt"


def test_metadata(case: tuple[str, str]) -> None:
    text, expected = case
    article = read_bytes(text.encode(), "case.txt", id="case")
    lines = []
    for field in dataclasses.fields(article.meta):
        value = getattr(article.meta, field.name)
        if field.name in ("basis", "language") or not value:
            continue
        start, end = article.meta.basis[field.name]
        said = ", ".join(value) if isinstance(value, tuple) else value
        lines.append(f"{field.name} = {said} [{article.text[start:end]}]")
    assert "\n".join(lines or ["nothing"]) == expected
