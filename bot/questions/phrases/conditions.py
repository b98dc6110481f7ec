"""Slots of a message: compared with what, limited to what, without what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from bot.knowledge.catalogue_windows import OFF_PEAK
from bot.knowledge.model_entries import HOME_ZONE
from bot.language.amounts.clock_times import NamedMoment, named_moment
from bot.language.amounts.relative_dates import named_time
from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.quantities import ZERO
from bot.question import ANY_HOUR, BOTH, Terms
from bot.questions.phrases.rules import parse
from bot.questions.phrases.terms import STAGES, CacheLife, Launch, Length, Mode, Window, terminal
from bot.questions.working.families import models_of
from bot.questions.working.traits import current_under

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

_RANKING: Final = (Cue.CHEAPEST, Cue.DEAREST, Cue.THAN, Cue.LIST, Cue.ORDER, Cue.DESCENDING)
_CHOOSING: Final = (Cue.WHICH, Cue.WHO, Cue.WHAT, Cue.MODELS, Cue.VENDORS, Cue.EXISTS, Cue.LIST, Cue.ALL)
_EVERYTHING: Final = words_under("questions", "conditions, everything")


def compared_with(slots: Slots) -> str | None:
    """The subject that comes after a word for "than" (or, in Chinese, before the word for cheaper)."""
    for place in slots.reading.cues.get(Cue.THAN, ()):
        for other, id_ in slots.named:
            if other > place:
                models = models_of(slots.market, id_)
                return models[0] if len(models) == 1 else id_
    return None


def compares(slots: Slots) -> bool:
    """Whether a word that only compares (vs, 对比, than) is there, rather than a plain "and"."""
    plain = {"和", "跟", "与", "同", "同埋", "以及", "及", "and", "or", "and or"}
    return any(
        slots.reading.text[slots.tokens[place].start : slots.tokens[place].end] not in plain
        for place in slots.reading.places(Cue.VERSUS, Cue.THAN)
    )


def asks_for_money(slots: Slots) -> bool:
    """Whether a difference is wanted in money (差多少钱, how many yuan)."""
    return slots.reading.has(Cue.HOW_MUCH_MONEY, Cue.SAVE)


def caps(slots: Slots) -> bool:
    """Whether a sum of money is a limit (低于8毛, under 100 yuan) rather than a budget to spend."""
    bounded = any(sum_.value.low is None or sum_.value.high is None for _, sum_ in slots.money)
    below = any(place and {Cue.CHEAP, Cue.THAN} <= {*slots.tokens[place - 1].cues} for place, _ in slots.money)  # 平过
    return bounded or below or (bool(slots.money) and slots.reading.has(Cue.UNDER, Cue.OVER))


def limits_price(slots: Slots) -> bool:
    """Whether a price per tokens is what models are to be cheaper or dearer than (比1块钱每百万便宜的有哪些)."""
    reading = slots.reading
    return (
        slots.unit_price is not None
        and reading.has(Cue.CHEAP, Cue.DEAR)
        and Cue.THAN in reading.cues
        and reading.has(*_CHOOSING)
        and len(slots.unit_prices) == 1
        and set(slots.subjects) <= set(slots.excluded[0])
    )


def everything(slots: Slots) -> bool:
    """Whether all vendors' models are meant, beyond the curated ones: 所有厂商, all models you know."""
    return any(words in slots.reading.text for words in _EVERYTHING)


def meant(slots: Slots) -> tuple[str, ...]:
    """The models that a sum or a price is wanted for: those named, or all that are left where some are left out."""
    dropped, free = slots.excluded[0], slots.exclusion.free
    if not dropped and not free:
        return slots.subjects_or_industry
    kept = tuple(id_ for id_ in slots.subjects if id_ not in dropped)
    return kept or tuple(
        id_
        for id_ in slots.market.on_sale()
        if id_ not in dropped and not (free and all(price.free for price in slots.market.prices(id_)))
    )


def terms(slots: Slots) -> tuple[Terms | None, frozenset[int]]:
    """On what terms prices are asked for, and the places of the words that say so."""
    found, places = _spoken_terms(slots)
    bound = slots.request_size or slots.long_request
    if bound is None or (found is not None and found.tokens is not None):
        return found, places
    return (found or Terms())._replace(tokens=bound[0]), places | bound[1]


