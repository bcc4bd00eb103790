"""What a clause says: who does what to whom, whether it is denied, planned or done, and when.

In come the sentences of a story with their parse and annotations; out come frames, and pairs of
frames of two articles that tell of one thing. A new word for an act goes into ``data/acts.toml``, a
new way to build a clause into :mod:`~variorum.collation.frames.clauses`.
"""

from __future__ import annotations

from variorum.collation.frames.clauses import frames
from variorum.collation.frames.frame import Argument, Frame
from variorum.collation.frames.matters import Matters

__all__ = ["Argument", "Frame", "Matters", "frames"]
