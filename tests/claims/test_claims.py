"""What is made of claims: origin, emphasis, voices, merging, copies, readout view, wording."""

from __future__ import annotations

from dataclasses import replace

import pytest

from compare import pipeline
from compare.claims.build import NO_CALIBRATION, trimmed
from compare.claims.copies import containment, families, shingles
from compare.claims.merging import Judged, merge
from compare.claims.origins import emphasis, origin, voices
from compare.claims.readout import readout
from compare.claims.wording import wording
from compare.errors import NotFound
from compare.model import (
    BODY,
    CONFLICTS,
    PARTIAL,
    TITLE,
    UNCLEAR,
    Attribution,
    Cell,
    Claim,
    Entity,
    Evidence,
    Mention,
    Origin,
    Source,
    Story,
)
from compare.options import Options
from compare.resources.terms import terms
from tests.made import article, carried, claim, missing, proof, said, segment, source
from tests.matching.texts import EN, HANS, OTHER

OPTIONS = Options()
GAP = OPTIONS.claim_merge_gap
A = article("a", "The envoy came.", "Peace is near, the envoy said. Talks go on.")
B = article("b", "The envoy came early.", "Talks go on.")
C = article("c", "The envoy came late.", "Talks go on.")
CAME = {"a": "The envoy came", "b": "The envoy came", "c": "The envoy came"}


def cells(**kinds: str | None) -> dict[str, Cell]:
    """A cell a source: its evidence attributed as `kind`, in the outlet's own voice when None."""
    by_name = {"a": A, "b": B, "c": C}
    made = {}
    for name, kind in kinds.items():
        voice = said(by_name[name], CAME[name], kind, "Envoy") if kind else None
        made[name] = carried(by_name[name], CAME[name], voice)
    return made


# ---------------------------------------------------------------- origin
@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ({"a": None, "b": None}, Origin()),
        ({"a": "remarks", "b": None, "c": None}, Origin()),
        ({"a": "remarks", "b": None}, Origin("remarks", "Envoy", "Envoy, on record")),
        ({"a": "readout"}, Origin("readout", "Envoy", "Envoy, official statement")),
        (
            {"a": "readout", "b": "media", "c": "media"},
            Origin("media", "Envoy", "Envoy, another outlet"),
        ),
    ],
)
def test_each_source_has_one_vote(kinds: dict[str, str | None], expected: Origin) -> None:
    """Most votes win, ties go to the more official kind."""
    assert origin(cells(**kinds), {}) == expected


def test_a_source_votes_by_its_most_official_evidence() -> None:
    """One source with two evidences has the vote of the more official one."""
    own = carried(A, "Talks go on.")
    official = carried(A, CAME["a"], said(A, CAME["a"], "readout"))
    both = replace(own, evidence=(*own.evidence, *official.evidence))
    assert origin({"a": both}, {}) == Origin("readout", None, "official statement")


def test_a_claim_without_evidence_is_nobodys() -> None:
    """Without a carrier the origin is the default."""
    assert origin({"a": missing()}, {}) == Origin()


def test_summaries_vote_only_alone() -> None:
    """A summary's own voice does not outvote a report; alone it counts."""
    votes = cells(a="remarks", b=None)
    assert origin(votes, {}, {"b"}).kind == "remarks"
    assert origin({"b": votes["b"]}, {}, {"b"}).kind == "outlet"


def test_words_that_nobody_could_read_count_last() -> None:
    """Where who speaks cannot be read, the others decide; alone it is unknown, not the outlet's."""
    dark = replace(said(A, CAME["a"], "unknown"), mode="unknown", speaker=None)
    votes = {"a": carried(A, CAME["a"], dark), "b": carried(B, CAME["b"], dark)}
    assert origin(votes, {}) == Origin("unknown", None, "")
    assert origin({**votes, **cells(c=None)}, {}).kind == "outlet"


