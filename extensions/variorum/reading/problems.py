"""What reading reports: an error that carries its :class:`~variorum.model.Problem`."""

from __future__ import annotations

from variorum.model import Problem

__all__ = ["AS_TEXT", "SAVED_AGAIN", "ReadingError", "left_out"]

AS_TEXT = "save its text as .txt"
SAVED_AGAIN = f"open it in the program it is from and save it again, or {AS_TEXT}"
"""What helps with a file of a known format that is broken."""


class ReadingError(Exception):
    """The input can't become an article; :attr:`problem` says why, in one line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def left_out(
    source: str,
    message: str,
    *,
    subtype: str = "article",
    line: int | None = None,
    remedy: str = "",
    empty: bool = False,
    of: str = "",
    quiet: bool = False,
) -> ReadingError:
    """An error for an item that has to be left out.

    *remedy* says what would help, *empty* that there is no article in it, *of* what it belongs to,
    *quiet* that nothing is wrong with that.
    """
    return ReadingError(
        Problem(
            subtype, source, message, line=line, left_out=True, remedy=remedy, empty=empty, of=of,
            quiet=quiet,
        )
    )  # fmt: skip
