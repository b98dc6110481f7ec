"""What changes for users by an edit, and that a difference mirrors its opposite."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.maintain.diff.changes import Change, Difference, State, difference
from bot.maintain.diff.things import Key, Topic, things_of
from bot.maintain.lanes import Paid, paid_later, paid_now
from bot.quantities import exact_text
from tests.maintain.diff.conftest import DAY, FILES, Edit, written

SECTIONS = ("now", "later", "once", "things", "names", "checked", "files")


def told(found: Difference) -> dict[str, int]:
    """How many changes there are in each section that has any, files apart."""
    counts = {section: len(getattr(found, section)) for section in SECTIONS if section != "files"}
    return {section: count for section, count in counts.items() if count}


def paid(change: Change[Any, Paid]) -> list[str]:
    """What a price was and becomes."""
    return [
        "—" if each is None else str(each.amount and exact_text(each.amount)) for each in (change.before, change.after)
    ]


MAX_NOW = "{input: 4, output: 12, currency: CNY, per: 1000000, from: 2026-10-01, checked: 2026-10-02, source: notice}"
MAX_BEFORE = "{input: 8, output: 24, currency: CNY, per: 1000000, from: 2026-03-01, source: notice}"
LITE = "{amount: 0.0008, currency: CNY, per: 1000, from: 2026-03-01, source: notice}"
NIGHT = "{input: 3, currency: CNY, per: 1000000, window: off-peak, from: 2026-03-01, source: notice}"


def and_then(line: str, new: str) -> tuple[str, str]:
    return line, f"{line}\n      - {new}"


def test_a_new_price_that_holds_already(edit: Edit) -> None:
    found = edit(and_then(MAX_NOW, "{input: 2, currency: CNY, per: 1000000, from: 2026-11-20, source: notice}"))
    [change] = found.now
    assert (change.key.model, change.key.side, change.key.unit) == ("xinghe/max", "input", "token")
    assert paid(change) == ["4", "2"]
    assert told(found) == {"now": 1}
    assert edit(and_then(MAX_NOW, "{input: 2, currency: CNY, per: 1000000, from: 2026-11-20, source: notice}"),
                day=date(2026, 11, 19)).now == ()  # fmt: skip


def test_an_announced_price(edit: Edit) -> None:
    found = edit(and_then(MAX_NOW, "{input: 2, currency: CNY, per: 1000000, from: 2026-12-20, source: notice}"))
    [change] = found.later
    lane, day = change.key
    assert (lane.side, day) == ("input", date(2026, 12, 20))
    assert change.before is None and change.after is not None and change.after.instead is not None
    assert change.after.instead.amount == 4 and change.after.amount == 2
    assert told(found) == {"later": 1}


def test_the_end_of_a_model_of_the_wider_catalogue(edit: Edit) -> None:
    line = "listed: [{models: [xinghe/old], retired: 2026-11-01}]"
    [change] = edit(("\nmodels:", f"\n{line}\nmodels:")).things
    assert change.key == Key(Topic.MODEL, "xinghe/old")
    assert change.after is not None and change.after.gone and change.after.details["retired"].en == "2026-11-01"


def test_an_announced_end(edit: Edit) -> None:
    [change] = edit((LITE, LITE.replace("source", "until: 2027-01-01, source"))).later[:1]
    assert change.key[1] == date(2027, 1, 1)
    assert change.after is not None and change.after.amount is None


def test_one_price_for_both_becomes_one_for_each(edit: Edit) -> None:
    two = "{input: 0.0008, output: 0.002, currency: CNY, per: 1000, from: 2026-03-01, source: notice}"
    [change] = edit((LITE, two)).now
    assert change.key.side == "output"
    assert paid(change) == ["0.8", "2"]


def test_the_same_price_in_other_words_is_no_change(edit: Edit) -> None:
    found = edit((LITE, "{buys: 1250000, for: 1, currency: CNY, from: 2026-03-01, source: notice}"))
    assert told(found) == {}
    assert [change.key for change in found.files] == ["vendors/xinghe.yaml"]


def test_another_currency(edit: Edit) -> None:
    found = edit((LITE, LITE.replace("CNY", "USD")))
    assert {(change.before.currency, change.after.currency) for change in found.now
            if change.before is not None and change.after is not None} == {("CNY", "USD")}  # fmt: skip


def test_a_past_price_that_is_corrected(edit: Edit) -> None:
    found = edit((MAX_BEFORE, MAX_BEFORE.replace("24", "20")))
    [change] = found.once
    assert (change.key[0].side, change.key[1]) == ("output", date(2026, 3, 1))
    assert paid(change) == ["24", "20"]
    assert told(found) == {"once": 1}


def test_a_promotion_of_some_hours(edit: Edit) -> None:
    promotion = (
        "{input: 1.5, currency: CNY, per: 1000000, window: off-peak, from: 2026-11-01, until: 2026-12-01, "
        "promotion: true, list: {input: 3}, source: notice}"
    )
    found = edit(and_then(NIGHT, promotion))
    [change] = found.now
    assert (change.key.conditions.window, paid(change)) == ("off-peak", ["3", "1.5"])
    [back] = found.later
    assert back.key[1] == date(2026, 12, 1) and back.after is not None and back.after.amount == 3
    [begun] = found.things
    assert (begun.key.topic, begun.before) == (Topic.PROMOTION, None)
    assert begun.after is not None and begun.after.details["until"].en == "2026-12-01"


@pytest.mark.parametrize(
    ("replacement", "key", "detail"),
    [
        (("released: 2026-03", "released: 2026-03\n    retired: 2026-11-01"), Key(Topic.MODEL, "xinghe/max"), "status"),
        (("en: Light}", "en: Lightest}"), Key(Topic.PLAN, "xinghe/pass"), "tiers"),
        (("tokens: 1000000", "tokens: 2000000"), Key(Topic.QUOTA, "xinghe", "new users"), "tokens"),
        (("09:00-18:00", "09:00-17:00"), Key(Topic.WINDOW, "xinghe", "peak "), "hours"),
        (("30,000", "40,000"), Key(Topic.FACT, "max-chips"), "statement"),
        (("today: [xinghe/max]", "today: [xinghe/lite]"), Key(Topic.VENDOR, "xinghe"), "today"),
    ],
)
def test_a_detail_of_a_thing(edit: Edit, replacement: tuple[str, str], key: Key, detail: str) -> None:
    [change] = edit(replacement).things
    assert change.key == key
    assert change.before is not None and change.after is not None
    assert change.before.details.get(detail) != change.after.details.get(detail)


def test_a_plan_whose_price_rises(edit: Edit) -> None:
    [change] = edit(("amount: 20", "amount: 25")).now
    assert (change.key.model, change.key.unit) == ("xinghe/pass", "month")
    assert paid(change) == ["20", "25"]


def test_names(edit: Edit) -> None:
    found = edit(("aliases: [大星]", "weak_aliases: [大星]\n    lookalikes: [大星星]"))
    assert [(change.key, change.before, change.after) for change in found.names] == [
        (("xinghe/max", "大星"), "alias", "weak"),
        (("xinghe/max", "大星星"), None, "lookalike"),
    ]


def test_a_model_that_is_served_by_another_is_told_of_once(edit: Edit) -> None:
    served = ("    name: Xinghe Lite", "    name: Xinghe Lite\n    stands_for: {model: xinghe/max, from: 2026-11-01}")
    models = {change.key.model for change in edit(served).now}
    assert models == {"xinghe/lite"}
    dearer = ("input: 4, output: 12", "input: 5, output: 12")
    before = {name: text.replace(*served) for name, text in FILES.items()}
    after = {name: text.replace(*dearer) for name, text in before.items()}
    assert [change.key.model for change in _difference(before, after).now] == ["xinghe/max"]


def _difference(before: dict[str, str], after: dict[str, str]) -> Difference:
    with tempfile.TemporaryDirectory() as folder:
        states = [
            State.read(name, written(Path(folder) / name, files)) for name, files in (("a", before), ("b", after))
        ]
        return difference(states[0], states[1], DAY)


# --- by property ------------------------------------------------------------------------------------------------------

DAYS = st.sampled_from(["2026-01-01", "2026-06-01", "2026-11-28", "2026-12-15", "2027-02-01"])
AMOUNTS = st.sampled_from(["0", "0.5", "1", "3", "1.25"])


@st.composite
def price_lines(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(["both", "sides", "promotion", "peak", "batch", "tier", "free"]))
    start = draw(DAYS)
    if kind == "free":
        return f"{{free: true, from: {start}, source: notice}}"
    one, two = draw(AMOUNTS.filter(lambda text: text != "0")), draw(AMOUNTS.filter(lambda text: text != "0"))
    amounts = f"amount: {one}" if kind == "both" else f"input: {one}, output: {two}"
    extra = {
        "promotion": ", promotion: true",
        "peak": ", window: peak",
        "batch": ", mode: batch",
        "tier": ", input_tokens: {above: 1000}",
    }.get(kind, "")
    currency = draw(st.sampled_from(["CNY", "USD"]))
    return f"{{{amounts}, currency: {currency}, per: 1000000, from: {start}{extra}, source: notice}}"


@st.composite
def folders(draw: st.DrawFn) -> dict[str, str]:
    """A folder like that of the tests, with models, prices, names, lives and facts that may differ."""
    text = FILES["vendors/xinghe.yaml"].partition("models:")[0]
    text += "sources:\n  - {id: notice, publisher: Xinghe, title: New prices, date: 2026-09-28}\nmodels:\n"
    for model in draw(st.lists(st.sampled_from(["max", "lite", "night", "nano"]), min_size=1, unique=True)):
        text += f"  - id: xinghe/{model}\n    name: Xinghe {draw(st.sampled_from([model, model.upper() + ' 2']))}\n"
        text += draw(st.sampled_from(["", f"    aliases: [星星 {model}]\n", "    retired: 2026-11-01\n"]))
        lines = draw(st.lists(price_lines(), max_size=3, unique_by=_lane_and_day))
        text += "    prices:\n" if lines else ""
        text += "".join(f"      - {line}\n" for line in sorted(lines, key=lambda line: line.partition("from: ")[2]))
    text = text.replace("[xinghe/max]", "[]").replace("today: []\n", "")
    article = FILES["articles/报道.yaml"].replace("[xinghe/max]", "[xinghe]")
    return {
        "vendors/xinghe.yaml": text,
        "articles/报道.yaml": draw(st.sampled_from([article, article.replace("30,000", "20,000")])),
    }


def _lane_and_day(line: str) -> Any:
    """Two lines of a model may not begin on one day, of whatever they are."""
    return line.partition("from: ")[2][:10]


def _states(folder: str, *folders: dict[str, str]) -> list[State]:
    return [State.read("x", written(Path(folder) / str(place), files)) for place, files in enumerate(folders)]


@given(before=folders(), after=folders())
def test_a_difference_mirrors_its_opposite_and_leads_from_one_to_the_other(
    before: dict[str, str], after: dict[str, str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = _states(folder, before, after)
    there, back = difference(one, two, DAY), difference(two, one, DAY)
    for section in SECTIONS:
        assert [Change(each.key, each.after, each.before) for each in getattr(there, section)] == list(
            getattr(back, section)
        )
    for read, changes in ((paid_now, there.now), (paid_later, there.later), (things_of, there.things)):
        assert _rebuilt(read(one.knowledge, DAY), changes) == read(two.knowledge, DAY)


def _rebuilt(before: Mapping[Any, Any], changes: Iterable[Change[Any, Any]]) -> dict[Any, Any]:
    """What it was, with the changes applied."""
    found = dict(before)
    for change in changes:
        assert found.pop(change.key, None) == change.before
        if change.after is not None:
            found[change.key] = change.after
    return found


@given(files=folders())
def test_nothing_differs_from_itself(files: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = _states(folder, files, files)
    found = difference(one, two, DAY)
    assert all(getattr(found, section) == () for section in SECTIONS)