def test_a_speaker_has_the_english_name() -> None:
    """The name of the entity stands for the words of the text; a statement is its issuer's."""
    miller = Entity("miller", "Matthew Miller", "PER", {"zh-Hans": "米勒"})
    voice = replace(said(A, CAME["a"], "readout", "米勒"), entity="miller")
    assert origin({"a": carried(A, CAME["a"], voice)}, {"miller": miller}).speaker == miller.name
    chained = replace(voice, entity=None, speaker="Blinken", chain=("米勒", "Blinken"))
    found = origin({"a": carried(A, CAME["a"], chained)}, {"miller": miller})
    assert found.speaker == "Matthew Miller"


# ---------------------------------------------------------------- emphasis and voices
def test_emphasis_is_the_best_place() -> None:
    """Rank of the first paragraph, share of the body counted once, headline and lead."""
    lead, later = proof(A, "The envoy came."), proof(A, "Talks go on.")
    inside = proof(A, "envoy came")
    title = Evidence("a", TITLE, 0, 3, "Env", None, 0.5)
    found = emphasis(Cell("included", 1, evidence=(later, lead, inside, title)), A)
    assert found is not None
    assert (found.paragraph, found.in_title, found.in_lead) == (0, True, True)
    assert found.share == pytest.approx((15 + 12) / len(A.text), abs=1e-3)


def test_what_is_not_there_has_no_emphasis() -> None:
    """No evidence, no weight; evidence outside the body has no rank."""
    assert emphasis(missing(), A) is None
    title = Evidence("a", TITLE, 0, 3, "Env", None, 0.5)
    found = emphasis(Cell("included", 1, evidence=(title,)), A)
    assert found is not None
    assert (found.paragraph, found.share, found.in_lead) == (None, 0, False)


def test_voices_are_shares_of_the_body() -> None:
    """Speech inside speech counts once, for the inner speaker; own voice is no speaker's."""
    outer = said(A, "Peace is near, the envoy said.", speaker="Spokesman")
    inner = said(A, "Peace is near", speaker="Envoy", mode="direct")
    own = said(A, "Talks go on.", mode="own")
    found = voices(source(A), [inner, outer, own], {})
    assert [v.speaker for v in found] == ["Spokesman", "Envoy"]
    total = sum(v.direct + v.indirect for v in found)
    assert total == pytest.approx(len("Peace is near, the envoy said.") / len(A.text), abs=2e-3)
    assert found[1].indirect == 0


# ---------------------------------------------------------------- merging
TWO = article("a", "The talks were frank, and both sides agreed to meet again in May.")
ONE = article("b", "The talks were frank, and both sides will meet again.")
FIRST, SECOND = "The talks were frank", "and both sides agreed to meet again in May."


def judged(first: Cell, second: Cell) -> list[Judged]:
    return [
        Judged((segment(TWO, FIRST),), {"a": carried(TWO, FIRST), "b": first}),
        Judged((segment(TWO, SECOND),), {"a": carried(TWO, SECOND), "b": second}),
    ]


def test_clauses_that_no_source_tells_apart_are_one_claim() -> None:
    """Two clauses of a sentence that the other lacks alike become one stretch."""
    near = replace(missing(), score=0.3)
    (found,) = merge(judged(missing(), near), {"a": TWO, "b": ONE}, GAP)
    assert found.members[0].text == TWO.text
    assert found.cells["a"].evidence[0].quote == TWO.text
    assert found.cells["b"].score == 0.3


def test_clauses_that_a_source_tells_apart_stay_apart() -> None:
    """Where one is carried and the other is not, there are two claims."""
    assert len(merge(judged(carried(ONE, FIRST), missing()), {"a": TWO, "b": ONE}, GAP)) == 2


def test_clauses_of_two_sentences_stay_apart() -> None:
    """Only neighbours within a sentence are merged."""
    first, second = judged(missing(), missing())
    apart = Judged((replace(second.members[0], sentence=1),), second.cells)
    assert len(merge([first, apart], {"a": TWO, "b": ONE}, GAP)) == 2


