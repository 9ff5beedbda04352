"""Archives that are the same for the same content: Word documents, packages of questions.

In: names and bytes, and texts for XML. Out: members without a trace of the machine or the hour, and
texts that XML can hold.
"""

from __future__ import annotations

import io
import re
import zipfile

STAMP = (1980, 1, 1, 0, 0, 0)
_CANNOT_STAND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def member(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Writes one member with nothing of the machine or the hour in it."""
    info = zipfile.ZipInfo(name, STAMP)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)


def steady(data: bytes) -> bytes:
    """An archive written anew: its members by name, each with the one fixed time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in sorted(old.namelist()):
            member(new, name, old.read(name))
    return stream.getvalue()


def clean(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _CANNOT_STAND.sub("", text)
