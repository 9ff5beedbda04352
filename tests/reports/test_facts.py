"""Key facts of a story: values in words, the table in every shape, the limit, the JSON."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import html

import compare
from compare.cli import run
from compare.exercises import Request, make
from compare.exercises.formats import docx
from compare.model import Comparison, Discrepancy, Entity, Fact, FactRow, Side, Source, Value
from compare.model.facts import FACT_KINDS
from compare.reports import markdown, terminal
from compare.reports.assemble import story_document
from compare.reports.blocks import Display, Text
from compare.reports.columns import display_width
from compare.reports.contract import to_json
from compare.reports.facts import fact_blocks
from compare.reports.page import blocks_page
from compare.reports.report import render, story_report
from compare.reports.story import story_blocks
from compare.reports.story_page import story_page
from compare.reports.values import date_words, naming, value_of, value_words
from compare.reports.words import LANGUAGES, catalogue, speaking
from tests import made
from tests.exercises.frozen import stored as exercise_story

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "compare.story.2.json"
UNITS = Path(compare.__file__).parent / "resources" / "data" / "units.toml"
EXPECTED = """\
Key facts
─────────

     fact              wire                    post                    ribao             shibao
---  ----------------  ----------------------  ----------------------  ----------------  ------------
f01  signing · when    18 Sept 2023            ≠ 19 Sept 2023          18 Sept 2023      18 Sept 2023

f02  guests            about 300 people        ~ 290 people            about 300 people  300 people
     — rounding

f03  signing · where   Oslo                    Oslo                    Oslo              –

f04  signing · who     Ana Ruiz                Ana Ruiz                Ana Ruiz          –

f05  talks · how long  12 hours                –                       –                 ~ 0.5 days
     — precision

f06  pledge            2.5 million US dollars  2.5 million US dollars  –                 –

f07  bill · outcome    passed                  –                       通过              –

f08  死者 (zh-Hant)    –                       –                       –                 3 people

