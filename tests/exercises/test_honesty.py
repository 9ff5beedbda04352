"""Every scored answer follows from its cited cells, and no sheet gives an answer away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare.errors import UsageError
from compare.exercises import Exercise, Request, formats, make
from compare.exercises.kinds import KINDS
from compare.exercises.parts import Answer, Distractor, Question, Row, Task
from compare.model import ABSENT, CARRIED, CONFLICTS, INCLUDED, PARTIAL, Claim, Comparison
from compare.options import Options
from compare.reports.words import say
from tests.exercises.frozen import ALL, STORIES, stored

BOUND = Options().exercise_confidence

requests = st.builds(
    Request,
    kinds=st.sampled_from([None, ("all",)]),
    level=st.sampled_from(["basic", "standard", "advanced"]),
    items=st.none() | st.integers(1, 9),
    excerpt=st.none() | st.integers(60, 400),
    anonymous=st.booleans(),
    seed=st.none() | st.sampled_from(["one", "two", "3"]),
    variant=st.sampled_from(["A", "B", "C"]),
)


class Checker:
    """Asks the comparison itself whether an answer is right, without the code of the kinds."""

    def __init__(self, comparison: Comparison, made: Exercise) -> None:
        """For one exercise over one comparison."""
        self.comparison = comparison
        self.claims = {claim.id: claim for claim in comparison.claims}
        self.sources = {source.id: source for source in comparison.sources}
        self.labels = {
            label: re.search(r"\(([^()]+)\), ", words)[1]  # type: ignore[index]
            for label, words in made.key.outlets.items()
        }

    def named(self, answer: Answer) -> list[Claim]:
        """The claims that an answer is about."""
        return [self.claims[name] for name in answer.claims]

    def grid(self, answer: Answer, _: Row, question: Question) -> bool:
        """The word is the status of the cell."""
        status = self.named(answer)[0].cells[self.labels[question.column]].status
        words = {INCLUDED: "says it", ABSENT: "does not say it"}
        words |= {PARTIAL: "says part of it", CONFLICTS: "says something that contradicts it"}
        extra = {words[INCLUDED]} if status == PARTIAL else set()
        allowed = {words[status], words[INCLUDED]} if status == PARTIAL else {words[status]}
        return set(answer.words) <= allowed | extra

    def sharing(self, answer: Answer, *_: object) -> bool:
        """The number of sources that carry the claim falls under an accepted word."""
        words = ["none of these texts", "exactly one text"]
        many = len(self.labels)
        if not answer.claims:
            return answer.words == ("none of these texts",)
        cells = [self.named(answer)[0].cells[s] for s in self.labels.values()]
        count = sum(cell.status in CARRIED for cell in cells)
        some = "more than one, but not all"
        word = "all texts" if count == many else [*words, *[some] * many][count]
        return word in answer.words

    def official(self, answer: Answer, _: Row, question: Question) -> bool:
        """The verdict is the readout's, or the claim is an addition."""
        readout = self.comparison.readout
        assert readout is not None
        source = self.labels[question.prompt.removeprefix("Report ")]
        rows = {row.claim: row.verdicts for row in readout.rows}
        name = answer.claims[0]
        verdict = rows[name][source] if name in rows else "added"
        words = {"kept": "kept it", "dropped": "dropped it", "contradicted": "contradicts it"}
        words["softened"] = "kept only part of it, or made it weaker"
        words["added"] = "added it: the official text does not say it"
        reference = self.claims[name].cells[readout.reference]
        held = verdict != "added" or (reference.status == ABSENT and name in readout.added[source])
        return held and words[verdict] in answer.words

    def discrepancies(self, answer: Answer, row: Row, _: object) -> bool:
        """The discrepancy with these passages has this kind or severity."""
        shown = {quoted.text for quoted in row.quoted}
        found = [d for d in self.comparison.discrepancies if shown <= {s.quote for s in d.sides}]
        words = {say(f"differ.{d.kind}") for d in found}
        words |= {say(f"discrepancies.{d.severity}") for d in found}
        return bool(words & set(answer.words))

    def voices(self, answer: Answer, *_: object) -> bool:
        """Speaker or mode is that of the cell's evidence."""
        source = answer.citations[0].source
        evidence = self.named(answer)[0].cells[source].evidence
        said = [e.attribution for e in evidence if e.attribution is not None]
        modes = {say(f"voices.{a.mode}") for a in said}
        known = {
            e.attribution.speaker
            for claim in self.comparison.claims
            for cell in claim.cells.values()
            for e in cell.evidence
            if e.attribution is not None
            and e.attribution.entity in {a.entity for a in said} | self.through(said)
        }
        known |= {e.name for e in self.comparison.story.entities}
        return set(answer.words) <= modes or set(answer.words) <= known

    def through(self, said: list[object]) -> set[str | None]:
        """Identities of everyone in the chains of speakers."""
        names = {name for one in said for name in getattr(one, "chain", ())}
        return {
            e.attribution.entity
            for claim in self.comparison.claims
            for cell in claim.cells.values()
            for e in cell.evidence
            if e.attribution is not None and e.attribution.speaker in names
        }

    def paragraphs(self, answer: Answer, row: Row, question: Question) -> bool:
        """An accepted paragraph shares a claim; "no partner" means that none does."""
        left, right = (self.labels[name] for name in re.findall(r"text (\w+)", question.prompt))
        article = self.sources[right].article
        paragraphs = {article.text[p.start : p.end]: n for n, p in enumerate(article.paragraphs)}
        held = {e.paragraph for c in self.named(answer) for e in c.cells[right].evidence}
        own = self.sources[left].article
        assert row.text in own.text
        if answer.words == ("no partner",):
            return not held
        return {paragraphs[word] for word in answer.words} <= held

    def headlines(self, answer: Answer, *_: object) -> bool:
        """The claim has evidence in the title."""
        source = answer.citations[0].source
        return any(e.part == "title" for e in self.named(answer)[0].cells[source].evidence)

    def wording(self, answer: Answer, _: Row, question: Question) -> bool:
        """The words stand in the accepted text."""
        label = re.match("“(.+)”", question.prompt)[1]  # type: ignore[index]
        texts = [self.labels[word.removeprefix("text ")] for word in answer.words]
        return all(
            label.casefold() in f"{a.text} {a.title}".casefold()
            for a in (self.sources[text].article for text in texts)
        )

    def independence(self, answer: Answer, *_: object) -> bool:
        """The number of carriers, copies counted once, is accepted."""
        family = {s: f.original for f in self.comparison.families for s in f.sources}
        carriers = {
            family.get(s, s)
            for s in self.labels.values()
            if self.named(answer)[0].cells[s].status in CARRIED
            and self.sources[s].article.kind != "summary"
        }
        return str(len(carriers)) in answer.words

    def placement(self, answer: Answer, *_: object) -> bool:
        """The accepted claim has the earliest evidence of all that are offered."""
        source = answer.citations[0].source
        first = {
            c.claim: min(x.start for x in answer.citations if x.claim == c.claim)
            for c in answer.citations
        }
        earliest = min(first, key=lambda name: first[name])
        cell = self.claims[earliest].cells[source]
        return min(e.start for e in cell.evidence if e.part == "body") == first[earliest]


