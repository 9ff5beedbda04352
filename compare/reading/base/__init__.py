"""What the grammars of all languages share: calendar, amounts, spans, the lexicon."""
