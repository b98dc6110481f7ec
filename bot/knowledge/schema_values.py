"""The values in the knowledge files and what is checked of each.

Values are typed strictly: a text is no number. The messages of validators are instructions to the maintainer.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, WithJsonSchema
from pydantic_core import PydanticCustomError

from bot.knowledge.characters import CONTROL, INVISIBLE, ODD_SPACE, called
from bot.knowledge.days import RoughDay
from bot.knowledge.meant import meant_day
from bot.knowledge.messages import shapes as says
from bot.knowledge.messages.message import Message
from bot.text import normal_form


def refusal(said: Message, at: str | None = None, **parts: object) -> PydanticCustomError:
    """An error of a validator: what is said of it, and at which key where it is not the whole value."""
    return PydanticCustomError("refused", "refused", {"said": said, "parts": parts, "at": at})


class Shape(BaseModel):
    """What all shapes share: unknown keys are refused, nothing is changed once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, validate_by_name=False)


_LETTERS: Final = r"[a-z0-9]+(?:[-.][a-z0-9]+)*"
_PLAIN_ID: Final = re.compile(_LETTERS)
_OWNED_ID: Final = re.compile(rf"{_LETTERS}/{_LETTERS}")
_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SOME_DAY: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_COUNTRY: Final = re.compile(r"[A-Z]{2}")
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_WRONG_COMMA: Final = re.compile("[，、；]")
_IN_QUOTES: Final = re.compile("“[^“”]*”|‘[^‘’]*’|「[^「」]*」")
_NOT_IN_TEXT: Final = re.compile(f"(?![\n\u200c\u200d])(?:{CONTROL.pattern}|{INVISIBLE.pattern})")
"""Joiners are left out: emoji and some scripts are made with them."""
_ADDRESS: Final = re.compile(r"https?://[^\s/]+\.[^\s/]+(?:/\S*)?")

MAX_TEXT: Final = 2_000
MAX_NAME: Final = 80
MAX_EXPONENT: Final = 30


def _plain_id(value: str) -> str:
    if not _PLAIN_ID.fullmatch(value):
        raise refusal(says.NO_ID, text=value[:60])
    return value


def _owned_id(value: str) -> str:
    if not _OWNED_ID.fullmatch(value):
        raise refusal(says.NO_OWNED_ID, text=value[:60])
    return value


def _any_id(value: str) -> str:
    return _owned_id(value) if "/" in value else _plain_id(value)


def _text(value: str) -> str:
    if not value.strip():
        raise refusal(says.EMPTY_TEXT)
    if value != value.strip():
        raise refusal(says.SPACE_AROUND)
    if len(value) > MAX_TEXT:
        raise refusal(says.LONG_TEXT, most=f"{MAX_TEXT:,}")
    if odd := _NOT_IN_TEXT.search(value):
        raise refusal(says.ODD_IN_TEXT, character=called(odd[0]))
    return value


def _name(value: str) -> str:
    _text(value)
    if len(value) > MAX_NAME:
        raise refusal(says.LONG_NAME, most=MAX_NAME)
    if _WRONG_COMMA.search(value):
        raise refusal(says.COMMA_IN_NAME, text=value)
    if odd := ODD_SPACE.search(value):
        raise refusal(says.SPACE_IN_NAME, text=value, character=called(odd[0]))
    if odd := INVISIBLE.search(value):
        raise refusal(says.ODD_IN_NAME, text=value, character=called(odd[0]))
    if _IN_QUOTES.fullmatch(value):
        raise refusal(says.QUOTED_NAME, text=value, plain=value[1:-1])
    if not normal_form(value).strip():
        raise refusal(says.NO_NAME, text=value)
    return value


