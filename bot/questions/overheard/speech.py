"""What speaks of a question without asking it: it is reported, was believed, does not matter, or is rhetoric."""

from __future__ import annotations

import re
from typing import Final

from bot.language.tokens.reading import Reading

TELLS: Final = "it tells what somebody asked"
"""The one sign that a part of a message may be without."""
_IN_CLAUSE: Final = r"[^,.;!?。\n]*"
_ASKED: Final = r"(?:how|what|which|why|whether|if)\b"

_REPORTED: Final = re.compile(
    r"(?<![请想])问(?:过|起|了)?(?:[我他她佢]|俺|咱|大家|老板|客服|店员)"
    r"|(?:[我他她佢客人户板友娘爸妈]|同事|同学)来?(?:刚|刚刚|刚才|又|老|总|成日|头先)?问(?!题|一|下|吓|个|号|多|句|问|大|各|倒|住|懵)"
    r"|(?:有人|[客用]户|记者|网友)[^,.;!?。\s]{0,6}问(?!题|一|下|吓|个|号|句|问|倒|住|懵|的|$|[,.;!?。\s])"
    r"|\b(?:asked|asks|told) (?:me|him|her|them|us|if|whether)\b|\bask(?:ed|s|ing) (?:me|him|her|them|us|if|whether)\b"
    rf"|\b(?:asked|asks|keeps? asking|kept asking|told)(?: [\w'.-]+){{1,3}} {_ASKED}|\bkeeps? asking\b"
)
"""Somebody else asks, or asked: 有人问…, a client keeps asking …."""
_ACTS: Final = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        (
            "it says what was believed",
            rf"以为{_IN_CLAUSE}(?:多少|几|好贵|很贵|咁贵)|原来.{{0,8}}(?:这么|那么|咁|才|就)|\b(?:i|we) thought\b{_IN_CLAUSE}(?:cost|price|expensive)",
        ),
        (
            "it does not matter",
            (
                r"(?:不重要|冇所谓|没所谓|无所谓|不在乎|不关心|唔理|不想知道|doesn'?t matter|who cares|don'?t (?:really )?care)\W*$"
                rf"|(?:不管|无论|不论|谁在乎|谁关心|边个理)[^,.;!?。]*(?:多少|几|贵|便宜|平)"
                rf"|\b(?:depends|no idea|not sure|who cares|don'?t care|regardless|if you have to ask){_IN_CLAUSE}\b{_ASKED}"
            ),
        ),
        ("it forbids to ask", r"(?:别|不要|唔好|甭|少)(?:再|老)?问|\b(?:stop|quit|don'?t|no more) ask(?:ing)?\b"),
        (
            "it is rhetoric",
            (
                r"要不是|若不是|^(?:还|仲)?记得[^,.;!?。]*(?:吗|么|\?)|记唔记得|难道|不会真|总不会|怎么可能|何必|何苦|谁(?:还|会|敢|还会|还敢)?(?:[用买信]|在乎|稀罕)|边个(?:仲|会|仲会)(?:用|买|信)"
                r"|\bremember when\b|\bwho (?:even|still|would|on earth)\b"
            ),
        ),
        (
            "it answers itself",
            r"(\w{1,4})[吗嘛]\?\s*\1|\?\s*(?:因为|答案|没人|冇人|nobody|no one|because|the answer|spoiler)",
        ),
        (
            "it asks how something is done",
            (
                r"(?:怎么|如何|咋|点样|点)(?:付款|付钱|支付|充值|充钱|增值|退款|退钱|开票|取消|绑卡|续费|注销|申请|接入)"
                r"|\bhow (?:do|can|to|does one|would)(?: (?:i|we|you|u|one))? (?:pay for|top up|cancel|refund|get a refund|renew|sign up|subscribe)\b"
            ),
        ),
        (
            "it asks what somebody charges",
            r"\b(?:do|did|are|would|will) (?:you|u|ya|y'all)(?: guys| all)? (?:charge|bill|quote)\b",
        ),
        ("it is a quotation", r"^\s*[\"「『《][^\"」』》]+[:,][^\"」』》]+[\"」』》]\s*$"),
    )
)
_LETS: Final = ("让", "叫", "喊", "问", "ask", "asked", "told", "tell", "made")
_DO: Final = re.compile(r" ?(?:帮|给我|替|算|回答|回|答|说|话|讲|自己|to |how |what |for )")


def acts(reading: Reading) -> tuple[str, ...]:
    """Every sign that a question is spoken of and not asked."""
    text = reading.text
    found = [sign for sign, pattern in _ACTS if pattern.search(text)]
    if _REPORTED.search(text) or _lets_a_model_do(reading):
        found.append(TELLS)
    return tuple(found)


def _lets_a_model_do(reading: Reading) -> bool:
    """Whether a model is told, or asked, to do something: 我让gpt-5帮我算一下多少钱."""
    text = reading.text
    return any(
        text[: token.start].rstrip().endswith(_LETS) and _DO.match(text, token.end) is not None
        for token in reading.tokens
        if token.name is not None
    )