≠ contradicts another source, ~ differs, but both can be right, – none found
"""  # noqa: E501 -- as wide as the terminal
TEXTS = {
    "wire": "The pact was signed in Oslo on 18 September by Ana Ruiz after 12 hours. About 300 "
    "people came; 2.5 million dollars were pledged and 54.1% agreed. The bill passed.",
    "post": "Signed on 19 September in Oslo by Ruiz, the pact is worth 2.5 million dollars; 290 "
    "people came. The bill was rejected.",
    "ribao": "协议9月18日在奥斯陆签署，安娜·鲁伊斯出席，历时12小时，约300人到场。法案获得通过。",
    "shibao": "協議9月18日簽署，歷時半天，300人到場。死者三人。",
}


def fact(source: Source, kind: str, quote: str, value: Value, **more: Any) -> Fact:
    """A fact that `quote` of the body states."""
    start = source.article.text.index(quote)
    span = (start, start + len(quote))
    where = ("body", *span, value, (0, len(source.article.text)))
    return Fact(source.article.id, kind, *where, source.article.language, **more)


def row(number: int, kind: str, label: str, cells: dict[str, Fact], **more: Any) -> FactRow:
    """A row whose label is the same in the three languages but for its sign of the language."""
    labels = {tag: {"en": label}.get(tag, f"{label}词") for tag in LANGUAGES} if label else {}
    held: dict[str, tuple[Fact, ...]] = {source: (one,) for source, one in cells.items()}
    return FactRow(
        f"f{number:02d}",
        kind,
        labels,
        more.pop("words", ""),
        more.pop("language", ""),
        held,
        **more,
    )


@pytest.fixture
def signing() -> Comparison:
    """A pact in four sources and three languages: contradicted, compatible and own words."""
    languages = {"ribao": "zh-Hans", "shibao": "zh-Hant"}
    articles = [
        made.article(n, t, language=languages.get(n, "en"), title=n) for n, t in TEXTS.items()
    ]
    wire, post, ribao, shibao = sources = tuple(map(made.source, articles))
    first, second = Value("2023-09-18", 738781, 738781), Value("2023-09-19", 738782, 738782)
    about, people = Value("300 person", 255, 345, "person", "about"), "number"
    when, where, who = ("signing", "signing", "signing")
    long, dollars = Value("12 hour", unit="hour"), Value("2500000 USD", unit="USD")
    rows = (
        row(
            1,
            "date",
            when,
            {
                "wire": fact(
                    wire,
                    "date",
                    "18 September",
                    first,
                    scopes=frozenset({"early", "before"}),
                    as_of=date(2023, 9, 18),
                ),
                "post": fact(post, "date", "19 September", second),
                "ribao": fact(ribao, "date", "9月18日", first),
                "shibao": fact(shibao, "date", "9月18日", first),
            },
            verdict="conflict",
            odd=("post",),
        ),
        row(
            2,
            people,
            "guests",
            {
                "wire": fact(wire, people, "About 300", about),
                "post": fact(post, people, "290", Value("290 person", 290, 290, "person")),
                "ribao": fact(ribao, people, "约300人", about),
                "shibao": fact(shibao, people, "300人", Value("300 person", unit="person")),
            },
            verdict="compatible",
            reason="rounding",
            odd=("post",),
        ),
        row(
            3,
            "place",
            where,
            {
                "wire": fact(wire, "place", "Oslo", Value("loc:oslo")),
                "post": fact(post, "place", "Oslo", Value("loc:oslo")),
                "ribao": fact(ribao, "place", "奥斯陆", Value("loc:oslo")),
            },
        ),
        row(
            4,
            "person",
            who,
            {
                "wire": fact(wire, "person", "Ana Ruiz", Value("per:ruiz")),
                "post": fact(post, "person", "Ruiz", Value("per:ruiz")),
                "ribao": fact(ribao, "person", "安娜·鲁伊斯", Value("per:ruiz")),
            },
        ),
        row(
            5,
            "duration",
            "talks",
            {
                "wire": fact(wire, "duration", "12 hours", long),
                "shibao": fact(shibao, "duration", "半天", Value("0.5 day", unit="day")),
            },
            verdict="less exact",
            reason="precision",
            odd=("shibao",),
        ),
        row(
            6,
            "money",
            "pledge",
            {
                "wire": fact(wire, "money", "2.5 million dollars", dollars),
                "post": fact(post, "money", "2.5 million dollars", dollars),
            },
        ),
        row(
            7,
            "outcome",
            "bill",
            {
                "wire": fact(wire, "outcome", "passed", Value("approve")),
                "ribao": fact(ribao, "outcome", "通过", Value("approve")),
            },
        ),
        row(
            8,
            "number",
            "",
            {"shibao": fact(shibao, "number", "三人", Value("3 person", unit="person"))},
            words="死者",
            language="zh-Hant",
        ),
    )
    story = replace(
        made.story(*articles, slug="pact"),
        entities=(Entity("loc:oslo", "Oslo", "LOC", {"zh-Hans": "奥斯陆", "zh-Hant": "奧斯陸"}),),
    )
    return Comparison(story, sources, (), facts=rows)


@pytest.fixture
def crowded(signing: Comparison) -> Comparison:
    """The same facts with six more sources that give the first of them alone."""
    wire = signing.sources[0]
    more = tuple(replace(wire, document=wire.document, id=f"gazette-{n}") for n in range(6))
    first = signing.facts[0]
    cells = first.cells | {source.id: first.cells["wire"] for source in more}
    facts = (replace(first, cells=cells), *signing.facts[1:])
    return replace(signing, sources=(*signing.sources, *more), facts=facts)


def many(signing: Comparison, count: int) -> Comparison:
    """The same story with `count` facts."""
    first = signing.facts[0]
    facts = tuple(replace(first, id=f"f{n:02d}", labels={"en": f"act {n}"}) for n in range(count))
    return replace(signing, facts=facts)


def table(found: Comparison, width: int, most: int | None = 12) -> str:
    """The section as a terminal shows it."""
    return terminal.render(fact_blocks(found, most), Display(width))


def said_of(kind: str, value: Value, tag: str = "en", **more: Any) -> str:
    """A value in words, in one language."""
    wire = made.source(made.article("wire", "It passed.", language="en"))
    one = fact(wire, kind, "passed", value, **more)
    found = Comparison(made.story(wire.article), (wire,), (), facts=(row(1, kind, "x", {}),))
    with speaking(tag):
        return value_of(one, naming(found)).text


def test_table_at_120_columns(signing: Comparison) -> None:
    """Facts by sources with signs, reasons, dashes and a legend, letter for letter."""
    assert table(signing, 120) == EXPECTED


def test_markdown_has_the_table(signing: Comparison) -> None:
    """Markdown holds the same cells in a table of its own."""
    text = markdown.render(fact_blocks(signing), Display())
    assert text.startswith("## Key facts\n\n|  | fact | wire | post | ribao | shibao |\n")
    assert "| f02 | guests<br>— rounding | about 300 people | \\~ 290 people |" in text


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(
    signing: Comparison, crowded: Comparison, tag: str, width: int
) -> None:
    """Four sources and ten fit every width, in every language."""
    with speaking(tag):
        for found in (signing, crowded):
            lines = table(found, width).split("\n")
            assert [line for line in lines if display_width(line) > width] == []


def test_many_sources_get_letters_and_several_tables(crowded: Comparison) -> None:
    """Ten sources at 80 columns stand under letters, in tables that repeat what the fact is."""
    text = table(crowded, 80)
    assert "Columns: A wire, B post, C ribao, D shibao, E gazette-0" in text
    assert text.count("signing · when") == 2
    assert "≠ 19 Sept\n" in text or "≠ 19 Sept " in text


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        (
            "en",
            ["Key facts", "signing · when", "≠ 19 Sept 2023", "~ 290 people", "about 300 people",
             "12 hours", "2.5 million US dollars", "Ana Ruiz", "死者 (zh-Hant)", "— rounding",
             "≠ contradicts another source"],
        ),
        (
            "zh-Hans",
            ["关键事实", "signing词 · 哪一天", "≠ 2023年9月19日", "~ 290人", "约300人", "12小时",
             "250万美元", "安娜·鲁伊斯", "死者（zh-Hant）", "— 取整", "≠ 与其他来源矛盾"],
        ),
        (
            "zh-Hant",
            ["關鍵事實", "signing词 · 哪一天", "≠ 2023年9月19日", "~ 290人", "約300人", "12小時",
             "250萬美元", "奧斯陸", "死者", "— 取整", "≠ 與其他來源矛盾"],
        ),
    ],
)  # fmt: skip
def test_each_language_has_its_words(signing: Comparison, tag: str, shown: list[str]) -> None:
    """Headings, kinds, values, units, reasons and the legend are in the reader's language."""
    with speaking(tag):
        text = table(signing, 200)
    assert [words for words in shown if words not in text] == []


