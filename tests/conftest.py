"""What every test starts from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from compare.reports.words import use_language


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Each test starts in English, whatever language a command of another one chose."""
    use_language("en")
    yield
    use_language("en")
