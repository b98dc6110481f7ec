"""Questions of today for who has typed nothing yet; ``{a}`` and ``{b}`` are the models that are best known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.text import Language

EXAMPLES: Final[Mapping[Language, tuple[str, ...]]] = {
    Language.ZH_HANS: (
        "{a}多少钱",
        "{a}和{b}哪个便宜",
        "100元能买多少{b} tokens",
        "写一本50万字的小说用{b}要多少钱",
        "ChatGPT Plus多少钱一个月",
    ),
    Language.ZH_HANT: (
        "{a}多少錢",
        "{a}和{b}哪個便宜",
        "100元能買多少{b} tokens",
        "寫一本50萬字的小說用{b}要多少錢",
        "ChatGPT Plus多少錢一個月",
    ),
    Language.EN: (
        "price of {a}",
        "which is cheaper, {a} or {b}",
        "how many {b} tokens can I buy for $10",
        "what does a novel of 100,000 words cost with {b}",
        "what does ChatGPT Plus cost a month",
    ),
}
