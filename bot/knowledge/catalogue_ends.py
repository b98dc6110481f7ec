"""When models of the wider catalogue end, which its lists do not say: told by the knowledge base, with its sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Final

from bot.knowledge.catalogue_book import Made
from bot.knowledge.entries import CatalogueContents
from bot.knowledge.model_entries import Life, Model
from bot.knowledge.price_entries import End, Price

_DAY: Final = timedelta(days=1)


def with_ends(contents: CatalogueContents, lives: Mapping[str, Life]) -> CatalogueContents:
    """The catalogue with the ends of models, by their ids; of ids that it does not have, nothing is told."""
    known = {id_: life for id_, life in lives.items() if id_ in contents.models}
    models = {id_: partial(_ended, contents.models, id_, life) for id_, life in known.items()}
    prices = {id_: partial(_priced, contents.prices, id_, life) for id_, life in known.items()}
    return replace(
        contents,
        models=Made({id_: partial(contents.models.__getitem__, id_) for id_ in contents.models} | models),
        prices=Made({id_: partial(contents.prices.__getitem__, id_) for id_ in contents.prices} | prices),
    )


def _ended(models: Mapping[str, Model], id_: str, told: Life) -> Model:
    model = models[id_]
    seen = model.life
    superseded = told.is_superseded or seen.is_superseded
    return replace(model, life=replace(told, is_superseded=superseded, last_seen=seen.last_seen, checked=seen.checked))


def _priced(prices: Mapping[str, tuple[Price, ...]], id_: str, told: Life) -> tuple[Price, ...]:
    end = told.retired.exact if told.retired is not None else None
    return prices[id_] if end is None else tuple(_until(price, end) for price in prices[id_])


def _until(price: Price, end: date) -> Price:
    """The price with the model's end, where it had none before; what was listed later still is its last price."""
    if price.until is not None and price.until <= end:
        return price
    return replace(price, since=min(price.since, end - _DAY), until=end, until_basis=End.RETIRED)
