"""What a message is about: models, vendors and products, a known work, a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.knowledge.entries import EntryKind
from bot.language.amounts.relative_dates import named_time
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind, Named
from bot.language.basics.vocabulary import words_under
from bot.language.words.expressions import expressions
from bot.questions.phrases.blends import blend_in
from bot.questions.phrases.terms import is_of_launch
from bot.questions.phrases.traits import asks_of_versions
from bot.questions.phrases.unknown_names import unknown_names
from bot.questions.working.families import models_of, models_under, told_of
from bot.questions.working.market import INDUSTRY
from bot.questions.working.sellers import is_reseller, sells_others, sold_by
from bot.questions.working.traits import parts_of

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

FAMILY_SHOWN: Final = 3
"""Models that a family's name stands for, the newest first."""

_LISTING: Final = frozenset({Cue.VERSUS, Cue.FILLER, Cue.COPY})
"""Words that may stand between works listed together."""

NOWHERE: Final = -1
"""The place of an entry that the text itself does not name."""


_EVERYDAY: Final = frozenset({"together", "fireworks", "modal"})
"""Names of sellers that are words as well."""
_AT_SELLER: Final = (" on ", " via ", " at ", " from ", " through ", " or ", " vs ")


class Sale(NamedTuple):
    """A model that is asked for at a reseller, and the id under which it is sold there; ``None``: none is known."""

    seller: str
    model: str
    id: str | None


def named(slots: Slots) -> list[tuple[int, str]]:
    """Entries in the order of the text, each once; a vendor of what is named beside it only says whose that is."""
    seen: set[str] = set()
    found = []
    unknown: Named | None = None
    for place, name in slots.reading.entries:
        if unknown is not None and name.start - unknown.end <= 1 and _is_owned_by(slots, name.id, unknown.id):
            continue  # the last part of a name whose version is not known: claude 9 opus
        is_known = name.version is None or name.id in slots.of_version
        unknown = None if is_known else name
        if name.id not in seen and is_known and not _is_adverb(slots, place):
            seen.add(name.id)
            found.append((place, name.id))
    found = [pair for pair in found if not _says_whose(slots, *pair, found)]
    compared_back = len(found) == 1 and Cue.THAN in slots.reading.cues
    spoken_of = [(NOWHERE, id_) for id_ in slots.inherited if id_ not in seen and not slots.names_unknown]
    return spoken_of + found if compared_back or not found else found


def _says_whose(slots: Slots, place: int, id_: str, found: Sequence[tuple[int, str]]) -> bool:
    """Whether a name is that of a vendor of whom something else is named right behind: 字节的豆包."""
    behind = [at for at, other in found if at > place and other.startswith(f"{id_}/")]
    if "/" in id_ or not behind or is_reseller(slots.market, id_):
        return False
    return all(Cue.FILLER in token.cues for token in slots.tokens[place + 1 : behind[0]])


def names_unknown(slots: Slots) -> bool:
    """Whether something is named that nobody here knows, so that nothing spoken of before is meant."""
    return bool(slots.unknown_versions or slots.unknown_names)


def unknown_names_of(slots: Slots) -> tuple[tuple[int, int], ...]:
    """Where names stand that nobody here knows."""
    found = unknown_names(slots.reading)
    mix, hour = (blend_in(slots.reading.text), slots.hour) if found else (None, None)
    traits = slots.traits[1] if found else ()
    known = (*(mix.spans if mix else ()), *(((hour.start, hour.end),) if hour is not None else ()), *traits)
    known += tuple(_BEHIND_NAMES.spans(slots.reading.text)) if found and slots.reading.names else ()
    return tuple(span for span in found if not any(start < span[1] and span[0] < end for start, end in known))


_BEHIND_NAMES: Final = expressions("selling", "a plan")
"""Words that stand behind the name of a vendor, and are no part of it: what models does xAI sell, cheapest Claude plan."""


def unknown_versions(slots: Slots) -> tuple[tuple[str, str], ...]:
    """Models named by a version that is not known: the entry whose name it is, and the words as written."""
    entries = [(place, name) for place, name in slots.reading.entries if name.version is not None]
    return tuple((name.id, _written(slots, place)) for place, name in entries if name.id not in slots.of_version)


def _written(slots: Slots, place: int) -> str:
    token = slots.tokens[place]
    start, end = slots.reading.normalized.source_span(token.start, token.end)
    return slots.reading.normalized.original[start:end]


def name_places(slots: Slots) -> set[int]:
    return {place for place, _ in slots.reading.entries}


