"""A bound on the processor time of what is tried, so that a test of a hang ends by itself."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_TRACED = 6  # how much longer a line takes while coverage counts it; a square takes far more


class TooSlow(BaseException):
    """No Exception, since the code under test may take those for faults of its input."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TooSlow when the body takes more processor time, on however busy a machine; without
    the collector's sweeps, whose length is that of all that other tests hold, and with more time
    where coverage is measured, which says nothing of the code.
    """
    allowed = seconds * (_TRACED if sys.gettrace() else 1)

    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlow(f"over {allowed} s of processor time")

    sweeping = gc.isenabled()
    gc.disable()
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, allowed)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        if sweeping:
            gc.enable()
