"""The words of sheets and keys, in the language that reports speak.

In: a key and values. Out: the sentence. The same manner as `compare.reports.words`: English stands
in `english` and `english_kinds`, the others in gettext catalogues beside them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from compare.exercises.english import ENGLISH
from compare.exercises.english_kinds import KINDS_ENGLISH
from compare.reports.words import language


def say(key: str, **values: object) -> str:
    """The words for `key` with `values` put in; a KeyError is a bug."""
    return catalogue(language())[key].format(**values)


def listed(names: list[str]) -> str:
    """Names in a row, as the language writes lists."""
    return say("list").join(names)


@cache
def catalogue(language: str) -> dict[str, str]:
    """Key -> words in `language`; a key that the catalogue lacks is missing here too."""
    if language == "en":
        return ENGLISH | KINDS_ENGLISH
    from babel.messages.pofile import read_po

    with files("compare.exercises").joinpath("locale", f"{language}.po").open("rb") as file:
        messages = read_po(file)
    return {m.context: str(m.string) for m in messages if m.context and m.string and not m.fuzzy}
