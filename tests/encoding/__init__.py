"""Tests of compare.encoding."""
