"""One amount with the words that belong to it: a percentage, money, a quantity or a plain number."""

from __future__ import annotations

import re
from typing import Final

from bot.language.amounts.measures import quantity
from bot.language.amounts.money import money
from bot.language.amounts.percentages import percent_after
from bot.language.amounts.vocabulary import Source, Term, Vocabulary
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import LATIN, is_han
from bot.language.basics.vocabulary import characters, words_under
from bot.language.numbers.arabic_numbers import Figure

_MINUS_SIGNS: Final = "-−"
_MINUS_WORDS: Final = tuple(f"{word} " for word in words_under("signs", "minus"))
_NOT_MINUS: Final = characters("signs", "no minus")
_VALUE_COMES: Final = ("=", *(f" {word}" if word.isascii() else word for word in words_under("signs", "value comes")))
_ONE_AMOUNT: Final = re.compile("[-−] (?:[^ 0-9]{1,4} )?[^ ]+(?: ?[^ 0-9]{1,12})?")
_OPENS: Final = frozenset(" \n([{,:;=<>\"'!?。、\x00")


def term(source: Source, vocabulary: Vocabulary, start: int, figure: Figure, floor: int) -> Term:
    """The amount whose number is ``figure``, at ``start``; no word before ``floor`` belongs to it."""
    text = source.text
    found = percent_after(text, start, figure) if figure.end < len(text) else None
    if found is None:
        found = money(source, vocabulary, start, figure, floor)
    if found is None:
        found = quantity(text, vocabulary, start, figure)
    if found is None:
        found = Term(EntityKind.NUMBER, figure.low, figure.high, start, figure.end, figure, rough=figure.rough)
    return signed(source, found, start, floor)


def signed(source: Source, found: Term, number_start: int, floor: int) -> Term:
    """The term with the minus before it, or between its currency and its number ($-5)."""
    text = source.text
    if found.high is None or number_start <= floor:
        return found
    dashed = found.start > floor and text[found.start - 1] == "-" and source.is_dash(found.start - 1)
    at = _minus_start(text, found.start, floor) if found.start > floor and not dashed else None
    if at is None and found.start < number_start and text[number_start - 1] in _MINUS_SIGNS:
        at = found.start
    if at is None:
        return found
    return found._replace(low=-found.high, high=-found.low, start=at)


def _is_set_apart(text: str, at: int) -> bool:
    """Whether a minus with a space behind it is one: alone before its number, or behind what says that a value comes."""
    before = text[:at].rstrip()
    return before.endswith(_VALUE_COMES) if before else _ONE_AMOUNT.fullmatch(text, at) is not None


def _minus_start(text: str, start: int, floor: int) -> int | None:
    """The place of the minus before an amount; ``None`` where there is none."""
    before = text[start - 1]
    if before in _MINUS_SIGNS:
        opens = start == 1 or text[start - 2] in _OPENS or is_han(text, start - 2)
        return start - 1 if opens and (start - 1 > floor or floor == 0) else None
    if before == "下" and text.startswith("零下", start - 2) and start - 2 >= floor:
        return start - 2
    if before == "的" and text.startswith("负", start - 2) and start - 2 >= floor:
        return start - 2
    if before == "负":
        return None if start >= 2 and text[start - 2] in _NOT_MINUS else start - 1
    if before != " ":
        return None
    if start >= 2 and text[start - 2] in _MINUS_SIGNS and _is_set_apart(text, start - 2):
        return start - 2
    for word in _MINUS_WORDS:
        at = start - len(word)
        if at >= floor and text.startswith(word, at) and (at == 0 or text[at - 1] not in LATIN):
            return at
    return None
