"""Lines of models that people name without saying which model: Claude, Gemini Flash, Llama."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.knowledge.catalogue_vendors import same
from bot.knowledge.entries import Wording


@dataclass(frozen=True, slots=True)
class Product:
    """A line of models: ``models`` matches their slugs. The narrowest line that matches is a model's parent."""

    id: str
    vendor: str
    name: Wording
    models: str
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    parent: str | None = None


PRODUCTS: Final[tuple[Product, ...]] = (
    Product("openai/gpt", "openai", same("GPT"), "(chat)?gpt-", ("gpt", "chatgpt", "chat gpt", "gpt chat")),
    Product("anthropic/claude", "anthropic", same("Claude"), "claude", ("claude ai",), ("claude", "克劳德")),
    Product(
        "anthropic/claude-opus",
        "anthropic",
        same("Claude Opus"),
        "claude-(.*-)?opus",
        ("claude opus",),
        ("opus",),
        "anthropic/claude",
    ),
    Product(
        "anthropic/claude-sonnet",
        "anthropic",
        same("Claude Sonnet"),
        "claude-(.*-)?sonnet",
        ("claude sonnet",),
        ("sonnet",),
        "anthropic/claude",
    ),
    Product(
        "anthropic/claude-haiku",
        "anthropic",
        same("Claude Haiku"),
        "claude-(.*-)?haiku",
        ("claude haiku",),
        ("haiku",),
        "anthropic/claude",
    ),
    Product("google/gemini", "google", same("Gemini"), "gemini-", ("google gemini",), ("gemini",)),
    Product(
        "google/gemini-pro",
        "google",
        same("Gemini Pro"),
        r"gemini-(\d[\d.]*-pro|pro-\d)",
        ("gemini pro",),
        (),
        "google/gemini",
    ),
    Product(
        "google/gemini-flash",
        "google",
        same("Gemini Flash"),
        r"gemini-(\d[\d.]*-flash|flash-\d)",
        ("gemini flash",),
        ("flash",),
        "google/gemini",
    ),
    Product(
        "google/gemini-flash-lite",
        "google",
        same("Gemini Flash-Lite"),
        r"gemini-\d[\d.]*-flash-lite",
        ("gemini flash lite", "gemini flash-lite"),
        ("flash lite", "flash-lite"),
        "google/gemini-flash",
    ),
    Product("google/gemma", "google", same("Gemma"), "gemma", (), ("gemma",)),
    Product("x-ai/grok", "x-ai", same("Grok"), "grok", (), ("grok",)),
    Product("meta/llama", "meta", same("Llama"), "llama", ("meta llama",), ("llama", "羊驼")),
    Product("mistral/large", "mistral", same("Mistral Large"), "mistral-large", ("mistral large", "mistral-large")),
    Product(
        "mistral/medium", "mistral", same("Mistral Medium"), "mistral-medium", ("mistral medium", "mistral-medium")
    ),
    Product("mistral/small", "mistral", same("Mistral Small"), "mistral-small", ("mistral small", "mistral-small")),
    Product("mistral/mixtral", "mistral", same("Mixtral"), "mixtral", ("mixtral",)),
    Product("moonshot/kimi", "moonshot", same("Kimi"), "kimi", ("月之暗面 kimi",), ("kimi",)),
    Product(
        "alibaba/qwen",
        "alibaba",
        Wording(zh="通义千问 Qwen", en="Qwen"),
        "qwen",
        (
            "qwen",
            "通义千问",
        ),
        ("通义", "千问"),
    ),
    Product("aws/nova", "aws", same("Amazon Nova"), "nova-", ("amazon nova", "aws nova"), ("nova",)),
    Product("aws/titan", "aws", same("Amazon Titan"), "titan-", ("amazon titan",), ("titan",)),
    Product("azure/phi", "azure", same("Phi"), "phi-", ("microsoft phi",), ("phi",)),
    Product("cohere/command-family", "cohere", same("Command"), "command", ("cohere command",), ("command",)),
    Product("nvidia/nemotron", "nvidia", same("Nemotron"), ".*nemotron", ("nemotron",)),
)
"""Lines of models, the wider ones first. The name of a line alone never stands for one of its models."""


def products_of(slug: str, vendor: str) -> tuple[Product, ...]:
    """The lines that a model belongs to, the widest first."""
    return tuple(line for line in PRODUCTS if line.vendor == vendor and re.match(line.models, slug))
