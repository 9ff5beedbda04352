"""Korean: dates."""
