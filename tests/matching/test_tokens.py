"""How much of a unit the tokens of another text say."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest

from compare.matching.encoder import States, UseEncoder, encoder, states
from compare.matching.tokens import Coverage, Matrix, Tokens, coverage, sentence_texts, tokens
from compare.matching.tokens import _range as token_range
from compare.matching.units import Unit
from tests.made import article, cut
from tests.matching.texts import EN, HANS, HANT, OTHER

BOTH = "The captain was led away and the channel was closed for a week."
PARTS = (
    "The mayor spoke at noon.",
    "The captain was led away.",
    "The channel was closed for a week.",
    "An orchestra played.",
)


def held(*texts: tuple[str, ...]) -> tuple[list[list[Unit]], Tokens]:
    """The units of articles of these texts, and their tokens."""
    columns = cut(*(article(f"a{n}", *text) for n, text in enumerate(texts)))
    return columns, tokens(states(sentence_texts([u for c in columns for u in c])))


def covered(left: tuple[str, ...], right: tuple[str, ...]) -> Coverage:
    """What two articles say of each other."""
    (a, b), known = held(left, right)
    return coverage(a, b, known)


def matrices(found: Coverage) -> dict[str, Matrix]:
    """The matrices by name."""
    return {n: getattr(found, n) for n in ("unit", "window", "document", "backward")}


@pytest.mark.parametrize("right", [HANT, EN, HANS[:1], OTHER])
def test_a_share_for_every_pair(right: tuple[str, ...]) -> None:
    """Each matrix has the shape of the sides and lies in 0..1; wider texts never say less."""
    (a, b), known = held(HANS, right)
    found = coverage(a, b, known)
    for name, matrix in matrices(found).items():
        assert matrix.shape == (len(a), len(b)), name
        assert matrix.dtype == np.float32, name
        assert matrix.min() >= 0, name
        assert matrix.max() <= 1.001, name
    assert (found.window >= found.unit - 1e-5).all()
    assert (found.document >= found.window - 1e-5).all()
    assert (found.document == found.document[:, :1]).all()


@pytest.mark.parametrize("text", [HANS, EN])
def test_a_clause_is_in_its_own_sentence(text: tuple[str, ...]) -> None:
    """Every unit is wholly said by the sentence it is part of, and by itself."""
    (a, b), known = held(text, text)
    found = coverage(a, b, known)
    whole = {u.sentence: n for n, u in enumerate(b) if u.whole}
    for i, unit in enumerate(a):
        assert found.unit[i, i] == pytest.approx(1, abs=0.01)
        assert found.unit[i, whole[unit.sentence]] == pytest.approx(1, abs=0.01)
        assert found.backward[whole[unit.sentence], i] == pytest.approx(1, abs=0.01)


def test_a_sentence_told_in_two_is_in_the_window() -> None:
    """Neither half says the whole, both side by side say most of it, from either of them."""
    found = covered((BOTH,), PARTS)
    assert found.unit[0, 1:3].max() < 0.7
    assert found.window[0, 1:3].min() > 0.75
    assert found.backward[0, 1:3].min() > 0.9


def test_the_window_reaches_one_sentence_only() -> None:
    """A sentence beside the one that says it lends it; one further off does not."""
    found = covered((PARTS[2],), ("An orchestra played.", *PARTS))
    says = found.unit[0]
    assert says[3] > 0.9
    assert found.window[0, 2] == pytest.approx(says[3])
    assert found.window[0, 4] == pytest.approx(says[3])
    assert found.window[0, :2].max() < 0.6
    assert found.document[0, 0] == pytest.approx(says[3])


@pytest.mark.parametrize(("left", "right"), [(HANS, EN), (HANT, EN), (EN, HANS)])
def test_a_sentence_is_most_in_its_translation(
    left: tuple[str, ...], right: tuple[str, ...]
) -> None:
    """Between Chinese and English too a sentence is said best by its partner."""
    (a, b), known = held(left, right)
    found = coverage(a, b, known).unit
    rows, columns = ([n for n, u in enumerate(side) if u.whole] for side in (a, b))
    assert found[np.ix_(rows, columns)].argmax(axis=1).tolist() == list(range(len(left)))


@pytest.mark.parametrize("text", [HANS, HANT, EN])
def test_another_topic_says_hardly_anything(text: tuple[str, ...]) -> None:
    """A concert covers less of a bridge than half of it, and less than a telling of it does."""
    (a, other, told), known = held(text, OTHER, EN)
    strange, own = coverage(a, other, known), coverage(a, told, known)
    assert strange.document.max() < 0.5
    assert (strange.document[:, 0] < own.document[:, 0]).all()


def test_rare_tokens_count_more() -> None:
    """A piece of every sentence is worth nothing, one of a single sentence the most."""
    texts = ("The mayor spoke.", "The mayor left.", "The river rose.")
    _, known = held(texts)
    spoke, left, rose = (set(known.states[text].pieces) for text in texts)
    everywhere = spoke & left & rose
    assert everywhere
    assert all(known.rarity[p] == 0 for p in everywhere)
    twice = (spoke & left) - rose
    once = spoke - left - rose
    assert twice
    assert once
    assert max(known.rarity[p] for p in twice) < min(known.rarity[p] for p in once)


def test_only_sentences_are_asked_for() -> None:
    """Clauses are ranges of their sentences and have no tokens of their own."""
    ((units, _), known) = held(EN, HANS)
    wanted = sentence_texts(units)
    assert wanted == list(EN)
    assert set(wanted) <= set(known.states)
    assert not {u.core for u in units if not u.whole} & set(known.states)


def plain(text: str) -> str:
    """A text as the encoder reads it, without blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split())


