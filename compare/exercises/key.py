"""The key as a file that a program reads: what `compare mark` marks by.

In: a key. Out: JSON of schema `compare.exercise-key/1`, and back. The file stands beside the sheet
and never inside it.
"""

from __future__ import annotations

from compare.errors import UnreadableFile
from compare.exercises.parts import Key
from compare.reports.words import say

SCHEMA = "compare.exercise-key/1"


def to_json(key: Key) -> str:
    """The key as JSON with a final line end."""
    import msgspec

    document = {"schema": SCHEMA, **msgspec.to_builtins(key)}
    return msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n"


def from_json(data: bytes, file: str) -> Key:
    """The key in `data`; raises UnreadableFile when it is none."""
    import msgspec

    try:
        document = msgspec.json.decode(data, type=dict[str, object])
        if document.pop("schema", None) != SCHEMA:
            raise UnreadableFile(say("mark.bad_key"), file=file)
        return msgspec.convert(document, Key)
    except msgspec.MsgspecError as error:
        raise UnreadableFile(say("mark.bad_key"), file=file) from error
