"""A class's answers against the key, and the key as the file that they are marked by.

In: the key or its JSON (schema `compare.exercise-key/1`), and a table whose header names the
questions and whose rows are students. Out: scores a row, and the questions and claims that were
missed most. A column of names may stand in the file; it is neither kept nor shown, and rows are
known by their place alone. Rows may answer different variants of the sheet: each is marked by its
own letters, and questions are counted together by what they ask. How a table is read, and what a
cell may hold, `answers` knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from compare.errors import UnreadableFile, UsageError
from compare.exercises import answers
from compare.exercises.parts import Answer, Key, Numbered
from compare.exercises.striking import chosen, strike, struck
from compare.reports.words import say

SCHEMA = "compare.exercise-key/1"


@dataclass(frozen=True, slots=True)
class Score:
    """One row of the file: points, how many questions have no answer, and the variant that was
    answered; None for a row that could not be marked.
    """

    points: int
    empty: int
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """How often a question, or the questions on a claim, were answered wrongly or not at all. The
    name of a question is its number on the sheet that is marked, with those on other variants.
    """

    name: str
    about: str
    wrong: int
    of: int


@dataclass(frozen=True, slots=True)
class Marks:
    """The result: `all` is the most points that a row can have; `scores` are in the order of the
    file; `remarks` name the cells that are no answers, `struck` what is not counted.
    """

    code: str
    all: int
    scores: tuple[Score, ...]
    questions: tuple[Missed, ...]
    claims: tuple[Missed, ...]
    remarks: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()

    @property
    def marked(self) -> tuple[Score, ...]:
        """The rows that could be marked."""
        return tuple(score for score in self.scores if score.variant is not None)


def to_json(key: Key) -> str:
    """The key as JSON with a final line end: what stands beside a sheet, never inside it."""
    import msgspec

    document = {"schema": SCHEMA, **msgspec.to_builtins(key)}
    return msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n"


def from_json(data: bytes, file: str) -> Key:
    """The key in `data`; raises UnreadableFile when it is none."""
    import msgspec

    try:
        document = msgspec.json.decode(data, type=dict[str, object])
        if document.pop("schema", None) != SCHEMA:
            raise UnreadableFile(say("mark.bad_key"), file=file)
        key = msgspec.convert(document, Key)
    except msgspec.MsgspecError as error:
        raise UnreadableFile(say("mark.bad_key"), file=file) from error
    if not _sound(key):
        raise UnreadableFile(say("mark.bad_key"), file=file)
    return key


def _sound(key: Key) -> bool:
    """True when all variants ask the same, and the key answers it."""
    asked = [{q.item for q in some} for some in key.variants.values()]
    scored = [{q.item for q in some if q.accepted} for some in key.variants.values()]
    own = {q.item for q in key.variants.get(key.variant, ()) if not q.struck}
    same = all(items == asked[0] for items in asked) and all(items == scored[0] for items in scored)
    return not asked or (same and own == {answer.item for answer in key.answers})


def mark(key: Key, data: bytes, file: str, drop: Sequence[str] = ()) -> Marks:
    """Marks the answers in `data` but for what was struck before or is by `drop`; raises what
    `answers.read` raises, and UsageError for a number that there is not.
    """
    whole = key.variants or {key.variant: tuple(_alone(answer) for answer in key.answers)}
    variants = strike(whole, chosen(whole, drop))
    asked = {name: _scored(questions) for name, questions in variants.items()}
    if not asked[key.variant]:
        raise UsageError(say("mark.nothing"), file=file)
    read = answers.read(data, _asked(key, asked, whole), file)
    marked = [given for given in read.given if given.variant is not None]
    right = [_right(given, asked[given.variant or ""]) for given in marked]
    items = [q.item for q in asked[key.variant].values()]
    wrong = {item: sum(not one[item] for one in right) for item in items}
    used = {given.variant for given in marked}
    numbers = {_named(item, key.variant, asked, used): [item] for item in items}
    words = _words(key)
    by_question, by_claim = (
        _missed(groups, words, wrong, len(marked)) for groups in (numbers, _claims(key, items))
    )
    scores = tuple(_score(given, asked) for given in read.given)
    gone = tuple(struck(variants, words))
    return Marks(key.code, len(items), scores, by_question, by_claim, read.remarks, gone)


def _words(key: Key) -> dict[str, str]:
    """Item -> what it is about: its claim, or the first passage that it cites."""
    return {
        a.item or a.id: a.about or next((c.quote for c in a.citations), "") for a in key.answers
    }


def _claims(key: Key, items: Sequence[str]) -> dict[str, list[str]]:
    """Claim -> the items that are about it, in the order of the sheet."""
    by_item = {answer.item or answer.id: answer for answer in key.answers}
    found: dict[str, list[str]] = {}
    for item in items:
        for claim in by_item[item].claims:
            found.setdefault(claim, []).append(item)
    return found


def _alone(answer: Answer) -> Numbered:
    """A question of a key that knows no variants."""
    return Numbered(answer.id, answer.item or answer.id, answer.accepted, answer.letters)


def _scored(questions: Sequence[Numbered]) -> dict[str, Numbered]:
    return {q.id: q for q in questions if q.accepted and not q.struck}


def _asked(
    key: Key, asked: Mapping[str, Mapping[str, Numbered]], whole: Mapping[str, Sequence[Numbered]]
) -> answers.Asked:
    """What a table of this key's class may hold."""
    letters = {v: {name: q.letters for name, q in some.items()} for v, some in asked.items()}
    others = frozenset(q.id for questions in whole.values() for q in questions)
    return answers.Asked(letters, others, key.code.rpartition("-")[0], key.variant)


def _right(given: answers.Given, asked: Mapping[str, Numbered]) -> dict[str, bool]:
    """Item -> was it answered rightly?"""
    return {q.item: given.letters.get(name, "") in q.accepted for name, q in asked.items()}


def _score(given: answers.Given, asked: Mapping[str, Mapping[str, Numbered]]) -> Score:
    if given.variant is None:
        return Score(0, 0)
    own = asked[given.variant]
    points = sum(_right(given, own).values())
    return Score(points, len(own) - len(given.letters), given.variant)


def _named(
    item: str, own: str, asked: Mapping[str, Mapping[str, Numbered]], used: Set[str | None]
) -> str:
    """A question by its number, with its number on the other variants of the class."""
    numbers = {v: q.id for v, some in asked.items() for q in some.values() if q.item == item}
    others = [f"{v} {numbers[v]}" for v in asked if v in used and v != own]
    return f"{own} {numbers[own]} = {' = '.join(others)}" if others else numbers[own]


def _missed(
    groups: Mapping[str, Sequence[str]],
    words: Mapping[str, str],
    wrong: Mapping[str, int],
    rows: int,
) -> tuple[Missed, ...]:
    """Groups of questions by the share of wrong answers to them, those without any left out."""
    every = [
        Missed(
            group,
            next((words[n] for n in names if words[n]), ""),
            sum(wrong[n] for n in names),
            rows * len(names),
        )
        for group, names in groups.items()
    ]
    missed = (one for one in every if one.wrong)
    return tuple(sorted(missed, key=lambda m: (-m.wrong / m.of, -m.wrong, m.name)))
