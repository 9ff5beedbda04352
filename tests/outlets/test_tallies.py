"""What a comparison adds to the counts of outlets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from compare.model import (
    ABSENT,
    Attribution,
    Cell,
    Claim,
    Comparison,
    Entity,
    Fact,
    FactRow,
    Origin,
    Story,
    Value,
)
from compare.model.outlets import FACT, NAMED, ORIGIN, SPEAKER, Trait
from compare.outlets import tally
from tests.made import article, carried, claim, missing, said, segment, source

OPEN, GATE = (
    "The port is open again, Ines Ode said.",
    "Crews mended the gate at Lirona in nine days.",
)
WIRE = article("wire", OPEN, GATE)
POST = article("post", GATE)
DIGEST = article("digest", GATE, kind="summary")
ODE = Entity("per:ines-ode", "Ines Ode", "PER", {"en": "Ines Ode", "zh-Hans": "伊内斯·奥德"})
LIRONA = Entity("loc:lirona", "Lirona", "LOC", {"en": "Lirona", "zh-Hans": "利罗纳"})
SAYS = replace(
    said(WIRE, "The port is open again", speaker="Ines Ode", mode="indirect"), entity=ODE.id
)


def compared(*claims: Claim, facts: tuple[FactRow, ...] = ()) -> Comparison:
    """These claims in the wire, the post and a digest."""
    day = date(2024, 5, 6)
    story = Story("port", "Port", day, day, (WIRE, POST, DIGEST), (ODE, LIRONA))
    sources = tuple(map(source, (WIRE, POST, DIGEST)))
    return Comparison(story, sources, claims, facts=facts)


def row(number: int, text: str, **cells: Cell) -> Claim:
    """A claim with cells in the three sources, absent where none is given."""
    given = {key: cells.get(key, missing()) for key in ("wire", "post", "digest")}
    return claim(number, given, text)


def test_summaries_and_what_states_nothing_are_left_out() -> None:
    """A digest is no source, what it alone carries is no claim, nor is a remark on the report."""
    gate = row(1, GATE, wire=carried(WIRE, GATE), digest=carried(DIGEST, GATE))
    alone = row(2, GATE, digest=carried(DIGEST, GATE))
    remark = replace(row(3, GATE, wire=carried(WIRE, GATE)), telling=False)
    found = tally(compared(gate, alone, remark))
    assert [one.id for one in found.sources] == ["wire", "post"]
    assert [one.id for one in found.claims] == ["c01"]
    assert set(found.claims[0].cells) == {"wire", "post"}
    assert (found.claims[0].cells["post"].status, found.slug) == (ABSENT, "port")


def test_a_claim_has_the_traits_of_its_wording() -> None:
    """Whose words it is, who says it, whom it names, and which key facts stand in it."""
    told = row(1, "The port is open again", wire=carried(WIRE, "The port is open again", SAYS))
    told = replace(told, origin=Origin("remarks", "Ines Ode"))
    gate = replace(
        row(2, GATE, wire=carried(WIRE, GATE), post=carried(POST, GATE)), place=segment(WIRE, GATE)
    )
    start = WIRE.text.index("nine days")
    fact = Fact(
        "wire", "duration", "body", start, start + 9, Value("9 day"), (start, start + 9), "en"
    )
    elsewhere = replace(fact, kind="date", start=0, end=3)
    rows = (
        FactRow("f01", "duration", {}, "", "en", {"wire": (fact,), "post": ()}),
        FactRow("f02", "date", {}, "", "en", {"wire": (elsewhere,)}),
    )
    one, other = tally(compared(told, gate, facts=rows)).claims
    assert one.traits == (Trait(ORIGIN, "remarks"), Trait(SPEAKER, ODE.id))
    assert other.traits == (
        Trait(FACT, "duration"),
        Trait(NAMED, LIRONA.id),
        Trait(ORIGIN, "outlet"),
    )


def test_names_are_found_in_every_language_and_by_their_last_part() -> None:
    """A surname, and a Chinese name in either script, name a person; part of a word does not."""
    texts = ("Ode left.", "奧德離開了。", "A code was found.", "利羅納的港口", "Lironas")
    claims = [row(n, text, wire=carried(WIRE, GATE)) for n, text in enumerate(texts, 1)]
    named = [
        [t.value for t in c.traits if t.part == NAMED] for c in tally(compared(*claims)).claims
    ]
    assert named == [[ODE.id], [ODE.id], [], [LIRONA.id], []]


def test_words_given_as_somebodys_are_one_statement() -> None:
    """However many rows a stretch fills it counts once; an outlet's own words are none, and nor are
    those in a language whose speech is not read.
    """
    open_again = carried(WIRE, "The port is open again", SAYS)
    unread = Attribution("post", "body", GATE, (0, len(GATE)), mode="unknown", kind="unknown")
    own = replace(unread, mode="own", kind="outlet")
    found = tally(
        compared(
            row(1, "a", wire=open_again),
            row(2, "b", wire=open_again, post=carried(POST, GATE, unread)),
            row(3, "c", wire=carried(WIRE, GATE, own), digest=carried(DIGEST, GATE, SAYS)),
        )
    )
    (one,) = found.statements
    assert (one.outlet, one.speaker, one.mode, one.kind) == (
        "wire",
        ODE.id,
        "indirect",
        "remarks",
    )
    assert {e.id for e in found.entities} == {ODE.id, LIRONA.id}


def test_a_speaker_who_is_no_leading_name_is_known_by_the_best_name() -> None:
    """Of several spellings of an identity the Latin and longest one stands."""
    words = ("The port is open again", OPEN, GATE)
    names = ("伊达", "Ida", "Ida Bell")
    claims = [
        row(
            n,
            text,
            wire=carried(WIRE, text, replace(said(WIRE, text, speaker=name), entity="per:ida")),
        )
        for n, (text, name) in enumerate(zip(words, names, strict=True), 1)
    ]
    found = tally(compared(*claims))
    assert {e.name for e in found.entities if e.id == "per:ida"} == {"Ida Bell"}


def test_an_office_is_the_one_that_the_article_gives() -> None:
    """It stands in the words that name the speaker, and holds where the same person speaks again;
    who is called by a pronoun alone has none.
    """
    texts = (
        "The bridge is shut, said foreign minister Ida Bell.",
        "It will open soon, said Ida Bell.",
        "Nobody was hurt, she said.",
    )
    made = article("port-news", *texts, outlet="wire")
    words = ("The bridge is shut", "It will open soon", "Nobody was hurt")
    names = ("foreign minister Ida Bell", "Ida Bell", "she")
    cells = []
    for text, content, name in zip(texts, words, names, strict=True):
        start = made.text.index(text) + text.index(name)
        told = replace(
            said(made, content, speaker="Ida Bell"),
            entity=None if name == "she" else "per:ida",
            source=(start, start + len(name)),
        )
        cells.append(carried(made, content, told))
    claims = [row(n, "", wire=cell) for n, cell in enumerate(cells, 1)]
    held = replace(compared(*claims), sources=tuple(map(source, (made, POST, DIGEST))))
    found = tally(held)
    assert [one.office for one in found.statements] == ["role:foreign-minister"] * 2 + [None]
    (office,) = (e for e in found.entities if e.type == "ROLE")
    assert (office.id, office.names["zh-Hans"]) == ("role:foreign-minister", "外长")
