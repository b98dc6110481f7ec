"""What a sum buys of one model, at one price or for work on several sides."""

from __future__ import annotations

from bot.answers import Given, Remark, Role
from bot.knowledge.price_entries import Price
from bot.quantities import CALL, CHARACTER, TOKEN, WORD, Money, Range, exact_text
from bot.questions.kinds.cost import cost_of_sides
from bot.questions.working.open_amounts import named_end, settled
from bot.questions.working.working import Working, operand, range_text


def buy_by_sides(working: Working, money: Money, model: str) -> None:
    """How many calls, days or copies money pays for, each of which has work on sides of its own."""
    target = working.question.target or CALL
    given = Given(money.value, money.currency)
    found = cost_of_sides(working, model, working.question.loads)
    if found is None:
        return
    each, _, price, work = found
    if not each.high:
        working.add(target, None, model, price, given=given, free=True)
        return
    budget = working.exchange(money, price.currency)
    bought = working.count(budget, each) if budget is not None else None
    if bought is None:
        return
    days = working.question.days
    if days is not None:
        shared = bought.over(Range.exactly(days))
        working.step(f"{operand(bought)} ÷ {exact_text(days)} = {range_text(shared)}")
        bought = shared
    working.add(target, bought, model, price, given=given)
    if work.unit == TOKEN:
        tokens = bought.times(work.value)
        working.step(f"{operand(bought)} × {operand(work.value)} = {range_text(tokens)}")
        working.add(TOKEN, tokens, model, price, given=given, role=Role.ALSO)


def buy(working: Working, money: Money, model: str, price: Price) -> None:
    """What money buys at a price of a model: the target of the question, and the tokens that it is made of."""
    target = working.question.target or TOKEN
    given = Given(money.value, money.currency)
    if price.free:
        working.add(target, None, model, price, given=given, free=True)
        return
    end = named_end(money.value) if money.value.exact is None else None
    if end is not None and _has_no_bound(working, money, model, price):
        working.note(Remark.NO_BOUND, money.currency, figures=(end,))
        buy(working, Money(Range.exactly(end), money.currency), model, price)
        return
    budget = working.exchange(money, price.currency)
    if budget is None:
        return
    tokens = working.tokens_for(budget, price)
    if working.question.days is not None:
        shared = tokens.over(Range.exactly(working.question.days))
        working.step(f"{operand(tokens)} ÷ {exact_text(working.question.days)} = {range_text(shared)}")
        tokens = shared
    stated, working.facts = working.facts, {}
    bought = _in_target(working, tokens, model, target)
    working.facts |= stated
    if bought is not None:
        working.add(target, bought, model, price, given=given)
    if target != TOKEN or bought is None:
        working.add(TOKEN, tokens, model, price, given=given, role=Role.ANSWER if bought is None else Role.ALSO)


def _has_no_bound(working: Working, money: Money, model: str, price: Price) -> bool:
    """Whether no bound follows of a sum with one: of "at most 20 yuan" where a token holds so much text or more."""
    scratch = Working(working.market, working.question)
    budget = scratch.exchange(money, price.currency)
    target = working.question.target or TOKEN
    return budget is not None and _in_target(scratch, scratch.tokens_for(budget, price), model, target) is None


def _in_target(working: Working, tokens: Range, model: str, target: str) -> Range | None:
    """Tokens as the target of the question; ``None`` where no bound or no size is known."""
    if target == TOKEN:
        return tokens
    if target in (CHARACTER, WORD):
        return working.text_of(tokens, model, target)
    size = working.question.size
    each = working.tokens_of(settled(working, (size,), (model,))[0], model) if size else None
    return working.count(tokens, each) if each else None
