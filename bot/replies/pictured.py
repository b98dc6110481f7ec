"""Which question a picture answers, where somebody wants one for an answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.answers import Answer, Note, Remark, Status
from bot.quantities import MILLION, TOKEN
from bot.question import Kind, Order, Question
from bot.replies.listing import main_results

_OF_SEVERAL: Final = (Kind.COMPARE, Kind.RANK, Kind.COST, Kind.BUDGET, Kind.PRICE)
_OF_ONE: Final = (Kind.PRICE, Kind.DISCOUNT, Kind.COMPARE)


def pictured(answer: Answer) -> Question | None:
    """The question whose answer can be drawn: the same one, or one of which more is to be seen; ``None``: there is none.

    Of one model it is how its prices went, of several what they cost beside each other.
    """
    question = answer.question
    results = [result for result in main_results(answer) if result.value is not None or result.free]
    if answer.status is not Status.ANSWERED or not results:
        return None
    models = tuple(dict.fromkeys([result.subject for result in results if result.subject is not None]))
    if question.kind is Kind.HISTORY:
        return replace(question, target=None, order=None, terms=None, per=MILLION)
    if question.kind is Kind.PRICE and all(each.unit == TOKEN for each in results):  # what vendors give
        return None
    if len(models) > 1 and question.kind in _OF_SEVERAL:
        return _of_several(question, models, some_free=any(result.free for result in results))
    if len(models) == 1 and question.kind in _OF_ONE:
        return Question(Kind.HISTORY, models, side=question.side, per=MILLION)
    return None


def offers_a_picture(answer: Answer) -> bool:
    """Whether a picture shows at a glance what the words of an answer say: several models, or how prices went."""
    picture = pictured(answer)
    return picture is not None and (picture.kind is not Kind.HISTORY or answer.question.kind is Kind.HISTORY)


def _of_several(question: Question, models: tuple[str, ...], *, some_free: bool) -> Question | None:
    if question.kind is Kind.PRICE:
        return Question(
            Kind.COMPARE, models, side=question.side, per=question.per, as_of=question.as_of, terms=question.terms
        )
    if question.kind is not Kind.RANK or not some_free:
        return question
    return None if question.order is Order.FREE else replace(question, paid_only=True)


def with_remarks(answer: Answer) -> Answer:
    """The answer that is drawn, which says that a ranking leaves out what is free: a bar of nothing shows nothing."""
    question = answer.question
    if question.kind is not Kind.RANK or not question.paid_only:
        return answer
    return answer._replace(notes=(*answer.notes, Note(Remark.FREE_LEFT_OUT)))
