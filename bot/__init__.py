"""Answers questions about the prices of large language models, exactly and at once."""

__version__ = "0.1.0"