def subjects(slots: Slots) -> tuple[str, ...]:
    """The models that the names stand for; a name that stands for none, or for several, is left as it is.

    The industry's level is left out, and so is an owner whose own model is named beside it.
    """
    if slots.sales:
        return tuple(dict.fromkeys(sale.id for sale in slots.sales if sale.id is not None))
    return _models_of(slots, [id_ for _, id_ in slots.named])


def of_version(slots: Slots) -> Mapping[str, tuple[str, ...]]:
    """The models that a family's name with a version stands for: all of GPT 6, of those of GPT, all of MiMo 2.6."""
    found = {}
    whole = asks_of_versions(slots.reading.text)
    for place, name in slots.reading.named[EntityKind.SUBJECT]:
        token = slots.tokens[place]
        written = slots.reading.text[token.start : token.end]
        if written[-1:].isdigit():
            under = models_under(slots.market, name.id)
            models = tuple(id_ for id_ in under if _is_of_version(slots, id_, written, whole=whole))
            if models:
                found[name.id] = models
    return found


def _is_of_version(slots: Slots, id_: str, written: str, *, whole: bool) -> bool:
    """Whether the name of a model has all that is written: GPT-6 Luna, Claude Haiku 5.5; 6.1, too, is of the ``whole`` family of 6."""
    entry = slots.market.entry(id_)
    return entry is not None and parts_of(written) <= parts_of(entry.name.en.casefold(), whole=whole)


def _models_of(slots: Slots, named: Sequence[str]) -> tuple[str, ...]:
    resolved: dict[str, None] = {}
    direct = {*named, *(id_ for id_, _ in slots.unknown_versions)}
    of_today = means_today(slots, named)
    for id_ in named:
        if id_ == INDUSTRY or (slots.names_unknown and is_reseller(slots.market, id_)):
            continue  # what a seller is asked for is not known
        if id_ in slots.of_version:
            resolved.update(dict.fromkeys(slots.of_version[id_]))
            continue
        models = _stands_for(slots, id_, of_today=of_today)
        if id_ in models:
            resolved[id_] = None
        elif not _owns_another(slots, id_, models, direct) and not slots.is_person(id_):
            resolved.update(dict.fromkeys(models[:FAMILY_SHOWN] or (id_,)))
    return tuple(resolved)


def means_today(slots: Slots, named: Sequence[str]) -> bool:
    """Whether a family of which a price was once reported means its models of today.

    It does where the text says so, beside what was not reported, and on terms of which a report does not know.
    """
    now = _NOW.stands_in(slots.reading.text)
    if now or INDUSTRY in named:
        return now  # the level of the industry is of the day of the report
    if slots.reading.has(*_NOT_REPORTED) and not is_of_launch(slots.reading):
        return True
    market = slots.market
    for id_ in named:
        models = models_of(market, id_)
        if models and market.knowledge.reports.keys().isdisjoint(models):
            return True
    return False


def _stands_for(slots: Slots, id_: str, *, of_today: bool) -> tuple[str, ...]:
    today = told_of(slots.market, id_).today if of_today else ()
    if today and slots.as_of is not None:
        prices, day = slots.market.knowledge.prices, slots.as_of
        today = tuple(model for model in today if any(price.since <= day for price in prices.get(model, ())))
    return today or models_of(slots.market, id_)


_NOW: Final = expressions("lately", "now")
_NOT_REPORTED: Final = (Cue.INPUT, Cue.OUTPUT, Cue.CACHED, Cue.THINKING, Cue.TERM, Cue.SOLD)


def sales(slots: Slots) -> tuple[Sale, ...]:
    """Each model that is named at each seller that is named: 硅基流动的 DeepSeek V4 Pro, llama 3.3 70b on groq or together."""
    sellers = [id_ for place, id_ in slots.named if _sells(slots, place, id_)]
    if not sellers:
        return ()
    models = _models_of(slots, [id_ for _, id_ in slots.named if id_ not in sellers])
    if names_own_list(slots):
        own = [Sale(model.partition("/")[0], model, model) for model in models]
        return (*own, *_sales_at(slots, models, sellers))
    return tuple(_sales_at(slots, models, sellers))


def _sales_at(slots: Slots, models: Sequence[str], sellers: Sequence[str]) -> Iterator[Sale]:
    for model in models:
        for seller in sellers:
            yield Sale(seller, model, sold_by(slots.market, seller, model))


def _sells(slots: Slots, place: int, id_: str) -> bool:
    """Whether a name is that of a seller: of one who makes no models, or of a maker right beside another's model."""
    if is_reseller(slots.market, id_):
        return True
    entry = slots.market.entry(id_)
    if entry is None or entry.kind is not EntryKind.VENDOR or place < 0:
        return False
    others = [other for other, name in slots.named if name != id_ and not _is_owned_by(slots, name, id_)]
    beside = [other for other in others if _is_at(slots, place, other)]
    return bool(beside) and (sells_others(slots.market, id_) or any(_is_told_where(slots, place, at) for at in beside))


