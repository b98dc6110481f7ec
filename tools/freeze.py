"""Writes the installed catalogue of prices and the installed exchange rates as files that a knowledge folder may bring.

    python -m tools.freeze catalogue openai/gpt-4o google/gemini deepseek > catalogue.yaml
    python -m tools.freeze rates 2024-05-16 2026-10-30 > rates.yaml

Of the catalogue, the models that are named, by their ids or by those of their vendors, sellers or lines; without any,
all. What is written says all that answers say of them today, and keeps saying it whatever the packages hold later; what
further sellers ask for them is left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

import yaml

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.catalogue_names import spellings
from bot.knowledge.entries import Entry, EntryKind, Name, Source, Wording
from bot.knowledge.exchange import ExchangeRates
from bot.knowledge.price_entries import Price, Side
from bot.quantities import ONE, exact_text

ONE_DAY: Final = timedelta(days=1)
BASE: Final = "EUR"
SIDES: Final = (Side.INPUT, Side.OUTPUT, Side.CACHED_INPUT)


def frozen_catalogue(catalogue: Catalogue, ids: Iterable[str] = ()) -> str:
    """``catalogue.yaml`` with the models of these ids, of the vendors, sellers and lines among them, or with all.

    Raises:
        ValueError: an id is nothing that the catalogue knows, or there is no catalogue.
    """
    source = catalogue.source()
    if source is None:
        raise ValueError("there is no catalogue")
    models = _models(catalogue, ids)
    first = catalogue.prices(models[0])[0]
    head = {"source": _source(source), "currency": first.currency, "per": first.per}
    groups = _groups(catalogue, models)
    names = _Names(catalogue.names(), {*models, *groups})
    blocks = {
        "vendors": [_vendor(entry, names) for entry in groups.values() if entry.kind is EntryKind.VENDOR],
        "lines": [_line(entry, names) for entry in groups.values() if entry.kind is EntryKind.PRODUCT],
        "models": [_model(catalogue, model, names) for model in models],
    }
    title = f"The prices of {source.title}, frozen as of {source.date} by `python -m tools.freeze catalogue`."
    return f"# {title}\n{_document(head, blocks)}"


def _models(catalogue: Catalogue, ids: Iterable[str]) -> tuple[str, ...]:
    """The models in the order of the file: vendor by vendor, of each its newest first."""
    wanted: set[str] = set()
    for id_ in ids:
        found = catalogue.vendor_models(id_) or ((id_,) if catalogue.prices(id_) else ())
        if not found:
            raise ValueError(f"the catalogue knows no {id_}")
        wanted.update(found)
    wanted = {model for model in wanted or set(catalogue.models()) if any(_told(catalogue.prices(model)))}
    makers = {model: _entry(catalogue, model).vendor or "" for model in catalogue.models()}
    return tuple(
        model
        for maker in dict.fromkeys(makers.values())
        for model in catalogue.vendor_models(maker)
        if model in wanted and makers[model] == maker
    )


def _entry(catalogue: Catalogue, id_: str) -> Entry:
    entry = catalogue.entry(id_)
    if entry is None:
        raise ValueError(f"the catalogue knows no {id_}")
    return entry


def _groups(catalogue: Catalogue, models: Sequence[str]) -> dict[str, Entry]:
    """The vendors, sellers and lines of the models, in the catalogue's own order."""
    found = {model.partition("/")[0] for model in models}
    for model in models:
        entry: Entry | None = _entry(catalogue, model)
        while entry is not None and entry.id not in found:
            found.update((entry.id, entry.vendor or entry.id))
            entry = catalogue.entry(entry.parent) if entry.parent else None
    entries = (catalogue.entry(id_) for id_ in catalogue.ids() if id_ in found)
    return {entry.id: entry for entry in entries if entry is not None and entry.kind is not EntryKind.MODEL}


class _Names:
    """The fewest names that stand for all that the catalogue has."""

    def __init__(self, names: Sequence[Name], ids: set[str]) -> None:
        self._owners = {name.text: name.id for name in names if name.id in ids}
        self._texts: dict[str, dict[str, bool]] = {}
        for name in names:
            self._texts.setdefault(name.id, {})[name.text] = name.weak

    def of(self, id_: str) -> dict[str, list[str]]:
        """The keys ``names`` and ``weak_names``."""
        texts = self._texts.get(id_, {})
        left = dict.fromkeys(sorted(texts, key=lambda text: (-len(self._stood_for(text, texts)), text)))
        kept = []
        while left:
            text = next(iter(left))
            for covered in (text, *self._stood_for(text, texts)):
                left.pop(covered, None)
            if text != id_ or "/" not in id_:  # a model's own id is a name without being written
                kept.append(text)
        keys = {"names": [text for text in kept if not texts[text]], "weak_names": [t for t in kept if texts[t]]}
        return {key: found for key, found in keys.items() if found}

    def _stood_for(self, text: str, texts: Mapping[str, bool]) -> frozenset[str]:
        """The spellings that a text with blanks stands for, where all of them may be this thing's."""
        if " " not in text:
            return frozenset()
        stood_for = frozenset(spellings(text.split()))
        ours = stood_for & texts.keys()
        if any(spelling not in self._owners or " " in spelling for spelling in stood_for - ours):
            return frozenset()
        return ours if all(texts[one] == (texts[text] or len(one) <= 3) for one in ours) else frozenset()


