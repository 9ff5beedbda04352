"""Every format by a reader of it: structure, answers, determinism."""

from __future__ import annotations

import csv
import io
import json
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from compare.errors import UsageError
from compare.exercises import Exercise, Request, formats, make
from compare.exercises.formats import lms
from compare.exercises.formats.pages import proof
from compare.exercises.marking import from_json, to_json
from compare.exercises.parts import Answer
from compare.reports.words import speaking
from tests.exercises.frozen import ALL, STORIES, stored

SCHEMAS = Path(__file__).parent / "schemas"
NASTY = "</p><script>alert(1)</script>\x00 =1+1 ~ # {x} : \\ | * `c`"


@pytest.fixture(scope="module")
def made() -> Exercise:
    """The exercise of the first story."""
    return make(stored("han-blinken"), ALL)


def scored(made: Exercise) -> dict[str, Answer]:
    """Question -> its scored answer."""
    return {answer.id: answer for answer in made.key.answers if answer.scored}


def read(data: bytes) -> io.StringIO:
    """A table as text, without its byte order mark."""
    return io.StringIO(data.decode("utf-8-sig"))


@pytest.mark.parametrize("form", ["html", "markdown", "docx", "gift", "moodle", "qti", "csv"])
def test_one_seed_gives_the_same_bytes(form: str) -> None:
    """Two runs with one request write identical files, and another variant does not."""
    first, again, other = (
        formats.files(make(stored("oslo-talks"), request), form, Path("x.out"))
        for request in (Request(), Request(), Request(variant="B"))
    )
    assert first == again
    assert first != other


def test_a_sheet_of_all_kinds_takes_less_than_two_seconds() -> None:
    """Sheet and key of every kind as HTML are made in under two seconds."""
    start = time.perf_counter()
    formats.files(make(stored("han-blinken"), ALL), "html", Path("x.html"))
    assert time.perf_counter() - start < 2


def test_variants_ask_the_same_in_another_order() -> None:
    """Variants A, B and C have the same claims and passages, and differ in order."""
    sheets = [make(stored("han-blinken"), replace(ALL, variant=v)).sheet for v in "ABC"]

    def asked(n: int) -> list[tuple[str, list[tuple[str, ...]]]]:
        return [
            (
                t.kind,
                [
                    (r.text, *(q.text for q in r.quoted), *(q.prompt for q in r.questions))
                    for r in t.rows
                    if not r.discussion
                ],
            )
            for t in sheets[n].tasks
        ]

    a, b, c = asked(0), asked(1), asked(2)
    assert [(k, sorted(rows)) for k, rows in a] == [(k, sorted(rows)) for k, rows in b]
    assert a != b != c


def parsed(text: str) -> list[Any]:
    """The questions that a parser made for GIFT finds in a file."""
    import locale
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of the parser's own imports
        locale.setlocale(locale.LC_ALL, "C.UTF-8")
        parser = pytest.importorskip("pygiftparser.parser")
        found: list[Any] = parser.parseFile(io.StringIO(text))
    return found


def rendered(text: str) -> list[str]:
    """What a browser shows of HTML in GIFT, a string a paragraph."""
    from pygiftparser.utils import htmlRendering

    tree = html.fragment_fromstring(htmlRendering(text).replace("\\\\", "\\"), create_parent="div")
    assert {element.tag for element in tree.iter()} <= {"div", "p"}
    return [p.text_content() for p in tree.findall("p")] or [tree.text_content()]


def test_gift_is_read_by_a_parser_made_for_it(made: Exercise) -> None:
    """Every question of the GIFT file parses, and its right answers are the key's."""
    found = parsed(formats.sheet(made, "gift").decode())
    assert all(question.valid for question in found)
    asked = [q for q in found if type(q.answers).__name__ in ("MultipleChoiceSet", "SelectSet")]
    assert len(asked) == len(scored(made))
    for question, answer in zip(asked, scored(made).values(), strict=True):
        right = [a.answer.strip() for a in question.answers.answers if a.fraction == 100]
        assert len(right) == len(answer.accepted)