def test_a_name_is_said_by_identity(signing: Comparison) -> None:
    """Every source's cell has one name: the story's own, else the longest in the language."""
    blocks = fact_blocks(signing)
    cells = {r[1].text: [c.text for c in r[2:]] for r in blocks[1].rows}  # type: ignore[union-attr]
    assert cells["signing · where"] == ["Oslo", "Oslo", "Oslo", "–"]
    assert cells["signing · who"] == ["Ana Ruiz", "Ana Ruiz", "Ana Ruiz", "–"]


def test_a_name_that_the_language_lacks_stays_as_written(signing: Comparison) -> None:
    """Without a name in the reader's language the article's characters stand, with their tag."""
    person = signing.facts[3]
    only = replace(person, cells={"ribao": person.cells["ribao"]})
    blocks = fact_blocks(replace(signing, facts=(only,)))
    assert Text("安娜·鲁伊斯", language="zh-Hans") in blocks[1].rows[0]  # type: ignore[union-attr]


def test_outcomes_stand_in_the_words_of_the_article(signing: Comparison) -> None:
    """An outcome is shown as the article has it, marked as being in another language."""
    cells = fact_blocks(signing)[1].rows[6][2:]  # type: ignore[union-attr]
    assert cells[0] == Text("passed")
    assert cells[2] == Text("通过", language="zh-Hans")


