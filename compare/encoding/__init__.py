"""Vectors and similarities of short texts: the encoder, and the lexical score beside it."""
