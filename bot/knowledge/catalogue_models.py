"""Which models the wider catalogue holds, and whose price counts for each.

The same model stands in many sellers' lists, under many spellings. A model that its maker sells is the maker's, whoever
else sells it; of any other, the first seller in the order of preference counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.knowledge.catalogue_ids import names
from bot.knowledge.catalogue_prices import is_priced
from bot.knowledge.catalogue_sellers import OTHERS, SELLERS, id_of_list
from bot.knowledge.catalogue_vendors import MAKERS, Vendor, maker_of

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, Provider

Key = tuple[str, ...]
"""The words of a model's name without order and without what does not tell models apart."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A model in a seller's list. ``words`` are those of its everyday name, ``title`` the name as it is written,
    ``aliases`` other ids and names that mean this very model."""

    id: str
    slug: str
    words: tuple[str, ...]
    title: str
    aliases: tuple[str, ...]
    seller: str
    vendor: Vendor
    own: bool
    """Whether the seller is the maker."""
    model: ModelInfo


_RENAMED: Final = {("google", "gemini-pro"): "gemini-1.0-pro"}
"""Ids that now read as the name of a whole line."""

_ALSO: Final = {
    "deepseek/deepseek-chat": ("deepseek-v3",),
    "deepseek/deepseek-reasoner": ("r1",),
    "moonshotai/kimi-k2-0711-preview": ("kimi-k2",),
}
"""Everyday names of models that neither the id nor the title holds."""

_FOREIGN: Final = ("Imported from OpenRouter", "Seen on OpenRouter")
"""How the catalogue says that a price in a maker's list is another seller's, until it is verified."""

_NOISE: Final = frozenset(("instruct", "it", "hf", "fp8", "fp4", "awq", "int8", "bf16", "nvfp4")) | frozenset(
    ("versatile", "instant", "maas", "basic", "latest", "reference")
)
_LLAMA_NOISE: Final = frozenset(("17b", "16e", "128e", "turbo", "lite", "chat", "meta"))
_DATE: Final = re.compile(r"-20\d\d-?[01]\d-?[0-3]\d(?!\d)")
_WORD: Final = re.compile(r"20\d\d-[01]\d-[0-3]\d(?!\d)|[^-]+")
_AWS_REGION: Final = re.compile(r"^(?:global|regional)\.")
_AWS_VERSION: Final = re.compile(r"(?:-v?[01])?:\d+$")
_SPLIT_VERSION: Final = re.compile(r"(?<=[a-z-]\d)-(\d)(?=$|-)")
_GLUED_VERSION: Final = re.compile(r"^(llama|codellama|qwen|gemma|glm|phi)(?=\d)")
_DECIMAL_P: Final = re.compile(r"(?<=\d)p(?=\d)")
_LAST_RELEASE: Final = re.compile(r"-\d{3,4}$")
_RELEASE: Final = re.compile(r"^\d{4}$")
_CONDITIONS: Final = re.compile(r"(?:[ -](?:Versatile|Instant|Instruct|IT|\d+[kK]))+$")
_ODD: Final = re.compile(r"[^a-z0-9.]+")


def select(providers: Sequence[Provider]) -> tuple[Listing, ...]:
    """One listing for every model with a price: the makers' own first, then what only others sell."""
    lists = {provider.id: provider for provider in providers}
    chosen: dict[str, Listing] = {}
    taken: set[Key] = set()
    for listing in _own(lists):
        if listing.id not in chosen and key_of(listing.words) not in taken:
            chosen[listing.id] = listing
            taken.add(key_of(listing.words))
    for listing in tuple(chosen.values()):
        taken.update(key_of(words_of(name)) for name in (*listing.aliases, listing.title))
        taken.add(key_of(word for word in words_of(listing.title) if not _RELEASE.match(word)))
    resold: dict[Key, Listing] = {}
    for listing in _resold(lists, SELLERS):
        key = key_of(listing.words)
        if taken.isdisjoint((key, key_of(words_of(listing.title)))) and (
            key not in resold or _better(listing, resold[key])
        ):
            resold[key] = listing
    for listing in resold.values():
        chosen.setdefault(listing.id, listing)
    known = Known(chosen.values())
    for listing in _resold(lists, OTHERS):
        if known.same(listing.slug, listing.title) is None:
            chosen.setdefault(listing.id, listing)
            known.add(listing)
    return tuple(_with_releases(chosen.values(), lists))