def test_script_converts_the_article_s_words(signing: Comparison) -> None:
    """--script converts what the table takes from articles."""
    text = terminal.render(fact_blocks(signing), Display(120, script="hant"))
    assert "通過" in text


def test_without_differences_there_is_no_legend(signing: Comparison) -> None:
    """The legend stands only where a sign does, and names only those that occur."""
    same = replace(signing, facts=signing.facts[2:4])
    assert not any(sign in table(same, 120) for sign in "≠~")
    assert "none found" not in table(same, 120)
    other = table(replace(signing, facts=signing.facts[1:2]), 120)
    assert "~ differs, but both can be right, – none found" in other
    assert "≠" not in other


def test_where_nobody_is_odd_all_are_marked(signing: Comparison) -> None:
    """A conflict in which no value is that of most marks each of them."""
    split = replace(signing.facts[0], odd=())
    assert table(replace(signing, facts=(split,)), 120).count("≠ 1") == 4


def test_only_colour_differs_on_a_colour_terminal(signing: Comparison) -> None:
    """A contradicting value is red and bold, and its sign stands there without colour too."""
    text = terminal.render(fact_blocks(signing), Display(120, colour=True))
    assert "\x1b[1;31m≠ 19 Sept 2023\x1b[0m" in text


def test_no_facts_print_nothing(comparison: Comparison) -> None:
    """A comparison without facts has no such section in any shape."""
    assert fact_blocks(comparison) == []
    assert 'id="facts"' not in story_page(comparison)
    assert "Key facts" not in terminal.render(story_blocks(comparison), Display(80))


def test_order_of_the_sections(comparison: Comparison, signing: Comparison) -> None:
    """What differs stands right behind the head, then key facts, then everything else."""
    cells = {"harbourwire": signing.facts[0].cells["wire"]}
    held = replace(comparison, facts=(replace(signing.facts[0], cells=cells, odd=()),))
    heads = [b.text for b in story_blocks(held) if type(b).__name__ == "Heading"]  # type: ignore[union-attr]
    assert heads[1:3] == ["Discrepancies", "Key facts"]
    assert heads[3].endswith("what became of it")
    page = html.document_fromstring(story_page(held))
    sections = [node.get("id") for node in page.iter("section")]
    assert sections[:6] == ["discrepancies", "facts", "readout", "added", "claims", "sources"]
    links = page.xpath("//nav[@class='contents']//a/@href")
    assert links == [f"#{name}" for name in sections]


@pytest.mark.parametrize(("most", "rows"), [(12, 12), (3, 3), (None, 14)])
def test_limit_and_what_is_left_out(signing: Comparison, most: int | None, rows: int) -> None:
    """So many rows are shown; a line says how many there are more and how to see them."""
    text = table(many(signing, 14), 120, most)
    assert text.count("· when") == rows
    line = (
        f"Key facts not shown: {14 - rows} of 14; compare story pact --facts all shows every one."
    )
    assert (line in text) == (rows < 14)


def test_every_shape_takes_the_limit(signing: Comparison) -> None:
    """Table, Markdown and page show twelve facts, or as many as are asked for; the JSON has all."""
    found = many(signing, 14)
    shape = {"table": "· when", "markdown": "· when", "html": '<tr id="fact-'}
    for form, sign in shape.items():
        for most, shown in ((12, 12), (2, 2), (None, 14)):
            whole = story_report(found, "original", quotes=False, facts=most)
            assert render(whole, form, Display(120), 2).count(sign) == shown
        assert compare.report(found, form).count(sign) == 12
    assert len(json.loads(compare.report(found, "json"))["facts"]) == 14


