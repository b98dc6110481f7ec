"""A sheet to draw on, 360 points wide as a phone is, whatever the number of pixels that a point takes."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Final, NamedTuple

from PIL import Image, ImageDraw, ImageFont

from bot.charts.drawing.themes import Colour, Theme
from bot.charts.fonts.files import FONT, written

WIDTH: Final = 360
MARGIN: Final = 16
INNER: Final = WIDTH - 2 * MARGIN
"""Points between the margins."""

TALLEST: Final = 1240
"""Points of the sheet before it is cut to what was drawn."""

_PIXELS: Final = 3
"""Pixels that a point takes, as on a phone."""

_COLOURS: Final = 48
_ELLIPSIS: Final = "…"


class Box(NamedTuple):
    """A rectangle in points."""

    left: float
    top: float
    right: float
    bottom: float


@lru_cache(maxsize=16)
def _font(size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, round(size * _PIXELS), layout_engine=ImageFont.Layout.BASIC)


class Canvas:
    """The sheet; all places and sizes are in points from its upper left corner."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._image = Image.new("RGB", (WIDTH * _PIXELS, TALLEST * _PIXELS), theme.ground)
        self._draw = ImageDraw.Draw(self._image)

    @staticmethod
    def width_of(text: str, size: float) -> float:
        return _font(size).getlength(written(text)) / _PIXELS

    def fitted(self, text: str, size: float, width: float) -> str:
        """The text, or as much of its beginning as fits with an ellipsis behind it."""
        if self.width_of(text, size) <= width:
            return text
        fits, too_long = 0, len(text)
        while too_long - fits > 1:
            middle = (fits + too_long) // 2
            if self.width_of(text[:middle].rstrip() + _ELLIPSIS, size) <= width:
                fits = middle
            else:
                too_long = middle
        return text[:fits].rstrip() + _ELLIPSIS

    def lines_of(self, text: str, size: float, width: float, most: int) -> list[str]:
        """The text in at most so many lines, broken between words or Chinese characters."""
        lines: list[str] = []
        rest = text.strip()
        while rest and len(lines) < most - 1 and self.width_of(rest, size) > width:
            cut = self._break_in(rest, size, width)
            lines.append(rest[:cut].rstrip())
            rest = rest[cut:].lstrip()
        return [*lines, self.fitted(rest, size, width)] if rest else lines

    def _break_in(self, text: str, size: float, width: float) -> int:
        """How many characters of a text that is too long go into the first line."""
        most = len(self.fitted(text, size, width)) - 1
        for cut in range(most, 0, -1):
            if text[cut - 1] in _OPENING or text[cut] in _CLOSING:
                continue
            if text[cut].isspace() or not (text[cut - 1].isascii() and text[cut].isascii()):
                return cut
        return max(most, 1)

    def text(
        self, left: float, middle: float, text: str, size: float, colour: Colour, anchor: str = "l", bold: bool = False
    ) -> None:
        """One line, with the middle of its letters at a height; ``anchor``: l, m or r."""
        self._draw.text(
            (round(left * _PIXELS), round(middle * _PIXELS + 0.34 * size * _PIXELS)),
            written(text),
            colour,
            _font(size),
            anchor=f"{anchor}s",
            stroke_width=size * _PIXELS / 60 if bold else 0,
        )

    def box(self, box: Box, colour: Colour, radius: float = 0) -> None:
        left, top, right, bottom = (round(each * _PIXELS) for each in box)
        if right > left and bottom > top:
            shape = (left, top, right - 1, bottom - 1)
            self._draw.rounded_rectangle(shape, min(round(radius * _PIXELS), (right - left) // 2), colour)

    def rule(self, box: Box, colour: Colour, dashed: bool = False) -> None:
        """A thin line that runs along a box without height, or without width."""
        left, top, right, bottom = box
        if not dashed:
            self._draw.line([round(each * _PIXELS) for each in box], colour, _PIXELS // 2)
            return
        place, end = top, bottom
        while place < end:
            self._draw.line(
                [round(each * _PIXELS) for each in (left, place, right, min(place + 2, end))], colour, _PIXELS // 2
            )
            place += 5

    def stroke(self, points: list[tuple[float, float]], colour: Colour, width: float) -> None:
        """A line through points."""
        pixels = [(round(x * _PIXELS), round(y * _PIXELS)) for x, y in points]
        self._draw.line(pixels, colour, round(width * _PIXELS), joint="curve")

    def dot(self, x: float, y: float, radius: float, colour: Colour) -> None:
        self._draw.circle((round(x * _PIXELS), round(y * _PIXELS)), radius * _PIXELS, colour)

    def png(self, bottom: float) -> bytes:
        """What was drawn down to here, in few colours, so that it is small."""
        height = min(round(bottom * _PIXELS), self._image.height)
        drawn = self._image.crop((0, 0, self._image.width, height))
        file = BytesIO()
        few = drawn.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        palette, ground = few.getpalette() or [], 3 * few.tobytes()[0]
        palette[ground : ground + 3] = self.theme.ground  # which is rounded else, and most of the picture
        few.putpalette(palette)
        few.save(file, "PNG", compress_level=7)
        return file.getvalue()


_OPENING: Final = "（《「『【([“‘"
_CLOSING: Final = "，。、；：？！）》」』】,.;:?!)]”’…%"
