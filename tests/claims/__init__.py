"""Tests of compare.claims."""