SENTENCES = [
    EN[0],
    EN[3],
    HANS[3],
    HANT[0],
    "港务局宣布航道即日起关闭一周；二十多艘货轮与客船在下游的锚地等候，搜救工作仍在继续进行。",
    "“The bridge is closed,” the mayor said, and more than twenty ships wait downstream.",
]


def clauses_read(sentence: str) -> list[tuple[str, str]]:
    """Each unit of a sentence, with the text that the pieces of its tokens spell."""
    ((units,), known) = held((sentence,))
    whole = next(u for u in units if u.whole)
    one, model = known.states[whole.core], encoder()
    assert isinstance(model, UseEncoder)
    pieces = model._pieces.encode(whole.core, out_type=str)
    found = []
    for unit in units:
        low, high = token_range(unit, whole, one)
        read = "".join(pieces[low:high]).replace("\N{LOWER ONE EIGHTH BLOCK}", "")
        found.append((plain(unit.core), plain(read)))
    return found


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_tokens_of_a_clause_are_those_of_its_letters(sentence: str) -> None:
    """All letters of a clause are among its tokens, with no more of its neighbours than a mark."""
    found = clauses_read(sentence)
    assert len(found) > 1
    for clause, read in found:
        assert clause in read
        assert len(read) <= len(clause) + 1


def test_a_mark_that_is_read_as_several_moves_no_token() -> None:
    """An ellipsis is read as three points; what follows still stands where it stands."""
    found = clauses_read("他说……真的……桥已关闭，船只在下游等候，搜救继续进行。")
    for clause, read in found:
        assert clause in read
        assert len(read) <= len(clause) + 1


def test_a_text_without_tokens_says_nothing() -> None:
    """An empty sentence covers nothing and is covered by nothing."""
    (a, b), known = held(EN[:1], EN[1:2])
    bare = States(np.zeros((0, 512), np.float32), np.zeros(0, np.int64), np.zeros(0, np.int64), ())
    empty = Tokens({**known.states, b[0].core: bare}, known.rarity)
    for name, matrix in matrices(coverage(a, b, empty)).items():
        assert not matrix.any(), name
