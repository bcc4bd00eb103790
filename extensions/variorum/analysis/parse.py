"""The language model, loaded once, and the parse every analyser shares.

The model reads block by block, so that a headline never runs into the sentence below it, and
each article on its own: what is found in it can't depend on what it was batched with.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from variorum.analysis import DEFAULT_MODEL, kept
from variorum.analysis.casing import as_the_body
from variorum.analysis.kept import Parses
from variorum.analysis.openings import parted
from variorum.analysis.vocabulary import vocabulary
from variorum.model import Article, Block
from variorum.remembering import again

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST = 20_000
"""Characters that the model reads at once: its memory grows with them, and no news paragraph,
and hardly an article, has more."""
_EACH = 50
"""What a text costs the model beside its characters, counted in characters: of thousands of tiny
paragraphs read at once each takes ten times the memory that it keeps."""
_LONGEST_WORD = 200
"""Characters without white space that spaCy's tokenizer, which takes the square of their time,
gets at once."""
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")


@dataclass(frozen=True, slots=True)
class ParsedBlock:
    """A block and its parse; character 0 of ``doc`` is ``article.text[block.start]``.

    The parse is of the words as they are read (:mod:`.casing`), so its letters may be of another
    case than the article's; they are as many.

    A block of more than :data:`LONGEST` characters is parsed in parts, each as a block.
    """

    block: Block
    doc: Doc


@dataclass(frozen=True)
class ParsedArticle:
    """An article and the parse of each of its blocks, in order."""

    article: Article
    blocks: tuple[ParsedBlock, ...]

    @functools.cached_property
    def text(self) -> str:
        """The article's text as it was parsed, offset by offset."""
        text, pieces, end = self.article.text, [], 0
        for parsed in self.blocks:
            start = parsed.block.start
            pieces += [text[end:start], parsed.doc.text]
            end = parsed.block.end
        return "".join(pieces) + text[end:]


@functools.cache
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy pipeline by package name; raise :exc:`ModelMissingError` if it isn't there.

    One that we know is loaded from files that were checked.
    """
    import spacy

    from variorum.analysis import pipelines

    pipeline = pipelines.known(name)
    if pipeline:
        return spacy.load(pipelines.checked(pipeline))
    try:
        return spacy.load(name)
    except OSError as error:
        raise pipelines.missing(name) from error


def parse(
    articles: Iterable[Article], nlp: Language, known: Parses | None = None
) -> Iterator[ParsedArticle]:
    """Parse articles block by block, as they are asked for.

    What is *known* is taken from there, and what isn't is put there.
    """
    for article in articles:
        blocks = [
            part for block in _without_dateline(article) for part in _parts(article.text, block)
        ]
        texts = as_the_body(article.text, blocks, vocabulary(nlp))
        docs = list(_parsed(texts, nlp)) if known is None else _known(article, texts, nlp, known)
        yield ParsedArticle(article, tuple(map(ParsedBlock, blocks, docs)))


def _known(article: Article, texts: Sequence[str], nlp: Language, known: Parses) -> list[Doc]:
    name = kept.name(texts, nlp)
    data = known.get(name)

    def made(name: str) -> list[Doc]:
        if data is not None:
            return kept.unpack(data, nlp)
        docs = list(_parsed(texts, nlp))
        known.put(name, kept.pack(docs))
        return docs

    return again((article.story, article.id), made, name)


def _without_dateline(article: Article) -> Iterator[Block]:
    """The blocks; a dateline is parsed apart, as the stamp that it is and nobody's words."""
    start, end = article.dateline or (-1, -1)
    for block in article.blocks:
        if block.start == start < end < block.end:
            prose = next(i for i in range(end, block.end) if not article.text[i].isspace())
            yield Block("stamp", start, end)
            yield Block(block.kind, prose, block.end)
        else:
            yield block


def _parts(text: str, block: Block) -> Iterator[Block]:
    """The block, cut at the end of a sentence, else between words, where it is too long."""
    start = block.start
    while block.end - start > LONGEST:
        limit = start + LONGEST
        cut = max(text.rfind(end, start + LONGEST // 2, limit) for end in (". ", ".\n", ".” "))
        if cut < 0:
            cut = text.rfind(" ", start + LONGEST // 2, limit)
        end = cut + 1 if cut >= 0 else limit
        yield Block(block.kind, start, end)
        start = end
    yield Block(block.kind, start, block.end)


def _parsed(texts: Sequence[str], nlp: Language) -> Iterator[Doc]:
    """The parse of each text, so many at once as have :data:`LONGEST` characters together."""
    batch: list[Doc] = []
    size = 0
    for text in texts:
        if batch and size + len(text) + _EACH > LONGEST:
            yield from nlp.pipe(batch, batch_size=len(batch))
            batch, size = [], 0
        batch.append(parted(_tokenised(text, nlp)))
        size += len(text) + _EACH
    yield from nlp.pipe(batch, batch_size=len(batch) or 1)


_SHORT = 4
"""Letters that an abbreviated name has at most: "Tex.", "Az."."""
_PREFIXES = frozenset({"e", "co", "re", "pre", "non"})
"""What the model has seen as one word with what follows its hyphen: "e-mail", "co-operation"."""


def _whole(doc: Doc) -> Doc:
    """The tokens, words with such a prefix and abbreviations put together again."""
    spans = [doc[i : i + 3] for i in range(len(doc) - 2) if _is_prefixed(doc, i)]
    spans += [doc[i : i + 2] for i in range(len(doc) - 2) if _is_abbreviated(doc, i)]
    if spans:
        with doc.retokenize() as retokenizer:
            for span in spans:
                retokenizer.merge(span)
    return doc


def _is_prefixed(doc: Doc, i: int) -> bool:
    return (
        doc[i + 1].text in ("-", "‐", "‑")
        and doc[i].lower_ in _PREFIXES
        and doc[i + 2].is_lower
        and not (doc[i].whitespace_ or doc[i + 1].whitespace_)
        and (i == 0 or doc[i - 1].whitespace_ != "" or not doc[i - 1].text.endswith("-"))
    )


def _is_abbreviated(doc: Doc, i: int) -> bool:
    """Whether a full stop ends a short name and no sentence, which goes on: "R-Tex., said"."""
    word, stop, behind = doc[i], doc[i + 1], doc[i + 2]
    if word.whitespace_ or not word.is_title or stop.text != ".":
        return False
    return 1 < len(word.text) <= _SHORT and (behind.text == "," or behind.is_lower)


_GLUED = re.compile(r"""\b[,.!?…]?["“”„](?=[^\W_])|[—–]["“”„](?=\S)|(?<=\S)["“”„](?=[—–]|[,.]\w)""")
"""A mark of quotation without a space to either side, which spaCy leaves in one token with both
words: ``said,"Go``, ``a plan—“the best”—and``. It ends with the mark."""


def _tokenised(text: str, nlp: Language) -> Doc:
    """The text's tokens; a word longer than any is cut before spaCy looks at it, and so are words
    that only a mark of quotation parts.
    """
    cuts = {0, len(text)}
    for mark in _GLUED.finditer(text):
        cuts |= {mark.end() - 1, mark.end()}
    for word in _LONG_WORD.finditer(text):
        cuts.update(range(word.start() + _LONGEST_WORD, word.end(), _LONGEST_WORD))
    if len(cuts) <= 2:
        return _whole(nlp.make_doc(text))
    from spacy.tokens import Doc

    pieces = [nlp.make_doc(text[a:b]) for a, b in pairwise(sorted(cuts))]
    tokens = [token for piece in pieces for token in piece]
    words = [token.text for token in tokens]
    return _whole(Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in tokens]))
