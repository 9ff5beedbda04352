"""A speaker behind a dash, on a line of its own before or behind the quotation, or as a label with
a colon is found, and keeps neither dash nor colon (textacy#383).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.voices import Heard, Sibling, complaints

SIBLINGS = [
    Sibling(
        "“The park opens in May.” – Councilwoman Dana Flint", {"The park opens in May.": "Flint"}
    ),
    Sibling(
        "“Every child will have a seat.”\n\n— Maria Solano, teacher at Hill School\n\n"
        "The school opened in 1990.",
        {"Every child will have a seat.": "Solano"},
        unsaid=("The school opened",),
    ),
    Sibling(
        "Statement from Governor Alan Hale:\n\n“The bridge is safe and will stay open.”",
        {"The bridge is safe": "Hale"},
    ),
    Sibling(
        "And this from Nina Park, chief executive of Vale Water:\n\n“Bills will not rise in May.”",
        {"Bills will not rise in May.": "Park"},
    ),
    Sibling(
        "Dr. Omar Aziz, director of the clinic:\n\n“We need forty nurses by autumn.”",
        {"We need forty nurses by autumn.": "Aziz"},
    ),
    Sibling(
        "MAYOR KIM: “We paid in full.”\n\nHOLT: “You did not.”",
        {"We paid in full.": "KIM|Kim", "You did not.": "HOLT|Holt"},
    ),
    Sibling(
        "Anna Berg: “We voted no. They did not even ask us before the vote was called.”",
        {"We voted no.": "Anna Berg"},
    ),
    Sibling("“路已经修好。”——市长周敏", {"路已经修好": "周敏"}, language="zh"),
    Sibling("王强：“我们同意方案。”", {"我们同意方案": "王强"}, language="zh"),
    Sibling(
        "« Nous sommes prêts depuis lundi. » — Claire Petit, maire de Vale",
        {"Nous sommes prêts depuis lundi.": "Claire Petit"},
        language="fr",
    ),
    Sibling(
        "„Wir sind seit Montag bereit.“ – Jens Kolb, Bürgermeister",
        {"Wir sind seit Montag bereit.": "Jens Kolb"},
        language="de",
    ),
    Sibling(
        "The road — Route 9, built in 1950 — closed on Monday. The “Aurora” sailed — and "
        "Anna Berg watched.",
        silent=("Anna Berg", "Route 9"),
    ),
    Sibling(
        "“This bill is a gift to polluters.”\n-Rep. Tom Ortega (D-Calif.)",
        {"This bill is a gift": "Ortega"},
    ),
]


@pytest.mark.parametrize("sibling", SIBLINGS, ids=str)
def test_speakers_in_the_forms_of_a_release_are_found(sibling: Sibling, tmp_path: Path) -> None:
    """The quotation is its speaker's, whose name has neither dash nor colon."""
    assert not complaints(sibling, tmp_path)
    heard = Heard(sibling.body, sibling.language, tmp_path)
    assert not [who for who in heard.speakers() if set(who) & set(":：–—")]
