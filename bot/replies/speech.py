"""One language at work on one knowledge base: names, amounts and prices in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from operator import attrgetter
from typing import Final, Protocol

from bot.answers import Given, Result
from bot.knowledge.entries import Entry, Knowledge, Source, Wording
from bot.knowledge.price_entries import Price
from bot.quantities import COPY, ONE, PARTS_OF_YUAN, Range
from bot.replies import chinese, english
from bot.replies.figures import grouped, shortened
from bot.replies.layout import Line, Style
from bot.replies.phrases import Phrases, range_words
from bot.text import Language, to_traditional

_PHRASES: Final = {
    Language.ZH_HANS: chinese.PHRASES,
    Language.ZH_HANT: chinese.PHRASES,
    Language.EN: english.PHRASES,
}


def wording(language: Language) -> Phrases:
    """The sentences of a language; those of Traditional Chinese are made of the Simplified ones in the end."""
    return _PHRASES[language]


_SEAM: Final = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9$])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])(?![万亿萬億])")


def _spaced(text: str) -> str:
    """Chinese with a space where it meets Latin letters or digits; 200万 stays one word."""
    return _SEAM.sub(" ", text)


class HasSource(Protocol):
    """What figures are taken from that has a source of its own."""

    def source(self) -> Source | None: ...


class Library(Protocol):
    """Where names and sources are looked up."""

    @property
    def knowledge(self) -> Knowledge: ...
    @property
    def entry(self) -> Callable[[str], Entry | None]: ...
    def source(self, id_: str) -> Source | None: ...
    def offered(self) -> tuple[tuple[str, ...], int]: ...
    def offers(self, model: str, day: date | None = None) -> tuple[Price, ...]: ...
    def day_at(self, model: str) -> date: ...
    def whose_list(self, model: str) -> Entry | None: ...
    @property
    def abroad(self) -> bool: ...
    @property
    def catalogue(self) -> HasSource: ...
    @property
    def exchange(self) -> HasSource: ...


class Speech:
    """Words amounts and names in one language. Traditional Chinese is made at the end, of whole lines."""

    def __init__(self, library: Library, language: Language) -> None:
        self.library = library
        self.language = language
        self.phrases = wording(language)
        self.pick: Callable[[Wording], str] = _PICKS[language]
        """The words in the language."""
        self.label: Callable[[str], str] = partial(_recurring, language=language)
        """A button's label as it is to be shown."""

    def name(self, id_: str | None) -> str:
        """The name of an entry; an unknown id stands for itself."""
        entry = self.library.entry(id_) if id_ else None
        return self.pick(entry.name) if entry else (id_ or "")

    def compared(self, result: Result) -> str:
        """The name of what is compared: of a model, or, without one, of the price that the question names."""
        return self.sold_name(result) if result.subject is not None else self.phrases.named_price

    def sold_name(self, result: Result) -> str:
        """The name of a model, who sells it, where that is not its vendor and the name does not say so, and in which mode."""
        return self._with(result)

    def _with(self, result: Result, *more: str) -> str:
        """The name of a model with all that its price is of."""
        mode = self.phrases.modes.get((result.offer.conditions.mode if result.offer is not None else None) or "", "")
        words = self.phrases.comma.join(filter(None, (self.reseller(result), mode, *more)))
        name = self.name(result.subject)
        return self.phrases.with_side.format(name=name, side=words) if words else name

    def reseller(self, result: Result) -> str:
        """Who sells a model that others made, where its name does not say so."""
        entry = self.library.entry(result.subject or "")
        seller = result.offer.seller if result.offer is not None else None
        if seller is None or entry is None or seller == entry.vendor:
            return ""
        sold_by = self.name(seller)
        return "" if sold_by.partition(" ")[0] in self.pick(entry.name) else sold_by

    def result_name(self, result: Result) -> str:
        return self._with(result, self.phrases.sides[result.side] if result.side is not None else "")

    def names(self, ids: Iterable[str]) -> str:
        return self.listed([self.name(id_) for id_ in ids])

    def offered(self) -> str:
        """The names of the models to tell of where none was named, and how many others there are."""
        models, others = self.library.offered()
        return self.names_and(models, Decimal(others))

    def names_and(self, ids: Sequence[str], others: Decimal) -> str:
        """Names, and how many others there are, if any."""
        if not others:
            return self.names(ids)
        names = self.phrases.comma.join([self.name(id_) for id_ in ids])
        return self.phrases.and_others.format(names=names, n=grouped(others))

    def listed(self, words: Sequence[str]) -> str:
        """Words as a list: 甲、乙, or A, B and C."""
        if len(words) < 2:
            return "".join(words)
        return self.phrases.comma.join(words[:-1]) + self.phrases.last_comma + words[-1]

    def work(self, id_: str | None) -> str:
        work = self.library.knowledge.works.get(id_ or "")
        return self.pick(work.name) if work else ""

    def amount(self, value: Range, unit: str, work: str | None = None) -> str:
        """A quantity or a sum of money: 至少 187.5万 汉字, 0.8 元, 3 本《三体》."""
        phrases, exact = self.phrases, value.exact
        if unit.isupper():
            if exact is not None:
                return phrases.money(exact, unit)
            return range_words(phrases, value, lambda one: phrases.money(one, unit))
        words = range_words(phrases, value, phrases.number) if exact is None else phrases.number(exact)
        one = exact == 1
        if unit == COPY and work:
            return (phrases.copies_one if one else phrases.copies).format(n=words, work=self.work(work))
        template = phrases.units_one.get(unit) if one else None
        return (template or phrases.units.get(unit, "{n}")).format(n=words)

    def equation(self, given: str, amount: str) -> str:
        """What is given, and what it comes to: exactly, or about."""
        if amount.startswith(self.phrases.about):
            return self.phrases.is_about.format(given=given, amount=amount.removeprefix(self.phrases.about))
        return self.phrases.equals.format(given=given, amount=amount)

    def small_change(self, value: Decimal) -> str | None:
        """A part of a yuan in its own small unit: 0.0008 as 0.8 厘; ``None`` from one yuan on."""
        if not 0 < value < 1:
            return None
        sizes = self.phrases.small_money
        size, word = next((part for part in sizes if value % part[0] == 0), sizes[-1])
        return f"{grouped(shortened(value / size)[0])} {word}"

    def given(self, given: Given) -> str:
        return self.amount(given.value, given.unit, given.work)

    def figure(self, value: Range, shown: str) -> str:
        """The full digits of an exact amount that is ``shown`` shortened, in brackets; else nothing."""
        exact = value.exact
        if exact is None or exact != exact.to_integral_value():
            return ""
        digits = grouped(exact)
        return "" if digits in shown else self.phrases.exact_figure.format(n=digits)

    def price(self, result: Result) -> str:
        """A price with its unit, or the word for free."""
        if result.free or result.value is None:
            return self.phrases.free
        if result.per is None:
            return self.amount(result.value, result.unit)
        return self.for_units(self.amount(result.value, result.unit), result.per)

    def prices(self, results: Sequence[Result], part: str | None = None) -> str:
        """The prices of one model: its only one, or those of its sides in one line; ``part`` of a yuan is their unit."""
        per = results[0].per.value.exact if results[0].per else None
        if per is None or results[0].free:
            return self.phrases.comma.join(self.price(result) for result in results)
        if len({result.per for result in results if not result.free}) > 1:
            return self.phrases.comma.join(self._of_side(result, self.prices((result,), part)) for result in results)
        return self.for_units(self.sums(results, part), results[0].per)

    def _of_side(self, result: Result, price: str) -> str:
        text = self.phrases.of_side.format(side=self.phrases.sides.get(result.side or "", ""), price=price)
        about = self.phrases.about
        return text if about.isascii() else text.replace(f" {about}", about)

    def sums(self, results: Sequence[Result], part: str | None = None) -> str:
        """Prices without the number of tokens that they are for."""
        texts = [self._sum(result, part) for result in results]
        if len(results) > 1:
            texts = [self._of_side(result, text) for result, text in zip(results, self.unit_once(texts), strict=True)]
        return self.phrases.comma.join(texts)

    @staticmethod
    def unit_once(texts: Sequence[str]) -> Sequence[str]:
        """Amounts with a unit behind them, which the last alone keeps where all have the same."""
        unit = texts[-1].rpartition(" ")[2]
        same = unit and not unit[-1].isdigit() and all(text.endswith(f" {unit}") for text in texts)
        return [*(text.removesuffix(f" {unit}") for text in texts[:-1]), texts[-1]] if same else texts

    def _sum(self, result: Result, part: str | None) -> str:
        if result.value is None:
            return self.phrases.free
        if part is not None and result.unit == "CNY":
            return self.in_part(result.value, part)
        return self.amount(result.value, result.unit)

    def in_part(self, value: Range, part: str) -> str:
        """A sum in CNY in a small unit: 0.0008 as 0.8 厘."""
        size = PARTS_OF_YUAN[part]
        word = next(word for each, word in self.phrases.small_money if each == size)
        return f"{range_words(self.phrases, value.over(Range.exactly(size)), self.phrases.number)} {word}"

    def rate(self, value: Range, currency: str, per: Decimal) -> str:
        return self.per(self.amount(value, currency), per)

    def for_units(self, money: str, per: Given | None) -> str:
        """A sum of money for so many tokens, or so many of what else a model is paid for."""
        size = (per.value.exact if per is not None else None) or ONE
        template = self.phrases.market.by_unit.get(per.unit) if per is not None else None
        if template is None:
            return self.per(money, size)
        if size == ONE:
            return template.format(money=money, n="", s="", es="")
        return template.format(money=money, n=f"{self.phrases.number(size)} ", s="s", es="es")

    def per(self, money: str, per: Decimal) -> str:
        """A sum of money for so many tokens."""
        phrases = self.phrases
        return phrases.per.format(money=money, per=phrases.per_names.get(per) or phrases.number(per))

    def finish(self, lines: Sequence[Line]) -> list[Line]:
        """The lines as they are to be shown: all at once, but those that stand under many answers."""
        small, label = Style.SMALL, self.label
        own = iter(shown([line.text for line in lines if line.style is not small], self.language))
        texts = [label(line.text) if line.style is small else next(own) for line in lines]
        return [
            line if line.text == text else Line(text, line.style, line.folded)
            for line, text in zip(lines, texts, strict=True)
        ]


