"""What is there already, by its id or by a name that people ask by."""

from __future__ import annotations

from collections.abc import Collection

from bot.knowledge.entries import EntryKind
from bot.maintain.new import texts as says
from bot.maintain.new.desk import Desk, close_to
from bot.maintain.new.texts import RefusalError, Said

MODEL = Said("模型", "model")
VENDOR = Said("厂商", "vendor")
PRODUCT = Said("产品线", "product")
SUBJECT = Said("对象", "subject")
ARTICLE = Said("文章", "article")


def vendor_id(desk: Desk, text: str) -> str:
    """The vendor with an id or name, or the one whose line or model has that name.

    Raises:
        RefusalError: there is none, or not only one.
    """
    ids = [vendor.id for _, vendor in desk.vendors]
    entries = desk.knowledge.entries
    named = {entries[id_].vendor or id_ for id_ in desk.engine.named(text) if id_ in entries}
    return named.pop() if text not in ids and len(named) == 1 and named <= set(ids) else _one(desk, text, ids, VENDOR)


def model_id(desk: Desk, text: str) -> str:
    """Raises:
    RefusalError: no model, or not only one, has this id or name.
    """
    return _one(desk, text, desk.models, MODEL)


def sold_id(desk: Desk, text: str) -> str:
    """A model of the files, or one of their vendors' that the wider catalogue brings.

    Raises:
        RefusalError: none, or not only one, has this id or name.
    """
    vendors = {vendor.id for _, vendor in desk.vendors}
    named = desk.engine.named(text) - desk.knowledge.entries.keys()
    return _one(desk, text, {*desk.models, *(id_ for id_ in named if id_.partition("/")[0] in vendors)}, MODEL)


def entry_id(desk: Desk, text: str, what: Said = SUBJECT, kind: EntryKind | None = None) -> str:
    """Raises:
    RefusalError: nothing of this kind, or not only one, has this id or name.
    """
    entries = desk.knowledge.entries
    return _one(desk, text, [id_ for id_, entry in entries.items() if kind in (None, entry.kind)], what)


def article_name(desk: Desk, text: str) -> str:
    """The name of an article's file in the folder, by that or by one of its sources.

    Raises:
        RefusalError: there is none.
    """
    asked = text.rsplit("/", 1)[-1].removesuffix(".yaml")
    names = {file.name.removeprefix("articles/").removesuffix(".yaml"): file.name for file, _ in desk.articles}
    names |= {source.id: file.name for file, article in desk.articles for source in article.sources}
    if asked not in names:
        raise _unknown(text, names, ARTICLE)
    return names[asked]


def seller_model(desk: Desk, seller: str, model: str) -> str:
    """The id under which a reseller lists another vendor's model.

    Raises:
        RefusalError: it does not.
    """
    for id_, found in desk.models.items():
        if found.vendor.id == seller and model in (id_, desk.model(id_).of):
            return id_
    raise RefusalError(says.NOT_SOLD.filled(seller=seller, model=model))


def _one(desk: Desk, text: str, ids: Collection[str], what: Said) -> str:
    if text in ids:
        return text
    seen = desk.engine.named(text) & set(ids)
    if len(seen) == 1:
        return seen.pop()
    if seen:
        raise RefusalError(says.SEVERAL.filled(text=text, known=", ".join(sorted(seen))))
    raise _unknown(text, ids, what)


def _unknown(text: str, ids: Collection[str], what: Said) -> RefusalError:
    known = close_to(text, ids)
    said = says.NO_SUCH_ALIKE if known else says.NO_SUCH
    return RefusalError(said.filled(what=what, text=text, known=known))
