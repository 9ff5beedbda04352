"""Tests of compare.alignment."""
