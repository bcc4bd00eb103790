"""What an editor decided: ``corrections.yaml``, read, applied, and written.

:mod:`.read` turns the file into :mod:`.records`, :mod:`.selector` finds the words they point to,
:mod:`.hand` applies them to annotations, :mod:`.linking` to actors, :mod:`.verdicts` to statements
and findings; :mod:`.snippet` writes one.
"""

from variorum.corrections.read import FILENAME, read, read_corrections
from variorum.corrections.records import Correction, Corrections, Target
from variorum.corrections.selector import Words
from variorum.corrections.snippet import snippet, values_of

__all__ = [
    "FILENAME",
    "Correction",
    "Corrections",
    "Target",
    "Words",
    "read",
    "read_corrections",
    "snippet",
    "values_of",
]
