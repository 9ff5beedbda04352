"""Knowledge of Chinese stands in the folder of Chinese, as words, and stays there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import compare
from compare.resources.cues import cues

_ROOT = Path(compare.__file__).parent
_HAN = re.compile("[\u3400-\u9fff]")
_FREE = (
    "reading/zh/",
    "reading/propositions/zh",
    "text/",
)  # the grammar of Chinese, and characters without language
_LITTLE = 20
# file -> the most Han characters in its strings, and why they stand there
_REMAIN = {
    "sources/charsets.py": (458, "characters by whose frequency encodings are told apart"),
    "sources/written.py": (88, "shapes of dates and hours: 年, 月, 日, 时, 分"),
    "sources/headers.py": (27, "shapes of datelines: …日电, 综合讯"),
    "reading/speech/directory.py": (91, "shapes of names beside an office"),
    "reading/speech/speakers.py": (87, "what kind of source somebody is"),
    "claims/discrepancies/numbers.py": (83, "what a number is a fact of"),
    "claims/discrepancies/dates.py": (66, "what a date is a fact of"),
    "claims/discrepancies/actors.py": (43, "who did it"),
    "claims/discrepancies/meetings.py": (40, "who met whom"),
    "claims/discrepancies/places.py": (26, "where it happened"),
    "exercises/sentences.py": (48, "words that lean on the sentence before"),
}


def _han_in_strings(path: Path) -> int:
    """Han characters in the strings of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    )
    return sum(len(_HAN.findall(text)) for text in strings)


def test_chinese_words_stand_with_the_language() -> None:
    """Outside the folder of Chinese no module holds more than a few Han characters in its strings,
    but for those named here, and they do not grow.
    """
    counts = {p.relative_to(_ROOT).as_posix(): _han_in_strings(p) for p in _ROOT.rglob("*.py")}
    most = {name: count for name, (count, _) in _REMAIN.items()}
    grown = {
        name: count
        for name, count in counts.items()
        if not name.startswith(_FREE) and count > most.get(name, _LITTLE)
    }
    assert grown == {}


def test_verbs_of_saying_are_cues() -> None:
    """A verb that stands behind what was said is one of the cues."""
    table = cues()
    assert {"说", "表示"} <= table.closing["zh"] <= table.chinese.keys()
    assert {"said", "added"} <= table.closing["en"] <= table.english.keys()
