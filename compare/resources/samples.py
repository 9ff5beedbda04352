"""The sample articles that ship with the package.

In: the working folder. Out: the folder to read when the user named none.
"""

from __future__ import annotations

from pathlib import Path


def default_folder() -> tuple[Path, str]:
    """`./seeds` when it is there, else the packaged samples; and the notice that says so."""
    here = Path("seeds")
    if here.is_dir():
        return here, "no path given: reading ./seeds"
    packaged = Path(__file__).parent / "seeds"
    if not packaged.is_dir():  # an editable install reads them from the checkout
        packaged = Path(__file__).parents[2] / "seeds"
    return packaged, "no path given: reading the sample articles that come with compare"
