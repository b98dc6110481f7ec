"""What is raised for a code that is none."""

from __future__ import annotations


class BadCodeError(ValueError):
    """A code that does not read back."""
