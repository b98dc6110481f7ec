"""The sentences of a language about plans, sellers and the history of prices, with gaps to fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketPhrases:
    """Templates for :meth:`str.format`; the gaps are named where they stand."""

    by_unit: Mapping[str, str]
    """A price for what is no token: gaps ``money``, ``n`` and the endings of a plural, ``s`` and ``es``.

    For one of them these are nothing.
    """
    plan_includes: str
    """What a plan includes: gap ``text``."""
    checked: str
    """The last day on which a price was seen: gap ``day``."""
