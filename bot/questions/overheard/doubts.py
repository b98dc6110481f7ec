"""What is doubtful about a reading of an overheard message, by the kind of question, however much it explains."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import words_under
from bot.language.tokens.reading import Reading, Token
from bot.language.words.expressions import expressions
from bot.question import Kind
from bot.questions.frames.handler import Candidate
from bot.questions.overheard.asides import parts
from bot.questions.overheard.beyond import speaks_beyond, states_report
from bot.questions.overheard.demands import demands
from bot.questions.overheard.topics import counts_text, counts_tokens
from bot.questions.phrases.asking import WHETHER, WORDS_THAT_ASK, asks, asks_for_something, asks_whether

BEYOND: Final = "it may ask for something else than prices"


def doubts_of(candidate: Candidate, reading: Reading) -> Iterator[str]:
    """What speaks against a reading."""
    question = candidate.question
    if not asks(reading) and not demands(question, reading):
        yield "it does not ask"
    if question.unpriced is not None and question.unpriced.is_service:
        yield "it asks the price of something that no entry holds"
    told = question.kind is not Kind.FACT or states_report(candidate, reading)
    if not told and any(reading.named[EntityKind.MODEL]) and speaks_beyond(reading):
        yield BEYOND
    yield from (doubt for doubt, holds in _BY_KIND.get(question.kind, ()) if holds(reading))


_DEEDS: Final = expressions("deeds of people")
_SUM_ASKED: Final = (Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.ENOUGH, Cue.DURATION, Cue.WHAT)


def _states_price(reading: Reading) -> bool:
    """Whether a sum of money is named and neither a sum nor its truth is asked for: remember when we paid 6 cents?"""
    if not reading.counted[EntityKind.MONEY] or reading.has(*_SUM_ASKED):
        return False
    return not asks_whether(reading)


def _asks_for_a_fact(reading: Reading) -> bool:
    """Whether a message asks by more than its mark; in English by a verb anywhere as well."""
    in_english = reading.text.isascii() and Cue.MAYBE in reading.cues
    return in_english or asks_for_something(reading) or asks_whether(reading)


def _asks_whether_over(reading: Reading) -> bool:
    """Whether it is asked if a price war has ended, of which reports of its days cannot tell."""
    text = reading.text.rstrip("?! ")
    ended = text.endswith(_ENDED) or (text.startswith("is ") and text.endswith(" over"))
    return ended and Cue.RIVALRY in reading.cues


_ENDED: Final = words_under("questions", "doubts, ended")


def _may_price_another(reading: Reading) -> bool:
    """Whether a word that nothing explains stands where names are, or where it is asked, and no measure of text.

    Then the price may be of that: 智谱给应届生开多少钱, doubao phone price.
    """
    if counts_tokens(reading) or counts_text(reading) or reading.has(*_MEASURES) or _API in reading.text:
        return False
    unknown = [span for span in reading.residue if not _is_denied_word(reading, span)]
    spans = parts(reading.normalized) or ((0, len(reading.text)),)
    asking = [span for span in spans if any(_tells(token) for token in _within(reading, span))]
    return any(start <= at < end for start, end in asking for at, _ in unknown)


_CHOOSING: Final = (
    Cue.CHEAPEST, Cue.DEAREST, Cue.ORDER, Cue.DESCENDING, Cue.LIST, Cue.WHICH, Cue.WHO, Cue.MODELS, Cue.VENDORS, Cue.EXISTS, Cue.ALL,
)  # fmt: skip
"""Words that ask for some of all that there is."""
_MEASURES: Final = (Cue.PER_MILLION, Cue.PER_THOUSAND)
_API: Final = "api"


def _tells(token: Token) -> bool:
    """Whether a word names something, or asks what is asked."""
    return token.name is not None or not WORDS_THAT_ASK.isdisjoint(token.cues)


def _within(reading: Reading, span: tuple[int, int]) -> Iterator[Token]:
    return (token for token in reading.tokens if span[0] <= token.start < span[1])


def _is_denied_word(reading: Reading, span: tuple[int, int]) -> bool:
    """Whether a stretch is half of a word with its denial, which asks: the 收 of 收不收费."""
    return any(match.start() <= span[0] and span[1] <= match.end() for match in WHETHER.finditer(reading.text))


def _buys_another(reading: Reading) -> bool:
    """Whether a word that nothing explains stands right behind a word for buying: 够买粒糖."""
    ends = {token.end for token in reading.tokens if Cue.BUY in token.cues and Cue.FILLER not in token.cues}
    return any(start in ends for start, _ in reading.residue)


_ANY_DIFFERENCE: Final = words_under("questions", "doubts, any difference")


def _compares_prices(reading: Reading) -> bool:
    """Whether a word of price is there, or an amount: without one, which is better may be asked."""
    if reading.has(*PRICE_WORDS, Cue.SAVE, Cue.CHEAPEST) or is_measured(reading):
        return True
    apart = (reading.tokens[place] for place in reading.cues.get(Cue.DIFFERENCE, ()))
    return any(reading.text[token.start : token.end] not in _ANY_DIFFERENCE for token in apart)


def _names_money(reading: Reading) -> bool:
    return bool(reading.counted[EntityKind.MONEY])


def is_measured(reading: Reading) -> bool:
    """Whether a sum of money or a quantity is named with its unit."""
    return bool(reading.amounts_of(EntityKind.MONEY, EntityKind.QUANTITY))


PRICE_WORDS: Final = (
    Cue.CHEAP,
    Cue.CHEAPEST,
    Cue.DEAR,
    Cue.DEAREST,
    Cue.PRICE,
    Cue.HOW_MUCH_MONEY,
    Cue.SPEND,
    Cue.TOKEN,
)


_ANOTHER: Final = "the price may be of something that is not understood"
_BY_KIND: Final[dict[Kind, tuple[tuple[str, Callable[[Reading], bool]], ...]]] = {
    Kind.PRICE: (("the price is stated, not asked for", _states_price), (_ANOTHER, _may_price_another)),
    Kind.HISTORY: ((_ANOTHER, _may_price_another),),
    Kind.FACT: (
        ("it does not ask in words", lambda reading: not _asks_for_a_fact(reading)),
        (BEYOND, lambda reading: Cue.SERVICE in reading.cues),
        ("it asks whether something is over by now", _asks_whether_over),
        ("it asks what somebody did", lambda reading: _DEEDS.stands_in(reading.text)),
    ),
    Kind.BUDGET: (
        ("what is bought is not understood", _buys_another),
        ("it names no sum of money", lambda reading: not (Cue.HOW_MANY in reading.cues or _names_money(reading))),
    ),
    Kind.RANK: (("it may ask for nothing of all that there is", lambda reading: not reading.has(*_CHOOSING)),),
    Kind.COMPARE: (("it may compare something else than prices", lambda reading: not _compares_prices(reading)),),
}
"""What makes each kind doubtful, with the words for it."""
