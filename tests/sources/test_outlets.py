"""Outlets: found by address and by any name, extended by users, made up when unknown."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from compare.errors import UnreadableFile
from compare.resources.outlets import make_outlet, outlets


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.rfi.fr/cn/x", "rfi"),
        ("https://cn.nytimes.com/world/1", "nytimes"),
        ("http://politics.people.com.cn/n1/1.html", "peoplesdaily"),
        ("https://www.gov.cn/x", "gov-cn"),
        ("https://rfi.fr.example.com/", None),
        ("not an address", None),
        ("https://[bad", None),
        (None, None),
    ],
)
def test_an_address_finds_its_outlet(url: str | None, expected: str | None) -> None:
    """Subdomains belong to the domain; look-alikes do not."""
    found = outlets().by_url(url)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("大紀元", "epochtimes"),
        ("the new york times", "nytimes"),
        ("New York Times (News)", "nytimes"),
        ("法新社", "afp"),
        ("www.bbc.com", "bbc"),
        ("", None),
        (None, None),
        ("Valley Bugle", None),
    ],
)
def test_any_name_finds_its_outlet(name: str | None, expected: str | None) -> None:
    """Names and aliases in both scripts, domains, and remarks in brackets are understood."""
    found = outlets().by_name(name)
    assert (found.id if found else None) == expected


@pytest.mark.parametrize(
    ("name", "url", "expected"),
    [
        ("Bugle", "https://www.valley-bugle.co.uk/x", ("valley-bugle", "Bugle")),
        (None, "https://m.bugle.example/x", ("bugle", "m.bugle.example")),
        ("山城晚报", None, ("shanchengwanbao", "山城晚报")),
        ("The Bugle & Co.", None, ("the-bugle-co", "The Bugle & Co.")),
        (None, "https://10.0.0.1/", ("unknown", "10.0.0.1")),
        (None, None, ("unknown", "unknown")),
    ],
)
def test_an_unknown_outlet_is_made(
    name: str | None, url: str | None, expected: tuple[str, str]
) -> None:
    """The id is a slug of the domain, else of the romanised name."""
    made = make_outlet(name, url)
    assert (made.id, made.name) == expected


def test_the_shipped_file_is_large_and_sound() -> None:
    """At least 120 outlets, each with a zone; no name or domain belongs to two."""
    known = {o.id: o for o in outlets().names.values()}
    assert len(known) >= 120
    assert all(ZoneInfo(o.timezone or "") for o in known.values())
    domains = [d for o in known.values() for d in o.domains]
    assert len(domains) == len(set(domains))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("nonsense", "not TOML"),
        ("[a]\nzh = '甲'", "needs a name"),
        ("[a]\nname = 'A'\nkind = 'blog'", "kind is one of news, agency, official, digest"),
        ("[a]\nname = 'A'\ntimezone = 'Mars/Base'", "is no IANA time zone"),
    ],
)
def test_a_broken_outlets_file_is_explained(tmp_path: Path, content: str, words: str) -> None:
    """The message names the file, the outlet and what is wrong."""
    path = tmp_path / "outlets.toml"
    path.write_text(content)
    with pytest.raises(UnreadableFile, match=words):
        outlets((path,))


def test_a_user_replaces_an_outlet_by_its_id(tmp_path: Path) -> None:
    """An entry with a shipped id takes its place; the others stay."""
    path = tmp_path / "outlets.toml"
    path.write_text('[rfi]\nname = "RFI Mandarin"\ndomains = ["rfi.fr"]\ntimezone = "UTC"\n')
    known = outlets((path,))
    found = known.by_url("https://www.rfi.fr/cn/")
    assert found is not None
    assert (found.name, found.timezone) == ("RFI Mandarin", "UTC")
    assert known.by_name("Reuters") is not None
