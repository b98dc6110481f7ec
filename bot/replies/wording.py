"""From an Answer to lines: the answer first, then the sum, what it means, what to mind, and the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Kind, Note, Order, Remark, Result, Role, Status, Topic
from bot.quantities import CHARACTER, PERCENT, TEXT, TIMES, TOKEN, Range
from bot.replies.figures import grouped, shortened
from bot.replies.layout import Line, Style
from bot.replies.speech import Speech
from bot.text import Language

_OLD_AFTER_DAYS: Final = 90
"""A price older than this is called old."""

_MOST_STEPS: Final = 6
_STEP_DIGITS: Final = 6
_MOST_ITEMS: Final = 12


def word_answer(answer: Answer, speech: Speech, today: date) -> list[Line]:
    """All lines of the reply to an answered question."""
    lines = _FIRST_LINES[answer.question.kind](answer, speech)
    lines += _working_lines(answer, speech)
    lines += _note_lines(answer, speech)
    lines += _source_lines(answer, speech, today)
    return lines


def _main(answer: Answer, *roles: Role) -> list[Result]:
    return [result for result in answer.results if result.role in (roles or (Role.ANSWER,))]


# First lines, by kind


def _budget(answer: Answer, speech: Speech) -> list[Line]:
    results = _main(answer)
    if not results:
        return []
    if len(results) == 1:
        return [Line(_bought(results[0], answer, speech), Style.HEADLINE)]
    lines = []
    for given in dict.fromkeys(result.given for result in results if result.given):
        lines.append(Line(speech.phrases.buys_several.format(money=speech.given(given)), Style.HEADLINE))
        for result in [each for each in results if each.given == given][:_MOST_ITEMS]:
            text = speech.phrases.free if result.free else _amount_in_full(result, answer, speech)
            lines.append(_item(speech, speech.result_name(result), text))
    return lines


def _bought(result: Result, answer: Answer, speech: Speech) -> str:
    assert result.given is not None
    money, name = speech.given(result.given), speech.result_name(result)
    if result.free:
        return speech.phrases.buys_free.format(money=money, name=name)
    return speech.phrases.buys.format(money=money, name=name, amount=_amount_in_full(result, answer, speech))


def _amount_in_full(result: Result, answer: Answer, speech: Speech) -> str:
    size = answer.question.size
    if result.value is None:
        return ""
    text = speech.amount(result.value, result.unit, size.work if size else None)
    return text + speech.figure(result.value)


def _cost(answer: Answer, speech: Speech) -> list[Line]:
    results = _main(answer)
    if not results:
        return []
    phrases = speech.phrases
    loads = answer.question.loads
    if len(results) == 1:
        result = results[0]
        assert result.given is not None
        amount, name = speech.given(result.given, loads[0] if loads else None), speech.result_name(result)
        template = phrases.costs_free if result.free else phrases.costs
        money = speech.amount(result.value, result.unit) if result.value else ""
        return [Line(template.format(amount=amount, name=name, money=money), Style.HEADLINE)]
    lines = []
    for given in dict.fromkeys(result.given for result in results if result.given):
        load = next((load for load in loads if load.amount.unit == given.unit), None)
        lines.append(Line(phrases.costs_several.format(amount=speech.given(given, load)), Style.HEADLINE))
        for result in [each for each in results if each.given == given][:_MOST_ITEMS]:
            text = phrases.free if result.free or not result.value else speech.amount(result.value, result.unit)
            lines.append(_item(speech, speech.result_name(result), text))
    return lines


def _price(answer: Answer, speech: Speech) -> list[Line]:
    results = _main(answer)
    if not results:
        return []
    if len(results) == 1:
        return [Line(_priced(results[0], speech), Style.HEADLINE)]
    lines = [Line(speech.phrases.priced_several, Style.HEADLINE)]
    return lines + [_item(speech, speech.result_name(each), speech.price(each)) for each in results[:_MOST_ITEMS]]


def _priced(result: Result, speech: Speech) -> str:
    name = speech.result_name(result)
    if result.free:
        return speech.phrases.price_free.format(name=name)
    return speech.phrases.priced.format(name=name, price=speech.price(result))


def _compare(answer: Answer, speech: Speech) -> list[Line]:
    results = _main(answer)
    if len(results) < 2 or answer.winner is None:
        return _price(answer, speech)
    phrases = speech.phrases
    differences = {result.unit: result.value for result in _main(answer, Role.DIFFERENCE) if result.value}
    others = [each.subject for each in results if each.subject != answer.winner]
    dearer = answer.question.order is Order.DEAREST
    other = speech.name((others[0] if dearer else others[-1]) if others else None)
    if results[0].value == results[-1].value:
        head = phrases.same_price.format(names=speech.names(each.subject or "" for each in results))
    else:
        cheapest = speech.name(results[0].subject)
        text = _differences(differences, cheapest if dearer else other, speech)
        template = phrases.dearer if dearer else phrases.cheaper
        head = template.format(name=speech.name(answer.winner), differences=text)
    lines = [Line(head, Style.HEADLINE)]
    return lines + [_item(speech, speech.result_name(each), speech.price(each)) for each in results[:_MOST_ITEMS]]


def _differences(differences: Mapping[str, Range], other: str, speech: Speech) -> str:
    phrases = speech.phrases
    text = ""
    for unit, value in differences.items():
        exact = value.exact or Decimal(0)
        if unit == PERCENT:
            text += phrases.difference_percent.format(n=_short(exact), other=other)
        elif unit == TIMES:
            text += phrases.difference_times.format(n=_short(exact), other=other)
        else:
            text += phrases.difference_money.format(money=speech.amount(value, unit))
    return text


def _short(value: Decimal) -> str:
    return grouped(shortened(value)[0])


def _rank(answer: Answer, speech: Speech) -> list[Line]:
    results = _main(answer)
    phrases = speech.phrases
    if not results:
        return [Line(phrases.none_found, Style.HEADLINE)]
    first, order = results[0], answer.question.order
    paid = next((result for result in results if not result.free), None)
    if order is Order.FREE:
        return [Line(phrases.free_ones.format(names=speech.names(r.subject or "" for r in results)), Style.HEADLINE)]
    if order is Order.DEAREST:
        head = phrases.dearest.format(name=speech.result_name(first), price=speech.price(first))
    elif order in (Order.ASCENDING, Order.DESCENDING):
        head = phrases.in_order if order is Order.ASCENDING else phrases.in_order_down
    elif first.free and paid is not None:
        head = phrases.cheapest_free.format(
            name=speech.result_name(first), paid=speech.result_name(paid), price=speech.price(paid)
        )
    else:
        head = phrases.cheapest.format(name=speech.result_name(first), price=speech.price(first))
    lines = [Line(head, Style.HEADLINE)]
    return lines + [_item(speech, speech.result_name(each), speech.price(each)) for each in results[:_MOST_ITEMS]]


def _discount(answer: Answer, speech: Speech) -> list[Line]:
    phrases = speech.phrases
    results = _main(answer)
    if not results:
        return []
    lines: list[Line] = []
    industry = any(note.remark is Remark.NO_EARLIER_PRICE for note in answer.notes) or (
        answer.question.baseline is not None and answer.question.baseline.value == "industry"
    )
    for result in results:
        name = speech.result_name(result)
        assert result.value is not None
        if result.unit == PERCENT:
            template = phrases.below_industry if industry else phrases.below_before
            text = template.format(n=_percent(result.value, speech), name=name)
        else:
            text = phrases.price_before.format(name=name, price=speech.price(result))
        lines.append(Line(text, Style.HEADLINE))
    for result in _main(answer, Role.ALSO):
        if result.value is None:
            continue
        if result.unit == PERCENT:
            exact = result.value.exact
            template = phrases.computed_percent if industry else phrases.below_before
            if exact is not None:
                lines.append(Line(template.format(n=_short(exact), name=speech.result_name(result))))
        elif result.unit == TIMES:
            lines.append(Line(phrases.computed_times.format(n=_short(result.value.exact or Decimal(0)))))
        else:
            lines.append(Line(phrases.price_before.format(name=speech.result_name(result), price=speech.price(result))))
    return lines


def _percent(value: Range, speech: Speech) -> str:
    if value.exact is not None:
        return _short(value.exact)
    if value.high is not None:
        return speech.phrases.at_most.format(n=_short(value.high))
    return speech.phrases.at_least.format(n=_short(value.low or Decimal(0)))


def _convert(answer: Answer, speech: Speech) -> list[Line]:
    results = _main(answer)
    if not results:
        return []
    phrases = speech.phrases
    size = answer.question.size
    texts = []
    for result in results:
        assert result.given is not None and result.value is not None
        given = speech.given(result.given)
        unit_price = answer.question.unit_price
        if unit_price is not None and result.per is not None:
            given = speech.rate(unit_price.money.value, unit_price.money.currency, unit_price.per)
            text = phrases.price_equals.format(given=given, price=speech.price(result))
        else:
            amount = speech.amount(result.value, result.unit, size.work if size else None)
            text = phrases.converted.format(given=given, amount=amount)
        if result.subject is not None:
            text = phrases.only_for.format(text=text, name=speech.name(result.subject))
        texts.append(text)
    return [Line(text, Style.HEADLINE if place == 0 else Style.PLAIN) for place, text in enumerate(texts)]


def _fact(answer: Answer, speech: Speech) -> list[Line]:
    lines: list[Line] = []
    for id_ in answer.question.facts or answer.facts:
        fact = speech.library.knowledge.facts.get(id_)
        if fact is None:
            continue
        lines.append(Line(speech.pick(fact.statement), Style.HEADLINE if not lines else Style.PLAIN))
        if fact.speaker is not None:
            lines.append(Line(speech.phrases.speaker.format(speaker=speech.pick(fact.speaker))))
    return lines


def _help(answer: Answer, speech: Speech) -> list[Line]:
    phrases = speech.phrases
    topic = answer.question.topic
    if topic is Topic.MODELS:
        names = speech.names(result.subject or "" for result in answer.results)
        facts = len(speech.library.knowledge.facts)
        return [
            Line(phrases.models_known.format(names=names), Style.HEADLINE),
            Line(phrases.facts_known.format(n=facts)),
        ]
    if topic is Topic.SOURCES:
        return [Line(phrases.sources_known, Style.HEADLINE)]
    return [Line(phrases.abilities, Style.HEADLINE)]


_FIRST_LINES: Final[Mapping[Kind, Callable[[Answer, Speech], list[Line]]]] = {
    Kind.BUDGET: _budget,
    Kind.COST: _cost,
    Kind.PRICE: _price,
    Kind.COMPARE: _compare,
    Kind.RANK: _rank,
    Kind.DISCOUNT: _discount,
    Kind.CONVERT: _convert,
    Kind.FACT: _fact,
    Kind.HELP: _help,
}


# Further lines


def _item(speech: Speech, name: str, text: str) -> Line:
    return Line(speech.phrases.item.format(name=name, text=text), Style.ITEM)


_OPEN_END: Final = re.compile(r"\(?[≥≤] ([\d.,]+)\)?")
_DIGITS: Final = re.compile(r"\d+(?:\.\d+)?")


def _working_lines(answer: Answer, speech: Speech) -> list[Line]:
    """The sums, and what tokens mean in characters."""
    lines = []
    if answer.steps:
        steps = answer.steps[: answer.telling_steps or _MOST_STEPS]
        text = "；" if speech.language is not Language.EN else "; "
        text = text.join(_shown_step(step, speech) for step in steps)
        subject = next((result.subject for result in answer.results if not result.free), None)
        example = speech.phrases.sum_example if answer.telling_steps else speech.phrases.sum
        lines.append(Line(example.format(steps=text, name=speech.name(subject))))
    meaning = _meaning(answer, speech)
    if meaning:
        lines.append(Line(meaning))
    return lines


def _shown_step(step: str, speech: Speech) -> str:
    """A step with its numbers grouped and shortened; an equation that this makes inexact says so."""
    shown = _DIGITS.sub(lambda match: grouped(shortened(Decimal(match[0]), _STEP_DIGITS)[0]), step)
    exact = _DIGITS.sub(lambda match: grouped(Decimal(match[0])), step)
    sum_, equals, result = (shown if shown == exact else shown.replace(" = ", " ≈ ")).rpartition(
        " ≈ " if shown != exact else " = "
    )
    plain = _OPEN_END.sub(r"\1", sum_)
    bound = speech.phrases.at_least if result.startswith("≥") else speech.phrases.at_most
    return plain + equals + (bound.format(n=result[2:]) if result[:1] in ("≥", "≤") else result)


def _meaning(answer: Answer, speech: Speech) -> str | None:
    """What the tokens of a budget come to in characters, by the vendor's own rate."""
    results = _main(answer)
    if answer.question.kind is not Kind.BUDGET or len(results) != 1:
        return None
    result = results[0]
    if result.unit != TOKEN or result.value is None:
        also = next((each for each in _main(answer, Role.ALSO) if each.unit == TOKEN and each.value), None)
        return (
            speech.phrases.in_characters.format(amount=speech.amount(also.value, TOKEN))
            if also and also.value
            else None
        )
    entry = speech.library.entry(result.subject or "")
    rates = speech.library.knowledge.rates.get(entry.vendor or "", ()) if entry else ()
    for rate in rates:
        if rate.unit == CHARACTER:
            return speech.phrases.in_characters.format(
                amount=speech.amount(result.value.times(rate.per_token), CHARACTER)
            )
    return None


