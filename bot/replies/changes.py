"""How far prices are from those before they changed, or from the industry's level, in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from bot.answers import Answer, Note, Remark, Result, Role
from bot.knowledge.price_entries import Basis
from bot.quantities import PERCENT, TIMES, ZERO, Range
from bot.question import Baseline
from bot.replies.contrasts import brief
from bot.replies.layout import Line, Style
from bot.replies.speech import Speech


def word_discount(answer: Answer, speech: Speech) -> list[Line]:
    """By how much a price fell, or is below the industry's; where no earlier price is known, that first."""
    unknown = {note.about[0]: note for note in answer.notes if note.remark is Remark.NO_EARLIER_PRICE and note.about}
    unchanged = {note.about[0]: note.day for note in answer.notes if note.remark is Remark.NO_CHANGE and note.day}
    industry = answer.question.baseline is Baseline.INDUSTRY
    if answer.question.loads:
        return _costs_apart(answer, list(unknown.values()), speech)
    dated, moves = _changes(answer.notes)
    lines = []
    for subject in dict.fromkeys(result.subject for result in answer.results):
        results = [result for result in answer.results if result.subject == subject]
        if subject in dated:
            new = {each.about[1] for each in answer.notes if each.remark is Remark.SIDE_NEW and subject in each.about}
            lines += _changed(results, dated[subject], new, speech, briefly=len(answer.question.subjects) > 1)
            if subject in unchanged:
                lines.append(Line(_unchanged(subject, unchanged[subject], speech)))
            continue
        note = unknown.get(subject or "")
        if subject in unchanged:
            lines.append(Line(_unchanged(subject, unchanged[subject], speech), Style.HEADLINE))
        if note is not None:
            lines.append(Line(_no_earlier(note, speech), Style.HEADLINE))
        asked = {(result.unit, result.value) for result in results if result.role is Role.ANSWER}
        for result in results:
            if result.role is Role.DIFFERENCE and (result.unit, result.value) in asked:
                continue
            now = subject in unchanged and result.role is Role.ANSWER and result.per is not None
            before = None if industry or note is not None or now else moves.get(subject or "", "change")
            text = _discounted(result, speech, before)
            stressed = result.role is Role.ANSWER and note is None and subject not in unchanged
            lines.append(Line(text, Style.HEADLINE if stressed else Style.PLAIN))
    return lines


def _costs_apart(answer: Answer, unknown: Sequence[Note], speech: Speech) -> list[Line]:
    """By how much less an amount of work costs than before a cut, and both costs; or what it costs today."""
    phrases, market = speech.phrases, speech.phrases.market
    costs = [result for result in answer.results if result.role is Role.ANSWER]
    if unknown:
        lines = [Line(_no_earlier(note, speech), Style.HEADLINE) for note in unknown]
        for cost in costs:
            amount = speech.given(cost.given) if cost.given else ""
            text = phrases.costs.format(amount=amount, name=speech.result_name(cost), money=speech.price(cost))
            lines.append(Line(text))
        return lines
    _, moves = _changes(answer.notes)
    pairs = list(zip(costs[::2], costs[1::2], strict=False))
    lines = []
    for result in answer.results:
        if result.role is Role.DIFFERENCE and result.given is not None:
            rises = any(_rises(pair) for pair in pairs if pair[1].side == result.side)
            text = (market.cost_rose if rises else market.cost_fell).format(
                amount=speech.given(result.given), name=speech.result_name(result), money=speech.price(result)
            )
            lines.append(Line(text, Style.HEADLINE))
    style = Style.ITEM if lines else Style.HEADLINE
    for before, after in pairs:
        time = market.before_move[moves.get(before.subject or "", "change")]
        was = market.price_before.format(name=speech.result_name(before), before=time, price=speech.price(before))
        now = market.price_now.format(name=speech.result_name(after), price=speech.price(after))
        lines += [Line(was, style), Line(now, style)]
    return lines


def _rises(costs: Sequence[Result]) -> bool:
    before, after = (cost.value.low or cost.value.high or ZERO if cost.value is not None else ZERO for cost in costs)
    return before < after