def _with_releases(listings: Iterable[Listing], lists: dict[str, Provider]) -> Iterator[Listing]:
    """The listings with what sellers call the releases of makers' own models: magistral-small-2509."""
    releases: dict[int, dict[str, None]] = {}
    slugs = {
        (maker_of(slug, organization), slug)
        for seller in (*SELLERS, *OTHERS)
        if (provider := lists.get(seller.lists or "")) is not None
        for organization, slug in (slug_of(seller.id, model.id) for model in priced(provider.models))
        if ":" not in slug
    }
    for maker, slug in sorted(slugs, key=lambda pair: pair[1]):
        if (own := _released(maker, lists, slug)) is not None:
            releases.setdefault(id(own), {})[slug] = None
    for listing in listings:
        more = releases.get(id(listing.model), {})
        yield replace(listing, aliases=tuple(dict.fromkeys((*listing.aliases, *more)))) if more else listing


class Known:
    """Finds the listing of a model by what another list calls it."""

    def __init__(self, listings: Iterable[Listing]) -> None:
        self._by_key: dict[Key, Listing] = {}
        self._by_short_key: dict[Key, Listing | None] = {}
        for listing in listings:
            self.add(listing)

    def add(self, listing: Listing) -> None:
        for name in (listing.slug, listing.title, *listing.aliases):
            self._by_key.setdefault(key_of(words_of(name)), listing)
        short = key_of(word for word in listing.words if not _SIZE.match(word))
        if short not in self._by_key:
            other = self._by_short_key.setdefault(short, listing)
            self._by_short_key[short] = listing if other is listing else None

    def same(self, slug: str, title: str) -> Listing | None:
        """The listing of the model; a date or release that another list adds does not make it another."""
        plain = _DATE.sub("", slug)
        for name in (slug, plain, _LAST_RELEASE.sub("", plain), title):
            found = self._by_key.get(key_of(words_of(name)))
            if found is not None and words_of(name):
                return found
        return self._by_short_key.get(key_of(words_of(plain)))


def _own(lists: dict[str, Provider]) -> Iterator[Listing]:
    for vendor in MAKERS:
        provider = lists.get(vendor.lists or "")
        for model in priced(provider.models if provider else ()):
            slug = slug_of(vendor.id, model.id)[1]
            if provider and ":" not in slug and is_own(vendor, model):
                yield _listing(vendor, provider, model, slug, own=True)


def _resold(lists: dict[str, Provider], sellers: Iterable[Vendor]) -> Iterator[Listing]:
    for seller in sellers:
        provider = lists.get(seller.lists or "")
        for model in priced(provider.models if provider else ()):
            organization, slug = slug_of(seller.id, model.id)
            maker = maker_of(slug, organization)
            if ":" in slug or _closed(maker, slug) or _released(maker, lists, slug):
                continue
            if provider and (organization or maker):
                yield _listing(maker or seller, provider, model, _DATE.sub("", slug), own=False)


def is_own(vendor: Vendor, model: ModelInfo) -> bool:
    """Whether a model in a maker's list is one of its own, at its own price."""
    return re.match(vendor.sells, model.id) is not None and not is_borrowed(vendor, model)


def is_borrowed(vendor: Vendor, model: ModelInfo) -> bool:
    """Whether a price in a vendor's list is not the vendor's."""
    return re.match(vendor.borrowed, model.id) is not None or _is_foreign(model)


def _is_foreign(model: ModelInfo) -> bool:
    comment = model.price_comments or ""
    return comment.startswith(_FOREIGN) and "Verified against" not in comment


def _released(maker: Vendor | None, lists: dict[str, Provider], slug: str) -> ModelInfo | None:
    """The model in a maker's own list of which it takes what a seller calls one of its models for a release."""
    own = lists.get(maker.lists or "") if maker is not None else None
    model = own.find_model(slug) if own is not None else None
    if maker is None or model is None or not is_own(maker, model) or not names(model, slug):
        return None
    return next(priced((model,)), None)


def _closed(maker: Vendor | None, slug: str) -> bool:
    return maker is not None and re.match(maker.closed, slug) is not None


