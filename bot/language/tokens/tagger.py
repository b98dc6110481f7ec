"""Finds names, amounts, cue words and fact keywords in one pass each over the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from string import ascii_letters, digits
from typing import Final, Protocol

import ahocorasick

from bot.knowledge.entries import EntryKind, Name, NameKind
from bot.language.amounts.relative_dates import NamedTime, named_time
from bot.language.basics.cues import UNIT_CUES, Cue
from bot.language.basics.detect import detect_language
from bot.language.basics.entities import Amount, EntityKind, Named
from bot.language.numbers.chinese_sections import ASCII_DIGITS, ONES
from bot.language.tokens.covering import Match, Word, best_cover, fill, longest_first
from bot.language.tokens.reading import Keyword, Reading, Token
from bot.language.tokens.versions import version_after
from bot.language.words.cue_words import cue_words
from bot.text import Normalized

ENTITY_KINDS: Final = {
    EntryKind.MODEL: EntityKind.MODEL,
    EntryKind.VENDOR: EntityKind.VENDOR,
    EntryKind.PRODUCT: EntityKind.SUBJECT,
    EntryKind.PLAN: EntityKind.SUBJECT,
    EntryKind.SUBJECT: EntityKind.SUBJECT,
    EntryKind.PLAN: EntityKind.SUBJECT,
}


class Amounts(Protocol):
    """Finds the amounts of a text, none of which starts or ends inside a blocked span."""

    def find(
        self,
        normalized: Normalized,
        blocked: Sequence[tuple[int, int]] = (),
    ) -> tuple[Amount, ...]: ...


class Tagger:
    """Reads texts against a fixed set of names and words; built once per knowledge base.

    ``kinds`` gives the kind of each entry id that a name leads to; ``sellers`` sell what others make, and have no versions.
    """

    def __init__(
        self,
        names: Iterable[Name],
        kinds: dict[str, EntityKind],
        keywords: Iterable[str],
        money: Iterable[str],
        amounts: Amounts,
        lookalikes: Iterable[str] = (),
        sellers: Iterable[str] = (),
    ) -> None:
        self._amounts = amounts
        self._sellers = frozenset(sellers)
        named = {
            name.text: (EntityKind.WORK if name.kind is NameKind.WORK else kinds[name.id], name.id) for name in names
        }
        alike, known = set(lookalikes), set(keywords)
        of_money = {word: (Cue.MONEY_WORD,) for word in money if word not in cue_words()}
        own = {*named, *alike, *known}
        self._automaton = ahocorasick.Automaton()
        for text, word in _of_cues_alone().items():
            if text not in own:
                self._automaton.add_word(text, word)
        for text in of_money.keys() - own:
            self._automaton.add_word(text, _of_money(text))
        for text in own:
            cues = of_money.get(text) or cue_words().get(text, ())
            word = Word(
                len(text),
                text[0] in _LATIN,
                text[-1] in _LATIN,
                name=named.get(text),
                cues=() if cues == (Cue.SERVICE,) and text in known else cues,
                keyword=text if text in known else None,
                lookalike=text in alike,
            )
            self._automaton.add_word(text, word)
        self._automaton.make_automaton()

    def read(self, normalized: Normalized, fixed: Sequence[Named] = ()) -> Reading:
        """What the text holds; ``fixed`` are names found by other means (forgiven typos), which come first."""
        text = normalized.text
        names: list[Match] = []
        cues: list[Match] = []
        keywords: list[Keyword] = []
        for match in self._matches(normalized):
            start, end, word = match
            if word.takes_name:
                names.append(match)
            if word.covers:
                cues.append(match)
            if word.keyword is not None:
                keywords.append(Keyword(start, end, word.keyword))
        named = _name_tokens(text, names, fixed)
        language = detect_language(normalized, [(token.start, token.end) for token in named])
        idioms = longest_first([match for match in cues if match[2].idiom])
        if idioms:
            named = fill(named, [Token(start, end, cues=word.cues) for start, end, word in idioms])
        blocked = [(token.start, token.end) for token in named]
        found = self._amounts.find(normalized, blocked)
        asked = [span for amount in found if (span := _asked_currency(text, amount)) is not None]
        if asked:
            found = self._amounts.find(normalized, [*blocked, *asked])
        amounts = [amount for amount in found if not _is_asked_for(text, amount)]
        tokens = fill(named, [_amount_token(text, amount) for amount in amounts])
        tokens = _with_day(text, _with_versions(text, tokens, self._sellers))
        tokens = _with_cues(text, tokens, cues)
        return Reading(normalized, tuple(tokens), tuple(keywords), tuple(_residue(text, tokens)), language)

    def words_in(self, normalized: Normalized) -> list[Word]:
        """The words that stand in a text, wherever they do, and whatever else it may be read as."""
        return [word for _, _, word in self._matches(normalized)]

    def name_of(self, text: str) -> tuple[EntityKind, str] | None:
        """The kind and id of what a whole name stands for; ``None`` where it is none."""
        known: Word | None = self._automaton.get(text, None)
        return known.name if known is not None else None

    def cues_of(self, word: str) -> tuple[Cue, ...]:
        """What a word says about the question that holds it; nothing, where it is not known."""
        known: Word | None = self._automaton.get(word, None)
        return known.cues if known is not None else ()

    def knows(self, word: str) -> bool:
        """Whether a Latin word, where it stands by itself, is never left over as unknown."""
        known: Word | None = self._automaton.get(word, None)
        return known is not None and (known.covers or known.name is not None)

    def words(self) -> Iterable[str]:
        """All words but names, those that only facts know among them."""
        return (text for text, word in self._automaton.items() if word.name is None)

    def _matches(self, normalized: Normalized) -> list[Match]:
        text = normalized.text
        length = len(text)
        found: list[Match] = []
        for last, word in self._automaton.iter(text):
            start, end = last + 1 - word.length, last + 1
            if word.latin_start and start and text[start - 1] in _LATIN:
                continue
            if word.latin_end and text[last].isdigit() and _in_amount(normalized, last):
                continue
            if word.latin_end and end < length and text[end] in _LATIN and not _opens_time(text, end):
                if word.name is not None and word.name[0] is EntityKind.WORK and _is_plural(text, end):
                    found.append((start, end + 1, word))
                if word.name is not None and _GLUED_VERSION.match(text, end):
                    found.append((start, end, word))
                if word.keyword is None or word.length < _STEM or word.name is not None:
                    continue
                stem_end = _word_end(text, end)
                if text[end:stem_end] not in _INFLECTIONS:
                    continue
                word, end = Word(stem_end - start, True, True, keyword=word.keyword), stem_end
            found.append((start, end, word))
        return found


@cache
def _of_cues_alone() -> Mapping[str, Word]:
    """The words that have cues alone: most do, and the same ones for every knowledge base."""
    return {
        text: Word(len(text), text[0] in _LATIN, text[-1] in _LATIN, cues=cues) for text, cues in cue_words().items()
    }


@lru_cache(maxsize=20_000)
def _of_money(text: str) -> Word:
    return Word(len(text), text[0] in _LATIN, text[-1] in _LATIN, cues=(Cue.MONEY_WORD,))


_LATIN: Final = frozenset(ascii_letters + digits)
_AFTER_DIGIT: Final = frozenset("万亿千百元块毛角分圆.")
"""What makes a digit before it the start or the middle of an amount: in "GLM 3亿" the 3 is no part of a name."""

_REST_OF_RANGE: Final = re.compile(
    r"[-~到至][0-9]+(?:\.[0-9]+)?(?:[万亿千百十元块毛角分圆个]| ?(?:[km]|million|thousand|yuan|rmb|dollars?|tok[a-z]*)(?![a-z]))"
)


def _in_amount(normalized: Normalized, last: int) -> bool:
    """Whether a digit is part of an amount, and of no name: GLM 3亿, GLM 3-6万; in "gpt-4.1 百万" it is set apart."""
    text, end = normalized.text, last + 1
    if normalized.is_apart(end) and last and text[last - 1] != " ":
        return False
    return text[end : end + 1] in _AFTER_DIGIT or _REST_OF_RANGE.match(text, end) is not None


_GLUED_VERSION: Final = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}(?![0-9%万亿千百元块毛角分])")
"""A number with a point glued to a name is its version: mimo2.6."""
_TIME: Final = re.compile(r"[0-9]{1,4}[年月]")


def _opens_time(text: str, at: int) -> bool:
    """Whether a digit is that of a month or a year, and goes on no word: luna7月."""
    return _TIME.match(text, at) is not None


_STEM: Final = 5
"""A keyword of at least so many letters also stands for words that it is the stem of: sustain, sustained."""
_INFLECTIONS: Final = frozenset(
    "s es d ed r er ers ing ings ly al able ible ion ions ation ations ment ments ness ity ive ize izes ized izing ization "
    "ise ises ised ising isation ance ence ant ent y ies ied".split()
)


def _is_plural(text: str, at: int) -> bool:
    """Whether the word that goes on at a place ends in an s there: three Iliads."""
    return text[at] == "s" and text[at + 1 : at + 2] not in _LATIN


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at] in _LATIN:
        at += 1
    return at


_HOW_MUCH: Final = ("how much ", "how many ", "多少", "几多")
_CURRENCY: Final = re.compile(r"[a-z]+|[\u4e00-\u9fff]{2}")


def _asked_currency(text: str, amount: Amount) -> tuple[int, int] | None:
    """The currency before an amount that is asked for, and belongs to no sum: how much yuan 40 million tokens."""
    if amount.kind is not EntityKind.MONEY or not text.endswith(_HOW_MUCH, 0, amount.start):
        return None
    match = _CURRENCY.match(text, amount.start, amount.end)
    return match.span() if match is not None else None


_FIGURES: Final = ASCII_DIGITS | frozenset(ONES)
"""What a number begins with that stands by itself: 多少一百万, but 多少百万."""


def _is_asked_for(text: str, amount: Amount) -> bool:
    """Whether a step and unit belong to a question word: 多少万字."""
    asked = text.endswith(("多少", "几多", "几"), 0, amount.start) and text[amount.start] not in _FIGURES
    return asked or (text.startswith("million", amount.start) and text.endswith("how many ", 0, amount.start))


def _amount_token(text: str, amount: Amount) -> Token:
    """The token of an amount; "one" may be a pronoun and 几千万token a question, which their cues say."""
    cues: tuple[Cue, ...] = ()
    if amount.kind is EntityKind.NUMBER and text[amount.start : amount.end] == "one":
        cues = (Cue.FILLER,)
    elif amount.kind is EntityKind.QUANTITY and text.startswith("几", amount.start):
        cues = (Cue.HOW_MANY, *(cue for cue, unit in UNIT_CUES.items() if unit == amount.unit))
    return Token(amount.start, amount.end, amount=amount, cues=cues)


def _name_tokens(text: str, matches: list[Match], fixed: Sequence[Named]) -> list[Token]:
    """Names that cover the most; a lookalike takes its place as well, and leaves no name there."""
    tokens = [Token(named.start, named.end, name=named) for named in fixed]
    covering = best_cover(text, tokens, matches)
    found = [Token(start, end, name=_named(start, end, word)) for start, end, word in covering]
    return [token for token in fill(tokens, found) if token.name is not None]


def _named(start: int, end: int, word: Word) -> Named | None:
    if word.name is None:
        return None
    kind, id_ = word.name
    return Named(kind, start, end, id_)


def _with_versions(text: str, tokens: list[Token], unversioned: frozenset[str]) -> list[Token]:
    """Names with the version that follows them, which then is no amount."""
    result: list[Token] = []
    for token in tokens:
        if result and token.start < result[-1].end:
            continue
        versioned = token.name is not None and token.name.id not in unversioned
        end = version_after(text, token, tokens) if versioned else None
        if end is not None and token.name is not None:
            version = text[token.end : end].strip(" -_")
            token = Token(token.start, end, name=token.name._replace(end=end, version=version))
        result.append(token)
    return result


_ANY_DAY: Final = date(2001, 1, 1)
"""Where a time is named does not hang on the day of the clock."""


def _with_day(text: str, tokens: list[Token]) -> list[Token]:
    """Put the day that the text names in its place, of whose year alone the number is no amount: in 2024."""
    named = named_time(text, _ANY_DAY)
    if named is None:
        return tokens
    others = [token for token in tokens if not _is_of_time(token, named)]
    return fill(others, [Token(named.start, named.end, cues=(Cue.DATE,))])


def _is_of_time(token: Token, named: NamedTime) -> bool:
    """Whether an amount is a part of a time: the 5 of 5月, 三个月 in 三个月前; in 豆包上一个月 it is not."""
    kind = token.amount.kind if token.amount is not None else None
    if kind is EntityKind.QUANTITY:
        return token.start == named.start and token.end <= named.end
    return kind is EntityKind.NUMBER and named.start <= token.start < named.end


def _with_cues(text: str, tokens: list[Token], matches: list[Match]) -> list[Token]:
    """Put cue words between the tokens so that they cover the most, with the fewest words.

    A single character after one that nothing covers is taken for a part of an unknown word (推出, 大学), not for a cue.
    """
    chosen = [Token(start, end, cues=word.cues) for start, end, word in best_cover(text, tokens, matches)]
    return fill(tokens, _without_fragments(text, tokens, chosen))


_FUNCTION: Final = frozenset({Cue.FILLER, Cue.QUESTION, Cue.MAYBE, Cue.WHO, Cue.WHAT, Cue.ALL})
"""Cues whose words join no others: 是, 的, 吗, 谁."""


def _without_fragments(text: str, tokens: list[Token], cues: list[Token]) -> list[Token]:
    covered = {token.end for token in tokens}
    kept = []
    for token in cues:
        before = text[token.start - 1] if token.start else " "
        single = token.end - token.start == 1 and _FUNCTION.isdisjoint(token.cues)
        fragment = single and before >= "\u3400" and before.isalpha()
        if not fragment or token.start in covered:
            kept.append(token)
            covered.add(token.end)
    return kept


def _residue(text: str, tokens: list[Token]) -> Iterable[tuple[int, int]]:
    """The stretches of letters and digits between the tokens."""
    place = 0
    for token in tokens:
        if place < token.start:
            for match in _RUNS.finditer(text, place, token.start):
                yield match.span()
        place = token.end
    for match in _RUNS.finditer(text, place):
        yield match.span()


_RUNS: Final = re.compile(r"[0-9A-Za-z]+|[^\W_0-9A-Za-z]+")

__all__ = ["ENTITY_KINDS", "Amounts", "Tagger"]
