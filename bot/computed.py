"""From a question to its computed answer: by which vendors' lists, on which day and on which terms."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.answers import Answer, Context, Status
from bot.knowledge.catalogue_windows import OFF_PEAK, PEAK
from bot.question import BOTH, Kind, Question, Terms
from bot.questions.kinds.handlers import handlers
from bot.questions.working.dated import first_price
from bot.questions.working.market import Market
from bot.text import Language


def currency_of(context: Context, language: Language) -> str:
    """What sums are in where they name no currency: what is set, or else that of the language."""
    return context.currency or (_DOLLARS if language is Language.EN else _YUAN)


_DOLLARS: Final = "USD"
_YUAN: Final = "CNY"


def market_of(question: Question, market: Market, currency: str) -> Market:
    """The market by whose lists a question is answered: vendors' own in dollars, where it, or else who asks, counts in these."""
    counted = [money.currency for money in question.money]
    if question.target in (_DOLLARS, _YUAN):
        counted.append(question.target)
    return replace(market, abroad=True) if next(iter(counted), currency) == _DOLLARS else market


def answer_to(question: Question, market: Market) -> Answer:
    """The answer, and beside it that of the model which the question has alongside."""
    answer = _answer_to(question, market)
    if question.alongside is None or answer.status is not Status.ANSWERED:
        return answer
    other = _answer_to(replace(question, subjects=(question.alongside,), alongside=None), market)
    return answer._replace(alongside=other) if other.status is Status.ANSWERED and other.results else answer


def _answer_to(question: Question, market: Market) -> Answer:
    if question.terms is not None and question.terms.window == BOTH:
        return _in_both_windows(question, question.terms, market)
    if question.as_of is not None:
        now = market.now if question.as_of == market.day else None
        market = replace(market, day=question.as_of, now=now, asked_day=True)
    if question.terms is not None:
        launched = question.terms.launch and question.kind is not Kind.HISTORY
        market = _at_launch(market, question) if launched else market
        market = market.on_terms(question.terms)
    market = market.with_sides(question.side, *(load.side for load in question.loads))
    return handlers()[question.kind].answer(question, market)


def _in_both_windows(question: Question, terms: Terms, market: Market) -> Answer:
    """The answers for the hours off the peak and at it, as one."""
    windows = (OFF_PEAK, PEAK) if question.kind in (Kind.PRICE, Kind.COST) else (None,)
    found = [answer_to(replace(question, terms=terms._replace(window=window)), market) for window in windows]
    return found[0]._replace(
        question=question,
        results=tuple(dict.fromkeys(result for answer in found for result in answer.results)),
        steps=tuple(dict.fromkeys(step for answer in found for step in answer.steps)),
        sources=tuple(dict.fromkeys(source for answer in found for source in answer.sources)),
        notes=tuple(dict.fromkeys(note for answer in found for note in answer.notes)),
    )


def _at_launch(market: Market, question: Question) -> Market:
    """The market of the day from which a price of the one model asked about is known."""
    first = first_price(market, question.subjects[0]) if len(question.subjects) == 1 else None
    return (
        replace(market, day=first.known_from or first.since, now=None, asked_day=True) if first is not None else market
    )
