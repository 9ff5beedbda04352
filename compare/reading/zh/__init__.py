"""Chinese: names, dates, amounts and speech, in both scripts."""
