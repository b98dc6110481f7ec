"""Knowledge bases with many more names and models than are shipped, and messages that hold what none of them knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.knowledge.entries import Knowledge, Name, NameKind

LENGTHS: Final = (50, 100, 200, 500, 1_000, 2_000, 4_000)
UNKNOWN: Final = (
    "how many tokens of flurbotron for 5 yuan",
    "what does snorblewax cost per million tokens",
    "我有10块钱能用蒜蓉侠跑多少token",
    "请问呼噜娃多少钱一百万tokens",
    "did anybody see the grumbleton about pricing yesterday",
)
"""Each with a name that is none."""
WITHOUT_MODEL: Final = (
    "哪个模型最便宜",
    "which model is cheapest",
    "100万tokens多少钱",
    "最近有什么降价",
    "有免费的模型吗",
)
"""Questions about all models there are."""


def with_more_names(knowledge: Knowledge, more: int) -> Knowledge:
    """The knowledge base with invented names in Latin letters and in Chinese, all of them for one model."""
    model = next(iter(knowledge.prices))
    names = (Name(invented(place), NameKind.ENTRY, model) for place in range(more))
    return replace(knowledge, names=(*knowledge.names, *names))


def with_more_models(knowledge: Knowledge, more: int) -> Knowledge:
    """The knowledge base with models like those that it sells, each with a name and prices of its own."""
    sold = [id_ for id_, model in knowledge.models.items() if id_ in knowledge.prices and not model.life.is_retired]
    entries, models, prices = dict(knowledge.entries), dict(knowledge.models), dict(knowledge.prices)
    names = list(knowledge.names)
    for place in range(more):
        like = sold[place % len(sold)]
        id_ = f"{like}-{place:x}"
        entries[id_] = replace(knowledge.entries[like], id=id_)
        models[id_] = replace(knowledge.models[like], id=id_)
        prices[id_] = tuple(replace(price, model=id_) for price in knowledge.prices[like])
        names.append(Name(invented(place), NameKind.ENTRY, id_))
    return replace(knowledge, entries=entries, models=models, prices=prices, names=tuple(names))


def invented(place: int) -> str:
    if place % 2:
        return f"zq{place:x}-lm"
    return "".join(chr(0x5000 + digit * 17) for digit in (place // 2 % 97, place // 194 % 97, place // 18_818, 83))


def texts_of(questions: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Texts of growing length made of questions."""
    whole = "，".join(questions) + "，"
    for length in LENGTHS:
        yield length, (whole * (1 + length // len(whole)))[:length]
