"""Which stories are for fitting, which for checking, and the blind half that stays shut.

In: `split.json` (the open half by story) and `blind.tar.xz`. Out: folders of stories. The blind
half is kept as one sealed file, so that no search, editor or tool shows it by accident. It is
opened by `opened` alone, into a folder that is deleted again, and each opening is written into the
log of `DATASHEET.md` with its date and its reason, before anything is read.
"""

from __future__ import annotations

import hashlib
import json
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
STORIES, SPLIT = HERE / "stories", HERE / "split.json"
SEALED, SEAL = HERE / "blind.tar.xz", HERE / "blind.sha256"
DATASHEET = HERE / "DATASHEET.md"
LOG = "<!-- openings of the blind half -->\n"
FIT, CHECK = "fit", "check"


def split() -> dict[str, list[str]]:
    """Slugs of the open stories, by `fit` and `check`."""
    found: dict[str, list[str]] = json.loads(SPLIT.read_text(encoding="utf-8"))
    return found


def folders(half: str | None = None) -> list[Path]:
    """Folders of the open stories, sorted: those of `fit` or `check`, or all."""
    slugs = [s for name, some in split().items() if half in (None, name) for s in some]
    return [STORIES / slug for slug in sorted(slugs)]


def is_sealed() -> bool:
    """Whether the blind half is the one whose hash was committed."""
    wanted = SEAL.read_text(encoding="ascii").split()[0]
    return hashlib.sha256(SEALED.read_bytes()).hexdigest() == wanted


@contextmanager
def unpacked() -> Iterator[Path]:
    """A folder with the blind half for checks that print no text; see `opened` for measuring."""
    if not is_sealed():
        raise ValueError(f"{SEALED.name} is not the file whose hash {SEAL.name} holds")
    with tempfile.TemporaryDirectory() as place, tarfile.open(SEALED) as packed:
        packed.extractall(place, filter="data")
        yield Path(place)


@contextmanager
def opened(day: date, reason: str) -> Iterator[Path]:
    """The blind half for a measurement, with a line in the datasheet's log."""
    if not reason.strip():
        raise ValueError("say why the blind half is opened")
    whole = DATASHEET.read_text(encoding="utf-8")
    if LOG not in whole:
        raise ValueError(f"{DATASHEET.name} has no log of openings")
    with unpacked() as place:
        line = f"| {day.isoformat()} | {' '.join(reason.split())} |\n"
        DATASHEET.write_text(whole.replace(LOG, line + LOG), encoding="utf-8")
        yield place
