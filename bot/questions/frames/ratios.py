"""How large one price is beside another, where just that is asked: 百分之几, 几倍, what fraction of."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.quantities import PERCENT, TIMES
from bot.questions.phrases.slots import Slots
from bot.questions.working.families import models_of
from bot.questions.working.market import INDUSTRY

_SHARES: Final = words_under("questions", "ratios, shares")
_TIMES: Final = words_under("questions", "ratios, times")
_UNKNOWN: Final = ("fraction", "proportion")
_IS: Final = ("是", "系", "等于", "占", "为", "相当", " is ", " are ", " does ", " cost")
_JOINING: Final = frozenset({Cue.FILLER, Cue.PRICE, Cue.CONVERT, Cue.SPEND, Cue.WHAT, Cue.DIFFERENCE})
_OTHERWISE: Final = (Cue.CHEAP, Cue.DEAR, Cue.THAN, Cue.CUT, Cue.RAISE, Cue.UNDER, Cue.OVER)
"""Words beside which a difference is asked for."""


class Ratio(NamedTuple):
    """Whose price is wanted as a multiple of whose, and in which unit: percent or times."""

    price: str
    of: str
    unit: str


def asked_ratio(slots: Slots) -> Ratio | None:
    """The ratio that is asked for, where the message names two and asks for one.

    Where the ratio is asked for first, the name right behind it is what the other is measured by.
    """
    reading = slots.reading
    names = [place for place, _ in reading.entries]
    asked = _asked(slots) if len(names) == 2 and not reading.has(*_OTHERWISE) else None
    if asked is None:
        return None
    start, unit = asked
    first, second = names
    if not _is_one_clause(slots, min(start, slots.tokens[first].start), max(start, slots.tokens[second].start)):
        return None
    if not any(word in reading.text[slots.tokens[first].end : slots.tokens[second].start] for word in _IS):
        return None
    price, of = (second, first) if start < slots.tokens[first].start else (first, second)
    of_price, of_other = _model(price, slots), _model(of, slots)
    return Ratio(of_price, of_other, unit) if of_price and of_other else None


def _asked(slots: Slots) -> tuple[int, str] | None:
    """Where a share or so many times is asked for, and in which unit."""
    reading, text = slots.reading, slots.reading.text
    spans = [(slots.tokens[place].start, slots.tokens[place].end) for place in reading.cues.get(Cue.DIFFERENCE, ())]
    spans += [span for span in reading.residue if text[slice(*span)] in _UNKNOWN]
    for start, end in spans:
        for words, unit in ((_SHARES, PERCENT), (_TIMES, TIMES)):
            measured = unit == TIMES or not text[start].isascii() or text.startswith(" of", end)
            if measured and any(word in text[start:end] for word in words):
                return start, unit
    return None


def _is_one_clause(slots: Slots, start: int, end: int) -> bool:
    """Whether between two places nothing stands but names, prices and words that join them."""
    between = (token for token in slots.tokens if start < token.start < end and not token.name)
    joined = all(not _JOINING.isdisjoint(token.cues) and Cue.VERSUS not in token.cues for token in between)
    return joined and "," not in slots.reading.text[start:end]


def _model(place: int, slots: Slots) -> str | None:
    name = slots.tokens[place].name
    models = models_of(slots.market, name.id) if name is not None else ()
    model = models[0] if len(models) == 1 else name and name.id
    return model if model in slots.subjects or model == INDUSTRY else None
