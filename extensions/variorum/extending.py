"""What others add: kinds of difference, analysers, words of our lexicons.

An :class:`Extension` takes part wherever articles are analysed: in a build, in ``variorum collate``
and ``annotate``, on a cluster. A package names its own under the entry point group
``variorum.extensions``::

    [project.entry-points."variorum.extensions"]
    photographs = "my_package:EXTENSION"

and a ``conf.py``, or a Sphinx extension's ``setup``, calls :func:`add`. See docs/extending.md.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import importlib.util
import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, get_args

from variorum.errors import RefusedError
from variorum.model import Annotation, Article, FindingKind, FindingRule, Span

if TYPE_CHECKING:
    from variorum.analysis.rules import Change, List
    from variorum.collation.findings.context import Context, Draft

__all__ = ["Analyser", "Extension", "Kind", "Lexicon", "add", "remove"]

GROUP = "variorum.extensions"
_NAME = re.compile(r"[a-z][a-z0-9-]*")

A = TypeVar("A", bound=Annotation)
Lexicon = Literal["reporting_verbs", "reporting_nouns"]
Changed: TypeAlias = "tuple[str, Change[Any]]"
"""What becomes of a rule, and the extension that wants it so."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of difference.

    ``find`` is given a story with what all kinds share, and gives drafts of this kind, in the same
    order for the same story. ``label`` is what a reader sees, ``salience`` 1 to 3 (3: seen first).
    ``sentences`` are those of its messages: by language (``"en"`` stands for any that is missing)
    and id, with ``%(names)s`` for the values, small at the start and without a full stop.
    """

    name: str
    label: str
    find: Callable[[Context], Iterable[Draft]]
    salience: int = 2
    sentences: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name) or self.name in get_args(FindingKind):
            raise RefusedError(f"{self.name!r} cannot be the name of a kind of difference")
        if self.salience not in (1, 2, 3):
            raise RefusedError(f"{self.name}: its salience is {self.salience!r}, not 1, 2 or 3")
        for listed in self.sentences.values():
            for id_ in listed:
                if not id_.startswith(f"{self.name}: "):
                    raise RefusedError(f"{self.name}: the id {id_!r} doesn't begin with its name")


@dataclass(frozen=True, slots=True)
class Analyser:
    """What finds annotations in one article, in any of some languages (ISO 639-1).

    ``find`` gives annotations in the order of the text; their ids are given later. One that
    overlaps what we found of the same type gives way.
    """

    find: Callable[[Article], Iterable[Annotation]]
    languages: tuple[str, ...] = ("en",)


@dataclass(frozen=True, slots=True)
class Extension:
    """All that a package adds, under one name.

    ``lexicons`` are files in the form of our own of that name, read after it. What else the
    result depends on, such as a word list of an analyser's, belongs into ``files``. ``without``
    names kinds and rules of findings of ours that are switched off; ``rules`` says which rules for
    quotations, dates and figures are switched off, replaced or preceded.
    """

    name: str
    kinds: tuple[Kind, ...] = ()
    analysers: tuple[Analyser, ...] = ()
    lexicons: Mapping[Lexicon, Path] = field(default_factory=dict)
    files: tuple[Path, ...] = ()
    without: tuple[str, ...] = ()
    rules: tuple[Change[Any], ...] = ()

    def __post_init__(self) -> None:
        known = (*get_args(FindingKind), *get_args(FindingRule))
        for name in self.without:
            if name not in known:
                raise RefusedError(
                    f"the extension {self.name!r} switches off {name!r}, which is no kind or rule "
                    f"of ours; those are {', '.join(known)}"
                )


_added: dict[str, Extension] = {}


def add(extension: Extension) -> None:
    """Add an extension in this process; one of the same name is replaced."""
    _added[extension.name] = extension
    _forget()


def add_file(path: Path) -> None:
    """Add the ``EXTENSION`` of a Python file, which is run.

    Raises :exc:`~variorum.errors.RefusedError` where it isn't there, fails, or names none.
    """
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise RefusedError(f"no Python file: {path}")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise RefusedError(f"{path} fails: {error!r}") from error
    extension = vars(module).get("EXTENSION")
    if not isinstance(extension, Extension):
        raise RefusedError(f"{path} has no EXTENSION that is a variorum.Extension")
    add(extension)


def remove(name: str) -> None:
    """Take back what :func:`add` added."""
    _added.pop(name, None)
    _forget()


def _forget() -> None:
    for known in (extensions, kinds, lexicons, sentences, without, changes):
        known.cache_clear()


@functools.cache
def extensions() -> tuple[Extension, ...]:
    """All that take part, by name."""
    known = {**_installed(), **_added}
    return tuple(known[name] for name in sorted(known))


@functools.cache
def _installed() -> dict[str, Extension]:
    found = {}
    for point in sorted(importlib.metadata.entry_points(group=GROUP), key=lambda p: p.name):
        extension = point.load()
        if not isinstance(extension, Extension):
            raise TypeError(f"{point.value} in {GROUP} is no variorum.extending.Extension")
        found[extension.name] = extension
    return found


@functools.cache
def kinds() -> dict[str, Kind]:
    """Every kind of difference that others add, by its name."""
    return {kind.name: kind for extension in extensions() for kind in extension.kinds}


@functools.cache
def without() -> frozenset[str]:
    """Our kinds and rules that are switched off."""
    return frozenset(name for extension in extensions() for name in extension.without)


@functools.cache
def sentences(language: str) -> dict[str, str]:
    """What the messages of others say in a language, by their ids."""
    return {
        id_: words
        for kind in kinds().values()
        for id_, words in kind.sentences.get(language, {}).items()
    }


def label(kind: str) -> str:
    """What a kind of difference is called, where others add it; empty for ours."""
    known = kinds().get(kind)
    return known.label if known else ""


@functools.cache
def lexicons(name: Lexicon) -> tuple[Path, ...]:
    """The files that others add to one of our lexicons."""
    return tuple(e.lexicons[name] for e in extensions() if name in e.lexicons)


@functools.cache
def changes(of: List) -> tuple[Changed, ...]:
    """What becomes of our rules of a list, extension by extension."""
    return tuple((e.name, change) for e in extensions() for change in e.rules if change.of == of)


def found_in(article: Article) -> list[Annotation]:
    """What the analysers of others find in an article, in their order.

    Raises :exc:`~variorum.errors.RefusedError` for one whose words are not those of the article
    or whose confidence is no probability.
    """
    language = article.meta.language or "en"
    found: list[Annotation] = []
    for extension in extensions():
        for analyser in extension.analysers:
            if language in analyser.languages:
                for said in analyser.find(article):
                    _check_words(extension.name, article, (said.start, said.end), said.exact)
                    _check_confidence(extension.name, said.confidence)
                    found.append(said)
    return found


def drafts(context: Context) -> Iterator[Draft]:
    """What the kinds of others find in a story, kind by kind.

    Raises :exc:`~variorum.errors.RefusedError` for a draft of another kind, one whose confidence
    is no probability, and readings that are no words of an article of the story.
    """
    texts = context.material.texts
    for kind in kinds().values():
        for draft in kind.find(context):
            if draft.kind != kind.name:
                raise RefusedError(f"the kind {kind.name!r} gave a draft of {draft.kind!r}")
            _check_confidence(kind.name, draft.confidence)
            for reading in draft.readings:
                if reading.article not in texts:
                    raise RefusedError(f"{kind.name}: no article {reading.article!r} here")
                if reading.meta is None:
                    article = texts[reading.article].article
                    _check_words(kind.name, article, (reading.start, reading.end), reading.exact)
            yield draft


def _check_words(
    name: str, article: Article, place: tuple[int | None, int | None], exact: str | None
) -> None:
    start, end = place
    inside = start is not None and end is not None and 0 <= start < end
    if not inside or article.text[start:end] != exact:
        raise RefusedError(f"{name}: {exact!r} is not at that place of {article.id}")


def _check_confidence(name: str, confidence: float) -> None:
    if not 0 <= confidence <= 1:
        raise RefusedError(f"{name}: the confidence {confidence!r} is not between 0 and 1")


def beside(ours: Iterable[A], theirs: Iterable[A]) -> Iterator[A]:
    """Those of *theirs* that overlap none of *ours*, nor each other: in the order given."""
    taken: list[Span] = sorted((said.start, said.end) for said in ours)
    for said in theirs:
        if not any(said.start < end and start < said.end for start, end in taken):
            taken.append((said.start, said.end))
            yield said


def fingerprint() -> list[list[str]]:
    """What the results of the extensions depend on, for caches: their code and their files."""
    return [[extension.name, _hash(extension)] for extension in extensions()]


def _hash(extension: Extension) -> str:
    digest = hashlib.sha256(
        repr([(k.name, k.label, k.salience, k.sentences) for k in extension.kinds]).encode()
        + repr(extension.without).encode()
        + repr([a.languages for a in extension.analysers]).encode()
        + repr([_told(change) for change in extension.rules]).encode()
    )
    for path in sorted(_files(extension)):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _calls(apply: Any) -> Iterator[Callable[..., Any]]:
    """The functions that a rule calls: itself, or those of its forms."""
    if inspect.isfunction(apply):
        yield apply
    elif isinstance(apply, tuple):
        for form in apply:
            yield from _calls(form.build)


def _told(change: Change[Any]) -> tuple[str | bool, ...]:
    rule = change.rule
    told = (rule.name, rule.ground, *rule.examples) if rule is not None else ()
    return (change.of, change.name, change.precedes, *told)


def _files(extension: Extension) -> set[Path]:
    """The folders of packages are hashed whole: a function may call another module of its own."""
    found = {*extension.files, *extension.lexicons.values()}
    functions: list[Callable[..., Any]] = [k.find for k in extension.kinds]
    functions += [a.find for a in extension.analysers]
    functions += [f for c in extension.rules if c.rule is not None for f in _calls(c.rule.apply)]
    for function in functions:
        source = Path(inspect.getfile(inspect.unwrap(function)))
        is_package = (source.parent / "__init__.py").exists()
        found |= set(source.parent.rglob("*.py")) if is_package else {source}
    return found
