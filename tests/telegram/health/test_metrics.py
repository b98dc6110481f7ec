"""The numbers of a run with faults are the right ones, and hold nothing of people."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from prometheus_client.parser import text_string_to_metric_families

from bot.playground.faults import Trouble
from tests.telegram.conftest import Rig
from tests.telegram.health.conftest import Asker, numbers
from tests.telegram.hostile import HostileServer, json_body
from tests.waiting import eventually

ROOT = Path(__file__).parents[3]
SECRETS = ["geheimnis", "Xanthippe", "xanthippe_s", "Verschwörung", "777000777", "多少", "不懂"]


async def test_after_a_run_with_faults(telling: Rig, hostile: HostileServer, asker: Asker) -> None:
    server = hostile
    person = server.user("Xanthippe", "xanthippe_s")
    person.id = 777_000_777
    server.world.chats[person.id] = server.world.add_chat("private", "Xanthippe")
    group = server.group("Verschwörung")
    async with telling.running():
        server.fault("sendMessage", Trouble.FLOOD, seconds=1)
        server.fault("sendMessage", Trouble.RESET)
        server.private_message(person, "多少 geheimnis")
        await server.wait_for_sent(1)
        server.private_message(person, "geheimnis")
        await server.wait_for_sent(2)
        server.group_message(group, person, "geheimnis 天气")
        server.group_message(group, person, "多少 geheimnis in 群")
        await server.wait_for_sent(3)
        server.inline_query(person, "多少")
        await server.wait_for_sent(4)
        server.queue({"message": {"message_id": 1, "text": "geheimnis"}})
        server.answer("sendMessage", json_body({"ok": False, "error_code": 400, "description": "geheimnis"}, 400))
        server.private_message(person, "多少 geheimnis 2")
        server.private_message(person, "explode geheimnis")
        text = await asker.metrics_with('lost_answers_total{reason="raised"}')
    found = numbers(text)

    def number(name: str, *labels: str) -> float:
        return found[f"pricebot_{name}", frozenset(labels)]

    assert number("updates_total", "message", "addressed") == 4
    assert number("updates_total", "message", "overheard") == 2
    assert number("updates_total", "inline_query", "inline") == 1
    assert number("updates_passed_over_total", "unreadable") == 1
    assert number("answers_total", "addressed", "answered", "price", "zh-Hans") == 2
    assert number("answers_total", "addressed", "unknown", "none", "zh-Hans") == 1
    assert number("answers_total", "overheard", "answered", "price", "zh-Hans") == 1
    assert number("answers_total", "overheard", "ignored", "none", "zh-Hans") == 1
    assert number("inline_queries_total", "cards") == 1
    assert number("sends_total", "flooded") == 1
    assert number("sends_total", "failed") == 1
    assert number("sends_total", "refused") == 1
    assert number("sends_total", "done") == 4
    assert number("send_retries_total", "flooded") == 1
    assert number("send_retries_total", "failed") == 1
    assert number("flood_wait_seconds_total", "sends") == 1
    assert number("lost_answers_total", "BadRequest") == 1
    assert number("lost_answers_total", "raised") == 1
    assert number("update_age_seconds_count", "addressed") == 4
    assert number("database", "memory") == 1
    assert number("problem", "telegram") == 0
    assert number("ready") == 1
    assert found["pricebot_prices_checked_timestamp_seconds", frozenset()] > 1.5e9
    assert any(name == "pricebot_info" and telling.engine.knowledge.version in labels for name, labels in found)
    assert number("polls_total", "done") > 2
    assert [secret for secret in SECRETS if secret in text] == []


async def test_what_waits_is_shown_by_its_stage(telling: Rig, asker: Asker) -> None:
    server = telling.server
    async with telling.running():
        server.fault("sendMessage", Trouble.DELAY, seconds=1.0)
        person = server.user()
        for text in ("多少 1", "多少 2"):
            server.private_message(person, text)
        await eventually(lambda: any(method == "sendMessage" for method, _ in server.calls))
        found = numbers(await asker.metrics())
        assert found["pricebot_updates_in_hand", frozenset({"addressed", "working"})] == 1
        assert found["pricebot_updates_in_hand", frozenset({"addressed", "waiting"})] == 1


async def test_alarms_are_of_numbers_that_are_told(telling: Rig, asker: Asker) -> None:
    async with telling.running():
        text = await asker.metrics()
    groups = yaml.safe_load((ROOT / "deploy" / "prometheus-rules.yaml").read_text("utf-8"))["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    assert len({rule["alert"] for rule in rules}) == len(rules)
    told = {family.name for family in text_string_to_metric_families(text)}
    for rule in rules:
        assert {name.removesuffix("_total") for name in re.findall(r"pricebot_\w+", rule["expr"])} <= told
        assert rule["annotations"]["summary"]


async def test_labels_are_bounded(telling: Rig) -> None:
    from bot.telegram.network.counts import MOST, OTHER, Counts

    counts = Counts()
    for number in range(3 * MOST):
        counts.add("lost", str(number))
        counts.took("age", 1.0, str(number))
    assert len(counts.all()) == MOST + 1
    assert counts.of("lost", OTHER) == 2 * MOST
    assert len(counts.times()) == MOST + 1


async def test_a_card_that_is_sent_is_counted_by_what_it_answers(telling: Rig, asker: Asker) -> None:
    server, person = telling.server, telling.server.user()
    async with telling.running():
        query = server.inline_query(person, "多少")
        await server.wait_for(lambda: query.answer is not None)
        server.choose(person, query, 0, server.group())
        server.methods.updates.add("chosen_inline_result", {"result_id": "0", "from": person.json(), "query": ""})
        text = await asker.metrics_with('inline_chosen_total{kind="unknown"} 1.0')
    assert numbers(text)["pricebot_inline_chosen_total", frozenset({"price"})] == 1
