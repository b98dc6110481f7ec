"""What is told of changes: by the record, a day before they come, and nothing of what is only written down later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.answers import BEIJING
from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import CatalogueContents
from bot.knowledge.load import load_knowledge
from bot.live.news.desk import Edition, NewsDesk
from bot.questions.working.market import Market
from bot.telegram.answering.news import Told
from bot.text import Language
from tests.frozen import frozen_catalogue, frozen_exchange
from tests.live.conftest import write
from tests.maintain.conftest import FILES, VENDOR

Known = Callable[..., Edition]

LITE = "amount: 0.002, currency: CNY, per: 1000"
NOTICE = "source: notice}\n  - id: xinghe/lite"
MODEL = """\
  - id: xinghe/ultra
    name: {zh: 星河 Ultra, en: Xinghe Ultra}
    prices:
      - {amount: 30, currency: CNY, per: 1000000, side: input, from: 2026-11-20, source: notice}
      - {amount: 90, currency: CNY, per: 1000000, side: output, from: 2026-11-20, source: notice}
"""
PLAN = """\
plans:
  - id: xinghe/plus
    name: {zh: 星河会员, en: Xinghe Plus}
    currency: CNY
    period: month
    prices:
      - {amount: 20, source: notice, from: 2026-03-01}
"""


def more(*lines: str) -> str:
    """The vendor with further prices of Max."""
    added = "".join(f"      - {{{line}, source: notice}}\n" for line in lines)
    return VENDOR.replace(NOTICE, f"source: notice}}\n{added}{NOTICE.partition(chr(10))[2]}")


def price(amount: str, side: str, since: str, rest: str = "") -> str:
    return f"amount: {amount}, currency: CNY, per: 1000000, side: {side}, from: {since}{rest}"


@pytest.fixture
def known(tmp_path: Path) -> Known:
    """What is known by the small folder with another file of the vendor, at noon of a day in Beijing."""

    def made(vendor: str = VENDOR, day: int = 20, catalogue: Catalogue | None = None) -> Edition:
        write(tmp_path / "news", FILES | {"vendors/xinghe.yaml": vendor})
        now = datetime(2026, 11, day, 12, tzinfo=BEIJING)
        knowledge = load_knowledge(tmp_path / "news")
        return Edition(Market(knowledge, catalogue or frozen_catalogue(), frozen_exchange(), now.date(), now))

    return made


def told(before: Edition, after: Edition, entry: str = "xinghe", language: Language = Language.EN) -> Told | None:
    return after.told({entry: before.state(entry)}, language)


def lines(found: Told | None) -> list[str]:
    assert found is not None
    return [line for line in found.html.replace("<blockquote expandable>", "").split("\n") if line.startswith("·")]


def test_names_of_models_families_vendors_and_plans_can_be_watched(folder: Path) -> None:
    write(folder, {"vendors/xinghe.yaml": VENDOR + PLAN})
    desk = NewsDesk(Engine(load_knowledge(folder), frozen_catalogue(), frozen_exchange()))
    assert desk.entries("星河") == ("xinghe",)
    assert desk.entries("星河max, 星河Lite") == ("xinghe/max", "xinghe/lite")
    assert desk.entries("星河会员") == ("xinghe/plus",)
    assert desk.entries("GPT-4o") == ("openai/gpt-4o",)
    for vain in ("foobar", "星河Lite foobar", "三体", "价格"):
        assert desk.entries(vain) == ()
    assert desk.name("xinghe/plus", Language.EN) == "Xinghe Plus"
    assert desk.name("nothing", Language.EN) == "nothing"


def test_what_stays_is_not_told(known: Known) -> None:
    before = known()
    again = VENDOR.replace("title: New prices", "title: Newer prices")
    assert told(before, known(again)) is None
    assert before.state("xinghe") == known(again).state("xinghe")


def test_an_announced_price_is_told_a_day_before_and_then_no_more(known: Known) -> None:
    to_come = more(price("3", "input", "2026-11-22"), price("9", "output", "2026-11-22"))
    before = known()
    assert told(before, known(to_come, day=20)) is None
    eve = known(to_come, day=21)
    assert lines(told(before, eve)) == [
        "· 星河 Max from tomorrow (2026-11-22): input 4 → 3, output 12 → 9 yuan per million tokens (down 25%)"
    ]
    assert told(eve, known(to_come, day=22)) is None
    late = told(before, known(to_come, day=30), language=Language.ZH_HANT)
    assert lines(late) == ["· 星河 Max 2026-11-22 起：輸入 4 → 3、輸出 12 → 9 元 / 百萬 tokens（降價 25%）"]


def test_days_begin_where_the_vendor_is(known: Known) -> None:
    """At noon in Beijing it is the day before in California: the price to come is of the day after tomorrow there."""
    zoned = "zone: America/Los_Angeles\n" + more(price("3", "input", "2026-11-22"))
    before = known("zone: America/Los_Angeles\n" + VENDOR)
    assert told(before, known(zoned, day=21)) is None
    assert "from tomorrow (2026-11-22)" in lines(told(before, known(zoned, day=22)))[0]


def test_a_promotion_is_told_when_it_begins_and_the_day_before_it_ends(known: Known) -> None:
    offer = more(price("2", "input", "2026-11-20", ", until: 2026-12-01, promotion: true"))
    before, during = known(), known(offer)
    assert lines(told(before, during)) == [
        "· 星河 Max since 2026-11-20: 4 → 2 yuan per million tokens (promotion) (down 50%)"
    ]
    assert lines(told(during, known(offer, day=30))) == [
        "· 星河 Max from tomorrow (2026-12-01): 2 → 4 yuan per million tokens (promotion over) (up 100%)"
    ]


def test_a_model_that_retires_is_told_with_what_comes_after(known: Known) -> None:
    life = "    name: 星河 Nano\n    retired: 2026-11-21\n    successors: [xinghe/lite]\n"
    gone = VENDOR.replace("    name: 星河 Nano\n", life)
    before, after = known(), known(gone)
    found = told(before, after)
    assert lines(found) == ["· 星河 Nano is no longer sold from tomorrow (2026-11-21); after it came 星河 Lite"]
    assert found is not None and found.models == ()
    assert told(after, known(gone, day=25)) is None
    assert lines(told(after, before)) == ["· 星河 Nano is sold again: free"]


def test_a_new_model_is_told_to_who_watches_its_vendor(known: Known) -> None:
    new = told(known(), known(VENDOR + MODEL))
    assert lines(new) == ["· New: Xinghe Ultra, input 30, output 90 yuan per million tokens"]
    assert new is not None and new.models == ("xinghe/ultra",)
    assert told(known(), known((VENDOR + MODEL).replace("2026-11-20", "2026-03-01"))) is None


def test_a_correction_is_not_called_a_new_price(known: Known) -> None:
    after = known(VENDOR.replace(LITE, "amount: 0.004, currency: CNY, per: 1000"))
    assert lines(told(known(), after, "xinghe/lite")) == [
        "· 星河 Lite (a correction, not a new price): output 0.002 → 0.004 yuan per 1,000 tokens"
    ]


def test_what_is_only_written_down_later_is_not_told(known: Known) -> None:
    """A batch price that was not on record before need not be new."""
    assert told(known(), known(more(price("2", "input", "2026-10-01", ", mode: batch")))) is None


def test_a_price_that_hangs_on_other_things_is_told_anew(known: Known) -> None:
    tiered = VENDOR.replace("- {buys: 2000000, for: 1, currency: CNY, side: input, from: 2026-03-01, source: report}\n"
                            "      - {amount: 0.002, currency: CNY, per: 1000, side: output, from: 2026-03-01, source: report}",
                            "- {amount: 1, currency: CNY, per: 1000000, side: input, from: 2026-03-01, source: report, input_tokens: {up_to: 32000}}\n"
                            "      - {amount: 2, currency: CNY, per: 1000000, side: input, from: 2026-03-01, source: report, input_tokens: {above: 32000}}")  # fmt: skip
    assert tiered != VENDOR
    [line] = lines(told(known(), known(tiered), "xinghe/lite"))
    assert line.startswith("· 星河 Lite is priced in another way, now: ")


def test_a_model_that_is_taken_off_the_record_is_told(known: Known) -> None:
    assert lines(told(known(VENDOR + MODEL), known())) == ["· xinghe/ultra is on no list any more"]


def test_an_older_catalogue_tells_nothing_of_a_newer_one(known: Known) -> None:
    """As right after a start, before prices were fetched again."""
    contents = frozen_catalogue().book
    assert isinstance(contents, CatalogueContents)
    assert contents.source is not None
    source = replace(contents.source, date=date(2020, 1, 1))
    older = known(catalogue=Catalogue(lambda: replace(contents, source=source)))
    newer = known()
    for entry, precedes in (("openai/gpt-4o", True), ("xinghe", False)):
        assert older.precedes(newer.state(entry)) is precedes
        assert not newer.precedes(older.state(entry))
        assert not newer.precedes(newer.state(entry))
    assert known(catalogue=Catalogue(CatalogueContents)).precedes(newer.state("openai/gpt-4o"))


def test_plans_are_told_of(known: Known) -> None:
    dearer = PLAN.replace("from: 2026-03-01}", "from: 2026-03-01, until: 2026-11-18}\n"
                          "      - {amount: 25, source: notice, from: 2026-11-18}")  # fmt: skip
    found = told(known(VENDOR + PLAN), known(VENDOR + dearer), "xinghe/plus")
    assert lines(found) == ["· Xinghe Plus since 2026-11-18: 20 → 25 yuan per month (up 25%)"]


def test_many_changes_are_one_message_with_the_sources(known: Known) -> None:
    edited = more(price("3", "input", "2026-11-20")).replace(LITE, "amount: 0.004, currency: CNY, per: 1000") + MODEL
    found = told(known(), known(edited))
    assert found is not None
    assert found.html.startswith("<b>🔔 星河 Max, 星河 Lite and Xinghe Ultra: prices that you watch have changed</b>\n")
    assert "<i>Source: Xinghe, checked 2026-09-28; Paper, checked 2026-03-01</i>" in found.html
    assert found.html.endswith("<i>To stop: /unwatch</i>")
    assert found.models == ("xinghe/max", "xinghe/lite", "xinghe/ultra")


@pytest.mark.parametrize("lost", ["", "{}", "[]", '{"version":0,"models":{}}', '{"version":1,"models":{"a":{"b":1}}}'])
def test_a_state_that_cannot_be_read_says_nothing(known: Known, lost: str) -> None:
    assert known().told({"xinghe": lost}, Language.EN) is None