def test_clauses_told_far_apart_stay_apart() -> None:
    """Two places of the other text are two claims, though both carry something."""
    far = article("b", "The talks were frank. It rained all day. Both sides will meet again.")
    one, two = carried(far, "The talks were frank."), carried(far, "Both sides will meet again.")
    assert len(merge(judged(one, two), {"a": TWO, "b": far}, GAP)) == 2
    more = replace(one, evidence=(*one.evidence, *two.evidence))
    assert len(merge(judged(more, two), {"a": TWO, "b": far}, GAP)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("，双方同意继续。", "双方同意继续。"),
        ("“我们会来", "我们会来"),
        ("「台海」和平，", "「台海」和平"),
        ('He said "yes', "He said yes"),
        ("，，", "，，"),
    ],
)
def test_a_claim_is_read_without_loose_marks(text: str, expected: str) -> None:
    """Punctuation at the edges goes, and marks whose partner stands elsewhere."""
    assert trimmed(text) == expected


# ---------------------------------------------------------------- copies
WIRE = article("wire", *EN)
REPRINT = article("post", *EN, "More pictures are on our website tonight.")
SHORT = article("brief", *EN[:3])
CHINESE = article("zh", *HANS)
APART = article("other", *OTHER)


def told(*made: Source) -> list[Claim]:
    """A claim a sentence of the bridge story, in the sources that have it."""
    rows = []
    for n, (en, zh) in enumerate(zip(EN, HANS, strict=True), 1):
        row = {}
        for s in made:
            text = zh if zh in s.article.text else en
            row[s.id] = carried(s.article, text) if text in s.article.text else missing()
        rows.append(claim(n, row))
    return rows


def test_reprints_are_one_family_with_their_edits() -> None:
    """A longer reprint and a truncated one belong to the first; their edits are named."""
    columns = [source(WIRE), source(REPRINT), source(SHORT), source(APART)]
    (found,) = families(columns, told(*columns), OPTIONS)
    assert (found.original, found.sources, found.kind) == (
        "wire",
        ("wire", "post", "brief"),
        "reprint",
    )
    assert found.edits["post"] == ("+ More pictures are on our website tonight.",)
    assert found.edits["brief"] == tuple(f"- {s}" for s in EN[3:])


def test_a_translated_copy_shows_in_its_claims() -> None:
    """The same claims in the same order across languages are a translation."""
    columns = [source(WIRE), source(CHINESE)]
    (found,) = families(columns, told(*columns), OPTIONS)
    assert (found.kind, found.edits) == ("translation", {})


def test_independent_reports_are_no_family() -> None:
    """Another order, few shared claims, or a report of one's own make no copy."""
    assert families([source(WIRE), source(APART)], [], OPTIONS) == ()
    turned = article("zh", *reversed(HANS))
    columns = [source(WIRE), source(turned)]
    assert families(columns, told(*columns), OPTIONS) == ()
    longer = [source(WIRE), source(CHINESE)]
    extra = [claim(10 + n, {"wire": carried(WIRE, EN[0][:20]), "zh": missing()}) for n in range(9)]
    assert families(longer, [*told(*longer), *extra], OPTIONS) == ()


def test_a_summary_is_no_copy() -> None:
    """Summaries are left out of families."""
    digest = source(article("digest", *EN, kind="summary"))
    assert families([source(WIRE), digest], [], OPTIONS) == ()


def test_containment_is_a_share_of_the_shorter() -> None:
    """A truncated copy is wholly contained; nothing is contained in nothing."""
    assert containment(source(WIRE), source(SHORT), OPTIONS) > 0.95
    assert containment(source(WIRE), source(article("none", "")), OPTIONS) == 0
    assert shingles("台灣海峽的和平", OPTIONS) == shingles("台湾海峡的和平", OPTIONS)


# ---------------------------------------------------------------- readout
def block(made: Source, quote: str, *, kind: str = "readout", inside: bool = True) -> Cell:
    """A cell whose evidence stands in an embedded statement."""
    voice = said(made.article, quote, kind, "Miller", block=inside)
    return carried(made.article, quote, voice)


