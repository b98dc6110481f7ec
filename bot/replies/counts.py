"""The first lines of a reply to how many tokens a text is, and what it costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.answers import Answer, Remark, Result, Role
from bot.quantities import TOKEN, Range
from bot.replies.layout import Line, Style
from bot.replies.listing import by_subject, items
from bot.replies.speech import Speech


class _Told(NamedTuple):
    """What is said of a text with one model."""

    name: str
    tokens: str
    cost: str
    total: str


def word_count(answer: Answer, speech: Speech) -> list[Line]:
    """The tokens of a text, and its cost: with one model in a line, with several a line for each."""
    phrases, groups = speech.phrases.market, by_subject(answer.results)
    vendors = [note.about[0] for note in answer.notes if note.remark is Remark.COUNTED]
    told = [_told(group, vendors, speech) for group in groups]
    length = speech.amount(answer.question.size.amount.value, TOKEN) if answer.question.size is not None else ""
    all_counted = all(_is_counted(group, vendors, speech) for group in groups)
    how = phrases.by_vocabulary if all_counted else phrases.by_both if vendors else phrases.by_rates
    how, text = how.format(name=speech.names(vendors)), _text(answer, speech)
    if len(told) == 1:
        [one] = told
        head = phrases.counted.format(text=text, tokens=one.tokens, name=one.name, how=how)
        costs = phrases.costs_of_text.format(cost=one.cost, answer=length, total=one.total)
        return [Line(speech.phrases.clause.join((head, costs)) if one.cost else head, Style.HEADLINE)]
    tokens = _amount(_hull(answer.results), speech, counted=all_counted)
    head = phrases.counted_by_model.format(text=text, tokens=tokens, how=how, answer=length)
    return [Line(head, Style.HEADLINE), *items(speech, ((one.name, _row(one, speech)) for one in told))]


def _row(told: _Told, speech: Speech) -> str:
    phrases = speech.phrases
    costs = phrases.market.costs_in_list.format(cost=told.cost, total=told.total)
    return phrases.clause.join((told.tokens, costs)) if told.cost else told.tokens


def _text(answer: Answer, speech: Speech) -> str:
    """The text by its measures."""
    sizes = [load.amount for load in answer.question.loads if load.amount.unit != TOKEN and load.amount.value.low]
    if not sizes:
        return speech.phrases.market.text_unmeasured
    return speech.phrases.market.text.format(
        sizes=speech.phrases.comma.join(speech.amount(size.value, size.unit) for size in sizes)
    )


def _told(group: Sequence[Result], vendors: Sequence[str], speech: Speech) -> _Told:
    tokens = next(result for result in group if result.unit == TOKEN)
    costs = [result for result in group if result.unit != TOKEN]
    cost, total = (
        next((speech.price(result) for result in costs if result.role is role), "") for role in (Role.ANSWER, Role.ALSO)
    )
    counted = _is_counted(group, vendors, speech)
    shown = _amount(tokens.value, speech, counted=counted) if tokens.value is not None else ""
    return _Told(speech.name(tokens.subject), shown, cost, total)


def _is_counted(group: Sequence[Result], vendors: Sequence[str], speech: Speech) -> bool:
    entry = speech.library.entry(group[0].subject or "")
    return entry is not None and entry.vendor in vendors


def _amount(tokens: Range, speech: Speech, *, counted: bool) -> str:
    """Tokens in words; what rates come to is about so much."""
    text, about = speech.amount(tokens, TOKEN), speech.phrases.about
    return text if counted or text.startswith(about) or tokens.low is None else about + text


def _hull(results: Sequence[Result]) -> Range:
    """From the least to the most tokens that a text is with any model."""
    ends = [
        end for result in results if result.unit == TOKEN and result.value is not None for end in result.value if end
    ]
    return Range(min(ends), max(ends))
