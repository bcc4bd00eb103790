"""The command ``variorum``; what it can be told to do is in :mod:`variorum.commands`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from variorum import __version__
from variorum.characters import visible
from variorum.commands import DECLARED
from variorum.errors import UserError
from variorum.extending import add_file


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; a user's mistake is one line on standard error and status 1."""
    said = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = said.run
    try:
        for path in said.extension:
            add_file(path)
        return run(said)
    except UserError as error:
        print(visible(f"variorum {said.command}: {error}"), file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(
        prog="variorum",
        description="An annotated reader of news: one story, all its reports, "
        "what they share and where they part.",
    )
    ask.add_argument("--version", action="version", version=f"variorum {__version__}")
    ask.set_defaults(extension=[])  # Of commands that analyse nothing.
    commands = ask.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for declare in DECLARED:
        declare(commands)
    return ask


if __name__ == "__main__":
    sys.exit(main())
