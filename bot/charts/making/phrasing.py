"""Words of charts, in the chart's language and in characters that its font has."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bot.answers import Given, Result
from bot.charts.fonts.files import is_written
from bot.charts.making.words import WORDS
from bot.charts.scales import Scale
from bot.quantities import ONE, TOKEN
from bot.replies.speech import Speech, shown


class Phrasing:
    """One language at work on a chart."""

    def __init__(self, speech: Speech) -> None:
        self.speech = speech
        self.words = WORDS[speech.language]

    def said(self, text: str) -> str:
        """A text as it is to be shown."""
        return shown([text], self.speech.language)[0]

    def name(self, named: str, id_: str | None) -> str:
        """A name as it is to be shown; where the font lacks one of its characters, the English one or else the id."""
        entry = self.speech.library.entry(id_ or "")
        forms = [self.said(named), *([entry.name.en] if entry is not None else []), id_ or ""]
        return next(filter(is_written, forms), forms[0])

    def unit(self, unit: str, pers: Iterable[Given | None]) -> str:
        """What amounts are: yuan for a million tokens, or tokens. Where they are for different numbers, only the money."""
        phrases = self.speech.phrases
        if not unit.isupper():
            return phrases.units.get(unit, "{n}").format(n="").strip()
        money = phrases.currency(unit)
        sizes = {(per.value.exact or ONE, per.unit) for per in pers if per is not None}
        if len(sizes) != 1:
            return self.said(money)
        size, of = sizes.pop()
        text = self.speech.per(money, size) if of == TOKEN else self.speech.for_units(money, None)
        return self.said(text)

    def amount(self, result: Result, *, alike: bool) -> str:
        """An amount, with the tokens that it is for where those of others are for other numbers."""
        if result.free or result.value is None:
            return self.said(self.speech.phrases.free)
        if alike:
            return self.said(self.speech.amount(result.value, result.unit))
        return self.said(self.speech.price(result))

    def ticks(self, scale: Scale) -> tuple[str, ...]:
        return tuple(self._number(amount) for amount in scale.ticks)

    def _number(self, amount: Decimal) -> str:
        return self.said(self.speech.phrases.number(amount).strip())

    def scale_note(self, scale: Scale) -> list[str]:
        """What a logarithmic scale means."""
        if not scale.logarithmic:
            return []
        times = scale.ticks[1] / scale.ticks[0]
        return [self.said(self.words.powers.format(n=self._number(times)))]
