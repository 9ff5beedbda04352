"""Tests of compare.matching."""
