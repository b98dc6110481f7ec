"""New terms of a vendor, each a line in a list of its file: hours with a price of their own, free tokens, rates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from bot.knowledge.catalogue_windows import OFF_PEAK, PEAK
from bot.knowledge.yaml_text import Value
from bot.maintain.new import finding, sourcing
from bot.maintain.new.desk import Found
from bot.maintain.new.draft import Draft, Hint
from bot.maintain.new.making import Making, remark
from bot.maintain.new.places import Item, Spot, with_item


class _Term(Making):
    """A line in the list ``section`` of a vendor's file."""

    section: ClassVar[str]
    needed: ClassVar[frozenset[str]] = frozenset()
    keys: ClassVar[Mapping[str, str]]
    """The flags and their keys, in the order in which a line has them."""

    def hint(self, flag: str, draft: Draft) -> Hint:
        vendor = self.vendor(draft)
        if flag == "vendor":
            return Hint(known=self.vendors(), needed=True)
        if flag in self.needed:
            return Hint(needed=True)
        return sourcing.hint(self.desk, vendor, flag, draft, self.today.isoformat()) or Hint()

    def add(self, draft: Draft) -> str:
        found = self.found(self.vendor(draft))
        there = len(getattr(found.vendor, self.section))
        for place, line in enumerate(self.lines(draft, found), there):
            item = Item(line, remark(draft) if place == there else ())
            change = partial(
                with_item, path=(self.section,), keys=sourcing.keys_of_vendors(), item=item, spot=Spot(place)
            )
            self.desk.change(found.file.name, change)
        return found.vendor.id

    def lines(self, draft: Draft, found: Found) -> list[dict[str, Value]]:
        """What is written."""
        written = draft.under(self.keys)
        return [{**written, "source": sourcing.ids(self.desk, draft, found.vendor)}]


class NewWindow(_Term):
    """Hours with a price of their own; with those at the peak the other hours, which prices need as well."""

    section = "windows"
    keys: ClassVar[Mapping[str, str]] = {
        "id": "id", "from": "from", "day": "days", "hours": "hours", "other-than": "other_than", "holidays": "holidays",
    }  # fmt: skip

    def hint(self, flag: str, draft: Draft) -> Hint:
        if flag == "id":
            return Hint(PEAK, (PEAK, OFF_PEAK), needed=True)
        if flag == "hours":
            return Hint(needed="other-than" not in draft)
        return super().hint(flag, draft)

    def lines(self, draft: Draft, found: Found) -> list[dict[str, Value]]:
        others = {window.id for window in found.vendor.windows}
        written = [draft.under(self.keys)]
        if draft.text("id") == PEAK and OFF_PEAK not in others:
            written.append({"id": OFF_PEAK, "other_than": PEAK})
        return written


class NewQuota(_Term):
    """Tokens that a vendor does not charge."""

    section = "free_quotas"
    needed = frozenset({"tokens", "for"})
    keys: ClassVar[Mapping[str, str]] = {"tokens": "tokens", "for": "for", "per-model": "per_model", "models": "models", "from": "from",
            "until": "until", "confidence": "confidence"}  # fmt: skip

    def lines(self, draft: Draft, found: Found) -> list[dict[str, Value]]:
        draft["for"] = draft.words("for")
        if models := draft.texts("model"):
            draft["models"] = tuple(finding.model_id(self.desk, model) for model in models)
        return super().lines(draft, found)


class NewRate(_Term):
    """How many characters or words tokens stand for."""

    section = "rates"
    needed = frozenset({"tokens"})
    keys: ClassVar[Mapping[str, str]] = {
        "tokens": "tokens",
        "characters": "characters",
        "words": "words",
        "at-least": "at_least",
    }

    def hint(self, flag: str, draft: Draft) -> Hint:
        if flag == "characters":
            return Hint(needed="words" not in draft)
        return super().hint(flag, draft)
