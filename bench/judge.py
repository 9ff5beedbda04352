"""What a model of yours is worth: the open half's figures without it and with it.

    python -m bench.judge --judge ADDRESS --judge-model NAME     fit, check, all
        --questions N          most questions about a story (default: that of the options)
        --story FOLDER         this story alone; may be given again

Out: two lines a half. Without: the table as it is published. With: the model's verdicts taken for
the status of their cells, its quotations for the evidence. No figure that we publish is made so.
Below stands how many answers might stand, and how many were void or never came. `COMPARE_JUDGE_KEY`
is the key, where the server wants one. Answers are kept, so a run that was stopped goes on.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from bench.reading import articles
from compare import pipeline
from compare.judge import Server
from compare.model import (
    ABSENT,
    CONFLICTS,
    CONTRADICTED,
    INCLUDED,
    PARTIAL,
    Cell,
    Comparison,
    Judging,
)
from compare.model import Story as Articles
from compare.options import Options
from compare.pipeline.judging import judged, server_of
from compare.reports.assemble import story_document
from compare.reports.contract import to_json
from corpus import halves
from corpus.gold import Story, read
from corpus.predictions import table
from corpus.scoring import Counts, figures, judge, places_of

STATUS = {INCLUDED: INCLUDED, PARTIAL: PARTIAL, CONTRADICTED: CONFLICTS, ABSENT: ABSENT}
HEADS = "half | table | inclusion F1 | located F1 | omission P / R | false omissions | coverage"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table, then what came of the questions."""
    parser = argparse.ArgumentParser(prog="bench.judge")
    parser.add_argument("--judge", metavar="ADDRESS", required=True)
    parser.add_argument("--judge-model", metavar="NAME", required=True)
    parser.add_argument("--questions", type=int, default=Options().judge_questions)
    parser.add_argument("--story", type=Path, action="append")
    given = parser.parse_args(arguments)
    options = Options(
        judge_address=given.judge, judge_model=given.judge_model, judge_questions=given.questions
    )
    server = server_of(options, os.environ.get("COMPARE_JUDGE_KEY", "").strip())
    groups = {half: halves.folders(half) for half in halves.split()}
    if given.story:
        groups = {"chosen": given.story}
    _print(groups, server, options)


def taken(comparison: Comparison) -> Comparison:
    """`comparison` with a model's verdicts for statuses, and its quotations for evidence."""
    claims = tuple(
        replace(claim, cells={key: _taken(cell) for key, cell in claim.cells.items()})
        for claim in comparison.claims
    )
    return replace(comparison, claims=claims)


def _taken(cell: Cell) -> Cell:
    said = cell.judged
    if said is None or said.verdict not in STATUS:
        return cell
    proof = (said.quote,) if said.quote else ()
    return replace(cell, status=STATUS[said.verdict], evidence=proof)


def _print(groups: dict[str, list[Path]], server: Server, options: Options) -> None:
    print(f"| {HEADS} |\n" + "| --- " * 7 + "|")
    sums, outcome = (Counts(), Counts()), Counter[str]()
    for half, folders in groups.items():
        mine = (Counts(), Counts())
        for folder in folders:
            found = _counts(read(folder), server, options, outcome)
            mine = (mine[0] + found[0], mine[1] + found[1])
        sums = (sums[0] + mine[0], sums[1] + mine[1])
        _lines(half, mine, server.model)
    if len(groups) > 1:
        _lines("all", sums, server.model)
    print(f"\n{', '.join(f'{what}: {n}' for what, n in outcome.items())}")


def _counts(
    story: Story, server: Server, options: Options, outcome: Counter[str]
) -> tuple[Counts, Counts]:
    """The counts of a story without and with; `outcome` grows by what came of its questions."""
    held = tuple(articles(story.folder).values())
    days = [a.day for a in held if a.day]
    slug = story.folder.name
    names = pipeline.read_names(held, options)
    made = Articles(slug, slug, min(days), max(days), held)
    plain = pipeline.analyse(made, options, None, names)
    found = judged(plain, server, options, names)
    outcome.update(_outcome(found.comparison.judging))
    for failure, n in found.failures:
        outcome[f"{failure}"] += n
    return _scored(plain, story), _scored(taken(found.comparison), story)


def _outcome(judging: Judging | None) -> dict[str, int]:
    if judging is None:
        return {}
    void = {f"void, {reason}": n for reason, n in judging.void.items()}
    told = {"answers": judging.told - judging.unsure, "cannot tell": judging.unsure}
    return {**told, **void, "unanswered": judging.unanswered, "not asked": judging.unasked}


def _scored(comparison: Comparison, story: Story) -> Counts:
    places = places_of(story)
    told = msgspec.json.decode(to_json(story_document(comparison)))
    return judge(story, table(told, story, places), places)


def _lines(half: str, counts: tuple[Counts, Counts], model: str) -> None:
    for name, some in zip(("without", f"with {model}"), counts, strict=True):
        f = figures(some)
        print(
            f"| {half} | {name} | {f.inclusion:.3f} | {f.located:.3f} | {f.omission_precision:.3f} "
            f"/ {f.omission_recall:.3f} | {f.false_omissions} of {f.cells} | {f.coverage:.3f} |"
        )


if __name__ == "__main__":
    main()
