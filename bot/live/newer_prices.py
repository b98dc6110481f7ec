"""Newer prices of the models that nobody here curated: the file that the package genai-prices updates itself from."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Final

from bot.knowledge.catalogue import Catalogue
from bot.live.errors import RefreshError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from genai_prices.types import Provider

MOST_BYTES: Final = 16 * 1024 * 1024
"""Several times what it has today."""

LEAST_SHARE: Final = 0.5
"""The share of the models known before that has to be in it: else it is another file, or half of one."""


def usual_address() -> str:
    """Where the package itself fetches it from."""
    from genai_prices.update_prices import DEFAULT_UPDATE_URL

    return DEFAULT_UPDATE_URL


def newer_catalogue(body: bytes, known: Catalogue, today: date) -> Catalogue:
    """The catalogue that a file holds, where it can take the place of the one that is known.

    Raises:
        RefreshError: it cannot be read, is older, or lacks much of what was known.
    """
    providers = _providers(body)
    catalogue = Catalogue.load(lambda: providers, fetched=True)
    found, before = set(catalogue.models()), set(known.models())
    if not found:
        raise RefreshError("it holds no prices")
    if len(found & before) < LEAST_SHARE * len(before):
        raise RefreshError(f"of {len(before):,} models known before it has only {len(found & before):,}")
    day, newest = _day(catalogue), _day(known)
    if day > today:
        raise RefreshError(f"it speaks of {day}, which is still to come")
    if day < newest:
        raise RefreshError(f"it is of {day}, older than what is known")
    return catalogue


def _day(catalogue: Catalogue) -> date:
    source = catalogue.source()
    return (source.date if source is not None else None) or date.min


def _providers(body: bytes) -> Sequence[Provider]:
    """As the package's own updater reads them, which has no way to be handed a file that was fetched already.

    Raises:
        RefreshError: they cannot be read.
    """
    try:
        from genai_prices.types import _providers_from_raw
    except ImportError:
        raise RefreshError("the installed package reads no files") from None
    try:
        raw = json.loads(body)
        if not isinstance(raw, list):
            raise TypeError
        return _providers_from_raw(raw)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise RefreshError("it is no list of prices") from None
