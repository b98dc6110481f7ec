"""Who makes models and who sells them: what the wider catalogue does not say itself.

A name here is how people refer to a company; figures come from the catalogue alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.knowledge.entries import Wording


@dataclass(frozen=True, slots=True)
class Vendor:
    """A company that makes or sells models.

    ``lists`` is its own list in the catalogue, and ``sells`` matches the ids of those models there that it made.
    ``makes`` matches the slugs of its models in the lists of others, ``organizations`` are the names it goes by there.
    ``closed`` matches the slugs that nobody but the maker sets the price of, ``borrowed`` the ids in its own list whose
    price is not its own: another seller's, or one converted from another currency at a fixed rate.
    """

    id: str
    name: Wording
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    lists: str | None = None
    sells: str = ""
    makes: str = r"(?!)"
    organizations: tuple[str, ...] = ()
    closed: str = r"(?!)"
    borrowed: str = r"(?!)"


def same(name: str) -> Wording:
    """A name that is the same in every language."""
    return Wording(zh=name, en=name)


MAKERS: Final[tuple[Vendor, ...]] = (
    Vendor(
        "openai",
        same("OpenAI"),
        ("openai", "open ai", "open-ai"),
        (),
        lists="openai",
        sells=r"(?!.*\.ft-)",
        makes=r"(chat)?gpt-|o\d|text-(embedding|davinci)|whisper",
        organizations=("openai",),
        closed=r"gpt-(?!oss)|chatgpt|o\d|codex|text-|davinci|whisper",
    ),
    Vendor(
        "anthropic",
        same("Anthropic"),
        ("anthropic",),
        ("a社",),
        lists="anthropic",
        makes="claude",
        organizations=("anthropic",),
        closed="claude",
    ),
    Vendor(
        "google",
        Wording(zh="谷歌", en="Google"),
        ("google ai", "google deepmind", "deepmind"),
        ("google", "谷歌"),
        lists="google",
        sells=r"(?!claude)",
        makes="gem(ini|ma)",
        organizations=("google",),
        closed="gemini|lyria|palm|learnlm",
    ),
    Vendor(
        "x-ai",
        same("xAI"),
        ("x.ai", "x-ai"),
        ("xai", "x ai"),
        lists="x-ai",
        makes="grok",
        organizations=("x-ai",),
        closed="grok",
    ),
    Vendor(
        "meta",
        same("Meta"),
        ("meta ai", "meta-llama"),
        ("meta",),
        lists="meta",
        makes=r"(?!.*(lumimaid|nemotron|typhoon))((code)?llama|muse)",
        organizations=("meta", "meta-llama", "meta-models", "codellama"),
    ),
    Vendor(
        "mistral",
        same("Mistral AI"),
        ("mistral ai", "mistralai"),
        ("mistral",),
        lists="mistral",
        sells=r"(?!deepseek|zai-)",
        makes="(mistr|mixtr|ministr|magistr|codestr|devstr|pixtr|voxtr)al",
        organizations=("mistral", "mistralai"),
    ),
    Vendor(
        "deepseek",
        Wording(zh="深度求索", en="DeepSeek"),
        ("deepseek", "deep seek", "deep-seek", "深度求索"),
        (),
        lists="deepseek",
        borrowed="deepseek-v3",  # V3.1 and V3.2 stand there at another seller's price
        makes="deepseek",
        organizations=("deepseek", "deepseek-ai"),
    ),
    Vendor(
        "cohere",
        same("Cohere"),
        ("cohere ai",),
        ("cohere",),
        lists="cohere",
        makes="command|c4ai|aya",
        organizations=("cohere",),
        closed="command|embed",
    ),
    Vendor(
        "aws",
        Wording(zh="亚马逊", en="Amazon"),
        ("amazon bedrock", "aws bedrock"),
        ("amazon", "aws", "亚马逊", "bedrock"),
        lists="aws",
        sells=r"(global\.|regional\.)?amazon\.",
        makes="nova|titan",
        organizations=("amazon",),
        closed="nova",
    ),
    Vendor(
        "azure",
        Wording(zh="微软", en="Microsoft"),
        (),
        ("microsoft", "微软", "azure", "microsoft azure"),
        lists="azure",
        sells="phi|wizardlm|mai-",
        makes="phi-|wizardlm|mai-",
        organizations=("microsoft",),
    ),
    Vendor(
        "moonshot",
        Wording(zh="月之暗面", en="Moonshot AI"),
        ("月之暗面", "moonshot ai", "moonshotai"),
        ("moonshot",),
        lists="moonshotai",
        borrowed="kimi-k2$",
        makes="kimi|moonshot",
        organizations=("moonshotai",),
        closed="moonshot",
    ),
    Vendor(
        "zhipu",
        Wording(zh="智谱", en="Zhipu AI"),
        ("z.ai", "zhipu", "智谱"),
        ("zai",),
        lists="zai",
        makes="(auto)?glm",
        organizations=("z-ai", "zai-org", "thudm", "zai"),
    ),
    Vendor(
        "minimax",
        same("MiniMax"),
        ("minimax",),
        (),
        lists="minimax",
        # What the list itself takes from CNY prices at a fixed rate (M2, M2.1), or from another seller.
        borrowed=r"MiniMax-M2$|MiniMax-M2\.1|minimax-01$|minimax-m1$",
        makes="minimax",
        organizations=("minimax", "minimaxai"),
    ),
    Vendor(
        "perplexity",
        same("Perplexity"),
        ("perplexity ai",),
        ("perplexity",),
        lists="perplexity",
        sells=r"sonar|pplx|r1-1776|llama-3\.1-sonar",
        makes="sonar|pplx|r1-1776",
        organizations=("perplexity",),
        closed="sonar|pplx|llama-3.1-sonar",
    ),
    Vendor("voyageai", same("Voyage AI"), ("voyage ai", "voyageai"), (), lists="voyageai", makes="voyage"),
    Vendor(
        "alibaba",
        Wording(zh="阿里巴巴", en="Alibaba"),
        (),
        ("阿里", "阿里云", "阿里巴巴", "alibaba", "alibaba cloud"),
        makes="qwen|qwq",
        organizations=("qwen",),
    ),
    Vendor("baidu", Wording(zh="百度", en="Baidu"), (), ("baidu", "百度"), makes="ernie", organizations=("baidu",)),
    Vendor(
        "bytedance",
        Wording(zh="字节跳动", en="ByteDance"),
        ("bytedance", "字节跳动"),
        ("字节",),
        organizations=("bytedance", "bytedance-seed", "bytedance-research"),
    ),
    Vendor(
        "tencent",
        Wording(zh="腾讯", en="Tencent"),
        (),
        ("tencent", "腾讯"),
        makes=r"hy\d|hunyuan",
        organizations=("tencent",),
    ),
    Vendor(
        "nvidia",
        Wording(zh="英伟达", en="Nvidia"),
        (),
        ("nvidia", "英伟达"),
        makes=".*nemotron",
        organizations=("nvidia",),
    ),
    Vendor(
        "xiaomi",
        Wording(zh="小米", en="Xiaomi"),
        ("xiaomi mimo",),
        ("xiaomi", "小米"),
        makes="mimo",
        organizations=("xiaomi", "xiaomimimo"),
    ),
    Vendor(
        "stepfun",
        Wording(zh="阶跃星辰", en="StepFun"),
        ("stepfun", "阶跃星辰"),
        ("阶跃",),
        organizations=("stepfun",),
    ),
    Vendor(
        "zeroone",
        Wording(zh="零一万物", en="01.AI"),
        ("零一万物", "01.ai", "01-ai"),
        (),
        organizations=("01-ai", "zero-one-ai"),
    ),
    Vendor("ai21", same("AI21 Labs"), ("ai21", "ai21 labs"), (), makes="jamba", organizations=("ai21",)),
    Vendor("cursor", same("Cursor"), (), ("cursor",), lists="cursor", sells="composer", makes="composer"),
    Vendor("elevenlabs", same("ElevenLabs"), ("elevenlabs", "eleven labs"), (), lists="elevenlabs", makes="eleven_"),
    Vendor("typesafe", same("TypeSafe"), (), ("typesafe",), lists="typesafe", makes="jev-"),
    Vendor(
        "arcee",
        same("Arcee AI"),
        ("arcee ai",),
        ("arcee",),
        lists="arcee",
        sells="trinity",
        makes="trinity|arcee",
        organizations=("arcee-ai", "arcee"),
    ),
    Vendor(
        "nousresearch", same("Nous Research"), ("nous research", "nousresearch"), (), organizations=("nousresearch",)
    ),
)
"""Makers, whose names lead to their models whoever sells them; ids as in the curated knowledge where it has them."""


COUNTRIES: Final = {
    "mistral": "FR",
    "cohere": "CA",
    **dict.fromkeys(("openai", "anthropic", "google", "x-ai", "meta", "aws", "azure", "nvidia", "perplexity"), "US"),
}
"""Where makers of models that chat are at home, of those of which the curated knowledge does not say it."""


@lru_cache(maxsize=4096)
def maker_of(slug: str, organization: str | None) -> Vendor | None:
    """The vendor that made a model, by the organization that a list names, or else by the model's name."""
    if organization is not None:
        return next((vendor for vendor in MAKERS if organization in vendor.organizations), None)
    return next((vendor for vendor in MAKERS if re.match(vendor.makes, slug)), None)
