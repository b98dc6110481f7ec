"""What a message is about: models, vendors and products, a known work, a currency, a day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from bot.knowledge.entries import CurrencyWord, EntryKind
from bot.language.amounts.relative_dates import named_time
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind, Named
from bot.language.words.currency_cues import ASKED_WITH
from bot.lazy import once
from bot.quantities import PARTS_OF_YUAN
from bot.questions.phrases.recognized import Message
from bot.questions.phrases.unknown_names import unknown_names
from bot.questions.working.market import INDUSTRY

FAMILY_SHOWN: Final = 3
"""Models that a family's name stands for, the newest first."""

_LISTING: Final = frozenset({Cue.VERSUS, Cue.FILLER, Cue.COPY})
"""Words that may stand between works listed together."""

NOWHERE: Final = -1
"""The place of an entry that the text itself does not name."""


def _behind_amount(word: str) -> str:
    """What stands behind 多少 or 几: 美元 in 收多少美元."""
    return next((word.rpartition(amount)[2] for amount in ("多少", "几多", "几") if amount in word), word)


_JOINTS: Final = str.maketrans("", "", " -_/")
_EVERYDAY: Final = frozenset({"together", "fireworks", "modal"})
"""Names of sellers that are words as well."""
_AT_SELLER: Final = re.compile(r"\b(?:on|via|at|from|through|or|vs) $")


class Sale(NamedTuple):
    """A model that is asked for at a reseller, and the id under which it is sold there; ``None``: none is known."""

    seller: str
    model: str
    id: str | None


