"""A new price: a line below those that are there, which stay as they are."""

from __future__ import annotations

from datetime import date
from functools import partial

from bot.knowledge.schema import SIDE_NAMES, ModelShape, PriceShape
from bot.knowledge.schema_models import LifeShape
from bot.knowledge.yaml_text import Value
from bot.maintain.new import sourcing
from bot.maintain.new.desk import Desk, Found
from bot.maintain.new.draft import Draft, Hint
from bot.maintain.new.places import Item, Spot, with_item

SIDES = {side.replace("_", "-"): side for side in SIDE_NAMES}
KEYS = {
    "from": "from", "basis": "basis", "until": "until", "until-basis": "until_basis", "amount": "amount", "buys": "buys",
    "for": "for", "free": "free", "currency": "currency", "per": "per", "unit": "unit", "side": "side", **SIDES,
    "mode": "mode", "cache-life": "cache_life", "window": "window", "input-tokens": "input_tokens",
    "output-tokens": "output_tokens", "region": "region", "promotion": "promotion", "list": "list", "checked": "checked",
    "confidence": "confidence",
}  # fmt: skip
"""The flags of a price and its keys, in the order in which a line has them."""
FORMS = frozenset({*SIDES, "amount", "buys", "free"})


def is_priced(draft: Draft) -> bool:
    """Whether anything of a price is given."""
    return bool(FORMS & draft.keys())


def hint(desk: Desk, vendor: str, model: ModelShape | None, flag: str, draft: Draft, today: date) -> Hint | None:
    """What is known of the flags of a price; ``model`` is none where it is new itself."""
    if flag in SIDES:
        return Hint(
            needed=flag == "input" and not is_priced(draft), skipped=bool({"amount", "buys", "free"} & draft.keys())
        )
    if flag == "from":
        return Hint(today.isoformat(), needed=True, offered=True)
    if flag in ("currency", "per"):
        if draft.get("free") or (flag == "per" and draft.get("buys")):
            return Hint(skipped=True)
        return Hint(_usual(desk, vendor, model, flag), needed=True, offered=model is None)
    return sourcing.hint(desk, vendor, flag, draft, draft.text("from"))


def _usual(desk: Desk, vendor: str, model: ModelShape | None, flag: str) -> str:
    """What the last price of the model says, or of the vendor's last models."""
    models = [model] if model is not None and model.prices else []
    models += [one for _, file in desk.vendors if file.id == vendor for one in reversed(file.models)]
    lines = [line for one in models for line in reversed(one.prices) if line.unit == "token" and line.currency]
    values = (line.currency if flag == "currency" else line.per for line in lines)
    return next((str(value) for value in values if value is not None), "")


def line(desk: Desk, draft: Draft, vendor_file: Found) -> dict[str, Value]:
    """The line as it is written, its source added where it is new."""
    written = draft.under(KEYS)
    written["source"] = sourcing.ids(desk, draft, vendor_file.vendor)
    return written | draft.under({"fact": "fact"})


def add(desk: Desk, draft: Draft, id_: str) -> None:
    """Put the line below the earlier ones of the model."""
    found, model = desk.models[id_], desk.model(id_)
    written = line(desk, draft, found)
    item = Item(written, (draft.text("remark"),) if draft.get("remark") else ())
    path, keys = ("models", found.place, "prices"), keys_of_models()
    change = partial(with_item, path=path, keys=keys, item=item, spot=_spot(model.prices, draft))
    desk.change(found.file.name, change)


def keys_of_models() -> list[str]:
    """The keys of a model in the order in which they stand: its life, which its shape shares with others, before its prices."""
    names = [name for name in ModelShape.model_fields if name not in LifeShape.model_fields]
    behind = names.index("stands_for")
    ordered = (*names[:behind], *LifeShape.model_fields, *names[behind:])
    return [ModelShape.model_fields[name].alias or name for name in ordered]


def _spot(prices: tuple[PriceShape, ...], draft: Draft) -> Spot:
    """Behind the last line that begins no later."""
    day = draft.text("from")
    earlier = [place for place, price in enumerate(prices) if price.from_.isoformat() <= day]
    return Spot(earlier[-1] + 1 if earlier else 0)
