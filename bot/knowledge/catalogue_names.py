"""What people call the models of the wider catalogue, derived from ids and titles by rules.

A name leads to one thing. Where two claim it, the more direct claim wins: lines and vendors before models, a model's
own id and title before other ids of it, those before short forms, and those before a family with its version. A form
that fits several models leads to their line, or else to their maker, or to nothing, never to one of them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from enum import IntEnum
from typing import Final

from bot.knowledge.catalogue_models import Listing, words_of
from bot.knowledge.catalogue_products import PRODUCTS, Product, products_of
from bot.knowledge.catalogue_sellers import OTHERS, SELLERS
from bot.knowledge.catalogue_vendors import MAKERS, Vendor
from bot.knowledge.entries import Name, NameKind
from bot.text import normal_form

MAX_NAME_LENGTH: Final = 48
"""Longest name that is offered, in characters; nobody types a longer one."""


class Claim(IntEnum):
    """How directly a text names something."""

    GIVEN = 0
    OWN = 1
    OTHER = 2
    SHORT = 3
    LINE = 4


_UNNAMED: Final = frozenset(("ada", "babbage", "curie", "davinci", "computer use", "command"))
"""Models whose whole name is a word of its own: reached by their ids only."""

_DISTINCTIVE: Final = re.compile(
    r"(?:chat ?)?gpt|openai|claude|anthropic|gemini|gemma|(?:code)?llama|grok|mistral|mixtral|ministral|magistral"
    r"|codestral|devstral|pixtral|voxtral|deepseek|qwen|qwq|kimi|moonshot|glm|minimax|ernie|nemotron|hunyuan|mimo|wizardlm|phi"
    r"|amazon |cohere |text[ -]embedding|voyage[ -]"
)
_MODEL: Final = re.compile(r"o\d[ -]?(?:mini|pro|preview|deep)|\d+o[ -]?(?:mini|audio|realtime)")
_VERSIONED: Final = re.compile(r"\d\.\d|\d[ -]?b\b")
_EVERYDAY: Final = re.compile(r"seed|step|ring|ling|beam|nova|titan|command|embed|solar|mercury|particle|ember|sonar")
_JOINTS: Final = str.maketrans("", "", " ./-")
_DROPPABLE: Final = re.compile(r"^(?:preview|exp|experimental|beta|(?:non|reasoning|thinking)|\d{4}|20\d\d-\d\d-\d\d)$")
_SIZE: Final = re.compile(r"^\d[\dx.]*b$|^a\d+b$|^\d+k$")
_VERSION: Final = re.compile(r"^[kv]?\d[\d.]*$")
_TIERS: Final = frozenset(("opus", "sonnet", "haiku", "fable", "mythos", "pro", "flash"))


def names_of(listings: Sequence[Listing], ids: frozenset[str]) -> tuple[Name, ...]:
    """All names, each once; ``ids`` are those of the vendors and lines that have an entry."""
    owners = {name.text: name for name in _given() if name.id in ids}
    for claim in (Claim.OWN, Claim.OTHER):
        for listing in listings:
            for text, weak in _texts(listing, claim, owners):
                if text not in owners:
                    owners[text] = Name(text, NameKind.ENTRY, listing.id, weak)
    for claim in (Claim.SHORT, Claim.LINE):
        shared: dict[str, tuple[bool, dict[str, Listing]]] = {}
        for listing in listings:
            for text, weak in _texts(listing, claim, owners):
                if text not in owners:
                    shared.setdefault(text, (weak, {}))[1][listing.id] = listing
        for text, (weak, claimants) in shared.items():
            if owner := _common(tuple(claimants.values())):
                owners[text] = Name(text, NameKind.ENTRY, owner, weak)
    return tuple(owners.values())


def _given() -> Iterator[Name]:
    things: tuple[Product | Vendor, ...] = (*PRODUCTS, *MAKERS, *SELLERS, *OTHERS)
    for thing in things:
        for texts, weak in ((thing.names, False), (thing.weak, True)):
            for text in texts:
                yield from (Name(each, NameKind.ENTRY, thing.id, weak) for each in spellings(normal_form(text).split()))


def _common(claimants: Sequence[Listing]) -> str | None:
    """The one model, or the narrowest line of several, or their maker; where makers differ, the first one's models."""
    vendor = claimants[0].vendor
    ours = [listing for listing in claimants if listing.vendor.id == vendor.id]
    if len(ours) == 1:
        return ours[0].id
    lines = [products_of(listing.slug, vendor.id) for listing in ours]
    shared = [line for line in lines[0] if all(line in others for others in lines)]
    if shared:
        return shared[-1].id
    return vendor.id if vendor in MAKERS else None


