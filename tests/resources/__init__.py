"""Tests of compare.resources."""
