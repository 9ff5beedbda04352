"""Sentence links on parallel news of which 30 % was deleted on either side and one side shuffled.

    COMPARE_EVAL=KIT python -m bench.alignment [DOCUMENTS]

In: the kit's NTREX documents; the first DOCUMENTS (15) of each pair. Out: link and omission F1
beside what a plain peer gets on all documents (mutual best cosine of the encoder, .45 or more).
"""

from __future__ import annotations

import re
import sys

from bench.kit import figures, folder

PEER = {
    ("eng", "zho-CN"): (0.966, 0.923),
    ("zho-CN", "zho-TW"): (0.959, 0.907),
    ("eng", "zho-TW"): (0.971, 0.935),
    ("eng", "deu"): (0.975, 0.942),
    ("eng", "fra"): (0.977, 0.947),
    ("eng", "rus"): (0.973, 0.936),
    ("eng", "jpn"): (0.969, 0.931),
    ("eng", "kor"): (0.961, 0.918),
    ("eng", "arb"): (0.961, 0.916),
    ("zho-CN", "jpn"): (0.928, 0.864),
}


def main() -> None:
    """Prints the table."""
    kit = folder()
    if kit is None:
        return
    documents = sys.argv[1] if len(sys.argv) > 1 else "15"
    print(f"{'pair':16}{'links':>8}{'omissions':>11}     peer on all documents")
    for pair, (links, omissions) in PEER.items():
        arguments = ["--pair", *pair, "--shuffle", "--docs", documents]
        line = figures(kit, "score_alignment.py", arguments)
        found = [float(x) for x in re.findall(r" (?:link|omission)=([\d.]+)", line)]
        if len(found) < 2:
            print(f"{' '.join(pair):16} {line}")
            continue
        mine = f"{found[0]:8.3f}{found[1]:11.3f}"
        print(f"{' '.join(pair):16}{mine}     {links:.3f} {omissions:.3f}", flush=True)


if __name__ == "__main__":
    main()