def _spoken_terms(slots: Slots) -> tuple[Terms | None, frozenset[int]]:
    """The terms that have words of their own, and bounds of the length of requests."""
    if Cue.TERM not in slots.reading.cues and not any(None in amount.value for _, amount in slots.reading.amounts):
        return None, frozenset()
    found, places = Terms(), set[int]()
    for phrase in parse(slots.reading, STAGES, terminal):
        named = _named(phrase.value)
        if named and phrase.first not in slots.priced_places:
            if found.window not in (None, named.get("window", found.window)):
                named["window"] = BOTH
            found = found._replace(**named)
            places |= {place for place in range(phrase.first, phrase.end) if phrase.mask >> place & 1}
    return (found, frozenset(places)) if places else (None, frozenset())


def period(slots: Slots) -> tuple[date, date] | None:
    """The first day and the last of the time that the text names."""
    named = named_time(slots.reading.text, slots.market.day) if Cue.DATE in slots.reading.cues else None
    return (named.first, named.last) if named is not None else None


def moment(slots: Slots) -> tuple[str, tuple[int, int]] | None:
    """The window that is open at the hour which the text names, and where it names it, of the models that it names."""
    return window_for(slots.models, slots)


def window_for(models: Sequence[str], slots: Slots) -> tuple[str, tuple[int, int]] | None:
    """The window of models that is open at the hour which the text names, and where it names it.

    A public holiday is out of the peak wherever a vendor's peak heeds those of its country, but for an hour of a day that
    is named itself. Of models none of which
    charges by hours, any hour is as good as another.
    """
    market = slots.market
    timed = [(model, windows) for model in models if (windows := market.windows_of(model)) is not None]
    if not timed:
        return (ANY_HOUR, (slots.hour.start, slots.hour.end)) if models and slots.hour is not None else None
    dated = slots.hour is not None and slots.period is not None
    of_week = () if dated else slots.reading.cues.get(Cue.PART_OF_WEEK, ())
    place = next((at for at in of_week if _written(slots, at) in _HOLIDAYS), None)
    if place is not None:
        return OFF_PEAK, (slots.tokens[place].start, slots.tokens[place].end)
    found = slots.hour
    if found is None:
        return None
    opened = {windows.open_at(found.moment.astimezone(market.zone_of(model))) for model, windows in timed}
    names = {window for open_now in opened for window in open_now}
    return (names.pop(), (found.start, found.end)) if len(names) == 1 else None


def hour(slots: Slots) -> NamedMoment | None:
    """The hour that the text names; one of each week or day is none, but says how often."""
    found = named_moment(slots.reading.text, _now(slots), dated=Cue.DATE in slots.reading.cues)
    each = [slots.tokens[place].end for place in slots.reading.places(Cue.EACH, Cue.ALL)] if found is not None else []
    return None if found is None or any(0 <= found.start - end <= 1 for end in each) else found


def _now(slots: Slots) -> datetime:
    """The moment after which a named hour lies."""
    market = slots.market
    return market.now.astimezone(_HOME) if market.now is not None else datetime.combine(market.day, time(12), _HOME)


def _written(slots: Slots, place: int) -> str:
    return slots.reading.text[slots.tokens[place].start : slots.tokens[place].end]


_HOME: Final = ZoneInfo(HOME_ZONE)
_HOLIDAYS: Final = frozenset(words_under("questions", "conditions, holidays"))


def times_of_day(slots: Slots) -> frozenset[int]:
    """The places of words for hours or days of the week: at night, 周末."""
    return frozenset(slots.reading.cues.get(Cue.PART_OF_WEEK, ()))


def excluded(slots: Slots) -> tuple[tuple[str, ...], frozenset[int], bool]:
    """Models left out ("除了豆包"), the places of those words, and whether the free ones are left out."""
    found = slots.exclusion
    paid_only = found.free or (Cue.COSTS_MONEY in slots.reading.cues and slots.reading.has(*_RANKING))
    if not found.places:
        return (), found.places, paid_only
    market = slots.market
    models = dict.fromkeys(
        model for name in found.names for model in (*models_of(market, name), *current_under(market, name))
    )
    return tuple(models), found.places, paid_only


def _named(value: object) -> dict[str, Any]:
    """The fields of the terms that a phrase fills."""
    if isinstance(value, Mode):
        return {"mode": value.name}
    if isinstance(value, Window):
        return {"window": value.name}
    if isinstance(value, CacheLife):
        return {"cache_life": value.name}
    if isinstance(value, Launch):
        return {"launch": True}
    if isinstance(value, Length):
        low, high = value.tokens
        return {"tokens": low + 1 if low is not None else (high or ZERO) - 1}  # under 200k ends before a line at 200k
    return {}
