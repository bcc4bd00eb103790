"""What is special about a draft: all that its worth goes by, beside its kind."""

from __future__ import annotations

from enum import StrEnum


class Tag(StrEnum):
    """A tag of a draft; an extension's drafts may have others."""

    # one statement, printed differently
    ORTHOGRAPHIC = "orthographic"
    """The words are the same, but for spelling."""
    INDIRECT = "indirect"
    """All differ in nothing but the marks."""
    OTHER_WORDS = "other words"
    CUT = "cut"
    KEPT = "kept"
    """A few words out of the middle."""
    PIECES = "pieces"
    WITHIN_ONE = "within one"
    """Nothing of it stands in a second article."""
    FEW_WORDS = "few words"
    # shared text
    PAGE = "page"
    SENTENCE = "sentence"
    CREDITED_BY_SOME = "credited by some"
    # numbers
    CONFLICT = "conflict"
    PRECISION = "precision"
    WIDE = "wide"
    # dates
    STAMP = "stamp"
    EVENT = "event"
    WEEKDAY = "weekday"
    # wording
    FACT = "fact"
    FRAMING = "framing"
    SOFT = "soft"
    EDITED = "edited"
    RETOLD = "retold"
    # titles and names
    WORDS = "words"
    COUNTRY = "country"
    SEVERAL_BEARERS = "several bearers"
    LETTERS = "letters"
    MARKS = "marks"
    CAPITALS = "capitals"
    # whose words
    AGENCY = "agency"
    SPEAKER = "speaker"
    EXCHANGED = "exchanged"
    """The speaker, in a passage otherwise the same."""
    NOBODY = "nobody"
    STANDS_FOR = "stands for"
    ECHO = "echo"
    # contradictions
    NEGATION = "negation"
    IMPRESSION = "impression"
    NAME = "name"
    # told by some, or by one
    CLAIM = "claim"
    MATTER = "matter"
    FIGURE = "figure"
    MOST = "most"
    HALF = "half"
    MUCH = "much"
    REPLY = "reply"
    """Somebody answers, denies, rules or gives way, or something is due."""
    THREE_OR_MORE = "three or more"