def test_gift_shows_the_characters_of_an_article(made: Exercise) -> None:
    """Texts are descriptions to read, and all that stands in the file is shown as it was written:
    markup of an article, GIFT's own marks, and what looks like a format or a weight.
    """
    said = r"<b>not</b> & <bridge> &amp; x = {a} ~ b: #1 -> C:\data"
    row = made.sheet.tasks[1].rows[0]
    heads = ("%50% of it", "[plain] words", "[1] A note", "=SUM(A1)")
    choices = tuple(
        replace(choice, text=f"{head} <b>not</b> & ~ {{b}}: #1 -> x = y")
        for choice, head in zip(row.questions[0].choices, heads, strict=False)
    )
    question = replace(row.questions[0], choices=choices)
    task = replace(made.sheet.tasks[1], rows=(replace(row, text=said, questions=(question,)),))
    first = made.sheet.texts[0]
    text = replace(first, passages=(replace(first.passages[0], text=said),))
    sheet = replace(made.sheet, title=f"{said} and/or", tasks=(task,), texts=(text,))
    file = formats.sheet(replace(made, sheet=sheet), "gift").decode()
    # a category is a path: Moodle undoes no escape in it but that of the backslash
    assert r"$CATEGORY: <b>not<//b> & <bridge> &amp; x = {a} ~ b: #1 -> C:\\data and//or" in file
    described, asked = parsed(file)
    assert type(described.answers).__name__ == "Description"
    assert (described.markup, asked.markup) == ("html", "html")
    assert rendered(described.text)[-1] == f"{first.passages[0].place} {said}"
    assert said in rendered(asked.text)
    shown = [rendered(a.answer) for a in asked.answers.answers]
    assert shown == [[choice.text] for choice in choices]
    assert all(a.fraction in (0, 100) for a in asked.answers.answers)


def test_moodle_xml_keeps_to_its_schema(made: Exercise) -> None:
    """The quiz validates, and the choices with the full fraction are the accepted ones."""
    tree = etree.fromstring(formats.sheet(made, "moodle"))
    etree.XMLSchema(etree.parse(SCHEMAS / "moodle.xsd")).assertValid(tree)
    asked = tree.findall("question[@type='multichoice']")
    assert len(asked) == len(scored(made))
    for question, answer in zip(asked, scored(made).values(), strict=True):
        fractions = [a.get("fraction") for a in question.findall("answer")]
        right = ["abcdefghijklm"[n] for n, share in enumerate(fractions) if share == "100"]
        assert tuple(right) == answer.accepted


@pytest.mark.parametrize("story", STORIES)
def test_qti_keeps_to_its_schema(story: str) -> None:
    """Items and test validate, the manifest names every file, and the mapping is the key."""
    exercise = make(stored(story), ALL)
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "qti.xsd"))
    space = {"q": lms.QTI, "p": lms.PACKAGE}
    with zipfile.ZipFile(io.BytesIO(formats.sheet(exercise, "qti"))) as archive:
        assert archive.testzip() is None
        files = {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}
    manifest = files.pop("imsmanifest.xml")
    assert set(manifest.xpath("//p:file/@href", namespaces=space)) == set(files)
    marks = set(manifest.xpath("//p:resource/@identifier", namespaces=space))
    assert set(manifest.xpath("//p:dependency/@identifierref", namespaces=space)) < marks
    for tree in files.values():
        schema.assertValid(tree)
    for answer in scored(exercise).values():
        tree = files[f"items/q{answer.id.replace('.', '_')}.xml"]
        assert tuple(tree.xpath("//q:mapEntry/@mapKey", namespaces=space)) == answer.accepted


def test_csv_has_every_question_and_citation(made: Exercise) -> None:
    """The tables read back: questions without answers, and the key with exact spans."""
    asked = list(csv.DictReader(read(formats.sheet(made, "csv"))))
    assert {row["question"] for row in asked} >= set(scored(made))
    assert "accepted" not in asked[0]
    keyed = list(csv.DictReader(read(formats.key(made, "csv"))))
    articles = {s.id: s.article for s in stored("han-blinken").sources}
    for row in keyed:
        if row["scored"] == "yes":
            text = articles[row["source"]].part(row["part"])
            assert text[int(row["start"]) : int(row["end"])] == row["quote"].removeprefix("'")
    head = read(formats.files(made, "csv", Path("x.csv"))[2][1]).read().strip().split(",")
    assert head[:2] == ["row", "sheet"]
    every = [q.id for some in made.key.variants.values() for q in some if q.accepted]
    assert set(scored(made)) < set(head[2:]) == set(every)
    assert len(head[2:]) == len(set(head[2:]))


