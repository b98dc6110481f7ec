"""What the questions share: subjects, sums of money, loads and units, taken out of a reading once for all handlers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from bot.answers import Load, UnitPrice
from bot.knowledge.entries import EntryKind
from bot.language.cues import UNIT_CUES, Cue
from bot.language.dates import find_day
from bot.language.entities import Amount, EntityKind
from bot.language.reading import Reading, Token
from bot.quantities import ARITHMETIC, CALL, CHARACTER, COPY, DAY, TOKEN, WORD, Money, Quantity, Range
from bot.questions.market import INDUSTRY, Market
from bot.questions.once import once

_BASE_UNITS: Final = (TOKEN, CHARACTER, WORD)
_STEPS: Final = ((Cue.PER_MILLION, Decimal(1_000_000)), (Cue.PER_THOUSAND, Decimal(1_000)))
_RANKING: Final = (Cue.CHEAPEST, Cue.DEAREST, Cue.THAN, Cue.LIST, Cue.ORDER, Cue.DESCENDING)
_EVERYTHING: Final = (
    "所有厂商", "全部厂商", "所有公司", "全部公司", "全部模型", "全部大模型", "你知道的所有", "你知道的全部", "全网", "国内外", "包括国外",
    "all models you know", "every model you know", "all the models you know", "all vendors", "every vendor", "all providers",
    "every provider", "everything you know",
)  # fmt: skip
_STRICT: Final = (
    "低于",
    "少于",
    "小于",
    "高于",
    "大于",
    "多于",
    "不到",
    "under",
    "below",
    "less than",
    "over",
    "above",
)
_ONE_STEP: Final = ("一千", "一百万", "1k", "a million", "a thousand", "one million", "one thousand")
_BARE_STEP: Final = ("千", "百万", "万", "亿", "十万", "k ", "m ", "k", "m", "million", "thousand", "mil ")
_MONTH: Final = Decimal(30)
_YEAR: Final = Decimal(365)
_PERIODS: Final = ((Cue.DAILY, Decimal(1)), (Cue.WEEKLY, Decimal(7)), (Cue.MONTHLY, _MONTH))
_WHOLE: Final = ((Cue.WHOLE_MONTH, _MONTH), (Cue.WHOLE_YEAR, _YEAR))
_TIME_CUES: Final = tuple(cue for cue, _ in (*_PERIODS, *_WHOLE))
_SIDES: Final = {Cue.INPUT: "input", Cue.OUTPUT: "output", Cue.CACHED: "cached_input"}


FAMILY_SHOWN: Final = 3
"""Models that a family's name stands for, the newest first."""

NOWHERE: Final = -1
"""The place of an entry that the text itself does not name."""


