"""The colours of charts, for light and dark screens."""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

Colour: TypeAlias = tuple[int, int, int]


class Theme(NamedTuple):
    """``series`` are told apart by those who see no red or green, too; ``faint`` are the same, for what is only possible."""

    ground: Colour
    text: Colour
    muted: Colour
    line: Colour
    series: tuple[Colour, ...]
    faint: tuple[Colour, ...]


LIGHT: Final = Theme(
    ground=(255, 255, 255),
    text=(23, 27, 33),
    muted=(98, 106, 118),
    line=(226, 229, 234),
    series=((38, 109, 211), (235, 131, 28), (18, 148, 134), (136, 96, 208)),
    faint=((176, 205, 246), (250, 214, 170), (164, 220, 213), (212, 197, 240)),
)

DARK: Final = Theme(
    ground=(22, 25, 31),
    text=(240, 242, 245),
    muted=(152, 160, 173),
    line=(50, 55, 65),
    series=((98, 163, 255), (255, 174, 82), (66, 205, 187), (186, 154, 250)),
    faint=((45, 74, 120), (116, 80, 40), (35, 96, 89), (86, 72, 118)),
)