def official() -> tuple[list[Source], list[Claim]]:
    """A carries a statement of two claims; B has one of them, C neither; B adds one."""
    columns = [source(A), source(B), source(C)]
    rows = [
        {
            "a": block(columns[0], "The envoy came"),
            "b": carried(B, "The envoy came"),
            "c": missing(),
        },
        {"a": block(columns[0], "Peace is near"), "b": missing(), "c": Cell(UNCLEAR, 0.3)},
        {"a": missing(), "b": carried(B, "Talks go on."), "c": missing()},
    ]
    return columns, [claim(n, row) for n, row in enumerate(rows, 1)]


def test_an_embedded_statement_is_held_against_the_rest() -> None:
    """Kept, dropped and unclear by source, and what each added."""
    columns, claims = official()
    found = readout(columns, claims, {})
    assert found is not None
    assert (found.reference, found.label) == ("a", "Miller, as carried by A")
    assert [(r.claim, r.verdicts["b"], r.verdicts["c"]) for r in found.rows] == [
        ("c01", "kept", "dropped"),
        ("c02", "dropped", "unclear"),
    ]
    assert found.added == {"a": (), "b": ("c03",), "c": ()}


def test_the_matrix_and_the_readout_say_one_thing() -> None:
    """Every verdict of the readout is the status of the same cell in other words."""
    columns, claims = official()
    changed = replace(
        claims[0],
        cells={**claims[0].cells, "b": Cell(PARTIAL, 0.5), "c": Cell(CONFLICTS, 0.5)},
    )
    found = readout(columns, [changed, *claims[1:]], {})
    assert found is not None
    assert found.rows[0].verdicts == {"a": "kept", "b": "softened", "c": "contradicted"}
    assert found.rows[1].verdicts == {"a": "kept", "b": "dropped", "c": "unclear"}


def test_any_source_may_be_the_reference() -> None:
    """Against a source all that it carries is the official text."""
    columns, claims = official()
    found = readout(columns, claims, {}, against="b")
    assert found is not None
    assert [r.claim for r in found.rows] == ["c01", "c03"]
    assert found.rows[1].verdicts == {"a": "dropped", "b": "kept", "c": "dropped"}


def test_an_official_article_comes_first() -> None:
    """A source that is itself a readout is the reference, by its title."""
    columns, claims = official()
    columns[2] = source(replace(C, kind="readout", title="Readout of the meeting"))
    found = readout(columns, claims, {})
    assert found is not None
    assert (found.reference, found.label, found.rows) == ("c", "Readout of the meeting", ())


def test_an_unknown_reference_is_not_found() -> None:
    """A source that is not there is refused with the ids that are."""
    columns, claims = official()
    with pytest.raises(NotFound, match="no source 'x'") as error:
        readout(columns, claims, {}, against="x")
    assert error.value.suggestions == ("a", "b", "c")


def test_a_story_without_a_statement_has_no_readout() -> None:
    """Nothing official: no view by itself, an error when one was asked for."""
    columns = [source(A), source(B)]
    plain = [claim(1, cells(a=None, b=None))]
    assert readout(columns, plain, {}) is None
    with pytest.raises(NotFound, match="no official text"):
        readout(columns, plain, {}, against="readout")


def test_a_statement_without_a_speaker_is_named_by_its_carrier() -> None:
    """When nobody signs the statement the label says who carries it."""
    columns, claims = official()

    def unsigned(found: Attribution | None) -> Attribution | None:
        return replace(found, speaker=None) if found else None

    bare = [
        replace(
            c,
            cells={
                k: replace(
                    x,
                    evidence=tuple(
                        replace(e, attribution=unsigned(e.attribution)) for e in x.evidence
                    ),
                )
                for k, x in c.cells.items()
            },
        )
        for c in claims
    ]
    found = readout(columns, bare, {})
    assert found is not None
    assert found.label == "official statement, as carried by A"


# ---------------------------------------------------------------- wording
HAN = Entity("han", "Han Zheng", "PER")
STRAIT = Entity("strait", "Taiwan Strait", "LOC")


