"""The scorer: a tool's tables, or its chances of single cells, against the labels.

    python -m corpus.score TABLES                     a folder of SLUG.json (`compare.story`)
    python -m corpus.score --tool "COMMAND {story}"   run once a story; prints such JSON
    python -m corpus.score --chances FILE             JSON Lines of story, claim, source, score

Out: one line a story, then for fit, check and all. With `--by kind` or `--by languages` sums of
those instead of stories. `--blind REASON` runs the tool on the shut half, writes the opening into
the datasheet's log, and prints the sum alone. Exit 0, or 2 with one line when an input cannot be
read.
"""

from __future__ import annotations

import argparse
import shlex
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from datetime import datetime
from json import loads
from pathlib import Path

from corpus import halves
from corpus.gold import Story, read
from corpus.predictions import Table, read_chances, read_table, table
from corpus.ranking import best_bound, judged, ranking
from corpus.scoring import Counts, figures, judge, places_of

Tables = Callable[[Story], Table]


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the command line and prints the figures."""
    options = _parser().parse_args(arguments)
    try:
        if options.chances:
            _chances(Path(options.chances))
        elif options.tool:
            _tables(_from_tool(options.tool), options.by, options.blind)
        elif options.tables and not options.blind:
            _tables(_from_folder(Path(options.tables)), options.by, None)
        else:
            raise ValueError("give a folder of tables, --tool or --chances; --blind needs --tool")
    except (ValueError, OSError) as error:
        sys.stderr.write(f"corpus.score: {error}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="corpus.score", description=(__doc__ or "").split("\n")[0])
    made.add_argument("tables", nargs="?", help="a folder of SLUG.json")
    made.add_argument("--tool", help="a command; {story} stands for the story's folder")
    made.add_argument("--chances", help="JSON Lines of chances of single cells")
    made.add_argument("--by", choices=("story", "kind", "languages"), default="story")
    made.add_argument("--blind", metavar="REASON", help="score the shut half, and log why")
    return made


def _from_folder(folder: Path) -> Tables:
    def made(story: Story) -> Table:
        return read_table(folder / f"{story.gold.slug}.json", story, places_of(story))

    return made


def _from_tool(command: str) -> Tables:
    def made(story: Story) -> Table:
        words = [w.replace("{story}", str(story.folder)) for w in shlex.split(command)]
        done = subprocess.run(words, capture_output=True, check=False)  # noqa: S603 -- the user's own
        try:
            return table(loads(done.stdout), story, places_of(story))
        except ValueError as error:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise ValueError(
                f"{story.gold.slug}: no table from the tool: {said or error}"
            ) from None

    return made


def _tables(tables: Tables, by: str, blind: str | None) -> None:
    with ExitStack() as stack:
        if blind is None:
            groups = {half: [read(f) for f in halves.folders(half)] for half in halves.split()}
        else:
            today = datetime.now().astimezone().date()
            place = stack.enter_context(halves.opened(today, blind))
            groups = {"blind": [read(f) for f in sorted((place / "stories").iterdir())]}
        counted = {
            half: [(s, judge(s, tables(s), places_of(s))) for s in some]
            for half, some in groups.items()
        }
    if blind is None:
        sums: dict[str, Counts] = defaultdict(Counts)
        for story, counts in (pair for some in counted.values() for pair in some):
            sums[_group(story, by)] += counts
        for name in sorted(sums):
            _print(name, sums[name])
    for half, some in counted.items():
        _print(half, _sum(c for _, c in some))
    if len(counted) > 1:
        _print("all", _sum(c for some in counted.values() for _, c in some))


def _group(story: Story, by: str) -> str:
    if by == "story":
        return story.gold.slug
    return story.gold.kind if by == "kind" else "+".join(story.gold.languages)


def _sum(counts: Iterable[Counts]) -> Counts:
    return sum(counts, Counts())


def _print(name: str, counts: Counts) -> None:
    f = figures(counts)
    print(  # noqa: T201 -- the command's output
        f"{name:34} inclusion {f.inclusion:.3f} (P {f.precision:.3f} R {f.recall:.3f}) located "
        f"{f.located:.3f} omission P {f.omission_precision:.3f} R {f.omission_recall:.3f} coverage "
        f"{f.coverage:.3f} false omissions {f.false_omissions} of {f.cells} differences "
        f"{f.differences:.3f} conflict P {f.conflict_precision:.3f} origin {f.origin:.3f} "
        f"speaker {f.speaker:.3f}"
    )


def _chances(path: Path) -> None:
    """The bound is chosen on the fit stories alone."""
    told = read_chances(path)
    cells = {
        half: list(judged((read(f) for f in halves.folders(half)), told)) for half in halves.split()
    }
    bound = best_bound(cells[halves.FIT])
    for half, some in cells.items():
        r = ranking(some, bound)
        print(  # noqa: T201 -- the command's output
            f"{half:8} auc {r.auc:.3f} inclusion {r.inclusion:.3f} "
            f"omission P {r.omission_precision:.3f} cells {r.cells} at {bound:.3f}"
        )


if __name__ == "__main__":
    sys.exit(main())
