"""HTML fragments: nothing lost, white space as printed, parts by their marks."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.options import Options
from compare.sources.lines import squeeze
from compare.sources.markup import blocks


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("<p>10<span>月</span>26<span>日</span></p>", ["10月26日"]),
        ("<p>菲律宾<span>&nbsp;</span>10</p>", ["菲律宾 10"]),
        ("<p>第 78 届\n大会</p>", ["第 78 届大会"]),
        ("<p>one\n two</p>", ["one two"]),
        ("<p>a<p>b", ["a", "b"]),
        ("<p>a &amp; b &lt;c&gt;</p>", ["a & b <c>"]),
        ("a<br>b", ["a b"]),
        ("一句。<br>二句", ["一句。", "二句"]),
        ("a<br><br>b", ["a", "b"]),
        ("<div>首段<br>\u3000\u3000二段</div>", ["首段", "二段"]),
        ("Steps:<br>1. go<br>2. stop", ["Steps:", "1. go", "2. stop"]),
        ("<div>first\n\nsecond</div>", ["first", "second"]),
        ("<pre>x\n1. y</pre>", ["x", "1. y"]),
        ("<ul><li>a</li><li>b <b>c</b></li></ul>", ["a", "b c"]),
        ("<table><tr><th>a<th>b</tr><tr><td>1</td><td>2</td></tr></table>", ["a | b", "1 | 2"]),
        ("<table><tr><td><p>x</p><p>y</p></td><td></td></tr></table>", ["x", "y"]),
        ("<h2>Head</h2>text", ["Head", "text"]),
        ("a<script>var x</script>b<style>p{}</style>", ["ab"]),
        ("a</div>b</span>c", ["a", "bc"]),
        ("soft\u00adhy\u200bphen", ["softhyphen"]),
        ("", []),
    ],
)
def test_text_comes_out_as_a_reader_sees_it(fragment: str, expected: list[str]) -> None:
    """Inline tags join, block tags part, breaks part where a sentence ends."""
    assert [b.text for b in blocks(fragment, Options())] == expected


@pytest.mark.parametrize(
    ("fragment", "kinds"),
    [
        ("<figure><img><figcaption>c</figcaption></figure><p>b</p>", ["caption", "body"]),
        ("<figure><span>c</span></figure>", ["caption"]),
        ("<figure><table><tr><td>1<td>2</tr></table></figure>", ["body"]),
        ('<div><span class="lead_image_caption">c</span> text</div>', ["caption", "body"]),
        ('<p>said <span class="social">on</span> air</p>', ["body"]),
        ('<div class="share-buttons">Mail</div>', ["share"]),
        ("<div data-selfpromo-newsletter>Join</div>", ["newsletter"]),
        ('<div class="newsletter">' + "word " * 100 + "</div>", ["body"]),
        ('<a data-caption="x" href="y">text</a>', ["body"]),
        ("<nav>menu</nav>", ["other"]),
        ('<ul class="related"><li>x</li></ul>', ["other"]),
    ],
)
def test_marks_give_a_kind_only_to_short_things(fragment: str, kinds: list[str]) -> None:
    """Captions, sharing and newsletters are told by their marks; long content stays body."""
    assert [b.kind for b in blocks(fragment, Options())] == kinds


def test_deep_nesting_loses_nothing() -> None:
    """Three thousand spans inside each other are as good as none."""
    text = "<p>" + "<span>" * 3000 + "deep" + "</span>" * 3000 + " tail</p>"
    assert [b.text for b in blocks(text, Options())] == ["deep tail"]


_TAGS = st.sampled_from(
    ["p", "div", "span", "b", "br", "li", "ul", "table", "tr", "td", "h2", "figure", "pre", "a"]
)
_NODES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(escape),
    _TAGS.map("<{}>".format),
    _TAGS.map("</{}>".format),
)


@settings(deadline=None)  # the first call loads a library
@given(st.lists(_NODES, max_size=30))
def test_every_visible_character_is_in_exactly_one_block(nodes: list[str]) -> None:
    """Whatever the order of tags, the characters of all text nodes come out, in order."""
    from html import unescape

    fragment = "".join(nodes)
    seen = squeeze("".join(unescape(n) for n in nodes if not n.startswith("<")))
    found = squeeze("".join(b.text for b in blocks(fragment, Options())))
    assert found.replace("|", "") == seen.replace("|", "")
