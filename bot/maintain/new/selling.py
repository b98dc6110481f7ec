"""New vendors, models, prices and plans: what is known of their fields beforehand, and where they go."""

from __future__ import annotations

from functools import partial
from typing import Final

from babel.core import get_global

from bot.knowledge.entries import EntryKind
from bot.knowledge.problems import Path
from bot.knowledge.schema import PlanShape
from bot.knowledge.yaml_text import Value
from bot.maintain.new import finding, pricing, sourcing
from bot.maintain.new import texts as says
from bot.maintain.new.desk import Found
from bot.maintain.new.draft import Draft, Hint
from bot.maintain.new.fields import PRICE
from bot.maintain.new.making import Making, put, remark
from bot.maintain.new.places import Item, Spot, with_item, with_key
from bot.maintain.new.texts import RefusalError
from bot.maintain.new.writing import block
from bot.maintain.schema import first_line
from bot.text import normal_form

_OF_PRICES: Final = frozenset(field.flag for field in PRICE)


class NewVendor(Making):
    """A vendor's file with nothing in it but how it is called and where it is."""

    def hint(self, flag: str, draft: Draft) -> Hint:
        if flag == "name":
            return Hint(needed=True)
        if flag == "name-en":
            return self.english(draft)
        if flag == "id":
            return Hint(self._known(draft) or self.made_id(draft), needed=True)
        if flag == "zone":
            return Hint(self._zone(draft.text("country")))
        return Hint("CN" if flag == "country" and not draft.text("name").isascii() else "", offered=True)

    def add(self, draft: Draft) -> str:
        id_ = draft.text("id")
        name = f"vendors/{id_}.yaml"
        if self.desk.has(name):
            raise RefusalError(says.TAKEN.filled(name=name))
        keys = {"alias": "aliases", "weak-alias": "weak_aliases"}
        written: dict[str, Value] = {"id": id_, "name": draft.words("name"), **draft.under(keys)}
        if draft.get("note"):
            written["note"] = draft.words("note")
        written |= draft.under({"country": "country", "zone": "zone", "reseller": "reseller"})
        self.desk.change(name, lambda _: "\n".join([first_line(name) or "", *block(written, 0), ""]))
        return id_

    def _known(self, draft: Draft) -> str:
        """The id by which the wider catalogue has it, so that there is one."""
        names = {normal_form(draft.text("name")), normal_form(draft.text("name-en"))}
        return next(
            (name.id for name in self.desk.engine.catalogue.names() if name.text in names and "/" not in name.id), ""
        )

    @staticmethod
    def _zone(country: str) -> str:
        """The zone of a country that has only one; all of China goes by one clock."""
        zones = [zone for zone, territory in get_global("zone_territories").items() if territory == country]
        return "Asia/Shanghai" if country == "CN" else zones[0] if len(zones) == 1 else ""


class NewModel(Making):
    """A model below the others of its vendor, with its first price where that is given."""

    def hint(self, flag: str, draft: Draft) -> Hint:
        vendor = self.vendor(draft)
        if flag == "vendor":
            return Hint(known=self.vendors(), needed=True)
        if flag == "name" or not vendor:
            return Hint(needed=flag == "name")
        if flag == "name-en":
            return self.english(draft)
        if flag == "id":
            return Hint(f"{vendor}/{self.made_id(draft)}", needed=True)
        if flag == "alias":
            return Hint(", ".join(self._aliases(vendor, draft)), offered=True)
        if flag == "product":
            products = [product.id for product in self.found(vendor).vendor.products]
            return Hint(products[0] if len(products) == 1 else "", products)
        if flag not in _OF_PRICES:
            return Hint()
        if flag in pricing.SIDES:
            return Hint(skipped=bool({"amount", "buys", "free"} & draft.keys()))
        if not pricing.is_priced(draft):
            return Hint(skipped=True)
        return pricing.hint(self.desk, vendor, None, flag, draft, self.today) or Hint()

    def add(self, draft: Draft) -> str:
        vendor, id_ = self.vendor(draft), draft.text("id")
        self.check_free(id_, self.desk.models)
        found = self.found(vendor)
        written: dict[str, Value] = {"id": id_, "name": draft.words("name")}
        written |= draft.under({"alias": "aliases", "weak-alias": "weak_aliases"})
        if draft.get("note"):
            written["note"] = draft.words("note")
        for flag, kind in (("product", EntryKind.PRODUCT), ("of", EntryKind.MODEL)):
            if draft.get(flag):
                written[flag] = finding.entry_id(
                    self.desk, draft.text(flag), finding.PRODUCT if flag == "product" else finding.MODEL, kind
                )
        written |= draft.under(
            {"kind": "kind", "reads": "inputs", "open-weights": "open_weights", "released": "released"}
        )
        if pricing.is_priced(draft):
            written["prices"] = (pricing.line(self.desk, draft, found),)
        put(
            self.desk,
            found.file.name,
            "models",
            sourcing.keys_of_vendors(),
            Item(written, remark(draft)),
            len(found.vendor.models),
        )
        if draft.get("supersedes"):
            self._supersede(draft, id_)
        if draft.get("flagship"):
            self._put_first(found, id_, str(written.get("product", "")))
        return id_

    def _supersede(self, draft: Draft, id_: str) -> None:
        """Say of the older model what has taken its place."""
        old = finding.model_id(self.desk, draft.text("supersedes"))
        if self.desk.model(old).superseded is not None:
            raise RefusalError(says.TAKEN.filled(name=f"{old}: superseded"))
        day = draft.text("released") or draft.text("from")
        value: dict[str, Value] = {"on": day, "by": id_} if day else {"by": id_}
        there = self.desk.models[old]
        keys = pricing.keys_of_models()
        change = partial(with_key, path=("models", there.place), keys=keys, key="superseded", value=value)
        self.desk.change(there.file.name, change)

    def _put_first(self, found: Found, id_: str, product: str) -> None:
        """Put the model first in the lists that say what the bare names stand for, where there are any."""
        lists: list[Path] = [("today",)] if found.vendor.today else []
        lists += [
            ("products", place, "today")
            for place, line in enumerate(found.vendor.products)
            if line.id == product and line.today
        ]
        for path in lists:
            change = partial(with_item, path=path, keys=sourcing.keys_of_vendors(), item=Item(id_), spot=Spot(0))
            self.desk.change(found.file.name, change)

    def _aliases(self, vendor: str, draft: Draft) -> list[str]:
        """How else the model may be called: without the vendor's name, and with its Chinese one, as others have it."""
        name, entry = draft.text("name"), self.desk.knowledge.entries[vendor]
        short = next(
            (name[len(own) :].strip(" -") for own in (entry.name.zh, entry.name.en) if name.startswith(own)), name
        )
        chinese = next((one for one in (entry.name.zh, *self.found(vendor).vendor.aliases) if not one.isascii()), "")
        others = [short if any(map(str.isdigit, short)) else "", f"{chinese} {short}" if chinese else ""]
        return [one for one in others if one and one != name and not self._leads_to_model(one)]

    def _leads_to_model(self, name: str) -> bool:
        entries = self.desk.knowledge.entries
        return any(id_ not in entries or entries[id_].kind is EntryKind.MODEL for id_ in self.desk.engine.named(name))


