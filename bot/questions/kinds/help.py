"""What the bot can do, which models and vendors it knows, and where its figures are from."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bot.answers import Answer
from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.quantities import TEXT
from bot.question import Kind, Question, Topic
from bot.questions.frames.coverage import worded
from bot.questions.frames.handler import Candidate, Handler
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.questions.working.standings import MOST_NAMED
from bot.questions.working.working import Working

_PRICE_SIGNS: Final = (
    Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.CHEAP, Cue.CHEAPEST, Cue.DEAR, Cue.DEAREST, Cue.FREE, Cue.SPEND, Cue.CUT,
)  # fmt: skip
_WORDS: Final = frozenset(
    {Cue.HELP, Cue.SOURCE, Cue.KNOW, Cue.WHICH, Cue.MODELS, Cue.VENDORS, Cue.LIST, Cue.ALL, Cue.QUESTION, Cue.ASK,
     Cue.WHAT, Cue.HOW_MANY, Cue.PRICE}
)  # fmt: skip
_WITH_HELP: Final = frozenset({Cue.HOW})


def read(slots: Slots) -> Candidate | None:
    topic = None if slots.named else _topic(slots)
    if topic is None or slots.money or slots.loads[0]:
        return None
    able = _asks_what_bot_can(slots) if topic is Topic.ABILITIES else None
    used = worded(slots, _WITH_HELP) if Cue.HELP in slots.reading.cues else frozenset[int]()
    return Candidate(Question(Kind.HELP, topic=topic), used, spans=(able,) if able is not None else ())


def _topic(slots: Slots) -> Topic | None:
    """What of the bot itself is asked for, in a message that names nothing."""
    reading = slots.reading
    listed = _asks_for_a_list(slots)
    if Cue.HELP in reading.cues or (not listed and _asks_what_bot_can(slots) is not None):
        return Topic.ABILITIES
    if Cue.SOURCE in reading.cues:
        return Topic.SOURCES
    return Topic.MODELS if listed else None


_OFFERED: Final = words_under("questions", "help, offered")


def _asks_for_a_list(slots: Slots) -> bool:
    """Whether the message asks which models or vendors the bot knows, and not for their prices."""
    reading = slots.reading
    choosing = reading.has(Cue.WHICH, Cue.LIST, Cue.ALL, Cue.WHAT, Cue.HOW_MANY)
    known = reading.has(Cue.KNOW, Cue.LIST) or any(word in reading.text for word in _OFFERED)
    if not (reading.has(Cue.MODELS, Cue.VENDORS) and choosing and known):
        return False
    return not reading.has(*_PRICE_SIGNS) or (Cue.KNOW in reading.cues and not reading.has(Cue.LIST, Cue.ORDER))


_ABLE: Final = re.compile(
    r"(?:[你您]|bot|机器人)[^,.?!]{0,5}[会能可识懂][^,.?!]{0,5}(?:什么|啥|咩|乜|嘛|哪些|边啲|功能)(?!是|叫|意思)"
    r"|\bwhat\b.{0,25}\b(?:you|u|this bot|it)\b.{0,9}\b(?:do|able|answer|help|know)\b"
    r"|\b(?:you|u)\b.{0,5}\bable to do\b"
)
"""Somebody addressed as you, being able, and what: 你都会干些什么."""
_LOOK_UP: Final = words_under("questions", "help, look up")


def _asks_what_bot_can(slots: Slots) -> tuple[int, int] | None:
    """Where a message that names nothing asks what the bot can do, and speaks of nothing else."""
    text = slots.reading.text
    match = _ABLE.search(text)
    if match is None or (slots.reading.has(*_PRICE_SIGNS) and not any(word in text for word in _LOOK_UP)):
        return None
    return match.span()


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    if question.topic is Topic.MODELS:
        for model in working.models():
            for price in working.price_of(model)[:1]:
                working.add(TEXT, None, model, price)
    else:
        told = {fact.source for fact in market.knowledge.facts.values()}
        sources = [source for source in market.knowledge.sources if source in told]
        if len(sources) > MOST_NAMED:
            sources.sort(key=lambda source: market.knowledge.sources[source].date or date.min, reverse=True)
        working.note_others(len(sources) - MOST_NAMED)
        for source in sources[:MOST_NAMED]:
            working.cite(source)
    return working.answer()


HANDLER: Final = Handler(
    kind=Kind.HELP,
    letter="h",
    words=_WORDS,
    read=read,
    answer=answer,
    examples=("你知道哪些模型", "你会什么", "what can you do", "数据来源是什么"),
    precedence=10,
    place=11,
    slots=frozenset({"topic"}),
    needs=frozenset({"topic"}),
)
