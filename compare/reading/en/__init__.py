"""English: names, dates, amounts and speech."""
