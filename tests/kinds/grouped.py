"""A folder of small articles, as the tests of stories write it, and how it is grouped."""

from __future__ import annotations

from pathlib import Path

import compare
from compare.sources import read_all

# name -> (title, date or "", outlet, body)
Folder = dict[str, tuple[str, str, str, str]]


def groups(folder: Path, articles: Folder) -> set[frozenset[str]]:
    """The names that stand together, one set a story."""
    for name, (title, day, outlet, body) in articles.items():
        zh = any("\u3400" <= c <= "\u9fff" for c in title)
        labels = ("标题", "日期", "来源") if zh else ("Title", "Date", "Source")
        head = [f"{labels[0]}: {title}", *([f"{labels[1]}: {day}"] if day else [])]
        text = "\n".join([*head, f"{labels[2]}: {outlet}", "", body, ""])
        (folder / f"{name}.txt").write_text(text, "utf-8")
    found, _ = read_all([folder])
    stories = compare.group(found)
    return {frozenset(Path(a.file).stem for a in story.articles) for story in stories}
