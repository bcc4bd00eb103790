"""The commands of ``variorum``, each in a module: its options, and what they call.

A module has ``declare``, which adds the command to the parser, and ``run``. It imports what it
runs when it runs: a command loads no room that it has no use for.
"""

from __future__ import annotations

from variorum.commands import (
    agreement,
    annotate,
    build,
    check,
    collate,
    export,
    group,
    import_,
    new,
    propose,
    read,
    serve,
)

DECLARED = (
    build.declare, serve.declare, new.declare, read.declare, check.declare, export.declare,
    import_.declare, propose.declare, agreement.declare, annotate.declare,
    collate.declare, group.declare,
)  # fmt: skip
"""In the order that ``--help`` gives them."""
