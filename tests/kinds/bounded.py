"""A bound on the processor time of what is tried, so that a test of a hang ends by itself."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooSlow(BaseException):
    """No Exception, since the code under test may take those for faults of its input."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises TooSlow when the body takes more processor time, on however busy a machine; without
    the collector's sweeps, whose length is that of all that other tests hold.
    """

    def stop(_: int, __: FrameType | None) -> None:
        raise TooSlow(f"over {seconds} s of processor time")

    sweeping = gc.isenabled()
    gc.disable()
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        if sweeping:
            gc.enable()