@dataclass
class Slots:
    """Slots of one message, each worked out when first asked for. ``places`` are indices of the reading's tokens."""

    reading: Reading
    market: Market
    currency: str
    """For sums without a word for money."""
    inherited: tuple[str, ...] = ()
    """Entries spoken of before, which count where the text names none."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.reading.tokens

    # Subjects

    @once
    def named(self) -> list[tuple[int, str]]:
        """Entries in the order of the text, each once."""
        seen: set[str] = set()
        found = []
        for place, name in self.reading.names(EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT):
            if name.id not in seen and name.version is None:
                seen.add(name.id)
                found.append((place, name.id))
        return found or [(NOWHERE, id_) for id_ in self.inherited]

    @once
    def unknown_versions(self) -> tuple[tuple[str, str], ...]:
        """Models named by a version that is not known: the entry whose name it is, and the words as written."""
        return tuple(
            (name.id, self._written(place))
            for place, name in self.reading.names(EntityKind.MODEL, EntityKind.SUBJECT)
            if name.version is not None
        )

    def _written(self, place: int) -> str:
        token = self.tokens[place]
        start, end = self.reading.normalized.source_span(token.start, token.end)
        return self.reading.normalized.original[start:end]

    @once
    def name_places(self) -> set[int]:
        kinds = (EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT)
        return {place for place, _ in self.reading.names(*kinds)}

    @once
    def subjects(self) -> tuple[str, ...]:
        """The models that the names stand for; a name that stands for none, or for several, is left as it is.

        The industry's level is left out, and so is an owner whose own model is named beside it.
        """
        resolved: dict[str, None] = {}
        direct = {id_ for _, id_ in self.named}
        for _, id_ in self.named:
            if id_ == INDUSTRY:
                continue
            models = self.market.models_of(id_)
            if id_ in models:
                resolved[id_] = None
            elif not self._owns_another(id_, models, direct) and not self._is_person(id_):
                resolved.update(dict.fromkeys(models[:FAMILY_SHOWN] or (id_,)))
        return tuple(resolved)

    def _is_person(self, id_: str) -> bool:
        """Whether an entry is a speaker or an event: of those nobody asks the price."""
        entry = self.market.entry(id_)
        return entry is not None and entry.kind is EntryKind.SUBJECT and not self.market.models_of(id_)

    @once
    def families(self) -> tuple[str, ...]:
        """Names that stand for more models than one."""
        return tuple(id_ for _, id_ in self.named if len(self.market.models_of(id_)) > 1)

    @once
    def subjects_or_industry(self) -> tuple[str, ...]:
        """The subjects, or the industry's level where it alone is named."""
        return self.subjects or ((INDUSTRY,) if self.industry else ())

    def _owns_another(self, id_: str, models: tuple[str, ...], direct: set[str]) -> bool:
        if any(model in direct for model in models):
            return True
        return any(other != id_ and self._is_owned_by(other, id_) for other in direct)

    def _is_owned_by(self, id_: str, owner: str) -> bool:
        entry = self.market.entry(id_)
        return entry is not None and owner in (entry.vendor, entry.parent)

    @once
    def models(self) -> tuple[str, ...]:
        """Those of the subjects that have a price, or had one."""
        return tuple(id_ for id_ in self.subjects if len(self.market.models_of(id_)) >= 1)

    @once
    def industry(self) -> bool:
        return any(id_ == INDUSTRY for _, id_ in self.named)

    @once
    def asked_currency(self) -> str | None:
        """The currency that the answer is wanted in: the last that is named without a number."""
        words = self.market.currency_of_word
        for place in reversed(self.reading.places(Cue.MONEY_WORD, Cue.HOW_MUCH_MONEY)):
            token = self.tokens[place]
            word = self.reading.text[token.start : token.end]
            for prefix in ("", "多少", "几多", "几", "how many ", "how much "):
                if word.startswith(prefix) and word[len(prefix) :] in words:
                    return words[word[len(prefix) :]]
        return None

    @once
    def as_of(self) -> date | None:
        """The day whose prices are asked for, where the text names one."""
        return find_day(self.reading.text)

    @once
    def work(self) -> tuple[int, str] | None:
        for place, name in self.reading.names(EntityKind.WORK):
            return place, name.id
        return None

    # Conditions

    @once
    def compared_with(self) -> str | None:
        """The subject that comes after a word for "than" (or, in Chinese, before the word for cheaper)."""
        for place in self.reading.places(Cue.THAN):
            for other, id_ in self.named:
                if other > place:
                    models = self.market.models_of(id_)
                    return models[0] if len(models) == 1 else id_
        return None

    @once
    def compares(self) -> bool:
        """Whether a word that only compares (vs, 对比, than) is there, rather than a plain "and"."""
        plain = {"和", "跟", "与", "同", "同埋", "以及", "及", "and", "or", "and or"}
        return any(
            self.reading.text[self.tokens[place].start : self.tokens[place].end] not in plain
            for place in self.reading.places(Cue.VERSUS, Cue.THAN)
        )

    @once
    def asks_for_money(self) -> bool:
        """Whether a difference is wanted in money (差多少钱, how many yuan)."""
        return self.reading.has(Cue.HOW_MUCH_MONEY, Cue.SAVE)

    @once
    def caps(self) -> bool:
        """Whether a sum of money is a limit (低于8毛, under 100 yuan) rather than a budget to spend."""
        bounded = any(sum_.value.low is None or sum_.value.high is None for _, sum_ in self.money)
        return bounded or (bool(self.money) and self.reading.has(Cue.UNDER, Cue.OVER))

    @once
    def strictly_below(self) -> bool:
        """Whether the words of a limit leave the limit itself out (低于, under), rather than keep it in (以内)."""
        return any(word in self.reading.text for word in _STRICT)

    @once
    def everything(self) -> bool:
        """Whether all vendors' models are meant, beyond the curated ones: 所有厂商, all models you know."""
        return any(words in self.reading.text for words in _EVERYTHING)

    @once
    def excluded(self) -> tuple[tuple[str, ...], frozenset[int], bool]:
        """Models left out ("除了豆包"), the places of those words, and whether the free ones are left out."""
        models: dict[str, None] = {}
        places: set[int] = set()
        paid_only = False
        for place in self.reading.places(Cue.EXCEPT):
            near = [at for at in (place + 1, place + 2, place - 1, place - 2) if 0 <= at < len(self.tokens)]
            if any(Cue.FREE in self.tokens[at].cues for at in near):
                paid_only = True
                places.add(place)
            for at in (place + 1, place + 2, place + 3):
                name = self.tokens[at].name if at < len(self.tokens) else None
                if name is not None and name.id != INDUSTRY:
                    models.update(dict.fromkeys(self.market.models_of(name.id)))
                    places |= {place, at}
        if not paid_only and self.reading.has(Cue.COSTS_MONEY) and self.reading.has(*_RANKING):
            paid_only = True
        return tuple(models), frozenset(places), paid_only

    def _near(self, place: int, *cues: Cue) -> bool:
        around = self.tokens[max(0, place - 2) : place + 3]
        return any(cue in token.cues for token in around for cue in cues)

    # Amounts

    @once
    def unit_price(self) -> tuple[frozenset[int], UnitPrice] | None:
        """A price named in the text: "0.0008元/千tokens", "每百万 0.5 元"."""
        for place, amount in self.reading.amounts(EntityKind.MONEY):
            for other in (self._next(place), self._previous(place)):
                per = self._per_amount(other)
                if per is not None and other is not None and amount.value.exact is not None:
                    used = {place, other, *self._between(place, other)}
                    if any(Cue.PER in self.tokens[at].cues for at in used) or self._per_places & {other}:
                        first = self._previous(min(place, other))
                        if first is not None and Cue.PER in self.tokens[first].cues:
                            used.add(first)
                        return frozenset(used), UnitPrice(Money(amount.value, amount.unit or self.currency), per)
        return self._quoted_step or self._quoted_sum

    @property
    def _quoted_step(self) -> tuple[frozenset[int], UnitPrice] | None:
        """A price beside words for "per million" or "per thousand": 每百万0.5元."""
        for cue, per in _STEPS:
            for step in self.reading.places(cue):
                for place, amount in self.reading.amounts(EntityKind.MONEY):
                    if abs(place - step) == 1 and amount.value.exact is not None:
                        sum_ = Money(amount.value, amount.unit or self.currency)
                        return frozenset({place, step}), UnitPrice(sum_, per)
        return None

    @property
    def _quoted_sum(self) -> tuple[frozenset[int], UnitPrice] | None:
        """A price said without a word for "per", beside the amount that it is wanted for: "一百万token卖四元,一千呢"."""
        sums = list(self.reading.amounts(EntityKind.MONEY))
        loads = [(place, self._per_amount(place)) for place, _ in self.reading.amounts(EntityKind.QUANTITY)]
        sized = [(place, per) for place, per in loads if per is not None]
        if self.named or len(sums) != 1 or len(sized) < 2 or not self.reading.has(Cue.HOW_MUCH_MONEY, Cue.HOW_MANY):
            return None
        place, amount = sums[0]
        nearest, per = min(sized, key=lambda pair: self.gap(pair[0], place))
        if amount.value.exact is None:
            return None
        return frozenset({place, nearest}), UnitPrice(Money(amount.value, amount.unit or self.currency), per)

    def _per_amount(self, place: int | None) -> Decimal | None:
        if place is None:
            return None
        amount = self.tokens[place].amount
        if amount is None or amount.value.exact is None or amount.value.exact <= 0:
            return None
        if amount.kind is EntityKind.QUANTITY and amount.unit == TOKEN:
            return amount.value.exact
        if amount.kind is EntityKind.NUMBER and amount.value.exact >= 1000:
            return amount.value.exact
        return None

    @once
    def _per_places(self) -> set[int]:
        """Amounts with a word for "per" right before them."""
        found = set()
        for place in self.reading.places(Cue.PER):
            if place + 1 < len(self.tokens) and self.tokens[place + 1].amount is not None:
                found.add(place + 1)
        if self.reading.has(Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.CONVERT):
            found |= {place for place, amount in self.reading.amounts() if self._is_bare_step(place, amount)}
        if self.reading.has(Cue.PRICE, Cue.BEFORE, Cue.CUT) or "按" in self.reading.text:
            found |= {place for place, amount in self.reading.amounts() if _is_quoting_step(amount)}
        wants_sum = self.reading.has(Cue.MONEY_WORD)
        if (
            not wants_sum
            and self.reading.has(Cue.HOW_MUCH_MONEY)
            and not self.reading.has(Cue.SPEND, Cue.WRITE, Cue.CHEAP, Cue.DIFFERENCE)
        ):
            found |= {place for place, amount in self.reading.amounts() if self._is_one_step(place, amount)}
        steps = {place for place in found if place and Cue.PER not in self.tokens[place - 1].cues}
        if len(steps) > 1:
            found -= steps
        return found

    def _is_one_step(self, place: int, amount: Amount) -> bool:
        """Whether an amount is one step in words, as prices are asked for: 一百万token, a million tokens."""
        words = self.reading.text[self.tokens[place].start : self.tokens[place].end]
        return _is_quoting_step(amount) and words.startswith(_ONE_STEP)

    def _is_bare_step(self, place: int, amount: Amount) -> bool:
        """Whether an amount is a step without a figure, as prices are quoted by: 千tokens, million tokens."""
        if (amount.kind is EntityKind.QUANTITY and amount.unit != TOKEN) or amount.kind is EntityKind.MONEY:
            return False
        token = self.tokens[place]
        return self.reading.text.startswith(_BARE_STEP, token.start, token.end)

    @once
    def per(self) -> tuple[frozenset[int], Decimal] | None:
        """The number of tokens that a price is wanted for: "每百万tokens", "per 1k tokens"."""
        priced = self.unit_price[0] if self.unit_price else frozenset[int]()
        for place in sorted(self._per_places - priced):
            per = self._per_amount(place)
            if per is not None:
                before = {place - 1} if place and Cue.PER in self.tokens[place - 1].cues else set()
                return frozenset({place, *before}), per
        for cue, step in _STEPS:
            places = frozenset(self.reading.places(cue)) - priced
            if places:
                return places, step
        return None

    @once
    def money(self) -> list[tuple[int, Money]]:
        """Sums of money, those of a unit price apart."""
        priced = self.unit_price[0] if self.unit_price else frozenset[int]()
        sums = []
        for place, amount in self.reading.amounts(EntityKind.MONEY):
            if place not in priced:
                unit = amount.unit or self.currency
                sums += [(at, Money(value, unit)) for at, value in self.listed_before(place)]
                sums.append((place, Money(amount.value, unit)))
        return sums or self._named_sums()

    def _named_sums(self) -> list[tuple[int, Money]]:
        """Bare numbers with a currency's name behind a particle: 两个亿的人民币."""
        words = self.market.currency_of_word
        found = []
        for place, amount in self.reading.amounts(EntityKind.NUMBER):
            for at in range(place + 1, min(place + 3, len(self.tokens))):
                word = self.reading.text[self.tokens[at].start : self.tokens[at].end]
                if Cue.MONEY_WORD in self.tokens[at].cues and word in words:
                    found.append((place, Money(amount.value, words[word])))
                elif Cue.FILLER in self.tokens[at].cues:
                    continue
                break
        return found

    def listed_before(self, place: int) -> list[tuple[int, Range]]:
        """Bare numbers listed right before an amount, which share its unit: 1, 20 and 500 yuan."""
        found: list[tuple[int, Range]] = []
        for at in range(place - 1, -1, -1):
            token = self.tokens[at]
            amount = self.reading.amount_at(at)
            if amount is not None and amount.kind is EntityKind.NUMBER:
                found.insert(0, (at, amount.value))
            elif Cue.VERSUS not in token.cues:
                break
        return found

    @once
    def _priced_places(self) -> frozenset[int]:
        """Places of a price named in the text, or of what a price is wanted for."""
        priced = self.unit_price[0] if self.unit_price else frozenset[int]()
        return priced | (self.per[0] if self.per else frozenset[int]())

    @once
    def bare_numbers(self) -> list[tuple[int, Amount]]:
        """Numbers with no unit that nothing else has taken."""
        used = self._priced_places | {place for place, _ in self.money} | {place for place, _, _ in self._counted}
        return [pair for pair in self.reading.amounts(EntityKind.NUMBER) if pair[0] not in used]

    def quantities(self, *units: str) -> list[tuple[int, Quantity]]:
        return [
            (place, Quantity(amount.value, unit))
            for place, amount, unit in self._counted
            if place not in self._priced_places and unit in units
        ]

    @once
    def _counted(self) -> list[tuple[int, Amount, str]]:
        """Quantities, and bare numbers right before a word for a unit (20000 times, 500 tokns)."""
        found = []
        for place, amount in self.reading.amounts(EntityKind.QUANTITY, EntityKind.NUMBER):
            unit = amount.unit
            if (
                unit is None
                and place + 1 < len(self.tokens)
                and self.gap(place, place + 1) <= 1
                and not self._stopped(place)
            ):
                unit = next((UNIT_CUES[cue] for cue in self.tokens[place + 1].cues if cue in UNIT_CUES), None)
            if unit is not None:
                found.append((place, amount, unit))
        return found

    def is_fund(self, place: int) -> bool:
        """Whether a bare number is a sum to be spent: 预算200."""
        return place > 0 and Cue.FUNDS in self.tokens[place - 1].cues

    def _stopped(self, place: int) -> bool:
        """Whether a mark that ends a clause stands right after a token."""
        end = self.tokens[place].end
        return self.reading.text[end : end + 1] in (",", ";", ".", "、", "。", "?", "!", ":")

    @once
    def loads(self) -> tuple[list[Load], frozenset[int]]:
        """The amounts of work named in the text, multiplied out, and the places of all that went into them."""
        found = _Loads(self)
        return found.found(), frozenset(found.used)

    @once
    def target_unit(self) -> tuple[str, frozenset[int]] | None:
        """The unit that is asked for: the one with the question word, or else one that stands without a number."""
        asked = self.reading.places(Cue.HOW_MANY)
        best: tuple[int, str, frozenset[int]] | None = None
        for cue, unit in UNIT_CUES.items():
            for place in self.reading.places(cue):
                nearest = bisect_left(asked, place)
                around = asked[max(0, nearest - 1) : nearest + 2]
                near = min((self._distance(place, other) for other in around), default=50)
                if cue not in self.tokens[place].cues[:1] and Cue.HOW_MANY not in self.tokens[place].cues:
                    near += 5
                if best is None or near < best[0]:
                    best = (near, unit, frozenset({place}))
        if self.reading.has(Cue.DURATION):
            return DAY, frozenset(self.reading.places(Cue.DURATION))
        if best is None or (best[1] in (CALL, COPY, DAY) and not asked):
            return None
        return best[1], best[2]

    @once
    def daily(self) -> bool:
        """Whether an amount is one of every day (每天, a day)."""
        return self.reading.has(Cue.DAILY) or any(
            quantity.value.exact == 1 and self.tokens[place].end - self.tokens[place].start <= 5
            for place, quantity in self.quantities(DAY)
        )

    @once
    def sides(self) -> list[tuple[int, str]]:
        return [(place, side) for cue, side in _SIDES.items() for place in self.reading.places(cue)]

    @once
    def one_side(self) -> str | None:
        """The side that prices are wanted for, where just one is named."""
        sides = {side for _, side in self.sides}
        return sides.pop() if len(sides) == 1 else None

    # Neighbours

    def _next(self, place: int) -> int | None:
        return self._neighbour(place, 1)

    def _previous(self, place: int) -> int | None:
        return self._neighbour(place, -1)

    def _neighbour(self, place: int, step: int) -> int | None:
        """The next token that is an amount, past words for "per" and fillers."""
        at = place + step
        while 0 <= at < len(self.tokens):
            token = self.tokens[at]
            if token.amount is not None:
                return at
            if token.name is not None or not (Cue.PER in token.cues or Cue.FILLER in token.cues):
                return None
            at += step
        return None

    def _between(self, one: int, other: int) -> range:
        return range(min(one, other) + 1, max(one, other))

    def gap(self, one: int, other: int) -> int:
        """Characters between two tokens."""
        first, second = sorted((self.tokens[one], self.tokens[other]), key=lambda token: token.start)
        return second.start - first.end

    def _distance(self, one: int, other: int) -> int:
        """Characters between two tokens."""
        first, second = sorted((self.tokens[one], self.tokens[other]), key=lambda token: token.start)
        return max(0, second.start - first.end) + (2 if self.tokens[one].start < self.tokens[other].start else 0)


