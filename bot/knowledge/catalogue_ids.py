"""Ids as vendors and sellers document them, and the models that the package takes them for.

The package matches generously: what begins like a model's id is that model, newer versions too. Here an id leads to a
model only where nothing is left of it but what does not tell models apart: a date, a release number, -latest.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.knowledge.catalogue_vendors import MAKERS

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, Provider

Place = tuple[str, str]
"""A list in the catalogue, and the id of a model there."""


class Found(NamedTuple):
    """The model that an id means. ``of_seller``: it is written as only the seller of that list writes it."""

    place: Place
    model: ModelInfo
    of_seller: bool


LONGEST: Final = 100
"""Longest text that is looked at as an id, in characters."""
_ID: Final = re.compile(r"[~@]?[a-z][a-z\d]*(?:[-._/:@+][a-z\d][a-z\d.]*)+")
_RELEASE: Final = re.compile(
    r"(?:[-@](?:20\d{6}|20\d\d-\d\d(?:-\d\d)?|\d\d-\d\d|\d\d-20\d\d|\d{3,4}|default|latest|preview|exp|experimental|beta"
    r"|maas|hf|fp8|awq|instruct|it|v[012](?:\.\d)?)|:\d+)*$"
)
_BEGUN_DATE: Final = re.compile(r"(?:-|-20\d\d|-0)$")
_REST_OF_DATE: Final = re.compile(r"\d{2,4}(?:-\d\d(?:-\d\d|-20\d\d)?)?(?=[-:@]|$)")
_REGION: Final = re.compile(r"(?:global|regional|us|us-gov|eu|apac|jp|au|ca|in|sa|me|uk)\.")
_ORGANIZATION: Final = re.compile(r"(?:[a-z\d][a-z\d-]*[./])*")
_AWS: Final = re.compile(
    rf"(?:{_REGION.pattern})?(?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|openai|qwen|google|nvidia|minimax|moonshotai"
    r"|moonshot|zai|writer|stability|twelvelabs|luma)\."
)
_AWS_VERSION: Final = re.compile(r"(?:-v\d+)?(?::\d+)*$")
_BEGINNINGS: Final = {
    "aws": _AWS,
    "cloudflare": re.compile("@cf/"),
    "databricks": re.compile(r"databricks-|system\.ai\."),
    "fireworks": re.compile("accounts/fireworks/"),
}
"""How ids begin that one seller alone writes so."""
VARIANTS: Final = (":free", ":batch", ":thinking", ":extended", ":nitro", ":floor")
"""What OpenRouter adds to the id of a model that it sells in more than one way."""
_ORGANIZATIONS: Final = frozenset(name for vendor in MAKERS for name in (vendor.id, *vendor.organizations))
_PATH: Final = re.compile(r"publishers/[a-z\d-]+/models/|models/|@cf/")
_SAID_AS: Final = {
    "bedrock": "aws", "amazon-bedrock": "aws", "vertex_ai": "google", "vertex-ai": "google", "vertex": "google",
    "gemini": "google", "together_ai": "together", "fireworks_ai": "fireworks", "xai": "x-ai", "moonshot": "moonshotai",
    "azure_ai": "azure", "cohere_chat": "cohere", "github_copilot": "github-copilot",
}  # fmt: skip
"""How libraries that speak to many sellers call them in front of an id."""


def is_id(text: str) -> bool:
    """Whether a text in normal form is written as an id is: words of letters and digits, joined without blanks."""
    return len(text) <= LONGEST and _ID.fullmatch(text) is not None


def without_release(text: str) -> str:
    """An id without the date, release or -latest at its end."""
    return _RELEASE.sub("", text, count=1)


class Ids:
    """Finds models by their ids.

    ``sold`` are the sellers' lists in which a model is looked for after its maker's, ``places`` those whose price counts.
    """

    def __init__(self, lists: Sequence[Provider], sold: Sequence[str], places: Container[Place]) -> None:
        self._places = places
        self._lists = {provider.id: provider for provider in lists}
        makers = [vendor.lists for vendor in MAKERS if vendor.lists]
        self._order = tuple(dict.fromkeys((*makers, *sold, *self._lists)))

    def find(self, text: str) -> Found | None:
        """The model that an id in normal form means, in the list of the seller that it names, or else its maker's."""
        if not is_id(text):
            return None
        for seller, id_, of_seller in self._readings(text):
            provider = self._lists.get(seller)
            model = provider.find_model(id_) if provider is not None else None
            if model is not None and (seller, model.id) in self._places and names(model, id_):
                return Found((seller, model.id), model, of_seller)
        return None

    def _readings(self, text: str) -> Iterator[tuple[str, str, bool]]:
        """The lists in which an id may stand, with what it is called there, the most telling first, and whether it names
        that list."""
        for seller, id_ in _of_sellers(text, self._lists):
            yield seller, id_, True
        text = _AWS_VERSION.sub("", _AWS.sub("", text)) if _AWS.match(text) else _PATH.sub("", text)
        prefix, slash, rest = text.partition("/")
        if slash and _SAID_AS.get(prefix, prefix) in self._lists:
            text = rest
        organization, slash, rest = text.rpartition("/")
        plain = rest if not slash or organization in _ORGANIZATIONS else None
        for id_ in dict.fromkeys(filter(None, (text, plain))):
            for seller in self._order:
                yield seller, id_, False


def _of_sellers(text: str, lists: Container[str]) -> Iterator[tuple[str, str]]:
    """The sellers that an id names by the way it is written."""
    if text.startswith("~") or text.endswith(VARIANTS):
        yield "openrouter", text
    for seller, beginning in _BEGINNINGS.items():
        if beginning.match(text):
            yield seller, text
    prefix, slash, rest = text.partition("/")
    seller = _SAID_AS.get(prefix, prefix)
    if slash and seller in lists and seller not in _ORGANIZATIONS:
        yield seller, rest


def names(model: ModelInfo, text: str) -> bool:
    """Whether a text that the package takes for a model differs from what it goes by there in a release alone."""
    text = text.lower()
    return any(_is_release_of(text, *literal) for literal in (("equals", model.id.lower()), *_literals(model.match)))


def _literals(clause: object) -> Iterator[tuple[str, str]]:
    for kind in ("equals", "starts_with", "ends_with", "contains", "regex"):
        if isinstance(literal := getattr(clause, kind, None), str):
            yield kind, literal if kind == "regex" else literal.lower()
    nested: Iterable[object] = getattr(clause, "or_", None) or getattr(clause, "and_", None) or ()
    for each in nested:
        yield from _literals(each)


def _is_release_of(text: str, kind: str, literal: str) -> bool:
    if kind == "regex":
        return literal.startswith("^") and "(?!" not in literal and re.search(literal, text) is not None
    start = text.find(literal)
    if start < 0 or not _ORGANIZATION.fullmatch(text, 0, start) or (kind in ("equals", "starts_with") and start):
        return False
    rest = text[start + len(literal) :]
    if _BEGUN_DATE.search(literal) and (begun := _REST_OF_DATE.match(rest)):
        rest = rest[begun.end() :]
    return _RELEASE.match(rest) is not None
