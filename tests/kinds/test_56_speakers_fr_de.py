"""French and German statements have their speaker, and words at the head of a sentence, ages and
cut Chinese words are none (real articles).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.voices import Sibling, complaints

SIBLINGS = [
    Sibling(
        "Personne n'a été blessé, a indiqué la préfète Odile Garnier. Le pont reste fermé, "
        "a précisé Odile Garnier.",
        {"Personne n'a été blessé": "Garnier", "Le pont reste fermé": "Garnier"},
        language="fr",
    ),
    Sibling(
        'Selon le maire Luc Besson, "rien ne sera détruit". "C\'est une bonne nouvelle", a '
        "réagi Luc Besson.",
        {"rien ne sera détruit": "Besson", "une bonne nouvelle": "Besson"},
        language="fr",
    ),
    Sibling(
        "D'après la procureure Jeanne Roux, trois hommes ont été arrêtés mardi.",
        {"trois hommes ont été arrêtés": "Roux"},
        language="fr",
    ),
    Sibling(
        "Verletzt wurde niemand, teilte Feuerwehrsprecher Uwe Lang mit. Nach Angaben von "
        "Uwe Lang brannten zwei Hallen.",
        {"Verletzt wurde niemand": "Lang", "zwei Hallen": "Lang"},
        language="de",
    ),
    Sibling(
        "Laut der Senatorin Rita Vogt fehlen neun Millionen Euro. Das Geld komme später, so "
        "Rita Vogt.",
        {"fehlen neun Millionen Euro": "Vogt", "Das Geld komme später": "Vogt"},
        language="de",
    ),
    Sibling(
        "Today, rescuers found two boats. Meanwhile, crowds gathered. Still, Mayor Tom Reed "
        "said the search goes on.",
        {"the search goes on": "Reed"},
        silent=("Today", "Meanwhile", "Still"),
    ),
    Sibling(
        "Video of the fire showed smoke. Photos posted online showed a crowd. The 22-year-old "
        "guard confirmed his courage by staying.",
        silent=("Video", "Photos", "The 22-year-old", "The 22-year-old guard"),
    ),
    Sibling(
        "The 54-year-old driver, Ivo Lund, said the brakes failed.",
        {"the brakes failed": "Lund|driver"},
    ),
    Sibling(
        "有人不停呼叫。展览展示了银器。市民呼吁，尽快修桥。",
        {"尽快修桥": "市民"},
        silent=("示", "呼", "展览展"),
        language="zh",
    ),
    Sibling(
        "总统批示指出，必须查明原因。", {"必须查明原因": "总统"}, silent=("示",), language="zh"
    ),
    Sibling(
        "Aujourd'hui, la ville a rouvert le pont. Hier, des témoins ont vu un drone. "
        "Vidéo à l'appui, Paul Morel a affirmé que le drone venait du nord.",
        {"le drone venait du nord": "Morel"},
        silent=("Aujourd'hui", "Hier", "Vidéo"),
        language="fr",
    ),
    Sibling(
        "Heute öffnet der Zoo wieder. Dabei betonte Direktorin Eva Stern, dass alle Tiere leben.",
        {"alle Tiere": "Stern"},
        silent=("Heute", "Dabei"),
        language="de",
    ),
    Sibling(
        "Minister Karl Brenner erklärte am Montag, die Grenze bleibe offen.",
        {"die Grenze bleibe offen": "Brenner"},
        language="de",
    ),
]


@pytest.mark.parametrize("sibling", SIBLINGS, ids=str)
def test_statements_have_their_speaker_and_other_words_are_none(
    sibling: Sibling, tmp_path: Path
) -> None:
    """Speakers of statements are found; words of time, ages and cut words are none."""
    assert not complaints(sibling, tmp_path)
