"""Of a quotation that runs over several paragraphs (a mark opens each, the last one closes) every
part has its speaker, and what follows has none (CoreNLP#1139, #905).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.voices import Sibling, complaints

SIBLINGS = [
    Sibling(
        "Carla Voss told the council: “We ran out of time.\n\n“Nobody had a plan.\n\n"
        "“That must change before winter.”\n\nThe council meets in June.",
        {
            "We ran out of time.": "Voss",
            "Nobody had a plan.": "Voss",
            "That must change before winter.": "Voss",
        },
        unsaid=("The council meets",),
    ),
    Sibling(
        "“The roof went first.\n\n“Then the walls came down,” said Peter Hahn, a roofer.\n\n"
        "The house stood for a century.",
        {"The roof went first.": "Hahn", "Then the walls came down": "Hahn"},
        unsaid=("The house stood",),
    ),
    Sibling(
        "“We held the line,” said Chief Ana Ruiz. “It was close.\n\n“But we did it.\n\n"
        "“And we would do it again.”\n\nThe fire is out.",
        {
            "We held the line": "Ruiz",
            "It was close.": "Ruiz",
            "But we did it.": "Ruiz",
            "And we would do it again.": "Ruiz",
        },
        unsaid=("The fire is out.",),
    ),
    Sibling(
        'Paul Dent, the coach, said: "They ran all day.\n\n"They never gave up."\n\n'
        "The match drew 4,000 people.",
        {"They ran all day.": "Dent", "They never gave up.": "Dent"},
        unsaid=("4,000 people",),
    ),
    Sibling(
        '"The school needs a hall," the principal, Ruth Vane, said. "We asked for one twice.\n\n'
        '"Nothing came."\n\nThe hall would cost $2 million.',
        {"We asked for one twice.": "Vane", "Nothing came.": "Vane"},
        unsaid=("The hall would cost",),
    ),
    Sibling(
        "校长何涛说：“我们会查清此事。\n\n“结果将向大家公开。\n\n“请家长放心。”\n\n"
        "学校有九百名学生。",
        {"我们会查清此事": "何涛", "结果将向大家公开": "何涛", "请家长放心": "何涛"},
        unsaid=("九百名学生",),
        language="zh",
    ),
    Sibling(
        "Bürgermeister Jens Kolb sagte: „Wir haben lange gewarnt.\n\n„Niemand hat auf uns "
        "gehört.“\n\nDie Stadt hat 9000 Einwohner.",
        {"Wir haben lange gewarnt.": "Kolb", "Niemand hat auf uns": "Kolb"},
        unsaid=("9000 Einwohner",),
        language="de",
    ),
    Sibling(
        "« Nous avons tout perdu.\n\n« Il faut maintenant reconstruire », a déclaré Claire "
        "Petit.\n\nLa ville compte 9 000 habitants.",
        {"Nous avons tout perdu.": "Petit", "Il faut maintenant reconstruire": "Petit"},
        unsaid=("9 000 habitants",),
        language="fr",
    ),
    Sibling(
        "“Trains will stop at noon.\n\nThe line was built in 1902 and has two tunnels.\n\n"
        "“They will run again on Monday,” Tom Reed said.",
        {"They will run again on Monday": "Reed"},
        unsaid=("two tunnels",),
    ),
    Sibling(
        "Asked about the dam, Nora Blyth said, “It holds.\n\n“It will hold next year too,” she "
        "added. “We check it daily.”",
        {"It holds.": "Blyth", "It will hold next year too": "Blyth", "We check it daily": "Blyth"},
    ),
]


@pytest.mark.parametrize("sibling", SIBLINGS, ids=str)
def test_a_quotation_over_paragraphs_has_one_speaker(sibling: Sibling, tmp_path: Path) -> None:
    """Every paragraph of the quotation is its speaker's, the next paragraph nobody's."""
    assert not complaints(sibling, tmp_path)
