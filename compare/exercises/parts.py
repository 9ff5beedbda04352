"""The nouns of an exercise: what was asked for, the sheet, the key.

In: nothing (plain values). Out: `Request` (what the teacher wants), the drafts that the kinds make,
and an `Exercise`: a `Sheet` without one answer in it, and a `Key` with the answers and the spans
that prove them. The two are apart so that no writer of sheets can print what it never receives.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.model import MadeBy

GRID, LIST, MATCH, OPEN = "grid", "list", "match", "open"
FIND, COMPARE, WRITE = STRANDS = ("find", "compare", "write")
VARIANTS = ("A", "B", "C")
ALL = "all"


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

    `level` is one of LEVELS; `kinds` are names of kinds, or ALL of them; `sources` source ids;
    `items` counts per task, `excerpt` the words of each article that are shown; `minutes` bound the
    whole sheet, and without them a lesson is aimed at; `texts` is one of TEXTS, `paper` of PAPERS,
    `variant` of VARIANTS; `drop` are numbers of rows or questions of sheet A, or of another when
    its letter stands before them (`B:1.3`).
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
    drop: tuple[str, ...] = ()


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
    answers are right; without any, the point is for discussion, in which `talk` is asked. `why` is
    said in the key, as are `samples`: a weak, a middling and a strong answer in words.
    """

    prompt: str = ""
    options: tuple[Option, ...] = ()
    accepted: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    why: str = ""
    shuffle: bool = False
    column: str = ""
    talk: str = ""
    samples: tuple[str, ...] = ()


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

    @property
    def wording(self) -> tuple[str, ...]:
        """The texts that a reader knows the row by: what it is about, else what it asks."""
        shown = tuple(text for text in (self.text, *(c.quote for c in self.quoted)) if text)
        return shown or tuple(o.text for p in self.points for o in p.options if p.shuffle)


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
class Legend:
    """Choices that every row of a task has in common for the question with this suffix, and that
    question where they share it too: printed once, above the rows.
    """

    suffix: str
    prompt: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A task. `lines` are left free for an answer in words, and where one is asked for, `rubric`
    says what three levels of it show.
    """

    number: int
    kind: str
    layout: str
    title: str
    instruction: str
    minutes: int
    rows: tuple[Row, ...]
    legends: tuple[Legend, ...] = ()
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
    """What a student gets: one `variant` of it. `cover` are the lines at its head, name -> words;
    `limits` say what it cannot tell.
    """

    code: str
    variant: str
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
    item: str = ""
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbered:
    """A question as one variant numbers and letters it: `item` is what it asks, the same in all."""

    id: str
    item: str
    accepted: tuple[str, ...]
    letters: tuple[str, ...]
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Standard:
    """What a kind of task practises: a named standard, its number there, and its gist."""

    name: str
    number: str
    gist: str


@dataclass(frozen=True, slots=True)
class Judged:
    """How the teacher reads a task: its rubric from weak to strong, and what it practises."""

    number: int
    title: str
    rubric: tuple[str, ...]
    standards: tuple[Standard, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """What the teacher keeps: answers, how the rest is judged, who the sources are, and what was
    left out or struck. `variants` map A, B and C to every question as it stands there.
    """

    code: str
    title: str
    language: str
    answers: tuple[Answer, ...]
    tasks: tuple[Judged, ...] = ()
    variant: str = "A"
    variants: dict[str, tuple[Numbered, ...]] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    made_by: MadeBy = MadeBy()


@dataclass(frozen=True, slots=True)
class Exercise:
    """A sheet and its key. `warnings` say what was asked for and could not be had."""

    sheet: Sheet
    key: Key
    warnings: tuple[str, ...] = ()
