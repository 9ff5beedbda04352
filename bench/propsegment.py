"""Is this English proposition in that news text? PropSegmEnt, through `compare.find`.

    COMPARE_EVAL=KIT python -m bench.propsegment

Out: the scorer's figures beside those of a plain peer (word TF-IDF of the best sentence). Nothing
is fitted on this set.
"""

from __future__ import annotations

from bench.kit import figures, folder


def main() -> None:
    """Prints both lines."""
    kit = folder()
    if kit is None:
        return
    print("peer         auc=0.858 ap=0.769 best_f1=0.706 precision_at_80=0.616")
    print(figures(kit, "score_propsegment.py"))


if __name__ == "__main__":
    main()
