"""English idioms and names that hold a numeral which is no amount: square one, on cloud nine, thanks a million."""

from __future__ import annotations

from typing import Final

from bot.language.basics.lexicon import LATIN
from bot.language.numbers.english_words import word_at

_IDIOMS: Final = """
square |one, day |one, number |one, one by one, one in a million, one in a thousand, all in |one, one fell swoop, one
too many, one hit wonder, one trick pony, one size fits, one for all, all for |one, one step ahead, one step closer,
one step further, at |one point, formula |one, air force |one, xbox |one, better than |one, one born every minute, one
over the eight, my |two cents, your |two cents, his |two cents, her |two cents, our |two cents, their |two cents, two
left feet, two peas in a pod, two sides of the same coin, two wrongs, two birds with one stone, two can play, two
heads are better, two thumbs up, takes |two to tango, in |two minds, two and two together, two's company, two shakes,
of |two evils, two a penny, three musketeers, three sheets to the wind, three kingdoms, three strikes and, three
cheers, three wise men, three little pigs, rule of |three, three's a crowd, big |three, big |four, big |five, four
corners of the, fantastic |four, famous |five, high |five, five o'clock shadow, six feet under, six of one and half a
dozen of the other, six of one, six degrees of separation, six pack, six-pack, seven seas, seven deadly sins, seven
wonders, seven year itch, seven-year itch, magnificent |seven, seven eleven, seven-eleven, eight ball, figure of
|eight, figure |eight, cloud |nine, whole |nine yards, nine to five, nine-to-five, nine lives, nine times out of ten,
ten commandments, number |ten, perfect |ten, ocean's |eleven, twelve angry men, twelve days of christmas, nineteen to
the dozen, sweet |sixteen, twenty questions, twenty twenty vision, twenty-twenty vision, catch |twenty-two, catch
|twenty two, twenty-four seven, twenty four seven, twenty-four-seven, forty winks, fifty shades, fifty fifty,
fifty-fifty, a dime a dozen, a penny for your, a penny saved, a penny earned, a million thanks, a thousand thanks, a
million apologies, a thousand apologies, a thousand pardons, thanks |a million, worth |a thousand words, a thousand
cuts, in |a million years, a million miles away, the |million dollar question, the |million-dollar question, million
dollar baby, like |a million dollars, like |a million bucks, like |a hundred bucks, sixty-four thousand dollar
question, sixty-four-thousand-dollar question, a hundred times better, a thousand times better, half baked, half
asleep, half awake, half empty, half full, half brother, half sister, half and half, half the battle, half the story,
half the fun, better |half, other |half, not |half bad, not |half as bad, zero in on, ground |zero, zero sum, zero
tolerance, patient |zero, zero day, zero-day, zero trust, zero to hero, absolute |zero, zero waste, zero gravity, zero
hour
"""


def _index() -> dict[str, tuple[tuple[str, int], ...]]:
    """Each idiom with the place of its first numeral, by that numeral; the longest first."""
    index: dict[str, list[tuple[str, int]]] = {}
    for marked in sorted(_IDIOMS.replace("\n", " ").split(", "), key=lambda idiom: (-len(idiom), idiom)):
        before, _, after = marked.strip().rpartition("|")
        index.setdefault(word_at(after, 0)[0], []).append((before + after, len(before)))
    return {numeral: tuple(entries) for numeral, entries in index.items()}


_INDEX: Final = _index()


def english_idiom_end(text: str, pos: int) -> int | None:
    """The end of the idiom whose first numeral stands at ``pos``."""
    for idiom, place in _INDEX.get(word_at(text, pos)[0], ()):
        start, end = pos - place, pos - place + len(idiom)
        if start < 0 or not text.startswith(idiom, start):
            continue
        if (end == len(text) or text[end] not in LATIN) and (start == 0 or text[start - 1] not in LATIN):
            return end
    return None
