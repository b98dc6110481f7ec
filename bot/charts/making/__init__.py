"""From answers to charts: which questions have one, and what stands in it."""
