"""Who says what in French, German and Spanish: sentences of our own, and what they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare.model import Article, Attribution
from compare.options import Options
from compare.reading.speech import attributions, speaks

SENTENCES = Path(__file__).parent.parent / "cases" / "speech"
CASES = [
    (path.stem, *line.split("\t"))
    for path in sorted(SENTENCES.glob("*.tsv"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


def said(text: str, language: str, options: Options = Options()) -> list[Attribution]:
    """The attributions of a text without mentions."""
    return attributions(Article("x", "own", "Own", "", text, (), None, language), options=options)


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_source_and_content(language: str, text: str, expected: str) -> None:
    """Every form of reporting gives its source and exactly what was said."""
    found = (f"{one.source_text or ''}>{one.content_text}" for one in said(text, language))
    assert ";;".join(found) == expected


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Le ministère a annoncé que la taxe serait supprimée.", "readout"),
        ("fr", "Selon Le Monde, la taxe sera supprimée.", "media"),
        ("fr", "« Non », a dit Paul Rey dans un communiqué.", "readout"),
        ("de", "Ein Regierungssprecher sagte, die Steuer werde abgeschafft.", "readout"),
        ("de", "Wie das Landesinnenministerium mitteilte, ist der Zug weg.", "readout"),
        ("de", "Laut der Zeitung „Kurier“ ist der Zug weg.", "media"),
        ("es", "El portavoz dijo que no habrá acuerdo.", "readout"),
        ("es", "Según la agencia Efe, no habrá acuerdo.", "media"),
        ("es", "«No», dijo Juan Ruiz.", "remarks"),
    ],
)
def test_what_kind_of_origin_a_source_is(language: str, text: str, kind: str) -> None:
    """Offices make readouts, newspapers are media, persons speak for themselves."""
    assert [one.kind for one in said(text, language)] == [kind]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "Le maire, Pascal Verdon, est venu. Il a dit que tout irait bien.", "Pascal Verdon"),
        ("fr", "« Non », dit Anne Morel. « Jamais », ajoute-t-elle.", "Anne Morel"),
        ("fr", "Paul Rey parle. Mme Rey se tait. Le maire, Paul Rey, dit que oui.", "Paul Rey"),
        ("de", "„Nein“, sagte Silke Urban. Sie fügte hinzu, es sei zu spät.", "Silke Urban"),
        ("es", "«No», dijo Clara Ruiz. Añadió que era tarde.", "Clara Ruiz"),
    ],
)
def test_the_last_attribution_names_its_speaker(language: str, text: str, speaker: str) -> None:
    """Pronouns, inverted ones too, and verbs without a subject go back to a person."""
    assert said(text, language)[-1].speaker == speaker


def test_quotations_of_several_paragraphs_are_one_content() -> None:
    """The speaker behind the last paragraph said the first one as well."""
    text = "« Nous avons tout perdu.\n\n« Il ne reste rien », a dit Claire Dumas."
    (one,) = said(text, "fr")
    assert one.content_text == "« Nous avons tout perdu.\n\n« Il ne reste rien »"
    assert one.speaker == "Claire Dumas"


def test_a_user_adds_verbs_to_any_language(tmp_path: Path) -> None:
    """A group of the user's list that names a language is read with that language's own."""
    path = tmp_path / "cues.toml"
    path.write_text('[[group]]\nstrength = "say"\nkind = "speech"\nfr = "gazouiller"\n', "utf-8")
    text = "Le maire gazouille que tout va bien."
    assert said(text, "fr") == []
    assert [one.cue_text for one in said(text, "fr", Options(cues_file=str(path)))] == ["gazouille"]


def test_which_languages_have_a_reader_of_speech() -> None:
    """A language speaks when its folder has the words or a grammar for it."""
    assert all(map(speaks, ("zh-Hant", "en", "fr", "de-AT", "es")))
    assert not any(map(speaks, ("it", "ja", "ko", "und", "")))


def test_a_sentence_without_end_is_passed_over() -> None:
    """A text of a thousand words without a stop is no sentence, and costs nothing."""
    assert said("le maire a dit que " * 1000, "fr") == []
