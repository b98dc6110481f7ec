"""Answers questions about the prices of large language models, exactly and at once."""
