"""A sentence ends at a full stop although no space follows it, so the end of one is never the
speaker of the next; abbreviations, numbers, addresses and file names stay whole (real articles).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.reading.base.sentences import sentences
from tests.kinds.voices import Sibling, complaints

CUT = [
    ("The shop lost 40 families.Two children were hurt.", 2, "en"),
    ("It closed at noon.“We had no choice,” he said.", 2, "en"),
    ("He called it “a shame.”The hall was full.", 2, "en"),
    ("Police came (too late).They left at six.", 2, "en"),
    ("It cost $3.5 million.In 2019 it cost less.", 2, "en"),
    ("Was it safe?Nobody knew.Still they went!Two fell.", 4, "en"),
    ("Rain fell for 12 days.27 roads are shut.", 2, "en"),
    ("Die Halle brannte ab.Verletzt wurde niemand.", 2, "de"),
    ("Le pont est fermé.Personne n'est blessé.Élise Roux l'a dit.", 3, "fr"),
    ("He works for the U.S.The firm is old.", 2, "en"),
]
WHOLE = [
    ("The U.S.A. and the U.K.-based firm signed.", "en"),
    ("It grew 3.5 percent to 1.250 tons on 12.10.2024 there.", "en"),
    ("See www.vale.example, example.com or Example.Com for file.txt and README.MD there.", "en"),
    ("Node.js and ASP.NET run on v2.Beta of the site.", "en"),
    ("Write to Tom.Reed@vale.example or to https://vale.example/News.Today.html today.", "en"),
    ("J.K. Rowling and J.R.R.Tolkien met Ph.D. students.", "en"),
    ("Mr.Reed and Dr.Berg met at 5 p.m.Monday in St.Paul.", "en"),
    ("Am 3.Mai traf z.B. Dr.Wolf ein.", "de"),
]


@pytest.mark.parametrize(("text", "number", "language"), CUT)
def test_a_stop_without_a_space_ends_a_sentence(text: str, number: int, language: str) -> None:
    """Every sentence is one of its own, though nothing stands between it and the next."""
    found = [text[a:b] for a, b in sentences(text, language)]
    assert len(found) == number, found


@pytest.mark.parametrize(("text", "language"), WHOLE)
def test_stops_inside_words_end_nothing(text: str, language: str) -> None:
    """Abbreviations, numbers, addresses and file names are not cut."""
    found = [text[a:b] for a, b in sentences(text, language)]
    assert found == [text]


SIBLINGS = [
    Sibling(
        "The gunman had a rifle and a pistol.Sheriff Ann Cole said he fled on foot.She said "
        "the search goes on.",
        {"he fled on foot": "Ann Cole", "the search goes on": "Ann Cole"},
    ),
    Sibling(
        "Twelve homes burned near Dale.“We lost it all,” said Bo Lind.The fire is out.",
        {"We lost it all": "Bo Lind"},
        unsaid=("The fire is out", "Twelve homes"),
    ),
    Sibling(
        "Die Halle am Hafen brannte in der Nacht ab.Karl Brenner sagte, niemand sei verletzt "
        "worden.",
        {"niemand sei verletzt": "Brenner"},
        language="de",
    ),
]


@pytest.mark.parametrize("sibling", SIBLINGS, ids=str)
def test_no_speaker_is_made_of_two_sentences(sibling: Sibling, tmp_path: Path) -> None:
    """The speaker stands in its own sentence."""
    assert not complaints(sibling, tmp_path)