def _note_lines(answer: Answer, speech: Speech) -> list[Line]:
    lines = []
    for note in answer.notes:
        text = word_note(note, speech)
        if text:
            lines.append(Line(text))
    return lines


def word_note(note: Note, speech: Speech) -> str | None:
    """A remark as a sentence; ``None`` for remarks that other lines have said already."""
    if note.remark is Remark.CAVEAT:
        fact = speech.library.knowledge.facts.get(note.about[0])
        return speech.phrases.caveat.format(text=speech.pick(fact.caveat)) if fact and fact.caveat else None
    template = speech.phrases.remarks.get(note.remark)
    if template is None:
        return None
    first = note.about[0] if note.about else ""
    entry = speech.library.entry(first)
    work = speech.library.knowledge.works.get(first)
    return template.format(
        name=speech.name(first),
        others=speech.names(note.about[1:]),
        note=speech.pick(entry.note) if entry and entry.note else "",
        work=speech.pick(work.name) if work else "",
        amount=speech.amount(work.length, work.unit) if work else "",
        currency=first,
        other=note.about[1] if len(note.about) > 1 else "",
        n=_short(note.figures[0]) if note.figures else "",
        day=note.day.isoformat() if note.day else "",
    )


def _source_lines(answer: Answer, speech: Speech, today: date) -> list[Line]:
    phrases = speech.phrases
    lines = []
    for id_ in answer.sources:
        source = speech.library.source(id_)
        if source is None:
            continue
        template = phrases.source if source.date else phrases.source_undated
        day = source.date.isoformat() if source.date else ""
        lines.append(
            Line(template.format(publisher=speech.pick(source.publisher), title=source.title, day=day), Style.SMALL)
        )
    priced = [result.as_of for result in answer.results if result.as_of is not None and result.unit != TEXT]
    if priced and answer.question.kind is not Kind.FACT and (today - min(priced)).days > _OLD_AFTER_DAYS:
        lines.append(Line(phrases.old_price.format(day=min(priced).isoformat()), Style.SMALL))
    return lines


__all__ = ["Status", "word_answer", "word_note"]