def test_word_document_has_real_headings_and_tables(made: Exercise) -> None:
    """The DOCX opens, with styled headings, a grid with a header row, on the paper asked for."""
    import docx as reader

    large = make(stored("han-blinken"), replace(ALL, paper="letter", large=True))
    document = reader.Document(io.BytesIO(formats.sheet(large, "docx")))
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert any(text.startswith("Task 1.") for text in heads)
    assert document.tables[0].cell(0, 1).text == "Claim"
    assert round(document.sections[0].page_width.mm) == 216
    assert document.styles["Normal"].font.size.pt == 18
    keyed = reader.Document(io.BytesIO(formats.key(made, "docx")))
    items = [p.text for p in keyed.paragraphs if p.style.name == "List Bullet"]
    assert any(text.startswith("1.1A ") for text in items)


def test_foreign_text_stays_text(made: Exercise) -> None:
    """Markup, formulas and control characters of an article do nothing in any format."""
    task = made.sheet.tasks[1]
    rows = (replace(task.rows[0], text=NASTY), *task.rows[1:])
    tasks = (made.sheet.tasks[0], replace(task, rows=rows), *made.sheet.tasks[2:])
    nasty = replace(made, sheet=replace(made.sheet, title=NASTY, tasks=tasks))
    page = html.document_fromstring(formats.sheet(nasty, "html"))
    assert not page.xpath("//script")
    etree.fromstring(formats.sheet(nasty, "moodle"))
    formats.sheet(nasty, "qti")
    formats.sheet(nasty, "docx")
    assert "\\=1+1 \\~ \\# \\{x\\}" in formats.sheet(nasty, "gift").decode()
    assert "<script>" not in formats.sheet(nasty, "markdown").decode()
    assert "\x00" not in formats.sheet(nasty, "table").decode()


def test_page_is_sealed_and_self_marking_holds_only_hashes(made: Exercise) -> None:
    """The policy admits no foreign code; the page that marks itself has hashes for answers."""
    plain, marking = (formats.sheet(made, "html", self_marking=on).decode() for on in (False, True))
    assert "script-src &#39;none&#39;" in plain
    assert "data-marks" not in plain
    tree = html.document_fromstring(marking)
    marks = json.loads(tree.get_element_by_id("marks").get("data-marks"))
    assert set(marks) == set(scored(made))
    for name, answer in scored(made).items():
        hashes = {proof(made.sheet.code, name, letter) for letter in answer.accepted}
        assert set(marks[name]) == hashes
    fields = tree.xpath("//select")
    assert all(field.get("aria-label") for field in fields)
    assert {field.get("name") for field in fields} >= set(marks)


def test_large_print_is_large(made: Exercise) -> None:
    """Large print sets a class that the print style enlarges."""
    large = make(stored("han-blinken"), Request(large=True))
    looks = [html.document_fromstring(formats.sheet(e, "html")).body for e in (large, made)]
    assert [look.get("class") for look in looks] == ["large a4", "a4"]


def test_key_survives_its_file(made: Exercise) -> None:
    """The machine's key reads back as it was written."""
    assert from_json(to_json(made.key).encode(), "x").answers == made.key.answers


def test_words_of_a_task_are_in_the_language_asked_for() -> None:
    """Instructions, choices and limits speak Chinese when asked to."""
    with speaking("zh-Hant"):
        sheet = make(stored("oslo-talks"), ALL).sheet
    assert sheet.language == "zh-Hant"
    assert sheet.tasks[0].title == "填表"


def test_platform_needs_something_to_score() -> None:
    """A sheet without scored questions cannot be written for a platform; the error says so."""
    open_only = make(stored("han-blinken"), Request(kinds=("brief",)))
    with pytest.raises(UsageError, match="nothing on this sheet can be scored"):
        formats.sheet(open_only, "gift")
