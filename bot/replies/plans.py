"""The first lines of an answer to what a subscription costs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.answers import Answer, Result, Role
from bot.knowledge.model_entries import Plan, PlanPrice
from bot.question import Order
from bot.replies.layout import Line, Style
from bot.replies.speech import Speech


def word_plan(answer: Answer, speech: Speech) -> list[Line]:
    """What each plan costs, tier by tier, what it includes, and when that was seen last."""
    lines: list[Line] = []
    known = speech.library.knowledge.plans
    groups = [(id_, list(group)) for id_, group in groupby(answer.results, key=lambda result: result.subject)]
    for id_, results in groups:
        plan = known.get(id_ or "")
        if plan is None:
            continue
        text = _ranked(answer, id_, _tiers(plan, results, speech), speech)
        lines.append(Line(text, Style.ITEM if lines else Style.HEADLINE))
        if len(groups) == 1:
            lines += _further(plan, results, speech)
    return lines


def _ranked(answer: Answer, id_: str | None, price: str, speech: Speech) -> str:
    """A plan with its price; the first of those in order as the cheapest, or the dearest."""
    phrases, name = speech.phrases, speech.name(id_)
    if answer.question.order is None or id_ != answer.winner:
        return f"{name}{phrases.colon}{price}"
    template = phrases.cheapest if answer.question.order is Order.CHEAPEST else phrases.dearest
    return template.format(name=name, price=price)


def _tiers(plan: Plan, results: Sequence[Result], speech: Speech) -> str:
    """The prices of a plan in one line; in the currency asked for where there is one, and in its own."""
    own = [result for result in results if result.role is Role.ANSWER]
    others = [result for result in results if result.role is Role.ALSO]
    if not others:
        money = speech.phrases.comma.join(_tier(plan, result, speech) for result in own)
        return speech.for_units(money, own[0].per)
    moneys = (
        speech.phrases.also_priced.format(price=_tier(plan, other, speech, result), other=speech.price(_bare(result)))
        for result, other in zip(own, others, strict=True)
    )
    return speech.for_units(speech.phrases.comma.join(moneys), own[0].per)


def _bare(result: Result) -> Result:
    """A result without what it is for."""
    return result._replace(per=None)


def _tier(plan: Plan, result: Result, speech: Speech, own: Result | None = None) -> str:
    """The money of one tier, with the name of the tier where it has one; ``own``: the tier's own price."""
    price = _price_of(plan, own or result)
    money = speech.price(_bare(result))
    if price is None or price.tier is None:
        return money
    return speech.phrases.of_side.format(side=speech.pick(price.tier), price=money)


def _price_of(plan: Plan, result: Result) -> PlanPrice | None:
    """The line of a plan that a result was made from."""
    offer = result.offer
    same = (price for price in plan.prices if offer is not None and price.amount == offer.amount)
    return next((price for price in same if offer is not None and price.until == offer.until), None)


def _further(plan: Plan, results: Sequence[Result], speech: Speech) -> list[Line]:
    phrases, entry = speech.phrases.market, speech.library.entry(plan.id)
    lines = [Line(phrases.plan_includes.format(text=speech.pick(plan.includes)))] if plan.includes is not None else []
    lines += [Line(speech.pick(entry.note))] if entry is not None and entry.note is not None else []
    prices = (_price_of(plan, result) for result in results)
    days = [price.checked.text for price in prices if price is not None and price.checked is not None]
    return [*lines, Line(phrases.checked.format(day=max(days)))] if days else lines
