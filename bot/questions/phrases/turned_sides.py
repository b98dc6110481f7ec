"""Amounts of which each belongs to the side before it, though the rules gave each the side behind it: 40万token 输出1万."""

from __future__ import annotations

from bot.quantities import TOKEN
from bot.questions.phrases.rules import Phrase
from bot.questions.phrases.values import Number, Side, Size, Sized, Way


def with_turned_sides(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The phrases of a message, each side with the amount behind it where the last one has one left there."""
    at = [place for place, phrase in enumerate(phrases) if isinstance(phrase.value, Sized)]
    sized = [phrases[place] for place in at]
    if not sized or not all(_is_size_first(phrase) for phrase in sized):
        return phrases
    behind = phrases[at[-1] + 1] if at[-1] + 1 < len(phrases) else None
    if behind is None or not isinstance(behind.value, (Size, Number)) or behind.first != sized[-1].end:
        return phrases
    sizes = [*(phrase.parts[0] for phrase in sized), behind]
    turned = [_sized_behind(phrase.parts[1], size) for phrase, size in zip(sized, sizes[1:], strict=True)]
    others = [phrase for phrase in phrases if phrase not in (*sized, behind)]
    return tuple(sorted((*others, sizes[0], *turned), key=lambda phrase: phrase.first))


def _is_size_first(phrase: Phrase) -> bool:
    """Whether a phrase is an amount and, behind it, its side."""
    kinds = [type(part.value) for part in phrase.parts]
    return len(kinds) == 2 and kinds[0] in (Size, Number) and kinds[1] in (Side, Way)


def _sized_behind(side: Phrase, size: Phrase) -> Phrase:
    """A side with the amount behind it."""
    word = side.value.side if isinstance(side.value, Way) else side.value
    amount = Size(size.value.value, TOKEN) if isinstance(size.value, Number) else size.value
    return Phrase(Sized(amount, word), side.first, size.end, side.mask | size.mask, "<side> <size>", (side, size))