def questions(made: Exercise) -> list[tuple[Task, Row, Question, Answer]]:
    """Everything that is asked, with its answer."""
    answers: Mapping[str, Answer] = {answer.id: answer for answer in made.key.answers}
    return [
        (task, row, question, answers[question.id])
        for task in made.sheet.tasks
        for row in task.rows
        for question in row.questions
    ]


def making(story: str, request: Request) -> Exercise | None:
    """The exercise, or None where so short an excerpt allows none."""
    try:
        return make(stored(story), request)
    except UsageError:
        return None


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(story=st.sampled_from(sorted(STORIES)), request=requests)
def test_scored_answers_follow_from_their_cells(story: str, request: Request) -> None:
    """Each scored answer is entailed by the cells it cites, whose spans are exact and sure."""
    made = making(story, request)
    if made is None:
        return
    checker = Checker(stored(story), made)
    for task, row, question, answer in questions(made):
        if not answer.scored:
            assert not answer.accepted
            continue
        assert answer.citations, answer
        assert 0 < len(answer.accepted) < len(answer.letters)
        assert set(answer.accepted) <= {choice.letter for choice in question.choices}
        for cited in answer.citations:
            article = checker.sources[cited.source].article
            assert article.part(cited.part)[cited.start : cited.end] == cited.quote
            if cited.claim:
                cell = checker.claims[cited.claim].cells[cited.source]
                assert (cell.status, cell.confidence) == (cited.status, cited.confidence)
        check: Callable[[Answer, Row, Question], bool] = getattr(checker, task.kind)
        if not request.anonymous:
            assert check(answer, row, question), (task.kind, answer)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(story=st.sampled_from(sorted(STORIES)), request=requests)
