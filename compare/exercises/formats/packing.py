"""Archives and XML that are the same for the same content.

In: names and bytes. Out: zip members with one fixed time and no trace of the machine; texts that
XML can hold.
"""

from __future__ import annotations

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


def clean(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _CANNOT_STAND.sub("", text)
