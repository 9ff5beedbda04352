"""The command line: one thin command per pipeline function.

In: arguments, the environment (COLUMNS, NO_COLOR), files. Out: a report on stdout or in a file,
words on stderr, and an exit code: 0 fine; 1 finished, but an input was set aside; 2 wrong usage or
a name that fits several stories; 3 nothing found. Only here do errors become words. Nothing heavy
is imported before a command runs, so that `--help` costs little more than click itself.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from compare.cli import audits, exercises, outlets, readouts, sides  # noqa: F401 -- add their commands
from compare.cli.commands import program
from compare.cli.settings import Interrupted
from compare.errors import Ambiguous, CompareError, InternalFault, NotFound
from compare.reports.words import locale_language, say, use_language

_MOST_KNOWN = 8  # names that one line lists
FINE, SET_ASIDE, USAGE, NOTHING = 0, 1, 2, 3


def main() -> None:
    """Entry point of `compare`, `compare-stories` and `python -m compare`."""
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command, of `sys.argv` by default, and gives its exit code."""
    try:
        use_language(locale_language(os.environ))
        return int(program.main(arguments, standalone_mode=False) or FINE)
    except click.ClickException as error:
        from compare.reports.blocks import safe

        words = io.StringIO()
        error.show(words)
        click.echo(safe(words.getvalue()), err=True, nl=False)
        return error.exit_code
    except InternalFault:  # set aside on the way, unless COMPARE_DEBUG asks for its traceback
        raise
    except CompareError as error:
        from compare.reports.blocks import safe

        click.echo(safe(say("cli.error", message=_words(error))), err=True)
        return NOTHING if isinstance(error, NotFound) else USAGE
    except SystemExit:  # click's own way out when the reader of `--help` closed the pipe
        return FINE
    except (click.Abort, KeyboardInterrupt):  # before a command began, or after it ended
        click.echo(say("cli.stopped"), err=True)
        return Interrupted.exit_code
    except Exception as error:
        if os.environ.get("COMPARE_DEBUG"):
            raise
        return _internal(error)


def _internal(error: Exception) -> int:
    """A fault of ours in one line: no traceback reaches a user who did not ask for it."""
    from compare.reports.blocks import safe

    message = f"{type(error).__name__}: {error}".splitlines()[0]
    click.echo(safe(say("cli.internal", message=message)), err=True)
    return USAGE


def _words(error: CompareError) -> str:
    if isinstance(error, NotFound) and error.suggestions:
        return say("cli.nearest", message=error, names=", ".join(error.suggestions))
    if isinstance(error, NotFound) and error.known:
        more = len(error.known) - _MOST_KNOWN
        names = ", ".join(error.known[:_MOST_KNOWN])
        if more > 0:
            names = say("cli.and_more", names=names, n=more)
        return say("cli.known", message=error, names=names)
    if isinstance(error, Ambiguous):
        return "\n  ".join([say("cli.candidates", message=error), *error.candidates])
    return str(error)