def test_scored_cells_are_above_the_bound(story: str, request: Request) -> None:
    """What is scored in kinds 1-7, 9 and 10 rests on cells of at least the bound."""
    made = making(story, request)
    if made is None:
        return
    for task, _, question, answer in questions(made):
        if not answer.scored or task.kind == "wording":
            continue
        told = [c for c in answer.citations if c.claim and c.confidence is not None]
        assert told
        if task.kind != "grid":
            assert all(c.confidence is not None and c.confidence >= BOUND for c in told)
        elif told[0].place.startswith(question.column):
            assert all((c.confidence or 0) >= BOUND for c in told)


KEY_WORDS = ("Accepted", "confidence", "Key:", "correct", "cell c", "data-marks")


@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(story=st.sampled_from(sorted(STORIES)), request=requests)
def test_no_sheet_holds_a_key_marker(story: str, request: Request) -> None:
    """No form of a sheet has the id of a claim, a confidence, or a word of the key."""
    made = making(story, request)
    if made is None:
        return
    texts = "".join(s.article.text + s.article.title for s in stored(story).sources)
    for form in ("markdown", "html", "table", "csv"):
        sheet = formats.sheet(made, form).decode()
        assert not re.search(r"\bc\d\d\b", sheet)
        for word in KEY_WORDS:
            assert word not in sheet or word in texts


@pytest.mark.parametrize("story", STORIES)
def test_unnamed_outlets_stay_unnamed(story: str) -> None:
    """An anonymous sheet has no outlet's name, address or file; its key has them all."""
    comparison = stored(story)
    made = make(comparison, Request(anonymous=True))
    text = "".join(formats.sheet(made, form).decode() for form in ("markdown", "html", "table"))
    for source in comparison.sources:
        assert not re.search(rf"\b{re.escape(source.article.outlet_name)}\b", text)
        assert source.article.file.rsplit("/", 1)[-1] not in text
        assert any(source.article.outlet_name in words for words in made.key.outlets.values())


def test_neither_place_nor_length_tells_the_answer() -> None:
    """Over many seeds the right one of several claims stands in every place, at any length."""
    places: Counter[int] = Counter()
    longest = total = 0
    for story in STORIES:
        for seed in range(12):
            made = make(stored(story), Request(seed=str(seed), kinds=("placement",), items=4))
            for _, _, question, answer in questions(made):
                sizes = [len(choice.text) for choice in question.choices]
                at = "abcdefgh".index(answer.accepted[0])
                places[at] += 1
                total += 1
                longest += sizes[at] == max(sizes)
    assert all(0.12 < places[n] / total < 0.4 for n in range(4)), places
    assert longest / total < 0.5


def test_metadata_tell_nothing(distractor: Distractor) -> None:
    """The properties of a document name no author, no day and no answer."""
    import io

    from docx import Document

    made = make(stored("han-blinken"), Request(), distractors=(distractor,))
    properties = Document(io.BytesIO(formats.sheet(made, "docx"))).core_properties
    assert (properties.author, properties.comments, properties.keywords) == ("", "", "")
    assert properties.created.year == 1980


def test_every_kind_occurs() -> None:
    """Every kind finds something to ask in at least one of the stories."""
    tasks = {t.kind for story in STORIES for t in make(stored(story), ALL).sheet.tasks}
    for kind in set(KINDS) - tasks:
        assert any(making(story, Request(kinds=(kind,))) for story in STORIES), kind
