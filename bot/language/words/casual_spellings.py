"""Words as they are typed in haste: wat, abt, mutch, teh; 多少前, 便易."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

_SPELLINGS: Final = {
    word: tuple(spellings.split())
    for word, spellings in {
        "what": "wat wot wut waht wht",
        "whats": "wats wots wuts",
        "how": "hw hwo",
        "hows": "hws",
        "much": "mutch mch muhc moch",
        "many": "mny manny meny",
        "which": "wich whch whitch wch",
        "where": "wer whr",
        "when": "wen whn",
        "why": "wy",
        "about": "abt abot abut bout",
        "from": "frm fromm",
        "can": "cn kan",
        "could": "cud cld",
        "should": "shud shld",
        "would": "wud wld",
        "through": "thru",
        "let": "lemme",
        "this": "dis",
        "that": "dat",
        "though": "tho",
        "thanks": "thnx tnx thanx thks",
        "before": "befor bfore beofre befroe",
        "because": "becuz becaus bcz cuz coz",
        "have": "hav hve",
        "give": "giv gv",
        "are": "r",
        "the": "teh",
        "and": "adn nd",
        "for": "fr",
        "does": "dose dos duz",
        "cost": "cst",
        "costs": "csts",
        "cheap": "cheep chep cheaep",
        "cheaper": "cheapr cheeper chepaer",
        "cheapest": "cheepest cheapst chepest",
        "price": "pric prce prise priice",
        "prices": "prces",
        "token": "tokn tokken",
        "tokens": "tokns tokenz tokkens",
        "free": "fre freee",
        "yuan": "yuans yaun",
        "dollars": "dolars dollers",
        "expensive": "expencive expensiv expansive",
    }.items()
}
_UNTOUCHED: Final = 4
"""Phrases of more words are known as they are only."""


_BY_SOUND: Final = {
    "多少钱": ("多少前",),
    "几多钱": ("几多前",),
    "便宜": ("便易", "便谊", "偏宜", "便已"),
    "价格": ("价各", "介格"),
    "免费": ("免非", "勉费"),
    "收费": ("收废",),
    "汉字": ("汗字",),
    "划算": ("化算",),
}
"""Chinese words, and what comes up in their place when they are typed by sound."""


def casual_spellings(phrase: str) -> Iterator[str]:
    """All ways to type a phrase of the vocabulary with hasty spellings in it, the phrase itself left out."""
    if not phrase.isascii():
        yield from _typed_by_sound(phrase)
        return
    words = phrase.split(" ")
    if len(words) > _UNTOUCHED or _SPELLINGS.keys().isdisjoint(words):
        return
    for spelt in product(*((word, *_SPELLINGS.get(word, ())) for word in words)):
        if list(spelt) != words:
            yield " ".join(spelt)


def _typed_by_sound(phrase: str) -> Iterator[str]:
    """A Chinese phrase with one of its words mistyped."""
    for word, mistyped in _BY_SOUND.items():
        if word in phrase:
            yield from (phrase.replace(word, other) for other in mistyped)
