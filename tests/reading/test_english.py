"""Rules for names in English text, one text a rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from compare.model import Mention

Found = Callable[..., dict[str, Mention]]


def read(found: Found, text: str) -> dict[str, str]:
    """Surface -> type."""
    return {t: m.type for t, m in found(text, "en").items()}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Secretary of State Delia Farnwood spoke.", "Delia Farnwood"),
        ("President Okonjo's envoy left.", "Okonjo"),
        ("The talks with climate envoy Rurik Vantongeren ended.", "Rurik Vantongeren"),
        ("Chinese Vice President Kang Ruiming arrived.", "Kang Ruiming"),
        ("Gen. Ossian Tveit resigned.", "Ossian Tveit"),
        ("On Monday President Delia Farnwood spoke.", "Delia Farnwood"),
        ("Zebedee Marchetti said so.", "Zebedee Marchetti"),
        ("Maria van der Hoeven said so.", "Maria van der Hoeven"),
    ],
)
def test_person_by_office_or_company(found: Found, text: str, name: str) -> None:
    """Offices, verbs of saying and given names prove a person; titles are cut off."""
    assert read(found, text).get(name) == "PER"


def test_family_name_alone_is_the_person_of_this_text(found: Found) -> None:
    """Han is a surname here, with possessive too, because Han Ruiming came before."""
    names = found("Vice President Han Ruiming met him. Han told him so. Han's aide left.", "en")
    assert names["Han"].entity == names["Han Ruiming"].entity == "per:han-ruiming"


def test_hyphen_and_possessive_do_not_hide_countries(found: Found) -> None:
    """China-U.S. is two countries; a possessive or a lost apostrophe keeps the name."""
    names = found("China-U.S. ties and Japan's coast. Chinas VP Han arrived.", "en")
    assert names["China"].entity == names["Chinas"].entity == "cc:CN"
    assert names["U.S."].entity == "cc:US"
    assert names["Japan"].entity == "cc:JP"


def test_adjective_names_the_country(found: Found) -> None:
    """A country's adjective is a mention of it."""
    assert found("Chinese officials agreed.", "en")["Chinese"].entity == "cc:CN"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The University of Ostrava agreed.", "University of Ostrava"),
        ("He joined the Veldmark Institute last year.", "Veldmark Institute"),
        ("The Kazakh Foreign Ministry agreed.", "Kazakh Foreign Ministry"),
    ],
)
def test_body_by_its_head(found: Found, text: str, body: str) -> None:
    """Heads in front or at the end make a body."""
    assert read(found, text).get(body) == "ORG"


def test_organ_belongs_to_the_country_before_it(found: Found) -> None:
    """An organ behind a possessive is that country's, in either wording."""
    one = found("Kazakhstan's Foreign Ministry agreed.", "en")["Foreign Ministry"]
    other = found("The Kazakh Foreign Ministry agreed.", "en")["Kazakh Foreign Ministry"]
    assert one.entity == other.entity


def test_organ_has_one_identity_across_languages(found: Found) -> None:
    """哈萨克斯坦外交部 and the Kazakh Foreign Ministry are one body."""
    english = found("The Kazakh Foreign Ministry agreed.", "en")["Kazakh Foreign Ministry"]
    assert found("哈萨克斯坦外交部表示同意。")["哈萨克斯坦外交部"].entity == english.entity


def test_place_by_its_last_word(found: Found) -> None:
    """A capital with Strait, County or Island is a place."""
    assert read(found, "Ships crossed the Torvald Strait.")["Torvald Strait"] == "LOC"


@pytest.mark.parametrize(
    "text", ["The World Cup began on Monday.", "Nobel Peace Prize talks", "We Agree"]
)
def test_capitals_alone_are_no_name(found: Found, text: str) -> None:
    """Events, days and headings are left alone."""
    assert read(found, text) == {}


def test_initials_inside_a_name(found: Found) -> None:
    """A middle initial does not part a name."""
    assert read(found, "Senator Delia R. Farnwood spoke.")["Delia R. Farnwood"] == "PER"


def test_dateline_names_city_and_agency(found: Found) -> None:
    """The city in capitals and the agency in brackets open a wire report."""
    names = found("TOKYO, June 14 (Veldmark Wire) - Talks began.", "en")
    assert names["TOKYO"].entity == found("Talks in Tokyo.", "en")["Tokyo"].entity
    assert names["Veldmark Wire"].type == "ORG"


def test_short_form_that_the_text_explains(found: Found) -> None:
    """An acronym in brackets is the body before it, wherever it stands."""
    names = found("The Torvald Harbour Authority (THA) agreed. THA staff left.", "en")
    assert names["THA"].entity == "org:torvald-harbour-authority"


def test_towns_called_like_people_need_a_preposition(found: Found) -> None:
    """A town of the long list is one only behind a preposition."""
    assert read(found, "Officials met in Kazan.").get("Kazan") == "LOC"
    assert "Kazan" not in read(found, "Kazan agreed.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tolland & Sons denied the charge.", "Tolland & Sons"),
        ("The Varen Growers' Federation met.", "Varen Growers' Federation"),
        ("Officers of the Border Fraud Agency searched the house.", "Border Fraud Agency"),
    ],
)
def test_firms_and_federations(found: Found, text: str, name: str) -> None:
    """A firm of partners, a federation of its members, and an agency without its officers."""
    assert read(found, text)[name] == "ORG"


def test_a_town_whose_name_has_an_article(found: Found) -> None:
    """The Hague is written with its article, the Netherlands are found without."""
    names = read(found, "He left The Hague for the Netherlands.")
    assert names["The Hague"] == names["Netherlands"] == "LOC"
