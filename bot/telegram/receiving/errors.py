"""Why updates cannot be received at all."""

from __future__ import annotations


class UnusableError(Exception):
    """Updates cannot be received as the settings say, and trying again cannot help; the message says what to do."""
