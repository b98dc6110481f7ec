"""The shapes of what all kinds of files hold: sources, and things with names.

The docstring under each field is the help that maintainers read in their editor.
"""

from __future__ import annotations

from bot.knowledge.schema_values import NameText, NameWords, OwnedId, PlainId, Shape, SomeDay, Text, Url, Words


class SourceShape(Shape):
    """Where figures come from: an article, a page, a book."""

    id: PlainId
    """Lower-case letters, digits and hyphens, e.g. `sanyi-2024-05-16`; other files refer to the source by it."""
    publisher: Words
    """Who published it."""
    title: Text
    """The headline, as published."""
    date: SomeDay | None = None
    """The day of publication, where it is known; or the month (2026-10) or year that it lies in."""
    url: Url | None = None
    """The page's address."""


class NamedShape(Shape):
    """Anything that people name."""

    name: NameWords
    """The name that answers show: one text, or {zh: …, en: …}. People may ask by it too."""
    aliases: tuple[NameText, ...] = ()
    """Other names that people use. Upper and lower case, Traditional characters, and spaces or hyphens between the
    parts of a Latin name need no alias of their own."""
    weak_aliases: tuple[NameText, ...] = ()
    """Names that are everyday words as well (豆包 is also a bun): overheard in a group, they alone say nothing."""
    lookalikes: tuple[NameText, ...] = ()
    """Words that hold a name and mean something else (文心雕龙, 豆包馅): where they stand, the name is not read."""
    note: Words | None = None
    """A remark that answers may add."""


class FamilyShape(NamedShape):
    """What stands for models: a vendor, or a product line of one."""

    headline: OwnedId | None = None
    """Id of the model whose reported price answers for the bare name, with its day."""
    today: tuple[OwnedId, ...] = ()
    """Ids of the models that the bare name stands for today, the flagship first."""
