"""Parses as bytes: an article that hasn't changed goes through the model once."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_KEPT = ("ORTH", "NORM", "LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")
"""What the model says of each token, as spaCy calls it; the rest comes from the vocabulary."""


class Parses(Protocol):
    """Where parses are kept, each under its :func:`name`."""

    def get(self, name: str) -> bytes | None:
        """A parse, if it is known."""

    def put(self, name: str, data: bytes) -> None:
        """Keep a parse."""


def name(texts: Sequence[str], nlp: Language) -> str:
    """What the parse of an article's blocks is kept under."""
    said = json.dumps([_made_by(nlp), *texts])
    return hashlib.sha256(said.encode()).hexdigest()


def pack(docs: Sequence[Doc]) -> bytes:
    """The parses of an article's blocks: about 4 kB for 500 words."""
    from spacy.tokens import DocBin

    return DocBin(attrs=_KEPT, docs=docs).to_bytes()


def unpack(data: bytes, nlp: Language) -> list[Doc]:
    """The parses that :func:`pack` was given."""
    from spacy.tokens import DocBin

    return list(DocBin().from_bytes(data).get_docs(nlp.vocab))


@functools.cache
def _made_by(nlp: Language) -> str:
    """The model, in its own words, spaCy's version, and how we call them."""
    from spacy.about import __version__

    here = Path(__file__)
    code = [path.read_text("utf-8") for path in (here, here.with_name("parse.py"))]
    return json.dumps([nlp.meta, __version__, code], sort_keys=True)
