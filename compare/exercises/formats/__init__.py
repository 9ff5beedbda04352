"""Sheets and keys in every format: pure functions to str or bytes, one module a format."""
