"""A text file with a header, as the tests of dates write it, and what is read from it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import compare
from compare.model import Article

EN = "The bridge at Korvald was closed to lorries, the road authority said.\n\nNobody was hurt."
ZH = "临港市交通局宣布，科瓦德大桥即日起禁止货车通行。\n\n交通局局长何敏说，检查将持续一周。"
DE = "Die Brücke bei Korvald ist für Lastwagen gesperrt, teilte die Behörde mit."


def headed(folder: Path, day: str, outlet: str, *, body: str = "") -> Article:
    """The article of a file with this date and outlet in its header."""
    chinese = any("\u3400" <= c <= "\u9fff" for c in outlet)
    if chinese:
        text = f"标题：大桥限行\n日期：{day}\n来源：{outlet}\n\n{body or ZH}\n"
    else:
        text = f"Title: Bridge closed\nDate: {day}\nSource: {outlet}\n\n{body or EN}\n"
    return whole(folder, text)


def whole(folder: Path, text: str, name: str = "a.txt") -> Article:
    """The article of a file with this text."""
    path = folder / name
    path.write_text(text, "utf-8")
    return compare.read(path)[0]


def stamp(article: Article) -> str | None:
    """The time of publication in ISO form, None without one."""
    return article.published.isoformat() if article.published else None


def same(article: Article, wanted: str) -> bool:
    """Whether the article was published at this time, whatever zone it is told in."""
    got = article.published
    if "T" not in wanted:
        return stamp(article) == wanted
    return isinstance(got, datetime) and got == datetime.fromisoformat(wanted)
