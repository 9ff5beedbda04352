"""Outlets over many stories: what share of the common claims each carries, what it leaves out, whom
it lets speak, and how much two of them have in common.

    tallies       a comparison -> what it adds to the counts
    standing      a tally -> what became of the claims that others share, for each outlet
    intervals     counts by story -> a share with its interval
    omissions     what an outlet leaves out more often than others who were there
    speakers      whom it lets speak
    overlap       each two outlets
    profiles      all of it

In: comparisons, one after another, none of which is kept. Out: `Profiles`. Outlets stand in the
order of their ids, and nothing here puts one above another.
"""

from compare.outlets.profiles import profiles
from compare.outlets.tallies import tally

__all__ = ["profiles", "tally"]