def _source(source: Source) -> dict[str, object]:
    found = {
        "id": source.id,
        "publisher": _wording(source.publisher),
        "title": source.title,
        "date": source.date,
        "url": source.url,
    }
    return {key: value for key, value in found.items() if value is not None}


def _wording(text: Wording) -> object:
    if text.zh == text.en and text.zh_hant is None:
        return text.zh
    return {"zh": text.zh, "en": text.en} | ({"zh_hant": text.zh_hant} if text.zh_hant else {})


def _vendor(entry: Entry, names: _Names) -> dict[str, object]:
    return {"id": entry.id, "name": _wording(entry.name), **names.of(entry.id)}


def _line(entry: Entry, names: _Names) -> dict[str, object]:
    wider = {"line": entry.parent} if entry.parent != entry.vendor else {}
    return {"id": entry.id, "name": _wording(entry.name), "vendor": entry.vendor, **wider, **names.of(entry.id)}


def _model(catalogue: Catalogue, id_: str, names: _Names) -> dict[str, object]:
    entry = _entry(catalogue, id_)
    note = {"note": _wording(entry.note)} if entry.note else {}
    return {**_line(entry, names), **note, "prices": list(_prices(catalogue.prices(id_)))}


def _told(prices: Sequence[Price]) -> Iterator[Price]:
    """Those that a catalogue in a file can hold."""
    return (price for price in prices if price.side in SIDES)


def _prices(listed: Sequence[Price]) -> Iterator[dict[str, object]]:
    """A line for each time, and one for each length of request in it."""
    prices = tuple(_told(listed))
    times = dict.fromkeys((price.since, price.until) for price in prices)
    for since, until in times:
        sides = {price.side: price for price in prices if (price.since, price.until) == (since, until)}
        days = {"from": since, **({"until": until - ONE_DAY} if until else {})}
        yield {**{side.value: sides[side].amount for side in SIDES if side in sides}, **days}
        for above in sorted({start for price in sides.values() for start, _ in price.long}):
            amounts = {side.value: dict(sides[side].long).get(above) for side in SIDES if side in sides}
            known = {side: amount for side, amount in amounts.items() if amount is not None}
            yield {"above": above, **known, **days}


def frozen_rates(rates: ExchangeRates, days: Iterable[date]) -> str:
    """``rates.yaml`` with the rates of these days, or of the last day before with any.

    Raises:
        ValueError: there are no rates, or none of a day.
    """
    source = rates.source()
    if source is None:
        raise ValueError("there are no exchange rates")
    found: dict[tuple[date, str], Decimal] = {}
    for day in days:
        quoted = [
            (one.day, currency, one.rate)
            for currency in sorted(rates.currencies() - {BASE})
            if (one := rates.convert(ONE, BASE, currency, day)) is not None
        ]
        if not quoted:
            raise ValueError(f"no rates are known for {day}")
        found |= {(known, currency): rate for known, currency, rate in quoted}
    lines = [{"date": day, "currency": currency, "rate": rate} for (day, currency), rate in sorted(found.items())]
    title = "Reference rates of the European Central Bank, written by `python -m tools.freeze rates`."
    return f"# {title}\n{_document({'source': _source(source), 'base': BASE}, {'rates': lines})}"


class _Dumper(yaml.SafeDumper):
    """Writes decimals as they are, each value out in full."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _number(dumper: _Dumper, value: Decimal) -> yaml.ScalarNode:
    kind = "int" if value == value.to_integral_value() else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", exact_text(value))


_Dumper.add_representer(Decimal, _number)


def _document(head: Mapping[str, object], sections: Mapping[str, Sequence[Mapping[str, object]]]) -> str:
    """The head with a key a line, then the sections with a block an item, whose lists of mappings are spread out."""
    text = ""
    for key, value in head.items():
        inner = [f"  {name}: {_flow(part)}\n" for name, part in value.items()] if isinstance(value, dict) else []
        text += "".join((f"{key}:\n", *inner)) if inner else f"{key}: {_flow(value)}\n"
    for section, items in sections.items():
        if items:
            text += f"\n{section}:\n" + "".join(map(_block, items))
    return text


def _block(item: Mapping[str, object]) -> str:
    if "id" not in item:
        return f"  - {_flow(item)}\n"
    lines = []
    for key, value in item.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += [f"{key}:", *(f"  - {_flow(one)}" for one in value)]
        else:
            lines.append(f"{key}: {_flow(value)}")
    return "  - " + "\n    ".join(lines) + "\n"


def _flow(value: object) -> str:
    text = yaml.dump(value, Dumper=_Dumper, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10**6)
    return text.removesuffix("\n").removesuffix("\n...")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: what is written goes to standard output."""
    parser = argparse.ArgumentParser(prog="python -m tools.freeze", description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(dest="what", metavar="WHAT", required=True)
    commands.add_parser("catalogue").add_argument("ids", nargs="*", metavar="ID")
    commands.add_parser("rates").add_argument("days", nargs="+", type=date.fromisoformat, metavar="DAY")
    options = parser.parse_args(arguments)
    try:
        if options.what == "catalogue":
            written = frozen_catalogue(Catalogue.load(), options.ids)
        else:
            written = frozen_rates(ExchangeRates.load(), options.days)
    except ValueError as error:
        parser.error(str(error))
    sys.stdout.write(written)
    return 0


if __name__ == "__main__":
    sys.exit(main())
