"""A table of answers as spreadsheets and Chinese input methods write it is marked, and one odd
cell costs that cell, not the student and not the class (SQLPage#528, zabbix-module-sqlexplorer#18).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from compare.cli import run
from compare.exercises.marking import to_json
from compare.exercises.parts import Answer, Key


def answer(name: str, *accepted: str) -> Answer:
    """An answer of four letters."""
    letters = tuple("abcd")
    return Answer(name, 1, accepted, accepted, letters, scored=True, citations=(), claims=("c01",))


KEY = Key("code-A", "Port", "en", (answer("1.1A", "a"), answer("1.2", "b"), answer("1.10", "c")))
PLAIN = "row,姓名,1.1A,1.2,1.10\n1,王小明,a,b,c\n2,李大同,d,b,a\n"


Marked = Callable[[bytes], tuple[int, str, str]]


@pytest.fixture
def marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Marked:
    """Exit code, report and remarks of `compare mark`."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def marked(data: bytes) -> tuple[int, str, str]:
        key, answers = tmp_path / "key.json", tmp_path / "answers.csv"
        key.write_text(to_json(KEY), "utf-8")
        answers.write_bytes(data)
        capfd.readouterr()
        code = run(["mark", str(key), str(answers)])
        return code, *capfd.readouterr()

    return marked


def table(*rows: str, head: str = "row,姓名,1.1A,1.2,1.10") -> str:
    """Rows below the head."""
    return "\n".join((head, *rows, ""))


A, B = "1,王小明,{},{},{}", "2,李大同,{},{},{}"
SAME = {
    "utf-8 with a mark": PLAIN.encode("utf-8-sig"),
    "carriage returns": PLAIN.replace("\n", "\r").encode(),
    "semicolons": PLAIN.replace(",", ";").encode("utf-8-sig"),
    "a sep line": ("sep=;\r\n" + PLAIN.replace(",", ";").replace("\n", "\r\n")).encode(),
    "a quoted sep line": ('"sep=,"\r\n' + PLAIN).encode("utf-8-sig"),
    "a sep line with tabs": ("SEP=\t\r\n" + PLAIN.replace(",", "\t")).encode("gb18030"),
    "gbk": PLAIN.encode("gbk"),
    "big5": PLAIN.encode("big5"),
    "big5 with full-width letters": table(
        A.format("Ａ", "Ｂ", "Ｃ"), B.format("ｄ", "ｂ", "ａ")
    ).encode("big5"),
    "utf-16 with tabs": PLAIN.replace(",", "\t").encode("utf-16"),
    "utf-16 big-endian": b"\xfe\xff" + PLAIN.encode("utf-16-be"),
    "utf-16 without a mark": PLAIN.replace(",", "\t").encode("utf-16-le"),
    "brackets": table(A.format("(a)", "B.", "c）"), B.format("（D）", "【b】", "[A]")).encode(),
    "full width": table(A.format("Ａ", "Ｂ．", "Ｃ、"), B.format("ｄ", "（ｂ）", "Ａ：")).encode(),
    "spaces": table(A.format(" a ", "\u3000b", "C\u00a0"), B.format("d ", " b", "a")).encode(),
    "marks around": table(A.format("√A", "*b*", "c\u200b"), B.format("d!", "b/", "答：A")).encode(),
    "circles": table(A.format("ⓐ", "Ⓑ", "⒞"), B.format("d", "b", "a")).encode(),
    "a letter with its words": table(
        A.format("a) Reuters", "B. 新华社", "c：两者"), B.format("D、都没有", "b", "a")
    ).encode(),
    "quotes": table(A.format("'a", '"""b"""', "“c”"), B.format("d", "b", "a")).encode(),
    "a full-width head": PLAIN.replace("1.1A,1.2", "１．１Ａ, 1.2 ").encode(),
    "columns of the school": table(
        "x,1,王小明,a,b,c,70", "y,1,李大同,d,b,a,", head="学籍,班,姓名,1.1A,1.2,1.10,总分"
    ).encode("gbk"),
    "empty rows and columns": (PLAIN.replace("\n", ",,\n") + ",,,,,,\n\n").encode(),
    "a head that became numbers": table(
        A.format("a", "b", "c"), B.format("d", "b", "a"), head="row,姓名,1.1A,1.2,1.1"
    ).encode(),
}


