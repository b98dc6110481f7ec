"""What speaks of a question without asking it: it is reported, was believed, does not matter, or is rhetoric."""

from __future__ import annotations

import re
from typing import Final

from bot.language.basics.lexicon import Lexicon, skip_space
from bot.language.basics.vocabulary import words_under
from bot.language.basics.wordset import WordSet
from bot.language.tokens.reading import Reading
from bot.language.words.expressions import expressions, worded

TELLS: Final = "it tells what somebody asked"
"""The one sign that a part of a message may be without."""
_BREAKS: Final = ",.;!?。\n"
"""Where a clause ends."""
_MAX_CLAUSE: Final = 70
"""Characters of a clause that are looked through."""
_ASKED: Final = r"(?:how|what|which|why|whether|if)\b"

_REPORTED: Final = re.compile(
    r"(?<![请想])问(?:过|起|了)?(?:[我他她佢]|俺|咱|大家|老板|客服|店员)"
    r"|(?:[我他她佢客人户板友娘爸妈]|同事|同学)来?(?:刚|刚刚|刚才|又|老|总|成日|头先)?问(?!题|一|下|吓|个|号|多|句|问|大|各|倒|住|懵)"
    r"|(?:有人|[客用]户|记者|网友)[^,.;!?。\s]{0,6}问(?!题|一|下|吓|个|号|句|问|倒|住|懵|的|$|[,.;!?。\s])"
    r"|\b(?:asked|asks|told) (?:me|him|her|them|us|if|whether)\b|\bask(?:ed|s|ing) (?:me|him|her|them|us|if|whether)\b"
    rf"|\b(?:asked|asks|keeps? asking|kept asking|told)(?: [\w'.-]+){{1,3}} {_ASKED}|\bkeeps? asking\b"
)
"""Somebody else asks, or asked: 有人问…, a client keeps asking …."""
_SAYS: Final = tuple(
    (sign, expressions(name))
    for sign, name in (
        ("it forbids to ask", "forbids to ask"),
        ("it is rhetoric", "rhetoric"),
        ("it asks how something is done", "how it is done"),
        ("it asks what somebody charges", "what somebody charges"),
    )
)
"""What a question is said to be, by one expression."""
_BELIEVED: Final = "it says what was believed"
_IN_TURN: Final = tuple(
    (sign, expressions(first), expressions(then), within)
    for sign, first, then, within in (
        (_BELIEVED, "believed", "how dear", _MAX_CLAUSE),
        (_BELIEVED, "after all", "so dear", 8),
        ("it does not matter", "whatever", "price or sum", _MAX_CLAUSE),
        ("it says what somebody settles for", "rather", "let us", 12),
        ("it asks what somebody spends", "those spoken to", "spends", _MAX_CLAUSE),
    )
)
"""The same by two expressions of one clause, at most so many characters apart."""
_OTHERS: Final = WordSet((*words_under("people", "person"), *worded("who speaks")))
_WISHED: Final = expressions("wished to know")
_NEAR: Final = 12
"""Characters between somebody and what he wished to know."""
_NOT_MINDED: Final = expressions("not minded")
_REMEMBER: Final = expressions("remember")
_MARK: Final = expressions("question mark")
_ANSWERED: Final = re.compile(
    r"(\w{1,4})[吗嘛]\?\s*\1|\?\s*(?:因为|答案|没人|冇人|nobody|no one|because|the answer|spoiler)"
)
_QUOTED: Final = re.compile(r"\s*[\"「『《][^\"」』》]+[:,][^\"」』》]+[\"」』》]\s*")
_LETS: Final = words_under("questions", "speech, lets")
_DOES: Final = Lexicon(dict.fromkeys(worded("does for somebody"), True))


def acts(reading: Reading) -> tuple[str, ...]:
    """Every sign that a question is spoken of and not asked."""
    text = reading.text
    found = [sign for sign, words in _SAYS if words.stands_in(text)]
    found += [sign for sign, first, then, most in _IN_TURN if first.followed_by(then, text, most, _BREAKS)]
    if _ends_with(_NOT_MINDED, text):
        found.append("it does not matter")
    if _asks_to_remember(text):
        found.append("it is rhetoric")
    if _ANSWERED.search(text) is not None:
        found.append("it answers itself")
    if _QUOTED.fullmatch(text) is not None:
        found.append("it is a quotation")
    if _REPORTED.search(text) or _OTHERS.followed_by(_WISHED, text, _NEAR, _BREAKS) or _lets_a_model_do(reading):
        found.append(TELLS)
    return tuple(found)


def _ends_with(words: WordSet, text: str) -> bool:
    """Whether nothing but marks stands behind one of the words."""
    return any(not any(map(str.isalnum, text[end:])) for _, end in words.spans(text))


def _asks_to_remember(text: str) -> bool:
    """Whether a text begins with 记得 and asks whether one does: 还记得豆包以前多少钱吗."""
    start = _REMEMBER.first(text)
    return start is not None and start[0] == 0 and _REMEMBER.followed_by(_MARK, text, _MAX_CLAUSE, _BREAKS) is not None


def _lets_a_model_do(reading: Reading) -> bool:
    """Whether a model is told, or asked, to do something: 我让gpt-5帮我算一下多少钱."""
    text = reading.text
    return any(
        text[: token.start].rstrip().endswith(_LETS) and _DOES.starting(text, skip_space(text, token.end)) is not None
        for token in reading.tokens
        if token.name is not None
    )