def _is_quoting_step(amount: Amount) -> bool:
    """Whether an amount is one that prices are quoted for: 1,000 or 1,000,000 tokens."""
    return amount.unit == TOKEN and amount.value.exact in (Decimal(1_000), Decimal(1_000_000))


@dataclass
class _Loads:
    """Multiplies amounts of work out: tokens a call, calls a day, days."""

    slots: Slots
    used: set[int] = field(default_factory=set)

    def found(self) -> list[Load]:
        slots = self.slots
        counted = slots.work is not None or slots.reading.has(Cue.EACH, *_TIME_CUES)
        if not counted and not any(token.amount is not None for token in slots.tokens):
            return []
        times = self._times()
        loads = self._sided() or self._plain()
        if loads:
            return [Load(load.amount, (*load.times, *times), load.work, load.side) for load in loads]
        copies = self._copies()
        return [Load(load.amount, (*load.times, *times), load.work) for load in copies]

    def _periods(self) -> list[Decimal]:
        """How often a daily, weekly or monthly load comes in the time named."""
        slots = self.slots
        named = [days for cue, days in _PERIODS if slots.reading.has(cue)]
        every = min(named, default=Decimal(1) if slots.daily else None)
        if every is None:
            return []
        self.used |= set(slots.reading.places(*(cue for cue, _ in _PERIODS)))
        days = [(place, quantity.value.exact) for place, quantity in slots.quantities(DAY)]
        self.used |= {place for place, value in days if value == 1}
        spans = [(place, value) for place, value in days if value is not None and value > every]
        spans += [(NOWHERE, max(named))] if len(named) > 1 and not spans else []
        spans += [(place, length) for cue, length in _WHOLE for place in slots.reading.places(cue)]
        if not spans:
            return []
        span = spans[0][1]
        self.used |= {at for at, _ in spans if at != NOWHERE}
        if every == _MONTH and span == _YEAR:
            return [Decimal(12)]
        return [ARITHMETIC.divide(span, every)]

    def _per_something(self) -> bool:
        """Whether an amount is said to be for each of something that has no unit: 120 tokens per review."""
        tokens = self.slots.tokens
        text = self.slots.reading.text
        for place, _ in self.slots.bare_numbers:
            classifier = text[tokens[place].end : tokens[place].end + 1]
            if classifier >= "\u4e00" and (f"每{classifier}" in text or f"一{classifier}" in text):
                return True
        for place in self.slots.reading.places(Cue.PER):
            after = text[tokens[place].end :].lstrip()
            if place and tokens[place - 1].amount is not None and after[:1].isalpha():
                return True
        return False

    def _sided(self) -> list[Load]:
        """ "输入10万输出2万": an amount beside each side's word."""
        loads = []
        for place, side in sorted(self.slots.sides):
            near = [at for at in (place + 1, place - 1, place + 2) if 0 <= at < len(self.slots.tokens)]
            for at in sorted(near, key=lambda at: self.slots.gap(place, at)):
                if at not in self.used:
                    amount = self.slots.reading.amount_at(at)
                    if amount and (amount.unit in _BASE_UNITS or amount.kind is EntityKind.NUMBER):
                        loads.append(Load(Quantity(amount.value, amount.unit or TOKEN), (), None, side))
                        self.used |= {place, at}
                        break
        loads += self._other_side(loads)
        return loads if len(loads) > 1 else [Load(load.amount) for load in loads]

    def _other_side(self, loads: list[Load]) -> list[Load]:
        """An amount left without a side where only one side is said: "2M in, out 500k"."""
        said = {load.side for load in loads}
        if said not in ({"input"}, {"output"}):
            return []
        left = [pair for pair in self.slots.quantities(TOKEN) if pair[0] not in self.used]
        self.used |= {place for place, _ in left[:1]}
        other = "output" if said == {"input"} else "input"
        return [Load(quantity, (), None, other) for _, quantity in left[:1]]

    def _plain(self) -> list[Load]:
        found = self.slots.quantities(*_BASE_UNITS)
        if found:
            listed = self.slots.listed_before(found[-1][0])
            found = [(place, Quantity(value, found[-1][1].unit)) for place, value in listed] + found
        found = found or self._counted_tokens()
        self.used |= {place for place, _ in found}
        if found and self.slots.work is not None:
            self.used.add(self.slots.work[0])
        return [Load(quantity) for _, quantity in found]

    def _counted_tokens(self) -> list[tuple[int, Quantity]]:
        """A bare number beside a word for tokens, where only money is asked for: "token用量25万,几毛钱"."""
        slots = self.slots
        asked = slots.reading.has(Cue.HOW_MUCH_MONEY) and not slots.reading.has(Cue.HOW_MANY)
        if not asked or slots.money or not slots.reading.has(Cue.TOKEN):
            return []
        return [(place, Quantity(amount.value, TOKEN)) for place, amount in slots.bare_numbers[:1]]

    def _copies(self) -> list[Load]:
        work = self.slots.work
        copies = self.slots.quantities(COPY)
        if work is None:
            return []
        self.used.add(work[0])
        if copies:
            self.used.add(copies[0][0])
            return [Load(copies[0][1], (), work[1])]
        return [Load(Quantity(Range.exactly(1), COPY), (), work[1])]

    def _times(self) -> tuple[Decimal, ...]:
        """How often the load comes: calls, copies, and days where the load is a daily one."""
        slots = self.slots
        times: list[Decimal] = []
        written = slots.work is None or bool(slots.quantities(*_BASE_UNITS))
        counted = slots.quantities(CALL) + (slots.quantities(COPY) if written else [])
        for place, quantity in counted:
            if quantity.value.exact is not None:
                times.append(quantity.value.exact)
                self.used.add(place)
        if slots.reading.has(Cue.EACH) or self._per_something():
            for place, amount in slots.bare_numbers:
                if amount.value.exact is not None and amount.value.exact > 1 and not slots.is_fund(place):
                    times.append(amount.value.exact)
                    self.used.add(place)
        times += self._periods()
        self.used |= set(slots.reading.places(Cue.EACH))
        return tuple(value for value in times if value != 1)
