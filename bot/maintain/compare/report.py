"""What comparing with other lists brought, as Markdown for people and as an object for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from bot.knowledge.entries import Knowledge, Wording
from bot.maintain.compare.matching import Compared, Findings, Outcome
from bot.maintain.lane_words import lane_words
from bot.maintain.lanes import Lane, Paid
from bot.maintain.markdown import after_colon, bullets, code, heading, joined, said, table
from bot.maintain.told import ABOUT, money, percent, percentage, rate
from bot.quantities import ARITHMETIC, MILLION, ONE, TOKEN, ZERO, exact_text
from bot.questions.working.beside import Conversion, Exchange
from bot.text import Language

TITLE: Final = Wording(zh="和别处的价目比", en="Against other price lists")
DAY: Final = Wording(zh="按 {day} 这一天的价格。", en="Prices of {day}.")
OUTCOMES: Final = {
    Outcome.SAME: Wording(zh="相同", en="the same"),
    Outcome.DIFFERENT: Wording(zh="不同", en="different"),
    Outcome.OTHER_CURRENCY: Wording(zh="币种不同，不能直接比", en="in another currency, which cannot be compared"),
    Outcome.ONLY_HERE: Wording(zh="只有这里有", en="only here"),
    Outcome.ONLY_THERE: Wording(zh="只有那里有", en="only there"),
}
MISSING_HERE: Final = Wording(zh="这里没有的模型", en="Models missing here")
MISSING_THERE: Final = Wording(zh="那里没有的模型", en="Models missing there")
UNPRICED: Final = Wording(zh="这里现在没有价格、那里有的模型", en="Models without a price here today, with one there")
UNREADABLE: Final = Wording(zh="读不懂的行", en="Rows that could not be read")
BESIDE: Final = Wording(zh="这里没有收录的卖家的模型", en="Models of sellers that are not curated here")
PRICES: Final = Wording(zh="价格", en="Prices")
DIFFERENT: Final = Wording(
    zh="模型|那里叫|哪一项|这里|那里|那里比这里", en="Model|Listed as|What|Here|There|There against here"
)
CURRENCIES: Final = Wording(
    zh="模型|那里叫|哪一项|这里|那里|按汇率折合|折合后比这里",
    en="Model|Listed as|What|Here|There|At the exchange rate|Against here",
)
SOME: Final = Wording(zh="模型|那里叫|哪些", en="Model|Listed as|What")
RATE: Final = Wording(zh="{sum}（{day} 的汇率 {rate}）", en="{sum} (at {rate} of {day})")
FREE: Final = Wording(zh="免费", en="free")
_MOST_LANES: Final = 6


class Report:
    """Words findings of a day."""

    def __init__(self, knowledge: Knowledge, exchange: Exchange, day: date) -> None:
        self._knowledge = knowledge
        self._exchange = exchange
        self._day = day

    # --- for people -----------------------------------------------------------------------------------------------

    def lines(self, found: Sequence[Findings], language: Language, most: int) -> Iterator[str]:
        """All findings, a section for each list."""
        yield f"# {TITLE.within(language)}"
        yield ""
        yield DAY.within(language).format(day=self._day)
        for findings in found:
            yield from heading(said(findings.label))
            yield from (f"- {line}" for line in self._summary(findings, language))
            yield from self._tables(findings, language, most)
            yield from self._lists(findings, language, most)

    @staticmethod
    def _summary(findings: Findings, language: Language) -> Iterator[str]:
        counts = Counter(one.outcome for one in findings.compared)
        told = (f"{OUTCOMES[outcome].within(language)} {counts[outcome]:,}" for outcome in Outcome if counts[outcome])
        yield after_colon(PRICES.within(language), joined(told, language) or "0", language)
        for title, number in (
            (UNPRICED, len(findings.unpriced_here)),
            (MISSING_HERE, len(findings.missing_here)),
            (MISSING_THERE, len(findings.missing_there)),
            (UNREADABLE, len(findings.complaints)),
            (BESIDE, findings.beside),
        ):
            if number:
                yield after_colon(title.within(language), f"{number:,}", language)

    def _tables(self, findings: Findings, language: Language, most: int) -> Iterator[str]:
        for outcome, head in ((Outcome.DIFFERENT, DIFFERENT), (Outcome.OTHER_CURRENCY, CURRENCIES)):
            some = [one for one in findings.compared if one.outcome is outcome]
            rows = [self._row(one, language) for one in sorted(some, key=self._nearness)]
            if rows:
                yield from self._headed(outcome, language)
                yield from table(head.within(language).split("|"), rows, most, language)
        for outcome in (Outcome.ONLY_THERE, Outcome.ONLY_HERE):
            some = [one for one in findings.compared if one.outcome is outcome]
            if some:
                groups = [list(group) for _, group in groupby(some, key=lambda one: (one.model, one.listed_as))]
                yield from self._headed(outcome, language)
                told = [[*self._named(group[0], language), _few(group, language)] for group in groups]
                yield from table(SOME.within(language).split("|"), told, most, language)

    @staticmethod
    def _headed(outcome: Outcome, language: Language) -> Iterator[str]:
        text = OUTCOMES[outcome].within(language)
        yield from heading(text[0].upper() + text[1:], level=3)

    def _row(self, one: Compared, language: Language) -> list[str]:
        here, there = one.here, one.there
        assert here is not None and there is not None
        sums = [_sum(paid, one.lane, language) for paid in (here, there)]
        told = [*self._named(one, language), _what([one.lane], language), *sums]
        if one.outcome is Outcome.DIFFERENT:
            return [*told, _apart(here, there)]
        found = self._converted(here, there)
        if found is None:
            return [*told, "—", "—"]
        told_rate = RATE.within(language).format(
            sum=money(_few_places(found.amount), here.currency).within(language),
            rate=exact_text(_few_places(found.rate)),
            day=found.day,
        )
        return [*told, f"{ABOUT}{told_rate}", _apart(here, Paid(found.amount, here.currency))]

    def _nearness(self, one: Compared) -> Decimal:
        """What orders prices, those farthest apart first; last what no rate makes comparable."""
        here, there = one.here, one.there
        if here is None or there is None or not here.amount:
            return ZERO
        amount = there.amount
        if one.outcome is Outcome.OTHER_CURRENCY:
            converted = self._converted(here, there)
            amount = converted.amount if converted is not None else here.amount
        return -abs(percentage(here.amount, amount or ZERO))

    def _named(self, one: Compared, language: Language) -> list[str]:
        return [said(self._knowledge.entries[one.model].name.within(language)), code(one.listed_as)]

    def _converted(self, here: Paid, there: Paid) -> Conversion | None:
        if there.amount is None:
            return None
        return self._exchange.convert(there.amount, there.currency, here.currency, self._day)

    def _lists(self, findings: Findings, language: Language, most: int) -> Iterator[str]:
        unpriced = [f"{code(model)} ({code(listed_as)})" for model, listed_as in findings.unpriced_here]
        for title, items in (
            (UNPRICED, unpriced),
            (MISSING_HERE, list(map(code, findings.missing_here))),
            (MISSING_THERE, list(map(code, findings.missing_there))),
            (UNREADABLE, list(map(said, findings.complaints))),
        ):
            if items:
                yield from heading(title.within(language), level=3)
                yield from bullets(items, most, language)

    # --- for programs ---------------------------------------------------------------------------------------------

    def machine(self, found: Sequence[Findings]) -> dict[str, Any]:
        """All of it, amounts as exact texts; prices that are the same are counted alone."""
        return {"day": str(self._day), "lists": [self._machine(findings) for findings in found]}

    def _machine(self, findings: Findings) -> dict[str, Any]:
        by_outcome: dict[Outcome, list[Compared]] = {outcome: [] for outcome in Outcome}
        for one in findings.compared:
            by_outcome[one.outcome].append(one)
        return {
            "label": findings.label,
            "same": len(by_outcome.pop(Outcome.SAME)),
            **{outcome.replace(" ", "_"): [self._object(one) for one in some] for outcome, some in by_outcome.items()},
            "unpriced_here": [{"model": model, "listed_as": listed_as} for model, listed_as in findings.unpriced_here],
            "missing_here": list(findings.missing_here),
            "missing_there": list(findings.missing_there),
            "unreadable": list(findings.complaints),
            "not_curated": findings.beside,
        }

    def _object(self, one: Compared) -> dict[str, Any]:
        conditions = one.lane.conditions
        tokens = conditions.input_tokens
        found: dict[str, Any] = {
            "model": one.model,
            "listed_as": one.listed_as,
            "side": one.lane.side,
            "unit": one.lane.unit,
            "mode": conditions.mode,
            "window": conditions.window,
            "cache_life": conditions.cache_life,
            "above_input_tokens": exact_text(tokens.start) if tokens is not None and tokens.start else None,
            "here": _price_object(one.here, one.lane),
            "there": _price_object(one.there, one.lane),
        }
        here, there = one.here, one.there
        if here is not None and there is not None and one.outcome is Outcome.DIFFERENT and here.amount:
            found["percent"] = exact_text(percentage(here.amount, there.amount or ZERO))
        return found


def _few(group: Sequence[Compared], language: Language) -> str:
    """What prices are for, those that only their sides tell apart together."""
    lanes: dict[tuple[object, ...], list[Lane]] = {}
    for one in group:
        lanes.setdefault(one.lane.order[:-1], []).append(one.lane)
    told = [_what(some, language) for some in lanes.values()]
    return " · ".join([*told[:_MOST_LANES], *(["…"] if len(told) > _MOST_LANES else [])])


def _what(lanes: Sequence[Lane], language: Language) -> str:
    return lane_words([lane.side for lane in lanes], lanes[0].unit, lanes[0].conditions, language) or "—"


def _sum(paid: Paid, lane: Lane, language: Language) -> str:
    if not paid.amount:
        return FREE.within(language)
    return rate(paid.amount, paid.currency, _per(lane), lane.unit).within(language)


def _per(lane: Lane) -> Decimal:
    return MILLION if lane.unit == TOKEN else ONE


def _apart(here: Paid, there: Paid) -> str:
    """By how much the price there is higher or lower; what is free here has no percentage."""
    return percent(here.amount, there.amount or ZERO) if here.amount else "—"


def _few_places(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.0001"), context=ARITHMETIC)


def _price_object(paid: Paid | None, lane: Lane) -> dict[str, str] | None:
    if paid is None or paid.amount is None:
        return None
    return {"amount": exact_text(paid.amount), "currency": paid.currency, "per": exact_text(_per(lane))}
