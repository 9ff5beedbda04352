# ruff: noqa: E501, ISC004 - a line of a page or text is shown as one
"""Text that a reader of the page does not see is no body, and text that he sees is, whatever an
attribute for screen readers says (references: readability#780, python-readability#14).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.saved import article

_FIRST = "The dam at Low Barton held through the night, the water board said on Thursday morning."
_LAST = "Engineers will look at the spillway again at noon, the board's chief, Ida Noor, added."
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dam holds</title>{head}
</head><body><main><h1>Dam holds</h1><p>{first}</p>{more}<p>{last}</p></main></body></html>"""

HIDDEN = [
    ("display with spaces and capitals",
     '<div STYLE="color:red; DISPLAY : none !important"><p>GONE copy of the text in full.</p></div>'),
    ("hidden with a value", '<p hidden="hidden">GONE sentence that no browser would show.</p>'),
    ("visibility collapse", '<p style="visibility:collapse">GONE sentence nobody can see here.</p>'),
    ("class for screen readers",
     '<p><span class="sr-only">GONE opens in a new window.</span></p>'
     '<h2 class="visually-hidden">GONE heading</h2>'
     '<div class="screen-reader-text">GONE jump to the comments of this page.</div>'),
    ("closed dialog", "<dialog><p>GONE We value your privacy and that of our partners.</p></dialog>"),
    ("template in a section",
     "<section><template><p>GONE {{name}} wrote this sentence.</p></template></section>"),
    ("noscript", "<noscript><div><p>GONE Please enable JavaScript to read.</p></div></noscript>"),
    ("hidden parent with visible children",
     '<section hidden><div><h3>GONE head</h3><p>GONE text one.</p></div><p>GONE text two.</p></section>'),
    ("hidden span in a sentence",
     '<p>Rain will ease by Friday<span style="display:none"> GONE 1234</span>, the office said.</p>'),
    ("moved off the screen",
     '<p style="position:absolute;left:-9999px">GONE words for search engines only, many.</p>'),
    ("no size", '<p style="font-size:0">GONE words that are printed with no size at all.</p>'),
    ("hidden input and svg title",
     '<input type="hidden" value="GONE"><svg><title>GONE icon</title><text>GONE</text></svg>'),
]  # fmt: skip
SHEETS = [
    ("a rule of the page's own sheet", "<style>.promo-x, #y9 {display:none}</style>",
     '<div class="promo-x"><p>GONE sentence under a rule of the sheet.</p></div><p id="y9">GONE</p>'),
    ("a rule with visibility", "<style>p.q7{ color:red; visibility:hidden }</style>",
     '<p class="q7">GONE sentence that the sheet makes invisible to all.</p>'),
]  # fmt: skip
SEEN = [
    ("aria-hidden", '<p aria-hidden="true">SEEN words that only screen readers pass over today.</p>'),
    ("a class that begins with hidden",
     '<p class="hidden-gem lede">SEEN words about a gem that was hidden in the wall.</p>'),
    ("shown from a width on", '<p class="hidden md:block">SEEN words on every wide screen there is.</p>'),
    ("an open dialog", "<dialog open><p>SEEN words in a dialog that is open on the page.</p></dialog>"),
    ("details", "<details><summary>More</summary><p>SEEN words a click away for each reader.</p></details>"),
    ("a style that is not hiding",
     '<p style="visibility:visible; display:block">SEEN words in plain sight of the reader.</p>'),
    ("a sheet for print", "<style>@media print{.z{display:none}} .hid .z{display:none}</style>"
     '<p class="z">SEEN words that only the printer leaves out of the page.</p>'),
    ("the words display:none as text",
     "<p>SEEN the page had display:none in its code, and hidden was the price, he said.</p>"),
    ("a shadow root", '<x-card><template shadowrootmode="open"><p>SEEN words in a shadow root of the '
     "page.</p></template></x-card>"),
    ("a word inside a hidden-looking inline", '<p>The mayor said <span aria-hidden="true">SEEN</span> twice'
     " that nothing had been hidden from the council.</p>"),
]  # fmt: skip


def _text(folder: Path, more: str, head: str = "") -> str:
    return article(folder, _PAGE.format(head=head, first=_FIRST, more=more, last=_LAST)).text


@pytest.mark.parametrize(("name", "more"), HIDDEN, ids=[s[0] for s in HIDDEN])
def test_hidden_text_is_no_body(tmp_path: Path, name: str, more: str) -> None:
    """What the page hides is left out, and everything round it stays."""
    text = _text(tmp_path, more)
    assert "GONE" not in text, name
    assert _FIRST in text
    assert _LAST in text


@pytest.mark.parametrize(("name", "head", "more"), SHEETS, ids=[s[0] for s in SHEETS])
def test_sheets_of_the_page_hide(tmp_path: Path, name: str, head: str, more: str) -> None:
    """A plain rule of a sheet inside the page hides as a style attribute does."""
    text = _text(tmp_path, more, head)
    assert "GONE" not in text, name
    assert _FIRST in text


@pytest.mark.parametrize(("name", "more"), SEEN, ids=[s[0] for s in SEEN])
def test_visible_text_stays(tmp_path: Path, name: str, more: str) -> None:
    """What a reader sees stays in the body."""
    assert "SEEN" in _text(tmp_path, more), name


def test_a_page_that_hides_everything_until_its_script_runs_is_read(tmp_path: Path) -> None:
    """Where nothing else is left, hidden text is the text."""
    page = f'<html><body><div style="visibility:hidden"><p>{_FIRST}</p><p>{_LAST}</p></div></body></html>'
    assert _FIRST in article(tmp_path, page).text