@pytest.mark.parametrize("name", list(SAME))
def test_every_way_to_save_gives_the_same_marks(marked: Marked, name: str) -> None:
    """The table has the scores of the same table in plain UTF-8, and nothing is remarked."""
    wanted = marked(PLAIN.encode())
    assert wanted[0] == 0
    assert "| 2 | 1 | 3 |" in wanted[1]
    assert marked(SAME[name]) == wanted


ODD = ["z", "A, C", "ac", "?", "七", "3", "是", "1月2日", "#REF!", "-", "a b", "N/A"]


@pytest.mark.parametrize("cell", ODD)
def test_an_odd_cell_costs_that_cell(marked: Marked, cell: str) -> None:
    """The cell counts as not answered, is named, and every other mark stays."""
    data = table(A.format(f'"{cell}"', "b", "c"), B.format("d", "b", "a"))
    code, report, remarks = marked(data.encode())
    assert "| 1 | 2 | 3 | 67% | 1 |" in report
    assert "| 2 | 1 | 3 | 33% | 0 |" in report
    assert code == 1
    assert cell in remarks
    assert "1.1A" in remarks
    assert "王小明" not in report + remarks


def test_a_short_row_costs_what_it_lacks(marked: Marked) -> None:
    """What a row lacks at its end is not answered; the row and the class are marked."""
    code, report, remarks = marked(table("1,王小明,a", B.format("d", "b", "a")).encode())
    assert "| 1 | 1 | 3 | 33% | 2 |" in report
    assert "| 2 | 1 | 3 | 33% | 0 |" in report
    assert (code, "answers.csv:2" in remarks) == (1, True)


def test_a_table_of_another_sheet_is_refused(marked: Marked) -> None:
    """A question that the sheet does not have is no odd cell."""
    code, report, remarks = marked(PLAIN.replace("1.2", "7.7").encode())
    assert (code, report) == (2, "")
    assert "7.7" in remarks


SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook() -> bytes:
    """The plain table as Excel stores it: shared strings, inline ones, results and numbers."""
    shared = ["姓名", "1.1A", "1.2", "王小明", "a", "李大同"]
    strings = "".join(f"<si><t>{text}</t></si>" for text in shared)
    rows = (
        '<row r="1"><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>'
        '<c r="D1" t="s"><v>2</v></c><c r="E1"><v>1.1</v></c></row>'
        '<row r="2"><c r="B2" t="s"><v>3</v></c><c r="C2" t="s"><v>4</v></c>'
        '<c r="D2" t="inlineStr"><is><t>（B）</t></is></c><c r="E2" t="str"><v>C</v></c></row>'
        '<row r="3"><c r="B3" t="s"><v>5</v></c>'
        '<c r="C3" t="inlineStr"><is><r><t>d</t></r></is></c>'
        '<c r="D3" t="str"><f>"b"</f><v>b</v></c><c r="E3" t="s"><v>4</v></c></row>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{SPACE}">{strings}</sst>')
        sheet = f'<worksheet xmlns="{SPACE}"><sheetData>{rows}</sheetData></worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        archive.writestr("xl/worksheets/sheet10.xml", f'<worksheet xmlns="{SPACE}"/>')
    return packed.getvalue()


def test_a_workbook_is_read_as_it_is(marked: Marked) -> None:
    """An .xlsx file need not be saved as CSV first."""
    assert marked(workbook()) == marked(PLAIN.encode())


@pytest.mark.parametrize("damage", [b"PK\x03\x04", b"PK\x03\x04" + bytes(200), workbook()[:-30]])
def test_a_broken_workbook_is_named(marked: Marked, damage: bytes) -> None:
    """What only begins like a workbook is refused in words."""
    code, report, remarks = marked(damage)
    assert (code, report) == (2, "")
    assert "the file is no table" in remarks
