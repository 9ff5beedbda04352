"""Files that are being written: whose they are, and which of them nobody will finish.

In: a folder. Out: names for what waits there before it is moved to its place, and a sweep of those
that a killed process left. The name says host and process, so that the next writer knows at once:
the age alone would keep half a gigabyte for a day, or take a file from a slow writer. Of another
host (a shared folder), and where processes cannot be asked for, age decides.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import time
from pathlib import Path

MARK = ".compare-"
_NAME = re.compile(
    rf"{re.escape(MARK)}(?P<host>[0-9a-z]{{1,16}})-(?P<pid>\d{{1,10}})-\w+(?:\.\w+)?"
)
_OLD = 24 * 3600  # seconds


def prefix(pid: int | None = None) -> str:
    """How the names of this process's unfinished files begin."""
    return f"{MARK}{_host()}-{os.getpid() if pid is None else pid}-"


def sweep(folder: Path) -> None:
    """Deletes what processes that are no more left unfinished in `folder`."""
    try:
        found = [path for path in folder.iterdir() if path.name.startswith(MARK)]
    except OSError:
        return
    for path in found:
        match = _NAME.fullmatch(path.name)
        if match and _is_left(path, match["host"], int(match["pid"])):
            _delete(path)


def _host() -> str:
    return re.sub(r"[^0-9a-z]", "", socket.gethostname().lower())[:16] or "host"


def _is_left(path: Path, host: str, pid: int) -> bool:
    if host == _host() and os.name == "posix":
        return not _runs(pid)
    try:
        return time.time() - path.lstat().st_mtime > _OLD
    except OSError:
        return False


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _delete(path: Path) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    except OSError:
        return
