"""A benchmark of claims x outlets: own stories, labelled cell by cell, and the scorer.

In the order of the data: `gold` reads and checks labels, `halves` knows which stories are fit,
check and blind, `places` finds quotes in articles, `predictions` reads what a tool says, `scoring`
judges tables and `ranking` single cells, and `score` is the command (`python -m corpus.score`).
Nothing here imports the program: any tool can be scored.
"""