def _no_earlier(note: Note, speech: Speech) -> str:
    return speech.phrases.remarks[Remark.NO_EARLIER_PRICE].format(name=speech.name(note.about[0]))


def _unchanged(subject: str, since: date, speech: Speech) -> str:
    return speech.phrases.remarks[Remark.NO_CHANGE].format(name=speech.name(subject), day=since.isoformat())


def _changes(notes: Iterable[Note]) -> tuple[dict[str | None, Note], dict[str, str]]:
    """The notes on changes between dated prices, by model, and which way the prices of all went that changed."""
    changed = {note.about[0]: note for note in notes if note.remark is Remark.CHANGED}
    stated = {note.about[0] for note in notes if note.remark in (Remark.UP_TO_CUT, Remark.BY_REPORT)}
    dated: dict[str | None, Note] = {model: note for model, note in changed.items() if model not in stated}
    return dated, {model: note.about[1] for model, note in changed.items()}


def _changed(
    results: Sequence[Result], note: Note, new: Collection[str | None], speech: Speech, *, briefly: bool
) -> list[Line]:
    """The last change of a model's prices: when, by how much, and the prices of each side before and after.

    ``new`` are sides that had no price before; ``briefly`` puts all into one line.
    """
    phrases, market, day = speech.phrases, speech.phrases.market, note.day.isoformat() if note.day else ""
    sides = [_Side(side, results, is_new=side in new) for side in dict.fromkeys(result.side for result in results)]
    named = speech.result_name(results[0]) if len(sides) == 1 else speech.name(results[0].subject)
    moves = [(side, move) for side in sides if (move := side.move(speech)) is not None]
    words = [
        market.side_moved.format(side=phrases.sides[side.side], move=move) if side.side else move
        for side, move in moves
    ]
    if len({move for _, move in moves}) == 1:
        words = [moves[0][1]]
    told = {"name": named, "day": day, "moves": speech.listed(words)}
    style = Style.HEADLINE if any(result.role is Role.ANSWER for result in results) else Style.PLAIN
    before = [side.prices[0] for side in sides if side.prices and side.prices[0].role is Role.ANSWER]
    if before:
        time = market.before_move[note.about[1]]
        was = market.price_before.format(name=named, before=time, price=_prices(before, speech))
        after = [side.prices[-1] for side in sides if len(side.prices) == 2 or side.is_new]
        return [Line(was, style), Line(market.changed_to.format(prices=_prices(after, speech), **told))]
    if len(sides) == 1 or briefly:
        return [Line(market.changed_to.format(prices=_in_one_line(sides, speech), **told), style)]
    named_sides = ((phrases.sides[side.side or ""], side.told(speech)) for side in sides)
    items = [Line(phrases.item.format(name=name, text=text), Style.ITEM) for name, text in named_sides]
    return [Line(market.changed.format(**told), style), *items]


def _prices(results: Sequence[Result], speech: Speech) -> str:
    """Prices of sides in one line, or the word for free where all are."""
    return speech.phrases.free if all(result.free for result in results) else speech.prices(results)


