"""A nickname, ship, title or station in quotation marks is nobody's words and is not taken into the
quotation beside it; an odd apostrophe cuts no quotation off (CoreNLP#1251, textacy#379).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.voices import Sibling, complaints

SIBLINGS = [
    Sibling(
        "“It was far too loud,” said Marco “Bull” Perez. “Nobody slept.”",
        {"It was far too loud": "Perez", "Nobody slept.": "Perez"},
        unquoted=("Bull", "said Marco"),
    ),
    Sibling(
        "The “Ice Queen” skated again, and the “Northern Star” left port.", unquoted=("Ice", "Star")
    ),
    Sibling(
        "“We sail at dawn,” the captain of the “Northern Star” said. “Not an hour later.”",
        {"We sail at dawn": "captain", "Not an hour later.": "captain"},
        unquoted=("Northern Star", "the captain"),
    ),
    Sibling(
        "Rosa Diaz told “Good Day Valley”: “The pumps failed twice.”",
        {"The pumps failed twice.": "Diaz"},
        ("The pumps failed twice.",),
        unquoted=("Good Day Valley",),
    ),
    Sibling(
        "“It’s rock ‘n’ roll, and that’s that,” said Lee Cho. “We’re the ’90s kids.”",
        {"It’s rock": "Cho", "and that’s that": "Cho", "’90s kids": "Cho"},
        unquoted=("said Lee",),
    ),
    Sibling(
        "‘The dogs’ bowls were empty,’ Tina Marsh said. ‘We didn’t know whose they were.’",
        {"bowls were empty": "Marsh", "whose they were": "Marsh"},
        unquoted=("Tina Marsh said",),
    ),
    Sibling(
        "Interior Minister Laurent Nivet called the theft a “major robbery.”",
        {"major robbery": "Nivet"},
    ),
    Sibling(
        "绰号“老虎”的李强说：“我那天没去。”",
        {"我那天没去": "李强"},
        unquoted=("老虎",),
        language="zh",
    ),
    Sibling(
        "“我们明早出发。”“远望号”船长王海说。",
        {"我们明早出发": "王海"},
        unquoted=("远望号",),
        language="zh",
    ),
    Sibling(
        "Das Schiff „Nordwind“ legte am Abend wieder ab. „Wir kommen wieder“, sagte Kapitän Paul "
        "„Kaiser“ Weber.",
        {"Wir kommen wieder": "Weber"},
        unquoted=("Nordwind", "Kaiser"),
        language="de",
    ),
    Sibling(
        "“I liked the book ‘Still Water,’ and so did the kids,” Jo Hart said.",
        {"and so did the kids": "Hart"},
    ),
    Sibling(
        "“He was a good man,” said Al Cray, who everyone called “Pops.” The town has one shop.",
        {"He was a good man": "Cray"},
        unsaid=("one shop",),
        unquoted=("Pops",),
    ),
    Sibling(
        "Ed Holm said the town “wasn`t ready” and that the plan “isn´t fair” to them.",
        {"wasn`t ready": "Holm", "isn´t fair": "Holm"},
    ),
]


@pytest.mark.parametrize("sibling", SIBLINGS, ids=str)
def test_names_in_marks_are_no_quotations(sibling: Sibling, tmp_path: Path) -> None:
    """What somebody says is theirs, and a name in marks beside it is not part of it."""
    assert not complaints(sibling, tmp_path)
