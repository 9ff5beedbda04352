"""Marks as text, Markdown tables that a terminal shows as well.

In: marks. Out: text. No row has a name.
"""

from __future__ import annotations

from compare.exercises.formats.markdown import escaped
from compare.exercises.marking import Marks, Missed
from compare.reports.words import percent, say

MOST = 10


def report(marks: Marks) -> str:
    """Scores, then what was missed most."""
    average = sum(score.points for score in marks.scores) / len(marks.scores)
    lines = [f"# {say('mark.title', code=marks.code)}", "", say("mark.privacy"), ""]
    lines += [f"## {say('mark.rows')}", ""]
    head = ("mark.row", "mark.points", "mark.of", "mark.share", "mark.empty")
    lines += _head(*(say(name) for name in head))
    for score in marks.scores:
        share = percent(score.points / marks.all)
        lines.append(f"| {score.row} | {score.points} | {marks.all} | {share} | {score.empty} |")
    lines += ["", say("mark.average", points=f"{average:.1f}", all=marks.all)]
    lines += _missed(say("mark.question"), marks.questions)
    lines += _missed(say("mark.claim"), marks.claims)
    return "\n".join(lines) + "\n"


def _missed(what: str, missed: tuple[Missed, ...]) -> list[str]:
    if not missed:
        return []
    lines = ["", f"## {say('mark.missed')}: {what}", ""]
    lines += _head(what, say("mark.wrong"), say("mark.of"), say("mark.share"), say("key.about"))
    return lines + [
        f"| {m.name} | {m.wrong} | {m.of} | {percent(m.wrong / m.of)} | {escaped(m.about)} |"
        for m in missed[:MOST]
    ]


def _head(*names: str) -> list[str]:
    return [f"| {' | '.join(names)} |", "|" + "---|" * len(names)]