class _Side:
    """The results of one side: its prices, that before first, and the percentage between them."""

    def __init__(self, side: str | None, results: Sequence[Result], *, is_new: bool) -> None:
        self.side = side
        self.is_new = is_new
        own = [result for result in results if result.side == side]
        self.prices = [result for result in own if result.per is not None]
        self._percent = next((result.value for result in own if result.unit == PERCENT), None)

    def move(self, speech: Speech) -> str | None:
        """What happened to its price; ``None`` where it has only one."""
        if len(self.prices) != 2:
            return None
        market, (before, now) = speech.phrases.market, self.prices
        percent = self._percent.exact if self._percent is not None else None
        if percent is None:
            return market.charged if before.free else market.other_currency
        if now.free and percent:
            return market.freed
        if not percent:
            return market.unmoved
        return (market.rose if percent < 0 else market.fell).format(n=brief(abs(percent)))

    def told(self, speech: Speech) -> str:
        """Its price before and after, or the only one it had."""
        market = speech.phrases.market
        if len(self.prices) == 2 and self._percent != Range.exactly(ZERO):
            text = self._from_to(speech)
        elif len(self.prices) == 2:
            text = speech.price(self.prices[-1])
        else:
            template = market.side_new if self.is_new else market.side_gone
            text = template.format(price=speech.price(self.prices[-1]))
        return text

    def _from_to(self, speech: Speech) -> str:
        template, (before, now) = speech.phrases.market.from_to, self.prices
        if before.free or now.free or before.per is None:
            return template.format(before=speech.price(before), now=speech.price(now))
        return speech.per(self.sums(speech) or "", before.per.value.exact or ZERO)

    def sums(self, speech: Speech) -> str | None:
        """Both prices without the number of tokens that they are for; ``None`` where that does not tell them."""
        if len(self.prices) != 2 or any(price.free for price in self.prices):
            return None
        before, now = (speech.sums([price]) for price in self.prices)
        return before if before == now else speech.phrases.market.from_to.format(before=before, now=now)


def _in_one_line(sides: Sequence[_Side], speech: Speech) -> str:
    """What is told of the sides, the number of tokens once where it is the same and all have two prices."""
    phrases, sums = speech.phrases, [side.sums(speech) for side in sides]
    per = {price.per for side in sides for price in side.prices}
    if len(sides) == 1:
        return sides[0].told(speech)
    if None in sums or len(per) > 1:
        told = ((side.side, side.told(speech)) for side in sides)
    else:
        told = ((side.side, text or "") for side, text in zip(sides, sums, strict=True))
    parts = (phrases.of_side.format(side=phrases.sides[side or ""], price=text) for side, text in told)
    joined, size = phrases.comma.join(parts), next(iter(per))
    return joined if None in sums or size is None else speech.per(joined, size.value.exact or ZERO)


def _discounted(result: Result, speech: Speech, before: str | None) -> str:
    """A figure against the price ``before`` such a move, or else against the industry's level, or today's price."""
    phrases, market, name = speech.phrases, speech.phrases.market, speech.result_name(result)
    value = result.value or Range.exactly(0)
    if result.unit == PERCENT:
        return _percent(result, value, speech, industry=before is None)
    if result.unit == TIMES:
        return phrases.computed_times.format(n=brief(value.exact or ZERO))
    price = speech.price(result)
    if before is None:
        return _latest(result, speech)
    return market.price_before.format(name=name, before=market.before_move[before], price=price)


def _latest(result: Result, speech: Speech) -> str:
    """The price of now, or the one last reported with the day of the report."""
    market, name, price = speech.phrases.market, speech.result_name(result), speech.price(result)
    if result.offer is not None and result.offer.basis is Basis.REPORT and result.as_of is not None:
        return market.price_reported.format(name=name, price=price, day=result.as_of.isoformat())
    return market.price_now.format(name=name, price=price)


def _percent(result: Result, value: Range, speech: Speech, *, industry: bool) -> str:
    phrases, market, name = speech.phrases, speech.phrases.market, speech.result_name(result)
    if value.exact is None:
        rises = value.high is None
        template = market.above_before_up_to if rises else market.below_before_up_to
        return template.format(name=name, n=brief(abs(value.high or value.low or ZERO)))
    n = brief(abs(value.exact))
    if industry:
        if result.role is Role.DIFFERENCE and value.exact >= 0:
            return phrases.computed_percent.format(n=n, level=_industry_level(speech))
        return (phrases.above_industry if value.exact < 0 else phrases.below_industry).format(name=name, n=n)
    return (market.above_before if value.exact < 0 else market.below_before).format(name=name, n=n)


def _industry_level(speech: Speech) -> str:
    """The price level that the reports measure against."""
    knowledge = speech.library.knowledge
    levels = [
        price for model, prices in knowledge.prices.items() if knowledge.entries[model].reference for price in prices
    ]
    if not levels:
        return ""
    last = max(levels, key=lambda price: price.since)
    return speech.rate(Range.exactly(last.for_tokens(last.published_per)), last.currency, last.published_per)
