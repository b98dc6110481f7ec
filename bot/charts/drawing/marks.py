"""Draws the marks of vendors as small square pictures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from bot.charts.fonts.files import FONT
from bot.charts.marks import SIDE, Mark, mark_of

_MARGIN: Final = 14
_LARGEST: Final = 72
_WHITE: Final = (255, 255, 255)


@lru_cache(maxsize=256)
def marks_png(vendors: Sequence[str]) -> bytes:
    """The marks of one or two vendors, one above the other, as a PNG."""
    image = Image.new("RGB", (SIDE, SIDE))
    draw = ImageDraw.Draw(image)
    height = SIDE // len(vendors)
    for place, vendor in enumerate(vendors):
        _draw(draw, mark_of(vendor), place * height, height)
    file = BytesIO()
    image.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw(draw: ImageDraw.ImageDraw, mark: Mark, top: int, height: int) -> None:
    draw.rectangle((0, top, SIDE, top + height), fill=mark.ground)
    font = _fitting(mark.letters, height)
    draw.text((SIDE / 2, top + height / 2), mark.letters, _WHITE, font, anchor="mm")


def _fitting(letters: str, height: int) -> ImageFont.FreeTypeFont:
    """The font in the largest size in which letters fit."""
    size = min(_LARGEST, height - _MARGIN)
    font = ImageFont.truetype(FONT, size)
    width = font.getlength(letters)
    room = SIDE - 2 * _MARGIN
    return font if width <= room else ImageFont.truetype(FONT, int(size * room / width))