def _better(left: Listing, right: Listing) -> bool:
    """Whether a later seller's listing counts more: only where the earlier one is on its way out."""
    return bool(right.model.deprecated) and not left.model.deprecated


def priced(models: Iterable[ModelInfo]) -> Iterator[ModelInfo]:
    """Those that have a price that can be told."""
    return filter(is_priced, models)


def _listing(vendor: Vendor, provider: Provider, model: ModelInfo, slug: str, *, own: bool) -> Listing:
    clean = _ODD.sub("-", _RENAMED.get((provider.id, slug), slug).replace("+", "-plus")).strip("-.")
    words = words_of(clean)
    title = title_of(model.name, words)
    identity = f"{id_of_list(provider)}/{clean}"
    return Listing(
        id=identity,
        slug=clean,
        words=words,
        title=title if own else _CONDITIONS.sub("", title),
        aliases=(*_equals(model), *_ALSO.get(identity, ())),
        seller=provider.name,
        vendor=vendor,
        own=own,
        model=model,
    )


def slug_of(seller: str, model_id: str) -> tuple[str | None, str]:
    """The organization that a list names, if it does, and the model's own name; a colon left marks a variant."""
    text = model_id.lower().removeprefix("@cf/")
    if text.startswith("~"):  # a moving pointer to the newest model
        return None, ":"
    if seller == "aws":
        organization, _, slug = _AWS_VERSION.sub("", _AWS_REGION.sub("", text)).partition(".")
        return organization, slug if not slug.startswith("r1") else f"{organization}-{slug}"
    organization, slash, slug = text.rpartition("/")
    slug = slug.removeprefix("meta-")
    return (organization or None) if slash else None, _DECIMAL_P.sub(".", slug) if seller == "fireworks" else slug


@lru_cache(maxsize=8192)
def words_of(slug: str) -> tuple[str, ...]:
    """The words of a model's everyday name: versions with a dot, a date and what is said of every model left out."""
    text = _ODD.sub("-", slug.lower().partition(" (")[0])
    text = _SPLIT_VERSION.sub(r".\1", _GLUED_VERSION.sub(r"\1-", text))
    words = [word for word in _WORD.findall(text) if word not in _NOISE]
    if "llama" in words and "deepseek" not in words:
        words = [re.sub(r"^v(?=\d)", "", word) for word in words if word not in _LLAMA_NOISE]
    elif words and words[0] == "claude":
        words = [word.removesuffix(".0") for word in words]
    elif words[:1] == ["nvidia"]:
        words = words[1:]
    return tuple(words)


def key_of(words: Iterable[str]) -> Key:
    """What is the same for models that are the same."""
    return tuple(sorted(words))


def _equals(model: ModelInfo) -> tuple[str, ...]:
    """The ids that the catalogue takes for this very model, lower case, without patterns."""
    clauses = getattr(model.match, "or_", (model.match,))
    names = (getattr(clause, "equals", "") for clause in clauses)
    return tuple(name.lower() for name in names if name and "/" not in name and ":" not in name)


_BRANDS: Final = {
    "gpt": "GPT", "chatgpt": "ChatGPT", "oss": "OSS", "glm": "GLM", "tts": "TTS", "ocr": "OCR", "deepseek": "DeepSeek",
}  # fmt: skip
_SIZE: Final = re.compile(r"^(?:\d[\dx.]*b|a\d+b|\d+k)$")


def title_of(name: str | None, words: Sequence[str]) -> str:
    """The name of a model as it is written."""
    if words and re.match(r"o\d$", words[0]):
        return "-".join(words)
    if len(words) > 1 and words[0] in ("gpt", "chatgpt"):
        joint = "-" if words[1][0].isdigit() or words[1] == "oss" else " "
        tail = [word if word in ("mini", "nano") else _capital(word) for word in words[2:]]
        return " ".join([f"{_BRANDS[words[0]]}{joint}{_capital(words[1])}", *tail])
    if name and name != name.lower():
        return name.replace(" (free)", "").replace(" (global)", "").replace("Deepseek", "DeepSeek")
    return " ".join(_capital(word) for word in words)


def _capital(word: str) -> str:
    if _SIZE.match(word):
        return word.upper()
    return _BRANDS.get(word) or (word if word[:1].isdigit() else word.capitalize())