_AS_WRITTEN, _AS_DERIVED = "\ue000", "\ue001"
"""Stand around what is in Traditional Chinese already; characters of private use, which no language has."""


def _traditional(wording: Wording) -> str:
    """The words in Chinese; those that were written in Traditional Chinese by hand stay as they are."""
    return wording.zh if wording.zh_hant is None else f"{_AS_WRITTEN}{wording.zh_hant}{_AS_DERIVED}"


_PICKS: Final[Mapping[Language, Callable[[Wording], str]]] = {
    Language.ZH_HANS: attrgetter("zh"),
    Language.ZH_HANT: _traditional,
    Language.EN: attrgetter("en"),
}
_WRITTEN: Final = re.compile(f"{_AS_WRITTEN}([^{_AS_DERIVED}]*){_AS_DERIVED}")
_BREAK: Final = "\x1e"
"""Stands between texts that are worked on together; no word of a language has it as a part."""


def shown(texts: Sequence[str], language: Language) -> Sequence[str]:
    """Texts as they are to be shown in a language."""
    if language is Language.EN:
        return [f"T{text[1:]}" if text.startswith("the ") else text for text in texts]
    found = _chinese(_BREAK.join(texts), language).split(_BREAK)
    # What somebody wrote and the reply quotes may hold anything, a break as well.
    return found if len(found) == len(texts) else [_chinese(text, language) for text in texts]


def _chinese(text: str, language: Language) -> str:
    if language is not Language.ZH_HANT:
        return _spaced(text)
    shown = ""
    for place, part in enumerate(_WRITTEN.split(text)):
        part = _spaced(part) if place % 2 else to_traditional(_spaced(part))
        shown += f" {part}" if _SEAM.search(shown[-1:] + part[:1]) else part
    return shown


@lru_cache(maxsize=1024)
def _recurring(text: str, language: Language) -> str:
    """A label, a source or an age as it is to be shown: few of them, and under nearly every answer."""
    return shown([text], language)[0]
