"""Comparisons stored as JSON, so that exercises are tested apart from the stages before them.

`python -m tests.exercises.frozen` computes and stores them anew.
"""

from __future__ import annotations

import json
import types
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from compare.exercises import Request
from compare.model import Article, Comparison, Document, MadeBy
from compare.reading.document import document

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "exercises"
ALL = Request(kinds=("all",))
STORIES = {
    "han-blinken": ("seeds", "blinken-han"),
    "oslo-talks": ("tests/cases/claims/oslo-talks", ""),
    "river-flood": ("tests/cases/claims/river-flood", ""),
    "chip-export-rules": ("tests/cases/claims/chip-export-rules", ""),
    "container-port-strike": ("tests/cases/claims/container-port-strike", ""),
}


@cache
def stored(name: str) -> Comparison:
    """The stored comparison of a story."""
    made: Comparison = revived(
        Comparison, json.loads((CASES / name / "comparison.json").read_text("utf-8"))
    )
    return made


def revived(kind: Any, value: Any) -> Any:
    """The value that `plain` turned into JSON."""
    if value is None or kind is Any:
        return value
    if get_origin(kind) in (Union, types.UnionType):
        kinds = [one for one in get_args(kind) if one is not type(None)]
        if datetime in kinds:
            return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
        return revived(kinds[0], value)
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        if kinds[-1] is ...:
            return tuple(revived(kinds[0], one) for one in value)
        return tuple(revived(one, item) for one, item in zip(kinds, value, strict=True))
    if get_origin(kind) is dict:
        return {key: revived(get_args(kind)[1], one) for key, one in value.items()}
    if kind is Document:  # stored as its article, which it depends on alone
        return document(revived(Article, value))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: revived(hints[name], one) for name, one in value.items()})  # type: ignore[operator]
    return date.fromisoformat(value) if kind is date else value


def plain(value: Any) -> Any:
    """Dataclasses as JSON, what has its default value left out."""
    if isinstance(value, Document):
        return plain(value.article)
    if is_dataclass(value):
        return {
            f.name: plain(getattr(value, f.name))
            for f in fields(value)
            if f.default is MISSING or getattr(value, f.name) != f.default
        }
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def store() -> None:
    """Computes every comparison and stores it; paths are written relative to the repository. No
    sheet reads key facts, and by which options a comparison was made changes too often.
    """
    from compare import pipeline

    for name, (folder, slug) in STORIES.items():
        articles = pipeline.load([Path(folder)]).articles
        stories = pipeline.group(articles)
        chosen = max(stories, key=lambda s: (s.slug == slug, len(s.articles)))
        made = plain(replace(pipeline.analyse(chosen), facts=(), made_by=MadeBy()))
        text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        (CASES / name / "comparison.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    store()
