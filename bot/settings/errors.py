"""What is wrong with a setting."""

from __future__ import annotations


class SettingsError(ValueError):
    """An environment variable that cannot be used; the message names it and says what to write."""
