"""What is asked of a model beside prices and reports: how good, how fast, how large it is. Of that nothing is known."""

from __future__ import annotations

import re
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import words_under
from bot.language.basics.wordset import WordSet
from bot.language.tokens.reading import Reading
from bot.question import Kind, Order
from bot.questions.frames.handler import Candidate
from bot.questions.kinds.concepts import PRICED, asked_of_companies, has_said
from bot.questions.overheard.topics import names_topic
from bot.questions.phrases.slots import Slots

_SAID: Final = WordSet(words_under("questions", "beyond, said"))
"""What a model is, does or is used by, beside what it costs."""
_MADE_OR_PAID: Final = frozenset(words_under("questions", "beyond, made or paid"))
"""What a vendor does with money of its own, right behind its name."""
_TIMES: Final = frozenset({Cue.SECOND, Cue.MINUTE, Cue.HOUR, Cue.DAY})
_COUNTED: Final = re.compile(
    r"(?:多少|几|几多)[几百千万亿]?(?:个|亿|万|名|位|张|台|种)?(?:用户|人(?!民币|仔)|参数|客户|开发者|粉丝|股东|卡|服务器|层|维|语言|版本|功能)"
    r"|支持(?!啥|什么|哪|边|咩|几)|(?<!what )(?<!which )\bsupports?\b"
)


def speaks_beyond(reading: Reading) -> bool:
    """Whether a message speaks of what a model is or does, and of no price."""
    if _asks_how_fast(reading):
        return True
    if asked_of_companies(reading):
        return True
    if _asks_of_its_money(reading):
        return True
    if has_said(reading, PRICED):
        return False
    return (
        _asks_how_many_hours(reading)
        or Cue.BEYOND in reading.cues
        or _says_beyond(reading)
        or _COUNTED.search(reading.text) is not None
    )


def _says_beyond(reading: Reading) -> bool:
    """Whether a word for what a model is or does stands in a message; in how big is the gap there is none."""
    gaps = [reading.tokens[place] for place in reading.cues.get(Cue.DIFFERENCE, ())]
    return any(
        not any(gap.start <= start and end < gap.end for gap in gaps) for start, end in _SAID.spans(reading.text)
    )


def _asks_of_its_money(reading: Reading) -> bool:
    """Whether it is asked what a vendor makes or pays itself: how much money does MiniMax make."""
    named = reading.named if Cue.HOW_MUCH_MONEY in reading.cues else {}
    vendors = (*named.get(EntityKind.VENDOR, ()), *named.get(EntityKind.SUBJECT, ()))
    return any(not _MADE_OR_PAID.isdisjoint(reading.text[name.end :].split()[:1]) for _, name in vendors)


def _asks_how_many_hours(reading: Reading) -> bool:
    """Whether it is asked how long something lasted: how many hours was ChatGPT down."""
    counted = (place + 1 for place in reading.places(Cue.HOW_MANY))
    return any(not _TIMES.isdisjoint(reading.tokens[place].cues) for place in counted if place < len(reading.tokens))


def _asks_how_fast(reading: Reading) -> bool:
    """Whether it is asked how much text a second or minute brings: 一秒能吐多少字, tokens per second."""
    timed, counted = reading.has(Cue.EVERY_SECOND, Cue.EVERY_MINUTE), reading.has(Cue.HOW_MANY, Cue.WHAT)
    paid = PRICED - {Cue.TOKEN, Cue.BUY}
    return timed and counted and reading.has(Cue.TOKEN, Cue.CHARACTER, Cue.WORD) and not reading.has(*paid)


def asks_beyond(slots: Slots, best: Candidate | None) -> bool:
    """Whether something else is asked of a model than what it costs, or what is reported of it."""
    if (best is not None and (best.asked or best.question.kind is Kind.STATUS)) or not slots.models:
        return False
    if best is not None and best.question.order is Order.OFFER:
        return False
    if slots.money or slots.loads[0] or slots.unit_price is not None or slots.request_size or slots.long_request:
        return False
    if slots.terms[0] is not None and slots.terms[0].tokens is not None:
        return False
    return speaks_beyond(slots.reading) and (best is None or not states_report(best, slots.reading))


def states_report(best: Candidate, reading: Reading) -> bool:
    """Whether the reports tell of what is asked: more than a question word leads to the fact."""
    stated = best.question.kind is Kind.FACT and Cue.BEYOND not in reading.cues
    return stated and (bool(best.spans) or names_topic(reading))
