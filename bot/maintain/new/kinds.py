"""The kinds of entries that can be written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.maintain.new.ending import NewEnd
from bot.maintain.new.facts import NewArticle, NewFact
from bot.maintain.new.making import Kind
from bot.maintain.new.selling import NewModel, NewPlan, NewPrice, NewVendor
from bot.maintain.new.terms import NewQuota, NewRate, NewWindow

KINDS: Final[Mapping[str, type[Kind]]] = {
    "vendor": NewVendor,
    "model": NewModel,
    "price": NewPrice,
    "end": NewEnd,
    "plan": NewPlan,
    "window": NewWindow,
    "quota": NewQuota,
    "rate": NewRate,
    "fact": NewFact,
    "article": NewArticle,
}
"""The kinds by their names on the command line."""
