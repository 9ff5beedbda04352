"""Options of `judge`: which model is asked, about which cells, and what it may cost.

In: nothing. Out: fields. None of them shapes a result, since what a model says stands beside a cell
and changes nothing in it: the digest of the options is the same with and without. All are for the
user alone to set: a file that came with articles says neither where they are sent nor what may pass
as an answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from compare.options.fields import option

T = TypeVar("T")


def _asked(default: T, meaning: str, least: float | None = None, most: float | None = None) -> T:
    return option(default, meaning, least=least, most=most, shapes_results=False, private=True)


@dataclass(frozen=True, init=False, repr=False, eq=False)
class JudgeOptions:
    """Whom to ask, what about, and when to stop."""

    __slots__ = ()

    judge_address: str | None = _asked(
        None, "address of a model's server, such as http://localhost:8080/v1; articles go there"
    )
    judge_model: str | None = _asked(None, "name of the model there that is asked")
    judge_near: float = _asked(
        0.03, "how near its bound the chance of a cell is that is asked about too", 0, 1
    )
    judge_least: float = _asked(0.03, "least chance that a quotation is about the claim", 0, 1)
    judge_questions: int = _asked(100, "most questions about a story", 0, 1_000_000)
    judge_characters: int = _asked(
        8000,
        "most characters of an article that are shown; of a longer one the nearest paragraphs",
        1,
        1_000_000,
    )
    judge_seconds: int = _asked(120, "seconds that an answer may take", 1, 86_400)
    judge_bytes: int = _asked(200_000, "largest answer that is read, in bytes", 1, 1_000_000_000)
    judge_failures: int = _asked(
        3, "questions in a row without an answer after which no more is asked", 1, 1_000_000
    )
