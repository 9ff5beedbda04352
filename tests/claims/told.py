"""What facts say of two passages, as a test tells it."""

from __future__ import annotations

from collections.abc import Sequence

from compare.model import Borne, Fact, Relation, Stretch


class Told:
    """Passages whose values have the fates that a test says, by the article of the proof, and stand
    to each other as it says.
    """

    def __init__(self, relation: Relation | None = None, **fates: Sequence[Borne]) -> None:
        """`fates` by article id; none for an article that is not named."""
        self.relation = relation
        self.fates = fates
        self.asked: list[tuple[Stretch, tuple[Stretch, ...]]] = []

    def borne(self, row: Stretch, proofs: Sequence[Stretch]) -> tuple[Borne, ...]:
        """What the test says of the article of the proofs."""
        self.asked.append((row, tuple(proofs)))
        return tuple(self.fates.get(proofs[0].article, ()))

    def selves(self) -> list[tuple[Fact, Fact]]:
        """No headline is belied."""
        return []

    def between(self, one: Stretch, other: Stretch) -> Relation | None:
        """The one relation."""
        self.asked.append((one, (other,)))
        return self.relation
