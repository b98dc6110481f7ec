"""The font that charts are written in, and its licence."""
