"""The reports themselves, for a list of references: BibTeX and CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import Any

from variorum.characters import plain, plain_json
from variorum.docnames import article_docnames, safe_name
from variorum.edition import Story
from variorum.model import Article

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$",
        "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


def bibtex_files(story: Story) -> dict[str, bytes]:
    """One entry an article, in the order of the edition."""
    entries = [_entry(story, article) for article in story.articles]
    return {"sources.bib": plain("\n".join(entries)).encode("utf-8")}


def csl_files(story: Story) -> dict[str, bytes]:
    """The items that citation managers import."""
    items = [_item(story, article) for article in story.articles]
    said = json.dumps(items, ensure_ascii=False, indent=1) + "\n"
    return {"sources.csl.json": plain_json(said).encode("utf-8")}


def citation_key(story: Story, article: Article) -> str:
    """The same key in both formats: the story and the article's page."""
    page = article_docnames("", story.articles)[article.id].rpartition("/")[2]
    return f"{safe_name(story.key)}-{page}" if story.key else page


def _entry(story: Story, article: Article) -> str:
    meta = article.meta
    date = _date(meta.published or meta.updated)
    said = {
        # Braces keep the outlet's own capitals.
        "title": f"{{{_tex(meta.title)}}}" if meta.title else "",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in meta.byline),
        "organization": _tex(meta.outlet),
        "address": _tex(meta.place),
        "year": date[0] if date else "",
        "month": date[1] if len(date) > 1 else "",
        "day": date[2] if len(date) > 2 else "",
        "date": "-".join(date),
        "url": _address(meta.url),
        "urldate": "-".join(_date(meta.retrieved)),
        "langid": _tex(meta.language),
        "note": f"Source {story.sigla[article.id]}",
    }
    fields = [f"  {name} = {{{value}}}" for name, value in said.items() if value]
    return f"@misc{{{citation_key(story, article)},\n" + ",\n".join(fields) + "\n}\n"


def _item(story: Story, article: Article) -> dict[str, Any]:
    meta = article.meta
    said: dict[str, Any] = {
        "id": citation_key(story, article),
        "type": "article-newspaper",
        "title": meta.title,
        "container-title": meta.outlet,
        "author": [{"literal": name} for name in meta.byline],
        "issued": _csl_date(meta.published or meta.updated),
        "accessed": _csl_date(meta.retrieved),
        "publisher-place": meta.place,
        "URL": meta.url,
        "language": meta.language,
        "note": f"Source {story.sigla[article.id]}",
    }
    return {name: value for name, value in said.items() if value}


def _date(iso: str | None) -> list[str]:
    """Year, month and day, as far as they are known."""
    found = _DAY.match(iso or "")
    return [part for part in found.groups() if part] if found else []


def _csl_date(iso: str | None) -> dict[str, Any] | None:
    parts = _date(iso)
    return {"date-parts": [[int(part) for part in parts]]} if parts else None


def _tex(words: str | None) -> str:
    return " ".join((words or "").split()).translate(_TEX)


def _address(url: str | None) -> str:
    """An address as BibTeX's url field takes it: verbatim, and so without braces or spaces."""
    said = {"{": "%7B", "}": "%7D", " ": "%20", "\\": "%5C"}
    return "".join(said.get(c, c) for c in url or "")
