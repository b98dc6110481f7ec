"""Prices, rates and names as of one day: the curated knowledge first, then the wider catalogue and exchange rates."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import Final

from bot.knowledge.entries import CurrencyWord, Entry, EntryKind, Knowledge, Rate, Source
from bot.knowledge.history import history
from bot.knowledge.model_entries import FreeQuota, Life, ModelStatus, Plan
from bot.knowledge.price_entries import Price, Side
from bot.knowledge.selection import (
    ORDINARY_CALL,
    PriceBook,
    Wanted,
    day_of,
    noon,
    offers,
    prices,
    reported,
    vendor_of,
)
from bot.knowledge.windows import Windows
from bot.lazy import once
from bot.quantities import ARITHMETIC, MILLION, THOUSAND, TOKEN
from bot.question import ANY_HOUR, Terms
from bot.questions.working.abroad import listed_abroad
from bot.questions.working.beside import Exchange, WiderCatalogue
from bot.questions.working.curated import entries, money_words, on_sale_at, own_chat_models, priced_models
from bot.questions.working.moments import Moment, clock_of, moment_of, wider_moment_of
from bot.questions.working.standings import offer

_NOT_WRITING: Final = (
    "embed",
    "rerank",
    "bge-",
    "guard",
    "moderation",
    "tts",
    "whisper",
    "transcribe",
    "image",
    "audio",
)
"""Parts of the names of models for other ends than writing, which nobody means by "the cheapest model"."""

THINKING: Final = "thinking"
"""The mode of which most vendors charge no other price."""

_MOST_KEPT: Final = 8
"""Moments of which the models on sale are kept."""

CHAT: Final = "chat"
PLAIN_SIDES: Final = (None, Side.INPUT, Side.OUTPUT, Side.CACHED_INPUT)
"""The sides that a price is told of where no other is asked for, unless a model has others alone."""
INDUSTRY: Final = "industry/2024-level"
"""The reference level that 行业 / "the industry" means."""


@dataclass(frozen=True)
class Market:
    """What is known on ``day``. Ids that are nowhere known give empty results, never errors."""

    knowledge: Knowledge
    catalogue: WiderCatalogue
    exchange: Exchange
    day: date
    now: datetime | None = None
    """The moment that windows and days are told by, with its zone; ``None``: the noon of the day, wherever a vendor is."""
    asked_day: bool = False
    """The day is one that was asked for, rather than the clock's."""
    wanted: Wanted = ORDINARY_CALL
    """Under which conditions prices are asked for."""
    sides: frozenset[Side] = frozenset()
    """Sides that are asked for beside the plain ones."""
    abroad: bool = False
    """A vendor's own list in dollars answers, where it has one, before that of its home."""

    @property
    def money_words(self) -> Mapping[str, CurrencyWord]:
        """The words for money that stand after a number, those for parts of a unit among them."""
        return money_words(self.knowledge)

    @once
    def entry(self) -> Callable[[str], Entry | None]:
        """Looks up what an id stands for."""
        return entries(self.knowledge, self.catalogue).__getitem__

    def prices(self, model: str) -> tuple[Price, ...]:
        """What a call of a model pays, at most one price a side; of a retired one, what was paid last.

        An article's report of a model answers for it, unless a day was asked for of which its vendor's list tells. Where
        no price is known under the conditions wanted, it is that of an ordinary call.
        """
        known = self.known(model).prices
        if model not in known:
            known[model] = self._told(self._all_prices(model))
        return known[model]

    def _all_prices(self, model: str) -> tuple[Price, ...]:
        if model in self.knowledge.entries:
            return self._as_wanted(model) or self.answering_report(model) or self.listed(model) or self.reported(model)
        found, size = self._as_wanted(model) or self.listed(model), self.wanted.input_tokens
        return found if size is None else tuple(price.for_input(size) for price in found)

    def known(self, model: str) -> Moment:
        """What other questions of the same moment have worked out."""
        wider = self.abroad or model not in self.knowledge.entries
        return self._wider_moment if wider else self._home_moment

    @once
    def _home_moment(self) -> Moment:
        return moment_of(self)

    @once
    def _wider_moment(self) -> Moment:
        return wider_moment_of(self)

    def _as_wanted(self, model: str) -> tuple[Price, ...]:
        """The prices under the conditions wanted, where those are others than of an ordinary call."""
        return self.listed(model, self.wanted) if self.wanted != ORDINARY_CALL else ()

    def _told(self, prices: tuple[Price, ...]) -> tuple[Price, ...]:
        """Those of the plain sides, and of the sides asked for; where there are none, or no text comes out, all."""
        told = tuple(price for price in prices if price.side in PLAIN_SIDES or price.side in self.sides)
        return told if told and self.kind_of(prices[0].model) == CHAT else prices

    def prices_abroad(self, model: str, wanted: Wanted = ORDINARY_CALL) -> tuple[Price, ...]:
        """What a call of a curated model pays by its vendor's own list in dollars, in the windows of its home."""
        listed, windows = self._listed_abroad(model), self.windows_of(model)
        if listed is None:
            return ()
        if windows is not None and wanted.window is None:
            open_now = windows.open_at(self.moment(model).astimezone(self.zone_of(model)))
            wanted = replace(wanted, window=next(iter(open_now), None))
        return self._from_abroad(model, prices(self.catalogue.book, listed, self.moment(model), wanted))

    def other_list(self, model: str) -> tuple[Price, ...]:
        """What the list says that does not answer, where a vendor has two of its own: that in dollars, or of its home."""
        if self._listed_abroad(model) is None:
            return ()
        return replace(self, abroad=False).prices(model) if self.abroad else self.prices_abroad(model, self.wanted)

    def whose_list(self, model: str) -> Entry | None:
        """The entry under which the prices of a model stand: its own, or that of the list in dollars."""
        listed = self._listed_abroad(model) if self.abroad else None
        return self.entry(model) if listed is None else self.catalogue.entry(listed)

    def _listed_abroad(self, model: str) -> str | None:
        """The id of a curated model in its vendor's own list in dollars, unless the model is not sold any more."""
        listed = listed_abroad(self.knowledge, self.catalogue).get(model)
        return listed if listed is not None and self.status(model) is not ModelStatus.RETIRED else None

    def _from_abroad(self, model: str, found: tuple[Price, ...]) -> tuple[Price, ...]:
        """Prices of the list in dollars as those of the model; of a day asked for none that was only seen later."""
        return tuple(replace(price, model=model) for price in found if not (price.early and self.asked_day))

    def kind_of(self, model: str) -> str:
        """What a model is for: chat, embedding, speech, image and the like."""
        known = self._book(model).models.get(model)
        return known.kind if known is not None else CHAT

    def listed(self, model: str, wanted: Wanted = ORDINARY_CALL) -> tuple[Price, ...]:
        """What its seller's own list says a call pays under the conditions wanted, at most one price a side."""
        abroad = self.prices_abroad(model, wanted) if self.abroad else ()
        return abroad or prices(self._book(model), model, self.moment(model), wanted)

    def _book(self, model: str) -> PriceBook:
        """The curated prices, or those of the wider catalogue for a model that nobody curated."""
        return self.knowledge if model in self.knowledge.entries else self.catalogue.book

    def on_terms(self, terms: Terms) -> Market:
        """The market as a question on those terms sees it."""
        window = terms.window if terms.window != ANY_HOUR else None
        wanted = Wanted(terms.mode, terms.cache_life, window, terms.tokens)
        return replace(self, wanted=wanted)

    def with_sides(self, *asked: str | None) -> Market:
        """The market that tells of the sides asked for as well."""
        own = frozenset(map(Side, filter(None, asked))).difference(PLAIN_SIDES)
        return replace(self, sides=own) if own else self

    def by_unit(self, model: str) -> tuple[Price, ...]:
        """What is paid for by other units than tokens, where tokens are none of them: characters, hours, pictures, pages."""
        units = dict.fromkeys([price.unit for price in self.offers(model)])
        return (
            ()
            if TOKEN in units
            else tuple(price for unit in units for price in self.listed(model, replace(self.wanted, unit=unit)))
        )

    def is_as_wanted(self, price: Price) -> bool:
        """Whether a price is of the mode wanted, rather than one that stands in for want of it."""
        mode = self.wanted.mode
        return price.conditions.mode == mode or mode in (None, THINKING)

    def offers(self, model: str, day: date | None = None) -> tuple[Price, ...]:
        """All prices that its seller's own list has on the day, or on another one: every mode, window and tier."""
        if day not in (None, self.day):
            return replace(self, day=day, now=None, asked_day=True).offers(model)
        known = self.known(model).offers
        if model not in known:
            found = self._offers_abroad(model) if self.abroad else ()
            known[model] = found or offers(self._book(model), model, self.moment(model))
        return known[model]

    def _offers_abroad(self, model: str) -> tuple[Price, ...]:
        listed = self._listed_abroad(model)
        if listed is None:
            return ()
        return self._from_abroad(model, offers(self.catalogue.book, listed, self.moment(model)))

    def reported(self, model: str) -> tuple[Price, ...]:
        """What articles report of it, up to the day."""
        return reported(self.knowledge, model, self.day)

    def answering_report(self, model: str) -> tuple[Price, ...]:
        """What articles report of it; nothing where a day was asked for that is not that of a report."""
        found = self.reported(model) if model in self.knowledge.reports else ()
        return found if not self.asked_day or any(price.since == self.day for price in found) else ()

    def history(self, model: str, wanted: Wanted = ORDINARY_CALL) -> tuple[Price, ...]:
        """What its seller's own list said over time, and will say as announced, oldest first."""
        return history(self._book(model), model, self.moment(model), wanted)

    def moment(self, model: str) -> datetime:
        """The moment by which the prices of a model are chosen."""
        return self.now or noon(self._book(model), model, self.day)

    def day_at(self, model: str) -> date:
        """The day that it is where the seller of a model is at home."""
        known = self.known(model).days
        if model not in known:
            known[model] = day_of(self._book(model), model, self.moment(model))
        return known[model]

    def status(self, model: str) -> ModelStatus | None:
        """Whether a model is still sold on the day; ``None`` for what is no model."""
        known = self.known(model).statuses
        if model not in known:
            known[model] = self._status(model)
        return known[model]

    def _status(self, model: str) -> ModelStatus | None:
        entry = self.entry(model)
        if entry is None or entry.kind is not EntryKind.MODEL or entry.reference:
            return None
        known = self._book(model).models.get(model)
        return known.life.status_on(self.day_at(model)) if known is not None else ModelStatus.CURRENT

    def life(self, model: str) -> Life | None:
        """The days of a model, where anything is told of whether it is still sold."""
        known = self._book(model).models.get(model)
        life = known.life if known is not None else None
        return life if life is not None and (life.sources or life.is_retired or life.is_superseded) else None

    def windows_of(self, model: str) -> Windows | None:
        """The windows by which the prices of a model differ; ``None`` where they do not."""
        known = self.known(model).windows
        if model not in known:
            book = self._book(model)
            differ = any(price.conditions.window for price in offers(book, model, self.moment(model)))
            known[model] = vendor_of(book, model).windows if differ else None
        return known[model]

    def zone_of(self, model: str) -> tzinfo:
        """The zone that the days and hours of a model's seller are told in."""
        return vendor_of(self._book(model), model).zone

    def plans(self, id_: str) -> tuple[Plan, ...]:
        """A plan, or those of a vendor, or of the vendor of a model or product."""
        plan = self.knowledge.plans.get(id_)
        entry = self.entry(id_)
        vendor = self.knowledge.vendors.get((entry.vendor if entry is not None else None) or id_)
        return (plan,) if plan is not None else vendor.plans if vendor is not None else ()

    def free_quotas(self, vendor: str) -> tuple[FreeQuota, ...]:
        """The tokens that a vendor does not charge, now or at any time."""
        known = self.knowledge.vendors.get(vendor)
        return known.free_quotas if known is not None else ()

    def curated_models(self) -> tuple[str, ...]:
        """Curated models that ever had a price, references apart, in the order of the knowledge base."""
        return priced_models(self.knowledge)

    def on_sale(self) -> tuple[str, ...]:
        """The curated models that chat and are current on the day, at their own vendors: what a ranking ranges over."""
        known = on_sale_at(self.knowledge)
        if self.clock not in known:
            if len(known) >= _MOST_KEPT:
                known.clear()
            current = (id_ for id_ in own_chat_models(self.knowledge) if self.status(id_) is ModelStatus.CURRENT)
            known[self.clock] = tuple(current)
        return known[self.clock]

    @once
    def clock(self) -> Hashable:
        """What prices may hang on of the moment: the days where vendors are at home, and the windows that are open."""
        if self.now is None:
            return self.day
        return clock_of(self.knowledge, self.now)

    def offered(self) -> tuple[tuple[str, ...], int]:
        """The models to name where none is known by the name that was said, and how many others there are."""
        return offer(self)

    def wider_models(self) -> tuple[str, ...]:
        """Models that only the wider catalogue has, those apart that write no text."""
        return tuple(filter(self.writes, self.catalogue.models()))

    @staticmethod
    def writes(model: str) -> bool:
        """Whether a model of the wider catalogue writes text, rather than embedding, ranking or speaking it."""
        return not any(map(model.__contains__, _NOT_WRITING))

    def own_rates(self, model: str, unit: str) -> tuple[Rate, ...]:
        """What the model's vendor publishes of characters or words a token."""
        entry = self.entry(model)
        vendor = entry.vendor if entry else None
        return tuple(rate for rate in self.knowledge.rates.get(vendor or "", ()) if rate.unit == unit)

    def all_rates(self, unit: str) -> tuple[Rate, ...]:
        return tuple(rate for rates in self.knowledge.rates.values() for rate in rates if rate.unit == unit)

    def source(self, id_: str) -> Source | None:
        """A source of the knowledge base, of the catalogue or of the exchange rates."""
        if id_ in self.knowledge.sources:
            return self.knowledge.sources[id_]
        for other in (self.catalogue.source(), self.exchange.source()):
            if other is not None and other.id == id_:
                return other
        return None


def one_size(prices: Iterable[Price]) -> Decimal:
    """For how many tokens prices are told together: by the thousand where all were published so, else by the million."""
    return THOUSAND if {price.published_per for price in prices} == {THOUSAND} else MILLION


def quoted(price: Price, per: Decimal) -> Decimal:
    """The price of ``per`` tokens, in the price's own currency."""
    return ARITHMETIC.divide(ARITHMETIC.multiply(price.amount, per), price.per)
