"""Quotations: who said what to whom, in which words.

:func:`find` reads a parsed article paragraph by paragraph. Marks are paired (:mod:`marks`), what
stands within them is judged speech or not and tied to what reports it (:mod:`direct`), reported
clauses come from the parse (:mod:`indirect`), and a clause with words within marks is a mixed
quotation (:mod:`mixed`). What a reporting word implies is :func:`implied`.
"""

from variorum.analysis.quotes.annotate import find
from variorum.analysis.quotes.cues import implied

__all__ = ["find", "implied"]
