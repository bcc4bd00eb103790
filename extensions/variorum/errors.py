"""What a user can mend."""

from __future__ import annotations


class UserError(Exception):
    """One line that says what is wrong and what to do; no traceback is shown."""


class RefusedError(UserError, ValueError):
    """What an extension gives is no result of ours; the message names the extension."""


class ModelMissingError(Exception):
    """The language model isn't there, or is another; the message says what to do."""
