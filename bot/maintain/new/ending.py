"""That a model is not sold any more, and what came after it, for models of the files and of the wider catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from bot.knowledge.yaml_text import Value
from bot.maintain.new import finding, pricing, sourcing
from bot.maintain.new import texts as says
from bot.maintain.new.desk import Found
from bot.maintain.new.draft import Draft, Hint
from bot.maintain.new.making import Making, put, remark
from bot.maintain.new.places import Item, with_ids, with_key
from bot.maintain.new.texts import RefusalError

_SOURCE = "status_source"


class NewEnd(Making):
    """The end of a model in its vendor's file."""

    def hint(self, flag: str, draft: Draft) -> Hint:
        if flag == "model":
            return Hint(known=sorted(self.desk.models), needed=True)
        if flag in ("retired", "confidence") or "model" not in draft:
            return Hint(needed=flag == "retired")
        day = draft.text("published") or self.today.isoformat()
        return sourcing.hint(self.desk, self._found(draft).vendor.id, flag, draft, day) or Hint()

    def add(self, draft: Draft) -> str:
        found, id_ = self._found(draft), draft.text("model")
        written = draft.under({"retired": "retired"})
        if draft.get("successor"):
            written["successors"] = tuple(finding.sold_id(self.desk, one) for one in draft.texts("successor"))
        source = sourcing.ids(self.desk, draft, found.vendor)
        confidence = draft.under({"confidence": "confidence"})
        if id_ in self.desk.models:
            self._end_model(id_, {**written, _SOURCE: source, **confidence})
        else:
            item = Item({"models": (id_,), **written, _SOURCE: source, **confidence}, remark(draft))
            lines = found.vendor.listed
            if any(id_ in line.models for line in lines):
                raise RefusalError(says.IN_FILE.filled(id=id_, key="listed", file=found.file.name))
            put(self.desk, found.file.name, "listed", sourcing.keys_of_vendors(), item, len(lines))
        return id_

    def _found(self, draft: Draft) -> Found:
        """The vendor's file, and which of its models it is."""
        id_ = draft["model"] = finding.sold_id(self.desk, draft.text("model"))
        return self.desk.models[id_] if id_ in self.desk.models else self.found(id_.partition("/")[0])

    def _end_model(self, id_: str, written: Mapping[str, Value]) -> None:
        """Put the keys into a model that has none of them but sources of its days."""
        there, life = self.desk.models[id_], self.desk.model(id_)
        path, keys = ("models", there.place), pricing.keys_of_models()
        for key, value in written.items():
            if key == _SOURCE:
                change = partial(with_ids, path=path, keys=keys, key=key, ids=_listed(value))
            elif getattr(life, key):
                raise RefusalError(says.IN_FILE.filled(id=id_, key=key, file=there.file.name))
            else:
                change = partial(with_key, path=path, keys=keys, key=key, value=value)
            self.desk.change(there.file.name, change)


def _listed(value: Value) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)
