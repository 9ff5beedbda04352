"""A model that the user brings, asked about the cells that the program leaves open.

In: a finished comparison, what the pipeline knows of its passages, and a way to ask. Out: the
comparison, whose doubtful cells also hold what the model says. In the order of the data:

    cells        which cells are asked about, the most useful first
    question     claim and article, or the paragraphs of it nearest to the claim -> a question
    server       question -> what the model writes, over HTTP
    answer       what it writes -> a verdict and a quotation
    judging      the answers that may stand, in their cells, and how many may not

Nothing that a model says is taken on trust. Its answer must quote the article exactly, the passage
must be about the claim by our own measure, and the facts must allow its verdict; else it is void
and the cell stays as it was. What stands is shown beside the cell's status and never in it, and
counts nowhere: the figures that we publish are those of the program alone.
"""

from compare.judge.judging import Checks, judged
from compare.judge.server import Server

__all__ = ["Checks", "Server", "judged"]
