"""Who sells the models of others, in the order in which the price of one counts for a model that its maker does not sell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.knowledge.catalogue_vendors import MAKERS, Vendor, same

if TYPE_CHECKING:
    from genai_prices.types import Provider

SELLERS: Final[tuple[Vendor, ...]] = (
    Vendor("groq", same("Groq"), ("groq", "groqcloud"), (), lists="groq"),
    Vendor("together", same("Together AI"), ("together.ai",), ("together ai", "together"), lists="together"),
    Vendor("fireworks", same("Fireworks AI"), ("fireworks.ai",), ("fireworks ai", "fireworks"), lists="fireworks"),
    Vendor("cerebras", same("Cerebras"), ("cerebras",), (), lists="cerebras"),
    Vendor("aws", same("Amazon Bedrock"), lists="aws"),
    Vendor("cloudflare", same("Cloudflare Workers AI"), (), ("cloudflare", "workers ai"), lists="cloudflare"),
    Vendor("novita", same("Novita AI"), ("novita ai",), ("novita",), lists="novita"),
    Vendor("openrouter", same("OpenRouter"), ("openrouter", "open router"), (), lists="openrouter"),
)
"""Hosts that run a model, then the one that passes requests on."""

OTHERS: Final[tuple[Vendor, ...]] = (
    Vendor("databricks", same("Databricks"), ("databricks",), (), lists="databricks"),
    Vendor("baseten", same("Baseten"), ("baseten",), (), lists="baseten"),
    Vendor("doubleword", same("Doubleword"), ("doubleword",), (), lists="doubleword"),
    Vendor("ovhcloud", same("OVHcloud"), ("ovhcloud",), ("ovh",), lists="ovhcloud"),
    Vendor("modal", same("Modal"), ("modal labs",), (), lists="modal"),
    Vendor("avian", same("Avian"), ("avian.io",), (), lists="avian"),
    Vendor(
        "quicksilverpro", same("QuickSilver Pro"), ("quicksilver pro", "quicksilverpro"), (), lists="quicksilverpro"
    ),
    Vendor("github-copilot", same("GitHub Copilot"), ("github copilot",), ("copilot",), lists="github-copilot"),
    *(
        Vendor(
            f"huggingface-{host}",
            same(f"Hugging Face ({name})"),
            (f"huggingface {host}",),
            weak,
            lists=f"huggingface_{listed}",
        )
        for host, name, weak, listed in (
            ("nebius", "Nebius", ("nebius",), "nebius"),
            ("hyperbolic", "Hyperbolic", (), "hyperbolic"),
            ("nscale", "Nscale", ("nscale",), "nscale"),
            ("sambanova", "SambaNova", ("sambanova",), "sambanova"),
            ("publicai", "Public AI", (), "publicai"),
            ("novita", "Novita", (), "novita"),
            ("together", "Together", (), "together"),
            ("fireworks-ai", "Fireworks", (), "fireworks-ai"),
            ("groq", "Groq", (), "groq"),
            ("cerebras", "Cerebras", (), "cerebras"),
            ("ovhcloud", "OVHcloud", (), "ovhcloud"),
        )
    ),
)
"""Those whose price counts only where none of the others sells a model."""

CONVERTED: Final = frozenset({"zhipuai"})
"""Lists that are made of another currency's at a fixed rate, and so are nobody's prices."""

_BY_LIST: Final = {vendor.lists: vendor for vendor in (*SELLERS, *OTHERS, *MAKERS) if vendor.lists}


def id_of_list(provider: Provider) -> str:
    """What the ids of the models in a list begin with."""
    return provider.id.replace("_", "-")


def seller_of(provider: Provider) -> Vendor:
    """Who sells by a list; where that is not known here, by the name that the catalogue gives."""
    return _BY_LIST.get(provider.id) or Vendor(id_of_list(provider), same(provider.name), lists=provider.id)


def owner_of_list(id_: str) -> str:
    """Whose a list is, by what the ids of its models begin with: moonshotai is Moonshot's own."""
    return _OWNERS.get(id_, id_)


_OWNERS: Final = {vendor.lists.replace("_", "-"): vendor.id for vendor in MAKERS if vendor.lists}