class Subjects(Message):
    """The names of a message, and what they stand for."""

    @once
    def named(self) -> list[tuple[int, str]]:
        """Entries in the order of the text, each once."""
        seen: set[str] = set()
        found = []
        unknown: Named | None = None
        for place, name in self.reading.names(EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT):
            if unknown is not None and name.start - unknown.end <= 1 and self._is_owned_by(name.id, unknown.id):
                continue  # the last part of a name whose version is not known: claude 9 opus
            unknown = name if name.version is not None else None
            if name.id not in seen and name.version is None and not self._is_adverb(place):
                seen.add(name.id)
                found.append((place, name.id))
        compared_back = len(found) == 1 and self.reading.has(Cue.THAN)
        spoken_of = [(NOWHERE, id_) for id_ in self.inherited if id_ not in seen and not self.names_unknown]
        return spoken_of + found if compared_back or not found else found

    @once
    def names_unknown(self) -> bool:
        """Whether something is named that nobody here knows, so that nothing spoken of before is meant."""
        return bool(self.unknown_versions or self.unknown_names)

    @once
    def unknown_names(self) -> tuple[tuple[int, int], ...]:
        """Where names stand that nobody here knows."""
        return unknown_names(self.reading)

    @once
    def unknown_versions(self) -> tuple[tuple[str, str], ...]:
        """Models named by a version that is not known: the entry whose name it is, and the words as written."""
        return tuple(
            (name.id, self._written(place))
            for place, name in self.reading.names(EntityKind.MODEL, EntityKind.SUBJECT)
            if name.version is not None
        )

    def _written(self, place: int) -> str:
        token = self.tokens[place]
        start, end = self.reading.normalized.source_span(token.start, token.end)
        return self.reading.normalized.original[start:end]

    @once
    def name_places(self) -> set[int]:
        kinds = (EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT)
        return {place for place, _ in self.reading.names(*kinds)}

    @once
    def subjects(self) -> tuple[str, ...]:
        """The models that the names stand for; a name that stands for none, or for several, is left as it is.

        The industry's level is left out, and so is an owner whose own model is named beside it.
        """
        if self.sales:
            return tuple(dict.fromkeys(sale.id for sale in self.sales if sale.id is not None))
        return self._models_of([id_ for _, id_ in self.named])

    @once
    def of_version(self) -> Mapping[str, tuple[str, ...]]:
        """The models that a family's name with a version stands for: all of GPT 6, of those of GPT."""
        found = {}
        for place, name in self.reading.names(EntityKind.SUBJECT):
            token = self.tokens[place]
            written = self.reading.text[token.start : token.end]
            if name.version is None and written[-1:].isdigit():
                models = tuple(id_ for id_ in self.market.models_under(name.id) if self._begins_with(id_, written))
                if models:
                    found[name.id] = models
        return found

    def _begins_with(self, id_: str, written: str) -> bool:
        """Whether the name of a model is what is written, with more words behind it: GPT-6 Luna."""
        entry = self.market.entry(id_)
        name = entry.name.en.casefold().translate(_JOINTS) if entry is not None else ""
        begun = written.translate(_JOINTS)
        return name.startswith(begun) and not name[len(begun) : len(begun) + 2].lstrip(".").isdigit()

    def _models_of(self, named: Sequence[str]) -> tuple[str, ...]:
        resolved: dict[str, None] = {}
        direct = {*named, *(id_ for id_, _ in self.unknown_versions)}
        for id_ in named:
            if id_ == INDUSTRY:
                continue
            if id_ in self.of_version:
                resolved.update(dict.fromkeys(self.of_version[id_]))
                continue
            models = self.market.models_of(id_)
            if id_ in models:
                resolved[id_] = None
            elif not self._owns_another(id_, models, direct) and not self.is_person(id_):
                resolved.update(dict.fromkeys(models[:FAMILY_SHOWN] or (id_,)))
        return tuple(resolved)

    @once
    def sales(self) -> tuple[Sale, ...]:
        """Each model that is named at each seller that is named: 硅基流动的 DeepSeek V4 Pro, llama 3.3 70b on groq or together."""
        sellers = [id_ for _, id_ in self.named if self.market.is_reseller(id_)]
        if not sellers:
            return ()
        models = self._models_of([id_ for _, id_ in self.named if id_ not in sellers])
        return tuple(Sale(seller, model, self.market.sold_by(seller, model)) for model in models for seller in sellers)

    def _is_adverb(self, place: int) -> bool:
        """Whether the name of a seller is an everyday word where it stands: two of them together."""
        token, text = self.tokens[place], self.reading.text
        if text[token.start : token.end] not in _EVERYDAY:
            return False
        return not _AT_SELLER.search(text, max(0, token.start - 10), token.start)

    def is_person(self, id_: str) -> bool:
        """Whether an entry is a speaker or an event: of those nobody asks the price."""
        entry = self.market.entry(id_)
        return entry is not None and entry.kind is EntryKind.SUBJECT and not self.market.models_of(id_)

    @once
    def families(self) -> tuple[str, ...]:
        """Names that stand for more models than one."""
        return tuple(id_ for _, id_ in self.named if len(self.market.models_of(id_)) > 1)

    @once
    def subjects_or_industry(self) -> tuple[str, ...]:
        """The subjects, or the industry's level where it alone is named."""
        return self.subjects or ((INDUSTRY,) if self.industry else ())

    def _owns_another(self, id_: str, models: tuple[str, ...], direct: set[str]) -> bool:
        if any(model in direct for model in models):
            return True
        return any(other != id_ and self._is_owned_by(other, id_) for other in direct)

    def _is_owned_by(self, id_: str, owner: str) -> bool:
        entry = self.market.entry(id_)
        return entry is not None and owner in (entry.vendor, entry.parent)

    @once
    def models(self) -> tuple[str, ...]:
        """Those of the subjects that have a price, or had one."""
        return tuple(id_ for id_ in self.subjects if len(self.market.models_of(id_)) >= 1)

    @once
    def industry(self) -> bool:
        return any(id_ == INDUSTRY for _, id_ in self.named)

    @once
    def asked_currency(self) -> str | None:
        """The currency that the answer is wanted in: the last that is named without a number."""
        return self._asked_money.currency if self._asked_money is not None else None

    @once
    def asked_part_of_yuan(self) -> str | None:
        """The small unit that a sum in CNY is wanted in: 厘, fen."""
        word = self._asked_money
        if word is None or word.currency != "CNY":
            return None
        return next((part for part, size in PARTS_OF_YUAN.items() if size == word.factor), None)

    @once
    def _asked_money(self) -> CurrencyWord | None:
        """The last word for money that is named without a number."""
        words = self.market.money_words
        for place in reversed(self.reading.places(Cue.MONEY_WORD, Cue.HOW_MUCH_MONEY)):
            token = self.tokens[place]
            if place and Cue.NOT in self.tokens[place - 1].cues:
                continue
            word = self.reading.text[token.start : token.end]
            for prefix in ("", "多少", "几多", "几", "how many ", "how much ", *ASKED_WITH):
                if word.startswith(prefix) and word[len(prefix) :] in words:
                    return words[word[len(prefix) :]]
            last = word.rpartition(" ")[2] if " " in word else _behind_amount(word)
            if last != word and last in words:
                return words[last]
        return None

    @once
    def as_of(self) -> date | None:
        """The day whose prices are asked for, where the text names one."""
        named = named_time(self.reading.text, self.market.day) if self.reading.has(Cue.DATE) else None
        day = named.day(self.market.day) if named is not None else None
        return None if day == self.market.day else day

    @once
    def works(self) -> list[tuple[int, str]]:
        """The first known work, and those listed with it."""
        found: list[tuple[int, str]] = []
        for place, name in self.reading.names(EntityKind.WORK):
            if not found or self._are_listed(found[-1][0], place):
                found.append((place, name.id))
        return found

    def _are_listed(self, one: int, other: int) -> bool:
        """Whether a word or mark for "and" stands between two names, and nothing but numbers beside it."""
        between = self.tokens[one + 1 : other]
        text = self.reading.text[self.tokens[one].end : self.tokens[other].start]
        joined = any(Cue.VERSUS in token.cues for token in between) or "、" in text or "," in text
        joined = joined or any(token.amount is not None for token in between)
        return joined and all(token.amount is not None or not _LISTING.isdisjoint(token.cues) for token in between)

    @property
    def work(self) -> tuple[int, str] | None:
        return self.works[0] if self.works else None
