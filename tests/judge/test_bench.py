"""`bench.judge`: the figures of the corpus with a model's verdicts and without."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bench.judge import main, taken
from compare.model import ABSENT, CONFLICTS, INCLUDED, UNCLEAR, Judgement
from compare.resources import caches
from corpus import halves
from tests.judge.ferry import POST, open_cells
from tests.judge.servers import Asked, serving, verdict
from tests.made import proof

STORY = halves.STORIES / "macau-legionella"
LINE = re.compile(
    r"\| chosen \| (.+?) \| (\S+) \| (\S+) \| (\S+) / (\S+) \| (\d+) of (\d+) \| (\S+) \|"
)


def test_verdicts_are_taken_for_statuses() -> None:
    """And quotations for evidence; what a model cannot tell stays as it was."""
    quote = proof(POST, "A ferry went down")
    said = {
        "included": (INCLUDED, (quote,)),
        "contradicted": (CONFLICTS, (quote,)),
        "absent": (ABSENT, ()),
        "cannot tell": (UNCLEAR, ()),
    }
    for word, (status, evidence) in said.items():
        comparison = open_cells(("sank", "post"))
        judged = Judgement("small", word, quote if evidence else None)
        claims = tuple(
            replace(c, cells={k: replace(v, judged=judged) if v.status == UNCLEAR else v
                              for k, v in c.cells.items()})
            for c in comparison.claims
        )  # fmt: skip
        cell = taken(replace(comparison, claims=claims)).claims[0].cells["post"]
        assert (cell.status, cell.evidence) == (status, evidence)


def test_the_bench_prints_what_a_model_is_worth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One story: a model that finds shared words decides more cells, and one that fails none."""
    monkeypatch.setenv("COMPARE_CACHE", str(tmp_path))
    caches.folder.cache_clear()

    def answer(asked: Asked) -> str:
        words = set(asked.claim.split())
        best = max(asked.paragraphs, key=lambda p: len(words & set(p.split())))
        return verdict("included", best)

    with serving(answer) as fake:
        story = ["--story", str(STORY), "--questions", "20"]
        main(["--judge", fake.address, "--judge-model", "small", *story])
        assert len(fake.asked) == 20
    caches.folder.cache_clear()
    printed = capsys.readouterr().out
    without, with_ = LINE.findall(printed)
    assert (without[0], with_[0]) == ("without", "with small")
    assert without[6] == with_[6]
    assert float(with_[7]) > float(without[7])
    assert sum(map(int, re.findall(r": (\d+)", printed.splitlines()[-1]))) >= 20
