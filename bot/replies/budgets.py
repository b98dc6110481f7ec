"""The first lines of a reply on what sums of money buy."""

from __future__ import annotations

from bot.answers import Answer, Given, Result, Role
from bot.quantities import CALL, TOKEN
from bot.replies.layout import Line, Style
from bot.replies.listing import by_given, items, level_with, main_results, of_one_model, size_of
from bot.replies.phrases import PIECE
from bot.replies.speech import Speech


def word_budget(answer: Answer, speech: Speech) -> list[Line]:
    results = main_results(answer)
    if len(results) == 1:
        return [Line(_bought(results[0], answer, speech), Style.HEADLINE)]
    if answer.question.apart:
        return _bought_in_all(answer, results, speech)
    lines = []
    for given, found in by_given(results):
        if len(found) == 1 and of_one_model(results):
            lines.append(Line(_bought(found[0], answer, speech), Style.HEADLINE))
            continue
        if of_one_model(found) and all(result.side for result in found):
            lines.append(Line(_bought_by_side(found, answer, speech), Style.HEADLINE))
            continue
        most = max(found, key=size_of)
        phrases = speech.phrases
        template = phrases.buys_several_daily if answer.question.days is not None else phrases.buys_several
        head = template.format(
            money=speech.given(given),
            verb=_verb(most, answer, speech),
            amount=_in_short(most, answer, speech),
            name=level_with(most, found, speech),
        )
        lines.append(Line(_bought_more(given, found, answer, speech) or head, Style.HEADLINE))
        lines += items(speech, ((speech.result_name(each), _amount_in_full(each, answer, speech)) for each in found))
    return lines


def _bought_more(given: Given, found: list[Result], answer: Answer, speech: Speech) -> str | None:
    """How much more one of two models gives, where that is known."""
    gap = next((each for each in answer.results if each.role is Role.DIFFERENCE and each.given == given), None)
    other = next((each for each in found if gap is not None and each.subject != gap.subject), None)
    if gap is None or other is None:
        return None
    return speech.phrases.buys_more.format(
        money=speech.given(given),
        name=speech.result_name(gap),
        other=speech.result_name(other),
        amount=_amount_in_full(gap, answer, speech),
    )


def _bought_by_side(results: list[Result], answer: Answer, speech: Speech) -> str:
    """What money buys as input and as output, which is no choice."""
    phrases, first = speech.phrases, results[0]
    parts = [
        phrases.as_side.format(side=phrases.sides[each.side or ""], price=_amount_in_full(each, answer, speech))
        for each in results
    ]
    template = phrases.buys_by_side_daily if answer.question.days is not None else phrases.buys_by_side
    money, verb = speech.given(first.given) if first.given else "", _verb(first, answer, speech)
    return template.format(money=money, verb=verb, name=speech.sold_name(first), amounts=phrases.comma.join(parts))


def _bought_in_all(answer: Answer, results: list[Result], speech: Speech) -> list[Line]:
    """What each model's own sum buys, and all of it."""
    bought = [_bought(each, answer, speech) for each in results]
    total = next((each for each in answer.results if each.role is Role.ALSO and each.subject is None), None)
    if total is None:
        return [Line(text, Style.PLAIN if place else Style.HEADLINE) for place, text in enumerate(bought)]
    head = speech.phrases.costs_in_all.format(money=_amount_in_full(total, answer, speech))
    return [Line(head, Style.HEADLINE), *(Line(text, Style.ITEM) for text in bought)]


def _bought(result: Result, answer: Answer, speech: Speech) -> str:
    phrases = speech.phrases
    money, name = speech.given(result.given) if result.given else "", speech.result_name(result)
    if result.free:
        return phrases.buys_free.format(money=money, name=name)
    amount = _amount_in_full(result, answer, speech)
    template = phrases.buys_daily if answer.question.days is not None else phrases.buys
    return template.format(money=money, verb=_verb(result, answer, speech), name=name, amount=amount)


def _in_short(result: Result, answer: Answer, speech: Speech) -> str:
    size = answer.question.size
    return (
        speech.amount(result.value, _counted(result, answer), size.work if size else None)
        if result.value
        else speech.phrases.free
    )


def _verb(result: Result, answer: Answer, speech: Speech) -> str:
    return speech.phrases.buy_verbs.get(_counted(result, answer)) or speech.phrases.buy_verbs[TOKEN]


def _counted(result: Result, answer: Answer) -> str:
    """The unit that a result is worded in: what holds so much text is no call to whoever asks."""
    size = answer.question.size
    return PIECE if result.unit == CALL and size is not None and size.amount.unit != TOKEN else result.unit


def _amount_in_full(result: Result, answer: Answer, speech: Speech) -> str:
    size = answer.question.size
    if result.free or result.value is None:
        return speech.phrases.free
    text = speech.amount(result.value, _counted(result, answer), size.work if size else None)
    return text + speech.figure(result.value, text)
