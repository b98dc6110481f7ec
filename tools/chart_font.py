"""Cuts the font of the charts out of Noto Sans CJK, with the characters that names and words may have and no others.

    python -m tools.chart_font /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc

The source is that of Debian's package fonts-noto-cjk; the same source gives the same bytes. What the font holds stands
beside it in ``characters.txt``: a name with any other is written in another of its forms.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont

from bot.charts.fonts.files import CHARACTERS, FONT
from bot.knowledge.entries import Knowledge, Wording
from bot.knowledge.load import load_knowledge
from bot.text import to_traditional

SIMPLIFIED_CHINESE: Final = 2
"""Its place in the collection of the five forms that Chinese characters have in East Asia."""

_LATIN: Final = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)]))
_SIGNS: Final = "–—‘’“”…·、。《》「」『』（）【】：；，？！％～→←↑↓≈≤≥×÷−•€£¥￥₩"
_FIRST_LEVEL: Final = (range(0xB0, 0xD8), range(0xA1, 0xFF))
"""The rows and cells of GB 2312 with its 3,755 everyday characters."""

_KEPT_NAMES: Final = (0, 1, 2, 4, 6, 13, 14)
"""Copyright, family, style, names, licence and its address, of what a font says of itself."""


def characters_wanted(knowledge: Knowledge) -> list[str]:
    """Latin letters, signs, the everyday characters of both scripts, and all of the names in a knowledge base, in order."""
    everyday = {_character(row, cell) for row in _FIRST_LEVEL[0] for cell in _FIRST_LEVEL[1]}
    texts = [*everyday, *_words(knowledge)]
    found = {*_LATIN, *_SIGNS, *"".join(texts), *"".join(map(to_traditional, texts))}
    return sorted(character for character in found if character.isprintable())


def cut(source: Path, characters: Iterable[str], target: Path) -> str:
    """Write the font with these characters to ``target``; those of them that it holds, in order."""
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.name_IDs = list(_KEPT_NAMES)
    with TTFont(source, fontNumber=SIMPLIFIED_CHINESE, lazy=True, recalcTimestamp=False) as font:
        cutting = subset.Subsetter(options)
        cutting.populate(text="".join(characters))
        cutting.subset(font)
        font.save(target)
        return "".join(map(chr, sorted(font.getBestCmap())))


def _character(row: int, cell: int) -> str:
    return bytes((row, cell)).decode("gb2312", "ignore")


def _words(knowledge: Knowledge) -> Iterable[str]:
    """What charts may quote of a knowledge base: names, and who publishes sources."""
    for entry in knowledge.entries.values():
        yield _all_forms(entry.name)
    for source in knowledge.sources.values():
        yield _all_forms(source.publisher) + source.title
    for work in knowledge.works.values():
        yield _all_forms(work.name)


def _all_forms(wording: Wording) -> str:
    return wording.zh + wording.en + (wording.zh_hant or "")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.chart_font", description="Cut the font of the charts.")
    parser.add_argument("source", type=Path, help="NotoSansCJK-Regular.ttc")
    options = parser.parse_args(arguments)
    held = cut(options.source, characters_wanted(load_knowledge()), FONT)
    CHARACTERS.write_text(held, encoding="utf-8")
    print(f"{FONT.name}: {len(held):,} characters, {FONT.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
