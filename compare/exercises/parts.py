"""The nouns of an exercise: what was asked for, the sheet, the key.

In: nothing (plain values). Out: `Request` (what the teacher wants), the drafts that the kinds make,
and an `Exercise`: a `Sheet` without one answer in it, and a `Key` with the answers and the spans
that prove them. The two are apart so that no writer of sheets can print what it never receives.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.model import MadeBy

GRID, LIST, MATCH, OPEN = "grid", "list", "match", "open"


@dataclass(frozen=True, slots=True)
class Level:
    """How much a sheet asks and helps: `items` rows a task; `fine` tells partial and contradicted
    from carried; `options` answers where a student picks one of several claims; `hints` are
    printed under the instruction.
    """

    items: int
    fine: bool
    options: int
    hints: bool


LEVELS = {
    "basic": Level(3, fine=False, options=3, hints=True),
    "standard": Level(5, fine=True, options=4, hints=False),
    "advanced": Level(8, fine=True, options=5, hints=False),
}
TEXTS, PAPERS = ("both", "zh", "en"), ("a4", "letter")


@dataclass(frozen=True, slots=True)
class Request:
    """What the teacher asks for; None means "decide for me".

    `level` is one of LEVELS; `kinds` are names of kinds, `sources` source ids; `items` counts per
    task, `excerpt` the words of each article that are shown, `minutes` the time for the whole
    sheet; `texts` is one of TEXTS, `paper` of PAPERS; `variant` is A, B or C.
    """

    level: str = "standard"
    minutes: int | None = None
    items: int | None = None
    kinds: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    excerpt: int | None = None
    texts: str = "both"
    anonymous: bool = False
    seed: str | None = None
    variant: str = "A"
    large: bool = False
    paper: str = "a4"


@dataclass(frozen=True, slots=True)
class Citation:
    """Proof: `quote` is code points `start` to `end` of part `part` of the article of `source`.

    `place` is what the sheet calls the spot (`B3`); `claim` and `status` name the cell that it
    proves, and `confidence` is that cell's, None where the proof is the text itself.
    """

    source: str
    part: str
    start: int
    end: int
    quote: str
    place: str
    language: str
    claim: str = ""
    status: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Distractor:
    """A real claim of another story that no article here carries: its words and outlet, where it
    stands there, and the nearest sentence of each article here (which does not say it).
    """

    story: str
    outlet: str
    text: str
    language: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer while a task is drafted; `key` never reaches the sheet."""

    key: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One decision that a student takes. `accepted` are option keys, more than one where several
    answers are right; without any, the point is for discussion. `why` is said in the key.
    """

    prompt: str = ""
    options: tuple[Option, ...] = ()
    accepted: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    why: str = ""
    shuffle: bool = False
    column: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or sentence of a text: its place (`B3`), words and language."""

    place: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A row of a task before it is chosen; it shows the passages `quoted`. `rank` 0 is best; drafts
    are taken in turn from the groups of `balance`, so that no answer prevails; `name` decides
    between equals.
    """

    name: str
    points: tuple[Point, ...]
    text: str = ""
    language: str = ""
    quoted: tuple[Citation, ...] = ()
    rank: int = 0
    balance: str = ""
    notes: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()

    @property
    def scored(self) -> bool:
        """True when a program can mark at least one of its points."""
        return any(point.accepted for point in self.points)


@dataclass(frozen=True, slots=True)
class Choice:
    """A possible answer on the sheet: its letter and words."""

    letter: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One decision on the sheet; without choices it is answered in words."""

    id: str
    prompt: str
    choices: tuple[Choice, ...] = ()
    column: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A numbered row of a task: what it is about, and what is asked about it."""

    number: str
    text: str
    language: str
    questions: tuple[Question, ...]
    quoted: tuple[Passage, ...] = ()
    discussion: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A task. `bank` holds choices that all its rows share, `lines` are left free for an answer in
    words, `rubric` says what three levels of reasoning show.
    """

    number: int
    kind: str
    layout: str
    title: str
    instruction: str
    minutes: int
    rows: tuple[Row, ...]
    bank: tuple[Choice, ...] = ()
    lines: int = 0
    rubric: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class SourceText:
    """One article on the sheet: `facts` about it in words, the day of publication first, and
    `notes` where only an excerpt is shown or the article was not whole.
    """

    label: str
    heading: str
    title: str
    language: str
    facts: tuple[str, ...]
    passages: tuple[Passage, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a student gets. `cover` are the lines at its head, name -> words; `limits` say what it
    cannot tell.
    """

    code: str
    title: str
    language: str
    minutes: int
    cover: dict[str, str]
    texts: tuple[SourceText, ...]
    tasks: tuple[Task, ...]
    limits: tuple[str, ...]
    large: bool = False
    paper: str = "a4"


@dataclass(frozen=True, slots=True)
class Answer:
    """The key to one question. `accepted` are letters, `words` what they stand for; an answer that
    is not `scored` is for discussion. `claims` are the ids of the claims that it is about.
    """

    id: str
    task: int
    accepted: tuple[str, ...]
    words: tuple[str, ...]
    letters: tuple[str, ...]
    scored: bool
    citations: tuple[Citation, ...]
    why: str = ""
    about: str = ""
    claims: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """What the teacher keeps: answers, who the sources are, and what had to be left out."""

    code: str
    title: str
    language: str
    answers: tuple[Answer, ...]
    outlets: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    made_by: MadeBy = MadeBy()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A sheet and its key. `warnings` say what was asked for and could not be had."""

    sheet: Sheet
    key: Key
    warnings: tuple[str, ...] = ()
