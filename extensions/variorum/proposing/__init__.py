"""Proposals from a program of the user's: handed the articles, believed in nothing.

:mod:`.program` runs it within limits, :mod:`.taken` holds what it says to the articles' words and
turns what passes into corrections that wait in ``proposals.yaml``. No build reads that file: a
proposal counts once a person has accepted it.
"""