class NewPrice(Making):
    """A line below the prices of a model."""

    def hint(self, flag: str, draft: Draft) -> Hint:
        if flag == "model":
            return Hint(known=sorted(self.desk.models), needed=True)
        if flag == "seller" or "model" not in draft:
            return Hint(needed=flag in ("from", "source"))
        found = self.desk.models[self._model(draft)]
        model = self.desk.model(self._model(draft))
        return pricing.hint(self.desk, found.vendor.id, model, flag, draft, self.today) or Hint()

    def add(self, draft: Draft) -> str:
        id_ = self._model(draft)
        pricing.add(self.desk, draft, id_)
        return id_

    def _model(self, draft: Draft) -> str:
        if draft.text("model") not in self.desk.models:
            draft["model"] = finding.model_id(self.desk, draft.text("model"))
        if draft.get("seller"):
            seller = draft["seller"] = finding.vendor_id(self.desk, draft.text("seller"))
            draft["model"] = finding.seller_model(self.desk, str(seller), draft.text("model"))
        return draft.text("model")


class NewPlan(Making):
    """A subscription, or one more price of a subscription that is there."""

    def hint(self, flag: str, draft: Draft) -> Hint:
        vendor = self.vendor(draft)
        there = self.desk.plans.get(draft.text("id"))
        if flag == "vendor":
            return Hint(known=self.vendors(), needed=True)
        if not vendor:
            return Hint(needed=flag in ("name", "currency", "amount", "source"))
        if flag == "id":
            return Hint(f"{vendor}/{self.made_id(draft)}", sorted(self.desk.plans), needed=True)
        if flag == "name":
            return Hint(needed=there is None, skipped=there is not None)
        if flag == "name-en":
            return self.english(draft)
        if flag == "currency":
            return Hint(needed=there is None, skipped=there is not None)
        if flag == "amount":
            return Hint(needed=True)
        day = draft.text("from") or draft.text("checked") or self.today.isoformat()
        return sourcing.hint(self.desk, vendor, flag, draft, day) or Hint()

    def add(self, draft: Draft) -> str:
        found, id_ = self.found(self.vendor(draft)), draft.text("id")
        price = draft.under(
            {"amount": "amount", "from": "from", "until": "until", "checked": "checked", "confidence": "confidence"}
        )
        price["source"] = sourcing.ids(self.desk, draft, found.vendor)
        if draft.get("tier"):
            price = {"tier": draft.words("tier"), **price}
        if id_ in self.desk.plans:
            item = Item(price, remark(draft))
            path = ("plans", self.desk.plans[id_].place, "prices")
            self.desk.change(
                found.file.name, partial(with_item, path=path, keys=tuple(PlanShape.model_fields), item=item)
            )
            return id_
        written: dict[str, Value] = {"id": id_, "name": draft.words("name"), **draft.under({"alias": "aliases"})}
        written |= draft.under({"currency": "currency", "period": "period"})
        if draft.get("includes"):
            written["includes"] = draft.words("includes")
        written["prices"] = (price,)
        put(
            self.desk,
            found.file.name,
            "plans",
            sourcing.keys_of_vendors(),
            Item(written, remark(draft)),
            len(found.vendor.plans),
        )
        return id_
