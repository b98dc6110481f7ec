"""Tables of sourced prices, and the knowledge files that were made of them: `python -m tools.prices`."""