def named(name: str, text: str, *spans: tuple[str, str, str]) -> tuple[Source, list[Mention]]:
    """A source of one sentence with mentions (surface, type, entity)."""
    found = []
    for surface, kind, entity in spans:
        start = text.index(surface)
        found.append(
            Mention(name, BODY, start, start + len(surface), surface, kind, entity or None)
        )
    return source(article(name, text)), found


def test_labels_of_one_person_stand_side_by_side() -> None:
    """The offices and bodies in front of a name are its label, where sources differ."""
    office, han = ("国家副主席", "ROLE", ""), ("韩正", "PER", "han")
    china, party = ("中国", "LOC", "china"), ("中共", "ORG", "cpc")
    one, in_one = named("a", "布林肯会见了中国国家副主席韩正。", china, office, han)
    two, in_two = named("b", "布林肯会见了中共国家副主席韩正。", party, office, han)
    (row,) = wording([one, two], {"a": in_one, "b": in_two}, {"han": HAN}, ())
    assert row.entity == "Han Zheng"
    assert row.labels == {"a": ("中国国家副主席",), "b": ("中共国家副主席",)}
    assert wording([one], {"a": in_one}, {"han": HAN}, ()) == ()
    same = wording([one, replace(one, id="c")], {"a": in_one}, {"han": HAN}, ())
    assert same == ()


def test_a_place_without_a_role_is_no_label() -> None:
    """A country in front of a name says nothing about the person."""
    one, in_one = named("a", "中国韩正来了。", ("中国", "LOC", "china"), ("韩正", "PER", "han"))
    two, in_two = named("b", "中共的韩正来了。", ("中共", "ORG", "cpc"), ("韩正", "PER", "han"))
    assert wording([one, two], {"a": in_one, "b": in_two}, {"han": HAN}, ()) == ()


def test_names_of_a_place_differ_within_a_language() -> None:
    """台海 and 台湾海峡 are shown; a translation is no other label."""
    one, in_one = named("a", "他谈到台海。", ("台海", "LOC", "strait"))
    two, in_two = named("b", "他谈到台湾海峡。", ("台湾海峡", "LOC", "strait"))
    three, in_three = named("c", "The Taiwan Strait.", ("Taiwan Strait", "LOC", "strait"))
    held = {"a": in_one, "b": in_two, "c": in_three}
    (row,) = wording([one, two], held, {"strait": STRAIT}, ())
    assert row.labels == {"a": ("台海",), "b": ("台湾海峡",)}
    assert wording([one, three], held, {"strait": STRAIT}, ()) == ()


def test_loaded_terms_are_shown_where_sources_differ() -> None:
    """Who called it what; a term that all share is not shown."""
    one = source(article("a", "The spy balloon was shot down amid protests."))
    two = source(article("b", "击落的气象气球引发抗议。"))
    (row,) = wording([one, two], {}, {}, terms())
    assert (row.entity, row.kind) == ("balloon", "term")
    assert row.labels == {"a": ("spy balloon",), "b": ("airship or weather balloon",)}


def test_languages_without_a_dictionary_are_said() -> None:
    """A comparison over languages that no dictionary joins says that its cells are less sure."""
    french = article("un", "Le pont est tombé mercredi.", language="fr")
    english = article("one", "The bridge fell on Wednesday.")
    story = Story("bridge", "Bridge", None, None, (french, english))
    assert "less surely" in " ".join(pipeline.analyse(story).notes)
    alone = Story("bridge", "Bridge", None, None, (english, article("two", "The bridge fell.")))
    assert pipeline.analyse(alone).notes == ()


def test_languages_without_a_calibration_are_said() -> None:
    """Where the bounds were learned on too few cells between two languages, the table says so."""
    first, second, korean = (
        article("a", "The bridge fell on Wednesday."),
        article("b", "The bridge fell."),
        article("c", "수요일에 다리가 무너졌다.", language="ko"),
    )
    checked = Story("bridge", "Bridge", None, None, (first, second))
    assert NO_CALIBRATION not in pipeline.analyse(checked).notes
    other = Story("bridge", "Bridge", None, None, (first, korean))
    assert NO_CALIBRATION in pipeline.analyse(other).notes