def _url(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise refusal(says.NO_ADDRESS, text=value[:60])
    return value


def _currency(value: str) -> str:
    if not _CURRENCY.fullmatch(value):
        raise refusal(says.NO_CURRENCY, text=value[:20])
    return value


def _country(value: str) -> str:
    if not _COUNTRY.fullmatch(value):
        raise refusal(says.NO_COUNTRY, text=value[:20])
    return value


def _read_date(value: Any) -> Any:
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise refusal(says.NO_CALENDAR_DAY, text=value) from None
    if not isinstance(value, str):
        raise refusal(says.NO_DATE)
    plain = meant_day(value[:20])
    raise refusal(says.DAY_MEANT if plain else says.TEXT_IS_NO_DATE, text=value[:20], plain=plain)


def _not_negative(value: Decimal) -> Decimal:
    if value < 0:
        raise refusal(says.NEGATIVE)
    return _bounded(value)


def _positive(value: Decimal) -> Decimal:
    if value <= 0:
        raise refusal(says.NOT_POSITIVE)
    return _bounded(value)


def _bounded(value: Decimal) -> Decimal:
    if value and not -MAX_EXPONENT <= value.adjusted() <= MAX_EXPONENT:
        raise refusal(says.OUT_OF_BOUNDS)
    return value


def _wording(value: Any) -> Any:
    return {"zh": value, "en": value} if isinstance(value, str) else value


def _sources(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _some(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise refusal(says.EMPTY_LIST)
    return value


def _rough_day(value: Any) -> RoughDay:
    text = str(value) if isinstance(value, Decimal) else value
    try:
        if isinstance(text, str) and not _ISO_DATE.fullmatch(text):
            return RoughDay.read(text)
    except ValueError:
        pass
    return RoughDay(str(_read_date(text)))


def _like(*patterns: re.Pattern[str], **more: str) -> WithJsonSchema:
    """What an editor is told of a text; the validators say more, and say it better."""
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{'|'.join(one.pattern for one in patterns)})$", **more})


PlainId = Annotated[str, AfterValidator(_plain_id), _like(_PLAIN_ID)]
OwnedId = Annotated[str, AfterValidator(_owned_id), _like(_OWNED_ID)]
AnyId = Annotated[str, AfterValidator(_any_id), _like(_PLAIN_ID, _OWNED_ID)]
Text = Annotated[str, AfterValidator(_text)]
NameText = Annotated[str, AfterValidator(_name)]
Url = Annotated[str, AfterValidator(_url), _like(_ADDRESS)]
CurrencyCode = Annotated[str, AfterValidator(_currency), _like(_CURRENCY)]
Day = Annotated[dt.date, BeforeValidator(_read_date), _like(_ISO_DATE)]
Country = Annotated[str, AfterValidator(_country), _like(_COUNTRY)]
SomeDay = Annotated[
    RoughDay,
    BeforeValidator(_rough_day, json_schema_input_type=Annotated[str, _like(_SOME_DAY)] | int),
]
Sources = Annotated[
    tuple[PlainId, ...],
    BeforeValidator(_sources, json_schema_input_type=PlainId | tuple[PlainId, ...]),
    AfterValidator(_some),
]
NotNegative = Annotated[Decimal, AfterValidator(_not_negative)]
Positive = Annotated[Decimal, AfterValidator(_positive)]
Number = Annotated[Decimal, AfterValidator(_bounded)]


class Wording(Shape):
    """The same words in Chinese and English."""

    zh: Text
    """Simplified Chinese; Traditional Chinese is derived from it."""
    en: Text
    """English."""
    zh_hant: Text | None = None
    """Traditional Chinese, only where the derived one would be wrong."""


class NameWording(Shape):
    """A name in Chinese and English."""

    zh: NameText
    """The name as Chinese readers know it."""
    en: NameText
    """The name as English readers know it."""
    zh_hant: NameText | None = None
    """The name in Traditional Chinese, only where the derived one would be wrong."""


Words = Annotated[Wording, BeforeValidator(_wording, json_schema_input_type=Text | Wording)]
NameWords = Annotated[NameWording, BeforeValidator(_wording, json_schema_input_type=NameText | NameWording)]
