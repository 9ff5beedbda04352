"""What headlines say."""

from __future__ import annotations

from datetime import date

from compare.options import Options
from compare.stories.headlines import headline
from tests.stories.made_articles import article, mention
from tests.stories.made_headlines import said

OPTIONS = Options()


def test_subjects_are_the_names_of_the_headline_without_countries() -> None:
    """A headline's persons count, its countries do not, and the lead's names are heard."""
    a = article("a", "Ada meets Bo in Chad", "Cy was there.")
    found = headline(
        a,
        [
            mention(a, "Ada", entity="per:ada", part="title"),
            mention(a, "Chad", "LOC", "cc:TD", part="title"),
            mention(a, "Cy", entity="per:cy"),
        ],
        OPTIONS,
    )
    assert found.subjects == {"per:ada"}
    assert found.everyone == {"per:ada", "cc:TD", "per:cy"}
    assert found.telling == 2


def test_days_of_the_lead_near_the_publication_are_events() -> None:
    """A day of the same week counts; a year, a far day and a broken value do not."""
    a = article("a", "x", "On 1 May, in 2023, on 1 January, on day.", date(2023, 5, 2))
    days = [
        mention(a, "1 May", "DATE", value="2023-05-01"),
        mention(a, "2023", "DATE", value="2023"),
        mention(a, "1 January", "DATE", value="2023-01-01"),
        mention(a, "day", "DATE", value="2023-99-99"),
    ]
    assert headline(a, days, OPTIONS).days == {date(2023, 5, 1).toordinal()}
    assert headline(a, days, OPTIONS, dated=False).days == frozenset()
    undated = article("b", "x", "On 1 May", None)
    assert headline(undated, days, OPTIONS).days == frozenset()


def test_a_headline_may_look_ahead() -> None:
    """Chinese in both scripts and English previews are seen."""
    for title in ("耶伦将于6日访华", "葉倫將於6日訪中", "Yellen to visit Beijing"):
        assert headline(article("a", title), [], OPTIONS).preview
    assert not headline(article("a", "Yellen leaves Beijing"), [], OPTIONS).preview


def test_a_lead_that_speaks_of_tomorrow_looks_ahead() -> None:
    """A day after publication counts with a word that looks ahead, and neither does alone."""
    text = "She will fly to Lund on 4 May for talks."
    a = article("a", "Falk in Lund", text, date(2023, 5, 2))
    to_come = [mention(a, "4 May", "DATE", value="2023-05-04")]
    assert headline(a, to_come, OPTIONS).preview
    assert not headline(a, [], OPTIONS).preview
    held = article("b", "Falk in Lund", "The talks of 4 May were cut short.", date(2023, 5, 2))
    told = [mention(held, "4 May", "DATE", value="2023-05-04")]
    assert not headline(held, told, OPTIONS).preview


def test_a_strap_line_is_no_headline() -> None:
    """What stands over any report says nothing that could be held against another."""
    assert headline(article("a", "Breaking news | World"), [], OPTIONS).title == ""
    assert headline(article("a", "Ferry sinks"), [], OPTIONS).title == "Ferry sinks"


def test_names_of_a_headline_are_its_capitals_but_the_first() -> None:
    """None where most words are capitals: a house style, or German."""
    assert headline(article("a", "Blast hits Halden plant"), [], OPTIONS).named_so == {"halden"}
    for title in (
        "Blaze Forces Families from Homes",
        "Feuer bei Kassel zerstört Scheune und Stall",
    ):
        assert headline(article("a", title), [], OPTIONS).named_so == frozenset()


def test_figures_are_kept_by_unit() -> None:
    """Those of the headline, and those of the whole article, each under its unit."""
    a = article("a", "6.1 quake", "It was 80 km deep.")
    numbers = [
        mention(a, "6.1", "NUM", part="title", value="6.1 magnitude"),
        mention(a, "80 km", "NUM", value="80 km"),
    ]
    found = headline(a, numbers, OPTIONS)
    assert found.figures == {"magnitude": {"6.1"}}
    assert found.every_figure == {"magnitude": {"6.1"}, "km": {"80"}}


def test_a_name_is_heard_in_the_letters_of_a_text() -> None:
    """An identity that reading did not find in a text is looked for as it is written elsewhere."""
    a = article("a", "Ada Falk speaks", "")
    other = headline(a, [mention(a, "Ada Falk", entity="per:ada-falk", part="title")], OPTIONS)
    hears = headline(article("b", "", "Later ada falk left."), [], OPTIONS)
    assert hears.hears("per:ada-falk", other)
    assert not headline(article("c", "", "She left."), [], OPTIONS).hears("per:ada-falk", other)


def test_a_headline_without_anything_does_not_speak() -> None:
    """Only subjects, days and previews can tell events apart."""
    assert not said().speaks
    assert said("a").speaks
