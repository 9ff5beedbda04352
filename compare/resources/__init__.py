"""Package data, the user's data and configuration, caches: read here and nowhere else."""
