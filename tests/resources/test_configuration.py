"""compare.toml: layers, what each may set, and what is refused."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from compare.errors import CompareError
from compare.options import SETTINGS, Options
from compare.resources.configuration import Configuration, configuration, digest
from compare.resources.outlets import outlets


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's configuration file, which is not there yet."""
    path = tmp_path / "home" / "compare.toml"
    path.parent.mkdir()
    monkeypatch.setattr("compare.resources.configuration.user_file", lambda: path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles."""
    path = tmp_path / "articles"
    path.mkdir()
    return path


def made(folder: Path, text: str, chosen: Path | None = None) -> Configuration:
    """What is in force for `folder` with this `compare.toml` in it."""
    (folder / "compare.toml").write_text(text, "utf-8")
    return configuration(str(chosen) if chosen else None, [str(folder)], {})


def test_without_files_everything_is_at_its_default(folder: Path) -> None:
    """No file, no word on the command line: `Options()`."""
    found = configuration(None, [str(folder)], {})
    assert found.options == Options()
    assert set(found.origins) == {*asdict(Options())} == {*SETTINGS}
    assert set(found.origins.values()) == {"default"}


def test_layers_merge_option_by_option(own: Path, folder: Path, tmp_path: Path) -> None:
    """The command line, --config, beside the articles, the user's own: each leaves the rest."""
    keys = ("link_floor", "link_share", "link_least", "link_rival")
    own.write_text("[matching]\n" + "".join(f"{key} = 0.1\n" for key in keys))
    chosen = tmp_path / "chosen.toml"
    chosen.write_text("[matching]\nlink_floor = 0.3\nlink_share = 0.3\n")
    (folder / "compare.toml").write_text("[matching]\n" + "".join(f"{k} = 0.2\n" for k in keys[:3]))
    found = configuration(str(chosen), [str(folder)], {"link_floor": 0.4})
    assert [getattr(found.options, key) for key in keys] == [0.4, 0.3, 0.2, 0.1]
    origins = ["command line", str(chosen), str(folder / "compare.toml"), str(own)]
    assert [found.origins[key] for key in keys] == origins


def test_names_beside_the_articles(own: Path, folder: Path) -> None:
    """`names.tsv` there beats the user's file of names; a compare.toml there can name another."""
    for path in (own.parent / "mine.tsv", folder / "names.tsv", folder / "more.tsv"):
        path.write_text("")
    own.write_text('[names]\nnames_file = "mine.tsv"\n')
    before = configuration(None, [str(folder / "a.txt")], {})
    assert before.options.names_file == before.origins["names_file"] == str(folder / "names.tsv")
    after = made(folder, '[names]\nnames_file = "more.tsv"\n')
    assert after.options.names_file == str(folder / "more.tsv")
    (folder / "names.tsv").unlink()
    (folder / "compare.toml").unlink()
    assert configuration(None, [str(folder)], {}).options.names_file == str(own.parent / "mine.tsv")


def test_every_kind_of_value(folder: Path) -> None:
    """Numbers, switches, texts, dates and files; a whole number serves where a fraction may be."""
    (folder / "cues.toml").write_text("")
    options = made(
        folder,
        '[running]\nlanguage = "zh-Hans"\ntoday = 2031-05-06\nuse_cache = false\n'
        '[claims]\nearlier_hours = 4\n[speech]\ncues_file = "cues.toml"\n',
    ).options
    assert (options.language, str(options.today), options.use_cache) == (
        "zh-Hans",
        "2031-05-06",
        False,
    )
    assert (options.earlier_hours, options.cues_file) == (4, str(folder / "cues.toml"))


def test_outlets_add_up(own: Path, folder: Path) -> None:
    """Outlets of all files are known, those of the stronger file win; lists of files count too."""
    post = '[{}.post]\nname = "{}"\n'
    own.write_text(post.format("outlets", "Own Post") + '[outlets.gull]\nname = "Gull"\n')
    (folder / "more.toml").write_text(post.format("", "More Post").replace("[.", "["))
    more = '[sources]\noutlet_files = ["more.toml"]\n'
    known = outlets(tuple(map(Path, made(folder, more).options.outlet_files)))
    assert [known.by_name(name) is not None for name in ("Gull", "More Post")] == [True, True]
    assert known.by_name("post") is not None
    assert known.by_name("post").name == "More Post"  # type: ignore[union-attr]
    text = more + post.format("outlets", "Near Post")
    known = outlets(tuple(map(Path, made(folder, text).options.outlet_files)))
    assert known.by_name("post").name == "Near Post"  # type: ignore[union-attr]


def test_a_file_that_is_chosen_may_do_what_one_that_is_found_may_not(folder: Path) -> None:
    """--config trusts the file that it names, also where it stands beside the articles."""
    text = "[sources]\nmax_bytes = 60000000\n"
    assert made(folder, text, folder / "compare.toml").options.max_bytes == 60_000_000


def test_articles_may_lower_a_limit(own: Path, folder: Path) -> None:
    """A folder may ask for less, also less than the user raised."""
    own.write_text("[sources]\nmax_bytes = 90000000\n")
    assert made(folder, "[sources]\nmax_bytes = 80000000\n").options.max_bytes == 80_000_000


OUTSIDE = "is outside of the articles' folder; name it in your own compare.toml or with --config"
REFUSED = {
    "raised limit": (
        "[sources]\nmax_bytes = 50000001\n",
        (
            ":2: max_bytes: articles may lower the limit 50000000, not raise it; "
            "set it in your own compare.toml or with --config"
        ),
    ),
    "file above": (
        '[names]\n\nnames_file = "../own.tsv"\n',
        f":3: names_file: '../own.tsv' {OUTSIDE}",
    ),
    "file by a link": (
        '[speech]\ncues_file = "link.toml"\n',
        f":2: cues_file: 'link.toml' {OUTSIDE}",
    ),
    "file by a linked folder": (
        '[sources]\noutlet_files = ["linked/own.tsv"]\n',
        f":2: outlet_files: 'linked/own.tsv' {OUTSIDE}",
    ),
    "file by its root": (
        '[discrepancies]\nmodality_file = "/dev/null"\n',
        f":2: modality_file: '/dev/null' {OUTSIDE}",
    ),
    "missing file": (
        '[names]\nnames_file = "none.tsv"\n',
        ":2: names_file: no such file: 'none.tsv'",
    ),
    "folder as a file": ('[names]\nnames_file = "."\n', ":2: names_file: no such file: '.'"),
    "unknown option": (
        "[claims]\nclaim_includd = 0.5\n",
        ":2: claim_includd: no such option; the nearest is claim_included",
    ),
    "unknown section": (
        "[claim]\nclaim_included = 0.5\n",
        ":1: claim: no such section; the nearest is [claims]",
    ),
    "wrong section": (
        "# first\n[claims]\nstory_window = 5\n",
        ":3: story_window: stands in [claims] and belongs into [stories]",
    ),
    "no section": (
        "story_window = 5\n",
        ":1: story_window: stands outside of the sections and belongs into [stories]",
    ),
    "section as a key": ("stories = 5\n", ":1: stories: a section, not a key: write [stories]"),
    "text for a number": (
        '[stories]\nstory_window = "5"\n',
        (
            ":2: story_window: '5' is no whole number "
            "(hours between two articles that may tell one story)"
        ),
    ),
    "fraction for a whole number": (
        "stories = {story_window = 5.5}\n",
        (
            ": story_window: 5.5 is no whole number "
            "(hours between two articles that may tell one story)"
        ),
    ),
    "switch for a number": (
        "[claims]\nclaim_included = true\n",
        ":2: claim_included: True is no number (chance from which a cell is included or partial)",
    ),
    "too much": (
        "[claims]\nclaim_included = 65\n",
        ":2: claim_included: 65 is above 1 (chance from which a cell is included or partial)",
    ),
    "too little": (
        "[stories]\nstory_window = 0\n",
        ":2: story_window: 0 is below 1 (hours between two articles that may tell one story)",
    ),
    "no number at all": (
        "[claims]\nearlier_hours = nan\n",
        (
            ":2: earlier_hours: nan is no number to reckon with "
            "(hours before the others that explain an absence)"
        ),
    ),
    "no choice": (
        '[running]\nlanguage = "fr"\n',
        (
            ":2: language: 'fr' is none of en, zh-Hans, zh-Hant "
            "(language of the reader, preferred where a claim has wordings in several)"
        ),
    ),
    "list of numbers": (
        "[sources]\noutlet_files = [1]\n",
        (
            ":2: outlet_files: (1,) is no list of texts "
            "(lists of outlets of your own, the last of them wins)"
        ),
    ),
    "outlet without a name": (
        '[outlets.post]\nzh = "邮报"\n',
        ': outlet [post] needs a name, as in name = "RFI"',
    ),
    "outlets as a key": ("outlets = 1\n", ': outlet [outlets] needs a name, as in name = "RFI"'),
    "broken TOML": ("[claims]\nclaim_included = \n", ":2: not TOML: Invalid value"),
    "endless digits": (
        f"[claims]\nclaim_included = {'9' * 900}\n",
        (
            f":2: claim_included: {'9' * 59}… is above 1 "
            "(chance from which a cell is included or partial)"
        ),
    ),
    "nested too deeply": ("a = " + "[\n" * 10_000, ": not TOML: nested too deeply"),
    "enormous": ("#\n" * 100_001, ": longer than 200000 bytes; split it"),
    "many dots": (
        "\n" + "a." * 500 + "a = 1",
        ":2: a line longer than 1000 characters; break it",
    ),
    "not UTF-8": ("\udcff", ": not UTF-8; save it as UTF-8"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_obeyed_is_named(folder: Path, text: str, message: str) -> None:
    """One line with file, line where it can be told, option and remedy."""
    (folder.parent / "own.tsv").write_text("")
    (folder / "link.toml").symlink_to(folder.parent / "own.tsv")
    (folder / "linked").symlink_to(folder.parent)
    file = folder / "compare.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(CompareError) as caught:
        configuration(None, [str(folder)], {})
    assert str(caught.value) == f"{file}{message}"


def test_the_digest_is_of_what_files_hold(folder: Path, tmp_path: Path) -> None:
    """The same words elsewhere have the same digest, other words in one place another."""
    one, other = folder / "names.tsv", tmp_path / "other.tsv"
    for path in (one, other):
        path.write_text("PER\tper:ada\tAda\n")
    first, second = (Options(names_file=str(path)) for path in (one, other))
    before = digest(first)
    assert before == digest(second)
    assert before != digest(Options())
    assert first.cache_key() != second.cache_key()
    one.write_text("PER\tper:bo\tBo\n")
    assert digest(first) != before
    assert digest(Options(outlet_files=("none",))) != digest(Options())


def test_a_chosen_file_may_name_files_anywhere(folder: Path, tmp_path: Path) -> None:
    """The user's own words count, wherever the file stands that they name."""
    (tmp_path / "own.tsv").write_text("")
    chosen = tmp_path / "deep" / "mine.toml"
    chosen.parent.mkdir()
    chosen.write_text('[names]\nnames_file = "../own.tsv"\n')
    found = configuration(str(chosen), [str(folder)], {}).options.names_file
    assert found is not None
    assert Path(found).samefile(tmp_path / "own.tsv")


def test_a_chosen_file_that_is_missing(folder: Path) -> None:
    """--config with a name that nothing has is an error, unlike the files that are looked for."""
    with pytest.raises(
        CompareError, match=r"none\.toml: cannot be read: No such file or directory"
    ):
        configuration("none.toml", [str(folder)], {})
