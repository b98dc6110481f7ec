"""What each kind of entry is made of: the flags of the command and the questions at a terminal.

A field belongs to a key of a shape of the knowledge files, whose text explains it and whose validators try its value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import BaseModel, ValidationError

from bot.knowledge.complaints import complaints
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.schema import (
    SIDE_NAMES,
    ArticleFile,
    FactShape,
    FreeQuotaShape,
    ModelShape,
    NameWording,
    PlanPriceShape,
    PlanShape,
    PriceShape,
    RateShape,
    SourceShape,
    VendorFile,
    WindowShape,
    Wording,
)
from bot.knowledge.yaml_text import Document, Value, read_yaml
from bot.maintain.schema import explained
from bot.text import Language, to_traditional


@dataclass(frozen=True, slots=True)
class Field:
    """One value that makes an entry."""

    flag: str
    shape: type[BaseModel]
    key: str
    text: bool = False
    """Taken as a text, whatever it looks like."""
    many: bool = False
    """May be given several times."""
    switch: bool = False
    """Given or not, without a value."""
    names: bool = False
    """An id or a name of what is there already."""
    note: tuple[str, str] | None = None
    """What it is, in Chinese and English, where that is another thing than the key of the shape."""

    @property
    def name(self) -> str:
        """Its name among the options."""
        return self.flag.replace("-", "_")

    def explained(self, language: Language) -> str:
        """What to give, as the schema of the files has it."""
        in_chinese, in_english = self.note or explained(self.shape, self.key)
        if language is Language.EN:
            return in_english
        return to_traditional(in_chinese) if language is Language.ZH_HANT else in_chinese

    def read(self, given: str) -> Value:
        """The value of a text as a file would hold it; braces of a mapping may be left out.

        Raises:
            KnowledgeError: it is none for this key.
        """
        given = given.encode("utf-8", "replace").decode("utf-8")
        value = given if self.text or self.names else self._parsed(given)
        if not self.names:
            self._try((value,) if self.many else value)
        return value

    def _parsed(self, given: str) -> Value:
        if ": " in given and not given.startswith(("{", "[")):
            given = f"{{{given}}}"
        try:
            document = read_yaml(self.flag, f"{self.key}: {given}\n".encode())
        except KnowledgeError:
            return given
        if document.problems:
            raise KnowledgeError(document.problems)
        value = document.value.get(self.key) if isinstance(document.value, dict) else None
        return given if value is None else value

    def _try(self, value: Value) -> None:
        document = Document(self.flag, {self.key: value}, {(self.key,): (1, 1)})
        try:
            self.shape.model_validate(document.value)
        except ValidationError as error:
            if problems := [one for one in complaints(self.shape, document, error) if self._is_meant(one)]:
                raise KnowledgeError(problems) from None

    def _is_meant(self, problem: Problem) -> bool:
        return problem.path == self.key or problem.path.startswith((f"{self.key}.", f"{self.key}["))


NAME: Final = Field("name", NameWording, "zh", text=True)
NAME_EN: Final = Field("name-en", NameWording, "en", text=True)
VENDOR: Final = Field(
    "vendor", VendorFile, "id", names=True, note=("厂商：id 或名字。", "The vendor: its id or a name.")
)
ALIAS: Final = Field("alias", ModelShape, "aliases", text=True, many=True)
NOTES: Final = (
    Field("note", Wording, "zh", text=True, note=("回答可以附带的一句说明（中文）。", "A remark that answers may add, in Chinese.")),
    Field("note-en", Wording, "en", text=True, note=("同一句说明的英文。", "The remark in English.")),
)  # fmt: skip

SOURCE: Final = (
    Field(
        "source", PriceShape, "source", text=True,
        note=(
            "来源的 id：已有的，或新来源的 id（另写 --publisher 和 --title）。",
            "Id of the source: one that is there, or that of a new one, with --publisher and --title.",
        ),
    ),
    Field("publisher", Wording, "zh", text=True, note=("新来源：发布者（中文）。", "Of a new source: who published it, in Chinese.")),
    Field("publisher-en", Wording, "en", text=True, note=("新来源：发布者（英文）。", "Of a new source: who published it, in English.")),
    Field("title", SourceShape, "title", text=True),
    Field("published", SourceShape, "date"),
    Field("url", SourceShape, "url", text=True),
)  # fmt: skip

ALSO: Final = Field(
    "also", PriceShape, "source", text=True, many=True,
    note=("再列一个来源的 id；可以写几次。", "Id of one more source; may be given several times."),
)  # fmt: skip

REMARK: Final = Field(
    "remark", SourceShape, "title", text=True,
    note=("写在这一行上面的注释，给以后维护的人看。", "A comment above the line, for whoever maintains it later."),
)  # fmt: skip

_OF_PRICES: Final = (
    "from",
    "basis",
    "until",
    "until_basis",
    "amount",
    "per",
    "currency",
    "unit",
    "buys",
    "for",
    "side",
)
_CONDITIONS: Final = ("mode", "cache_life", "window", "input_tokens", "output_tokens", "region")
_OF_SIDES: Final = tuple(Field(side.replace("_", "-"), PriceShape, side) for side in SIDE_NAMES)

PRICE: Final = (
    *_OF_SIDES,
    *(Field(key.replace("_", "-"), PriceShape, key) for key in _OF_PRICES),
    Field("free", PriceShape, "free", switch=True),
    *(Field(key.replace("_", "-"), PriceShape, key) for key in _CONDITIONS),
    Field("promotion", PriceShape, "promotion", switch=True),
    Field("list", PriceShape, "list"),
    *(Field(key, PriceShape, key) for key in ("checked", "confidence", "fact")),
    *SOURCE,
    ALSO,
    REMARK,
)

SELLER: Final = Field(
    "seller", VendorFile, "id", names=True,
    note=("转售平台：id 或名字，价格是它的。", "The reseller whose price it is: its id or a name."),
)  # fmt: skip
MODEL: Final = Field("model", ModelShape, "id", names=True, note=("模型：id 或名字。", "The model: its id or a name."))

FACT: Final = (
    Field("id", FactShape, "id", text=True),
    Field("subject", FactShape, "subjects", names=True, many=True),
    Field("zh", Wording, "zh", text=True, note=("事实，中文，用自己的完整句子。", "The fact in Chinese, in complete sentences of our own.")),
    Field("en", Wording, "en", text=True, note=("事实，英文，用自己的完整句子。", "The fact in English, in complete sentences of our own.")),
    Field("ask", FactShape, "asks", text=True, many=True),
    Field("figure", FactShape, "figures", many=True),
    Field("change", FactShape, "change"),
    Field("claim", FactShape, "claim", switch=True),
    Field("speaker", Wording, "zh", text=True, note=("引述的话是谁说的（中文）。", "Who said it, in Chinese.")),
    Field("speaker-en", Wording, "en", text=True, note=("引述的话是谁说的（英文）。", "Who said it, in English.")),
    Field("caveat", Wording, "zh", text=True, note=("对不上或必须知道的事（中文）。", "What does not add up, in Chinese.")),
    Field("caveat-en", Wording, "en", text=True, note=("对不上或必须知道的事（英文）。", "What does not add up, in English.")),
    Field("related", FactShape, "related", text=True, many=True),
    Field("day", FactShape, "day"),
    Field("confidence", FactShape, "confidence"),
    Field("keyword", FactShape, "keywords", many=True),
)  # fmt: skip

FIELDS: Final[Mapping[str, tuple[Field, ...]]] = {
    "vendor": (
        NAME, NAME_EN, Field("id", VendorFile, "id", text=True), ALIAS,
        Field("weak-alias", ModelShape, "weak_aliases", text=True, many=True),
        Field("country", VendorFile, "country"), Field("zone", VendorFile, "zone", text=True),
        Field("reseller", VendorFile, "reseller", switch=True), *NOTES,
    ),
    "model": (
        VENDOR, NAME, NAME_EN, Field("id", ModelShape, "id", text=True), ALIAS,
        Field("weak-alias", ModelShape, "weak_aliases", text=True, many=True),
        Field("product", ModelShape, "product", names=True), Field("kind", ModelShape, "kind"),
        Field("reads", ModelShape, "inputs", many=True), Field("open-weights", ModelShape, "open_weights", switch=True),
        Field("of", ModelShape, "of", names=True), Field("released", ModelShape, "released"), *NOTES,
        Field(
            "supersedes", ModelShape, "id", names=True,
            note=("被它取代的旧模型：id 或名字。", "The older model whose place it takes: its id or a name."),
        ),
        Field(
            "flagship", VendorFile, "today", switch=True,
            note=("放到厂商和产品线 today 的最前面。", "Put it first under today of its vendor and its line."),
        ),
        *PRICE,
    ),
    "price": (MODEL, SELLER, *PRICE),
    "end": (
        MODEL, Field("retired", ModelShape, "retired"),
        Field(
            "successor", ModelShape, "successors", names=True, many=True,
            note=("接替它的模型：id 或名字，最接近的在前；可以写几次。", "A model that came after it, the nearest first: its id or a name."),
        ),
        Field("confidence", ModelShape, "confidence"), *SOURCE, ALSO, REMARK,
    ),
    "plan": (
        VENDOR, NAME, NAME_EN, Field("id", PlanShape, "id", text=True), ALIAS,
        Field("currency", PlanShape, "currency"), Field("period", PlanShape, "period"),
        Field("includes", Wording, "zh", text=True, note=("套餐里有什么（中文）。", "What it includes, in Chinese.")),
        Field("includes-en", Wording, "en", text=True, note=("套餐里有什么（英文）。", "What it includes, in English.")),
        Field("tier", NameWording, "zh", text=True, note=("档位的名字；有几档时才写。", "The tier, where the plan has several.")),
        Field("tier-en", NameWording, "en", text=True, note=("档位的英文名字。", "The tier in English.")),
        *(Field(key, PlanPriceShape, key) for key in ("amount", "from", "until", "checked", "confidence")), *SOURCE, REMARK,
    ),
    "window": (
        VENDOR, Field("id", WindowShape, "id"), Field("hours", WindowShape, "hours", many=True),
        Field("day", WindowShape, "days", many=True), Field("other-than", WindowShape, "other_than"),
        Field("holidays", WindowShape, "holidays"), Field("from", WindowShape, "from"), REMARK,
    ),
    "quota": (
        VENDOR, Field("tokens", FreeQuotaShape, "tokens"),
        Field("for", Wording, "zh", text=True, note=("送给谁（中文），例如：新账号。", "Who has them, in Chinese.")),
        Field("for-en", Wording, "en", text=True, note=("送给谁（英文）。", "Who has them, in English.")),
        Field("per-model", FreeQuotaShape, "per_model", switch=True), Field("model", FreeQuotaShape, "models", names=True, many=True),
        *(Field(key, FreeQuotaShape, key) for key in ("from", "until", "confidence")), *SOURCE, REMARK,
    ),
    "rate": (
        VENDOR, *(Field(key, RateShape, key) for key in ("tokens", "characters", "words")),
        Field("at-least", RateShape, "at_least", switch=True), *SOURCE, REMARK,
    ),
    "fact": (
        Field("article", ArticleFile, "facts", names=True, note=("文章：文件名，或它的来源 id。", "The article: its file, or the id of its source.")),
        *FACT,
        Field("source", FactShape, "source", text=True, many=True),
    ),
    "article": (
        *(one for one in SOURCE if one.flag not in ("source", "published")),
        Field("date", SourceShape, "date"),
        Field("source-id", SourceShape, "id", text=True),
        Field("file", SourceShape, "id", text=True, note=("文件名，不带 .yaml。", "Name of the file, without .yaml.")),
        *FACT,
    ),
}  # fmt: skip
"""The fields of each kind of entry, in the order in which they are asked for."""

ASKED: Final[Mapping[str, frozenset[str]]] = {
    "vendor": frozenset({"name", "name-en", "id", "alias", "country", "zone"}),
    "model": frozenset(
        "vendor name name-en id alias product released currency per input output cached-input from source publisher "
        "publisher-en title published url".split()
    ),
    "price": frozenset(
        "model currency per input output cached-input from source publisher publisher-en title published url".split()
    ),
    "end": frozenset("model retired successor source publisher publisher-en title published url".split()),
    "plan": frozenset(
        "vendor name name-en id currency tier amount from source publisher publisher-en title published url".split()
    ),
    "window": frozenset({"vendor", "id", "hours", "day", "holidays"}),
    "quota": frozenset("vendor tokens for for-en from source publisher publisher-en title published url".split()),
    "rate": frozenset("vendor tokens characters source publisher publisher-en title published url".split()),
    "fact": frozenset({"article", "subject", "zh", "en", "id", "figure", "ask"}),
    "article": frozenset(
        {
            "publisher", "publisher-en", "title", "date", "url", "source-id", "file", "subject", "zh", "en", "id",
            "figure", "ask",
        }
    ),
}  # fmt: skip
"""Flags that are asked for at a terminal; the others are given on the command line."""
