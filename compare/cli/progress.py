"""Signs of life on stderr.

In: a word for the step. Out: nothing on stdout ever; on stderr one line that appears only when
the step takes over a second and a person is watching, and is wiped when the step ends. Ctrl-C in a
step becomes an interrupt that says which.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from compare.reports.words import say

AFTER_SECONDS = 1.0


@contextmanager
def progress(step: str) -> Iterator[None]:
    """Shows `step` while the body runs, after a second, on a terminal; an interrupt names it."""
    shown = threading.Event()
    timer = threading.Timer(AFTER_SECONDS, _show, (step, shown))
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    except KeyboardInterrupt:
        raise KeyboardInterrupt(say("cli.stopped.at", step=step)) from None
    finally:
        timer.cancel()
        if timer.ident is not None:
            timer.join()
        if shown.is_set():
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _show(step: str, shown: threading.Event) -> None:
    shown.set()
    sys.stderr.write(f"{step} …")
    sys.stderr.flush()
