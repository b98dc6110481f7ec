"""How large one price is beside another, where just that is asked: 百分之几, 几倍, what fraction of."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.quantities import PERCENT, TIMES
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import INDUSTRY

_PRICE: Final = r"(?:api)?(?:价格|价钱|定价|单价|收费|费用|价)?"
_SHARE: Final = r"百分之几多?|百分之多少|百分几多?|几分之几|几成|(?:几|多少)趴|多少%|几多?%"
_CHINESE: Final = re.compile(
    rf"A(?:的|嘅)?{_PRICE}(?:大概|大约)?(?:是|系|等于|相当于|占|为)了?B(?:的|嘅)?{_PRICE}(?:的|嘅)?"
    rf"(?:(?P<share>{_SHARE})|(?:几多?|多少)倍)(?!贵|便宜|平)"
)
_PART: Final = r"(?:percent|percentage|fraction|share|proportion|%)"
_OF: Final = r"(?:the )?(?:price of )?(?:the )?"
_SECOND_OF_FIRST: Final = re.compile(
    rf"\b(?:(?P<share>what {_PART} of)|how many times) {_OF}A(?:'s)?(?: price| cost)? (?:is|does|are) {_OF}B"
)
_FIRST_OF_SECOND: Final = re.compile(
    rf"A(?:'s)?(?: price)? (?:is |are |costs? )(?:(?P<share>what {_PART} of)|how many times) {_OF}B"
)


class Ratio(NamedTuple):
    """Whose price is wanted as a multiple of whose, and in which unit: percent or times."""

    price: str
    of: str
    unit: str


def asked_ratio(slots: Slots) -> Ratio | None:
    """The ratio that is asked for, where the message names two and asks for one."""
    reading = slots.reading
    if not reading.has(Cue.DIFFERENCE) and "fraction" not in reading.text and "proportion" not in reading.text:
        return None
    names = list(reading.names(EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT))
    if len(names) != 2:
        return None
    (first, first_name), (second, second_name) = names
    text, one, other = reading.text, slots.tokens[first], slots.tokens[second]
    masked = f"{text[: one.start]}A{text[one.end : other.start]}B{text[other.end :]}"
    for pattern, swapped in ((_CHINESE, False), (_FIRST_OF_SECOND, False), (_SECOND_OF_FIRST, True)):
        match = pattern.search(masked)
        if match is not None:
            price, of = (_model(name.id, slots) for name in (first_name, second_name)[:: -1 if swapped else 1])
            return Ratio(price, of, PERCENT if match["share"] else TIMES) if price and of else None
    return None


def _model(id_: str, slots: Slots) -> str | None:
    models = slots.market.models_of(id_)
    model = models[0] if len(models) == 1 else id_
    return model if model in slots.subjects or model == INDUSTRY else None