def _is_at(slots: Slots, seller: int, model: int) -> bool:
    """Whether nothing but function words stands between the names of a seller and of a model: on, 上的."""
    if model < 0 or seller == model:
        return False
    first, last = sorted((seller, model))
    between = slots.tokens[first + 1 : last]
    text = slots.reading.text[slots.tokens[first].end : slots.tokens[last].start]
    beside = all(Cue.FILLER in token.cues and Cue.VERSUS not in token.cues for token in between)
    return beside and not any(mark in text for mark in ",、/;+&")


def _is_told_where(slots: Slots, seller: int, model: int) -> bool:
    """Whether a word for where stands between the names of a seller and of a model: on, 上."""
    between = slots.tokens[min(seller, model) + 1 : max(seller, model)]
    words = {slots.reading.text[token.start : token.end] for token in between}
    return not words.isdisjoint(_THERE if seller < model else _AT)


_AT: Final = frozenset({"on", "via", "at", "through"})
_THERE: Final = frozenset(words_under("questions", "subjects, there"))


def names_own_list(slots: Slots) -> bool:
    """Whether the vendor's own list is named beside those of sellers: 官网, official, direct."""
    return any(slots.reading.text[token.start : token.end] in _OWN for token in slots.tokens)


_OWN: Final = frozenset(words_under("questions", "subjects, own"))


def _is_adverb(slots: Slots, place: int) -> bool:
    """Whether the name of a seller is an everyday word where it stands: two of them together."""
    token, text = slots.tokens[place], slots.reading.text
    if text[token.start : token.end] not in _EVERYDAY or not text[token.end : token.end + 1].isascii():
        return False
    return not f" {text[: token.start]}".endswith(_AT_SELLER)


def is_person(slots: Slots, id_: str) -> bool:
    """Whether an entry is a speaker or an event: of those nobody asks the price."""
    entry = slots.market.entry(id_)
    return entry is not None and entry.kind is EntryKind.SUBJECT and not models_of(slots.market, id_)


def families(slots: Slots) -> tuple[str, ...]:
    """Names that stand for more models than one."""
    named = [id_ for _, id_ in slots.named]
    of_today = means_today(slots, named)
    return tuple(id_ for id_ in named if len(_stands_for(slots, id_, of_today=of_today)) > 1)


def subjects_or_industry(slots: Slots) -> tuple[str, ...]:
    """The subjects, or the industry's level where it alone is named."""
    return slots.subjects or ((INDUSTRY,) if slots.industry else ())


def _owns_another(slots: Slots, id_: str, models: tuple[str, ...], direct: set[str]) -> bool:
    if any(model in direct for model in models):
        return True
    return any(other != id_ and _is_owned_by(slots, other, id_) for other in direct)


def _is_owned_by(slots: Slots, id_: str, owner: str) -> bool:
    entry = slots.market.entry(id_)
    return entry is not None and owner in (entry.vendor, entry.parent)


def models(slots: Slots) -> tuple[str, ...]:
    """Those of the subjects that have a price, or had one."""
    return tuple([id_ for id_ in slots.subjects if models_of(slots.market, id_)])


def industry(slots: Slots) -> bool:
    return INDUSTRY in [id_ for _, id_ in slots.named]


def as_of(slots: Slots) -> date | None:
    """The day whose prices are asked for, where the text names one; the level of the industry is known of one time alone."""
    if {id_ for _, id_ in slots.named} == {INDUSTRY}:
        return None
    named = named_time(slots.reading.text, slots.market.day) if Cue.DATE in slots.reading.cues else None
    day = named.day(slots.market.day) if named is not None else None
    return None if day == slots.market.day else day


def works(slots: Slots) -> list[tuple[int, str]]:
    """The first known work, and those listed with it."""
    found: list[tuple[int, str]] = []
    for place, name in slots.reading.named[EntityKind.WORK]:
        if not found or _are_listed(slots, found[-1][0], place):
            found.append((place, name.id))
    return found


def _are_listed(slots: Slots, one: int, other: int) -> bool:
    """Whether a word or mark for "and" stands between two names, and nothing but numbers beside it."""
    between = slots.tokens[one + 1 : other]
    text = slots.reading.text[slots.tokens[one].end : slots.tokens[other].start]
    joined = any(Cue.VERSUS in token.cues for token in between) or "、" in text or "," in text
    joined = joined or any(token.amount is not None for token in between)
    return joined and all(token.amount is not None or not _LISTING.isdisjoint(token.cues) for token in between)


def work(slots: Slots) -> tuple[int, str] | None:
    return slots.works[0] if slots.works else None