def _texts(listing: Listing, claim: Claim, taken: Container[str]) -> Iterator[tuple[str, bool]]:
    """The texts of one sort that name a model and are not taken, and whether each is weak."""
    for words in _wordings(listing, claim):
        plain = " ".join(words)
        if plain and plain not in taken and _is_typed(plain) and (len(words) > 1 or _stands_alone(listing, plain)):
            weak = is_weak(plain)
            yield from ((text, weak or len(text) <= 3) for text in (*spellings(words), *_compound(words)))
    for text in _ids(listing) if claim is Claim.OWN else listing.aliases if claim is Claim.OTHER else ():
        if text not in taken and _is_typed(text) and _stands_alone(listing, text):
            yield text, is_weak(text)


def _ids(listing: Listing) -> tuple[str, ...]:
    return listing.slug, listing.id, listing.model.id.lower().removesuffix("-latest")


def _is_typed(text: str) -> bool:
    return (
        len(text) <= MAX_NAME_LENGTH
        and text not in _UNNAMED
        and "latest" not in text
        and text[0] != "@"
        and ":" not in text
    )


def _stands_alone(listing: Listing, text: str) -> bool:
    """Whether a text can name a model at all: a bare word of the language only where its maker sells it."""
    return listing.own or not text.isalpha() or _DISTINCTIVE.match(text) is not None


def _wordings(listing: Listing, claim: Claim) -> Iterator[Sequence[str]]:
    title = words_of(listing.title)
    if claim is Claim.OWN:
        yield listing.words
        yield title
    elif claim is Claim.OTHER:
        for words in (listing.words, title):
            yield from _reordered(words)
        for name in listing.aliases:
            if _is_typed(name) and "-20" not in name:
                yield words_of(name)
    elif claim is Claim.SHORT:
        yield from _shortened(listing.words)
        yield from _shortened(title)
    else:
        for words in (listing.words, title):
            yield from (
                order[:2] for order in (words, *_reordered(words)) if len(order) > 2 and _VERSION.match(order[1])
            )


def _reordered(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Version and tier the other way round: Claude 3.5 Sonnet, Claude Sonnet 3.5."""
    if len(words) < 3 or words[0] not in ("claude", "gemini"):
        return
    family, first, second, *rest = words
    if (first in _TIERS and _VERSION.match(second)) or (second in _TIERS and _VERSION.match(first)):
        yield (family, second, first, *rest)


def _shortened(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Forms that leave something out: the family, a preview's date, the size."""
    for order in (words, *_reordered(words)):
        kept = [word for word in order if not _DROPPABLE.match(word)]
        if len(kept) > 1 and len(kept) < len(order):
            yield kept
        if len(order) > 2 and order[0] == "claude":
            yield order[1:]
    if len(words) > 1 and words[0] == "gpt" and re.match(r"\d+o$", words[1]):
        yield words[1:]
    unsized = [word for word in words if not _DROPPABLE.match(word) and not _SIZE.match(word)]
    if len(unsized) > 1 and len(unsized) < len(words):
        yield unsized


def spellings(words: Sequence[str]) -> Iterator[str]:
    """The words set apart by spaces or hyphens or not at all; the first two together, the others apart."""
    yield " ".join(words)
    if len(words) > 1:
        yield "-".join(words)
        if len(words) <= 3:
            yield "".join(words)
    if len(words) > 2:
        for first in (words[0] + words[1], f"{words[0]}-{words[1]}"):
            yield " ".join((first, *words[2:]))
        yield "-".join((words[0] + words[1], *words[2:]))


def _compound(words: Sequence[str]) -> Iterator[str]:
    """The last two words joined, where both are words: Gemini 2.5 Flash-Lite."""
    if len(words) > 2 and words[-1].isalpha() and words[-2].isalpha():
        yield from spellings((*words[:-2], f"{words[-2]}-{words[-1]}"))


def is_weak(text: str) -> bool:
    """Whether a name is an everyday word, a number or too short to show by itself that a model is meant."""
    if "/" in text:
        return False
    bare = text.translate(_JOINTS)
    if len(bare) <= 3 or bare.isdigit():
        return True
    if _MODEL.match(text):
        return False
    distinctive = _DISTINCTIVE.match(text)
    if distinctive:
        return distinctive.end() == len(text)
    return _VERSIONED.search(text) is None or _EVERYDAY.match(text) is not None