@pytest.mark.parametrize("words", ["0", "-1", "some"])
def test_command_refuses_what_is_no_number(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """--facts takes a number from 1, or all."""
    assert run(["story", "x", "--facts", words]) == 2
    assert "--facts" in capsys.readouterr().err


def test_json_has_a_cell_for_every_source(signing: Comparison) -> None:
    """The JSON follows its schema: every source has a key, and quotes slice back."""
    document = json.loads(to_json(story_document(signing)))
    jsonschema.validate(document, json.loads(SCHEMA.read_text("utf-8")))
    texts = {source.id: source.article.text for source in signing.sources}
    for one in document["facts"]:
        assert list(one["cells"]) == list(texts)
        for source, facts in one["cells"].items():
            for held in facts:
                assert texts[source][held["start"] : held["end"]] == held["quote"]
    first = document["facts"][0]
    assert (first["kind"], first["verdict"], first["odd"]) == ("date", "conflict", ["post"])
    assert document["facts"][2]["cells"]["shibao"] == []
    assert first["cells"]["wire"] == [
        {
            "value": "2023-09-18",
            "unit": "",
            "precision": "exact",
            "low": 738781.0,
            "high": 738781.0,
            "quote": "18 September",
            "part": "body",
            "start": 31,
            "end": 43,
            "paragraph": 0,
            "predicate": "",
            "about": [],
            "scopes": ["before", "early"],
            "as_of": "2023-09-18",
            "giver": None,
            "negated": False,
            "modality": "said",
        }
    ]


def test_schema_refuses_an_unknown_verdict(signing: Comparison) -> None:
    """Words that the contract does not know do not validate; the older contract has no facts."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    document = json.loads(to_json(story_document(signing)))
    document["facts"][0]["verdict"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, schema)
    assert "facts" not in json.loads(to_json(story_document(signing), 1))
    assert "FactDoc" not in SCHEMA.with_name("compare.story.1.json").read_text("utf-8")


def test_page_has_a_table_with_heads(signing: Comparison) -> None:
    """On the page rows and columns have heads with a scope, signs stand as text, and each value
    leads to the words of the article that state it.
    """
    page = html.document_fromstring(story_page(signing))
    section = page.get_element_by_id("facts")
    heads = [node.text_content() for node in section.xpath(".//th[@scope='col']")]
    assert heads == ["fact", "wire", "post", "ribao", "shibao"]
    assert len(section.xpath(".//th[@scope='row']")) == len(signing.facts)
    odd = section.xpath(".//td[@class='contrary']")
    assert [" ".join(node.text_content().split()) for node in odd] == ["≠ 19 Sept 2023"]
    assert section.xpath(".//th//bdi[@lang='zh-Hant']")[0].text == "死者"
    assert section.xpath(".//td//bdi[@lang='zh-Hans']")[0].text == "通过"
    given = [one for r in signing.facts for facts in r.cells.values() for one in facts]
    targets = section.xpath(".//td/a/@href")
    assert len(targets) == len(given)
    for target in targets:
        assert page.get_element_by_id(target[1:]).text_content()


def test_blocks_are_the_same_in_a_plain_page(signing: Comparison) -> None:
    """The blocks drawn as a plain page have the table too."""
    page = html.document_fromstring(blocks_page(fact_blocks(signing)))
    heads = page.xpath("//table//th[@scope='col']")
    assert [head.text for head in heads] == [None, "fact", "wire", "post", "ribao", "shibao"]


def test_word_document_has_the_table(signing: Comparison) -> None:
    """Drawn as a Word document, the blocks are a heading and a table with every cell."""
    reader = pytest.importorskip("docx")
    sheet = make(exercise_story("han-blinken"), Request()).sheet
    written = reader.Document(io.BytesIO(docx.document(fact_blocks(signing), sheet)))
    rows = [[cell.text for cell in r.cells] for r in written.tables[0].rows]
    assert rows[0] == ["", "fact", "wire", "post", "ribao", "shibao"]
    assert rows[1][:2] == ["f01", "signing · when"]
    assert rows[1][2:] == ["18 Sept 2023", "≠ 19 Sept 2023", *["18 Sept 2023"] * 2]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2023-09-18", ["18 Sept 2023", "2023年9月18日"]),
        ("2023-09", ["Sept 2023", "2023年9月"]),
        ("2023", ["2023", "2023年"]),
        ("2023-09-18/2023-09-20", ["18–20 Sept 2023", "2023年9月18日至20日"]),
        ("2023-07-01/2023-09-30", ["Jul – Sept 2023", "2023年7月至9月"]),
        ("2023-09-01/2023-09-30", ["Sept 2023", "2023年9月"]),
        ("2023-07/2023-09", ["Jul – Sept 2023", "2023年7月至9月"]),
        ("2023-02-30", ["2023-02-30", "2023-02-30"]),
        ("soon", ["soon", "soon"]),
        ("2023-09-18/soon", ["2023-09-18/soon", "2023-09-18/soon"]),
    ],
)
def test_dates_in_words(text: str, shown: list[str]) -> None:
    """Days, months, years and ranges as each language writes them; what is none stays."""
    found = []
    for tag in ("en", "zh-Hans"):
        with speaking(tag):
            found.append(" ".join(date_words(text).split()))
    assert found == shown


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("number", Value("41"), ["41", "41", "41"]),
        ("number", Value("1 ship", unit="ship"), ["1 ship", "1艘船", "1艘船"]),
        ("number", Value("12000"), ["12,000", "1.2万", "1.2萬"]),
        ("number", Value("12345"), ["12,345", "12,345", "12,345"]),
        ("number", Value("1234567"), ["1,234,567", "1,234,567", "1,234,567"]),
        ("number", Value("1.5e+12"), ["1.5 trillion", "1.5万亿", "1.5兆"]),
        ("number", Value("123450000"), ["123.45 million", "1.2345亿", "1.2345億"]),
        ("number", Value("-5.25 celsius", unit="celsius"),
         ["-5.25 °C", "-5.25摄氏度", "攝氏-5.25度"]),
        ("number", Value("7 gizmo", unit="gizmo"), ["7 gizmo", "7 gizmo", "7 gizmo"]),
        ("number", Value("lots"), ["lots", "lots", "lots"]),
        ("number", Value("4 person", 3, 5, "person", "about"),
         ["3 to 5 people", "3至5人", "3至5人"]),
        ("number", Value("6 person", 3, 9, "person", "several"),
         ["several (3 to 9 people)", "若干（3至9人）", "若干（3至9人）"]),
        ("number", Value("6 person", None, None, "person", "several"),
         ["several (6 people)", "若干（6人）", "若干（6人）"]),
        ("number", Value("300", 300, 450, "", "at least"), ["at least 300", "至少300", "至少300"]),
        ("number", Value("300", 0, 300, "", "at most"), ["at most 300", "至多300", "至多300"]),
        ("money", Value("2500000 USD", unit="USD", precision="rounded"),
         ["2.5 million US dollars", "250万美元", "250萬美元"]),
        ("duration", Value("1 hour"), ["1 hour", "1小时", "1小時"]),
        ("share", Value("54.1 percent", unit="percent"), ["54.1%", "54.1%", "54.1%"]),
        ("share", Value("0.666666666667 share", unit="share"), ["2/3", "2/3", "2/3"]),
        ("share", Value("0.541 share", unit="share"), ["54.1%", "54.1%", "54.1%"]),
        ("score", Value("3-1"), ["3-1", "3-1", "3-1"]),
        ("score", Value("6-3 7-6 6-2"), ["6-3, 7-6, 6-2"] * 3),
        ("time", Value("08:15"), ["08:15", "08:15", "08:15"]),
        ("time", Value("08:15 Beijing"), ["08:15 (Beijing)", "08:15（北京）", "08:15（北京）"]),
        ("time", Value("08:15", unit="台北"), ["08:15 (Taipei)", "08:15（台北）", "08:15（臺北）"]),
        ("time", Value("08:15", unit="MSK"), ["08:15 (MSK)", "08:15（MSK）", "08:15（MSK）"]),
        ("time", Value("08:15", basis="either half"),
         ["08:15 or 20:15", "08:15或20:15", "08:15或20:15"]),
        ("time", Value("12:30", basis="either half", precision="about"),
         ["about 00:30 or 12:30", "约00:30或12:30", "約00:30或12:30"]),
        ("time", Value("25:00"), ["25:00", "25:00", "25:00"]),
        ("role", Value("chair"), ["passed", "passed", "passed"]),
        ("outcome", Value("not approve"), ["not: passed", "并非：passed", "並非：passed"]),
    ],
)  # fmt: skip
def test_values_in_words(kind: str, value: Value, shown: list[str]) -> None:
    """Numbers, units, hours, shares, scores and precision in the three languages."""
    assert [said_of(kind, value, tag) for tag in LANGUAGES] == shown


def test_what_is_denied_is_said_to_be(signing: Comparison) -> None:
    """A value that the article denies never looks like one that it gives."""
    assert said_of("number", Value("3"), negated=True) == "3 (denied)"
    assert said_of("number", Value("3"), "zh-Hant", negated=True) == "3（被否認）"


def test_an_article_that_is_not_there_leaves_the_value(signing: Comparison) -> None:
    """A fact of an article outside the story is shown by its canonical value."""
    lost = replace(signing.facts[6].cells["wire"][0], article="elsewhere")
    assert value_of(lost, naming(signing)).text == "approve"


def test_every_known_unit_and_kind_has_words() -> None:
    """Units of the table of units, and kinds that a head names, are in the catalogues."""
    import tomllib

    tables = tomllib.loads(UNITS.read_text("utf-8"))
    units = {unit for held in tables["kinds"].values() for unit in held} | set(tables["base"])
    known = catalogue("en")
    shown_as_parts = {"", "share"}
    assert {u for u in units - shown_as_parts if f"unit.{u}" not in known} == set()
    plain = {"number", "money", "share", "score"}
    assert {k for k in set(FACT_KINDS) - plain if f"fact_kind.{k}" not in known} == set()


def test_control_characters_are_shown(signing: Comparison) -> None:
    """What an article's own words hold cannot steer the terminal or the page."""
    nasty = replace(signing.facts[7], words="a\x1b]0;b\u202e<script>")
    found = replace(signing, facts=(nasty,))
    assert r"a\x1b]0;b\u202e<script>" in table(found, 120)
    assert "<script>alert" not in story_page(found)
    assert "&lt;script&gt;" in story_page(found)


def test_discrepancies_come_first_without_facts_too(comparison: Comparison) -> None:
    """The discrepancies stand before the claims when there are no facts."""
    found: tuple[Discrepancy, ...] = comparison.discrepancies
    text = terminal.render(story_blocks(comparison), Display(80))
    assert found
    assert text.index("Discrepancies\n") < text.index("Claims by source\n")


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        ("7 month", "en", "7 months"),
        ("1 month", "en", "1 month"),
        ("4800000", "en", "4.8 million"),
        ("7 month", "zh-Hans", "7个月"),
        ("certain", "en", "certain"),
        ("2023-09-19", "en", "19 Sept 2023"),
        ("per:ana-duarte", "en", None),
    ],
)
def test_the_value_of_a_side_is_in_words(value: str, language: str, words: str | None) -> None:
    """An amount as the reader's language writes it, a date likewise, an identity not at all."""
    with speaking(language):
        assert value_words(Side("wire", "", "", value, "body", 0, 0)) == words
