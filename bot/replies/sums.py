"""What a figure was worked out from, and what it means: the lines below the answer."""

from __future__ import annotations

from typing import Final

from bot.answers import Answer, Role
from bot.quantities import CHARACTER, TOKEN, Range
from bot.question import Kind
from bot.replies.figures import shortened
from bot.replies.layout import Line, Style
from bot.replies.listing import IS_FREE
from bot.replies.speech import Speech
from bot.replies.steps import shown_step, told_steps

_PICTURE: Final = "long-novel"
"""The work whose length pictures an amount of text."""


def working_lines(answer: Answer, speech: Speech) -> list[Line]:
    """What tokens mean in characters, and the sums; folded where they are long or only measure prices."""
    meaning = _meaning(answer, speech)
    lines = [Line(meaning)] if meaning else []
    if not _has_a_sum(answer):
        return lines
    if answer.question.whole:
        steps = (Line(shown_step(step, speech.phrases), Style.ITEM) for step in answer.steps)
        return [Line(speech.phrases.sum.format(steps="").rstrip()), *steps, *lines]
    text = _sum(answer, speech)
    sums = answer.question.kind in _SUMS or bool(answer.question.loads)
    return [Line(text, folded=not sums or len(text) > _LONGEST_SUM), *lines]


def is_cut_short(answer: Answer, speech: Speech) -> bool:
    """Whether not all of a sum that was asked for is shown at once."""
    if answer.question.kind not in _SUMS or answer.question.whole or not _has_a_sum(answer):
        return False
    return len(told_steps(answer)[0]) < len(answer.steps) or len(_sum(answer, speech)) > _LONGEST_SUM


def _has_a_sum(answer: Answer) -> bool:
    return bool(answer.steps) and not all(map(IS_FREE, answer.results))


def _sum(answer: Answer, speech: Speech) -> str:
    """The steps that are told, as one line."""
    steps, example = told_steps(answer)
    phrases, name = speech.phrases, speech.name(example)
    text = phrases.clause_end.join([shown_step(step, phrases) for step in steps])
    return phrases.sum_example.format(steps=text, name=name) if name else phrases.sum.format(steps=text)


_SUMS: Final = (Kind.BUDGET, Kind.COST, Kind.CONVERT)
"""Kinds of questions that ask for a sum."""
_LONGEST_SUM: Final = 160
"""Characters of a sum that is shown at once."""


def _meaning(answer: Answer, speech: Speech) -> str | None:
    """What the tokens of a budget come to in characters by the vendor's own rate, or how many tokens were bought."""
    budget = answer.question.kind is Kind.BUDGET
    results = [result for result in answer.results if budget and result.role is Role.ANSWER]
    if len(results) != 1 or results[0].value is None:
        return None
    result = results[0]
    if result.unit == TOKEN and result.value is not None:
        entry = speech.library.entry(result.subject or "")
        rates = speech.library.knowledge.rates.get(entry.vendor or "", ()) if entry else ()
        rate = next((rate for rate in rates if rate.unit == CHARACTER), None)
        if rate is None:
            return None
        text = result.value.times(rate.per_token)
        if text.low is None and text.high is None:
            return None
        return speech.phrases.in_characters.format(amount=speech.amount(text, CHARACTER)) + _pictured(text, speech)
    also = next(
        (each.value for each in answer.results if each.role is Role.ALSO and each.unit == TOKEN and each.value), None
    )
    if also is None:
        return None
    pictured = _pictured(result.value, speech) if result.unit == CHARACTER and result.value is not None else ""
    return speech.phrases.in_characters.format(amount=speech.amount(also, TOKEN)) + pictured


def _pictured(text: Range, speech: Speech) -> str:
    """An amount of characters as long novels; nothing for less than one."""
    novel = speech.library.knowledge.works.get(_PICTURE)
    length = novel.length.exact if novel else None
    if not length or text.low is None or text.low < length:
        return ""
    low = shortened(text.low / length, 1)[0]
    high = shortened(text.high / length, 1)[0] if text.high and text.high != text.low else low
    if low == high == 1:
        return speech.phrases.novel
    return speech.phrases.novels.format(n=speech.amount(Range(low, high), "").removeprefix(speech.phrases.about))
