"""Which messages are answered, where, and how."""

from __future__ import annotations

import pytest

from bot.telegram.chats.chats import ChatSettings, Mode
from bot.text import Language
from tests.telegram.conftest import Rig

QUESTION = "1元能买多少GLM tokens"


async def test_a_private_question_is_answered_below_it(rig: Rig) -> None:
    asker = rig.server.user()
    message = rig.server.private_message(asker, QUESTION)
    sent = (await rig.server.wait_for_sent())[0]
    assert sent.chat_id == asker.id
    assert sent.text == f"答 {QUESTION}"
    assert sent.result["entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    assert sent.result["reply_to_message"]["message_id"] == message["message_id"]
    assert sent.arguments["link_preview_options"] == {"is_disabled": True}
    assert sent.arguments["reply_markup"]["inline_keyboard"][0][0]["text"] == "换一个"


async def test_in_private_also_what_is_no_question_gets_a_reply(rig: Rig) -> None:
    rig.server.private_message(rig.server.user(), "你好")
    assert (await rig.server.wait_for_sent())[0].text == "不懂"


async def test_a_mention_in_a_group_is_answered_without_the_name(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    rig.server.group_message(group, asker, f"😀 @price_bot {QUESTION}")
    sent = (await rig.server.wait_for_sent())[0]
    assert sent.chat_id == group.id
    assert rig.engine.asked[-1][0].split() == ["😀", *QUESTION.split()]
    assert rig.engine.asked[-1][1].addressed


async def test_a_text_mention_is_a_mention(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    entity = {"type": "text_mention", "offset": 0, "length": 3, "user": rig.server.world.bot.json()}
    rig.server.group_message(group, asker, "Bot 你好", entities=[entity])
    assert (await rig.server.wait_for_sent())[0].text == "不懂"


async def test_the_bare_name_answers_the_message_replied_to(rig: Rig) -> None:
    group = rig.server.group()
    said = rig.server.group_message(group, rig.server.user(), "how now @somebody")
    rig.server.group_message(group, rig.server.user(), "@price_bot", reply_to=said)
    assert (await rig.server.wait_for_sent())[0].text == "答 how now @somebody"


async def test_small_talk_in_a_group_is_none_of_its_business(rig: Rig) -> None:
    rig.server.group_message(rig.server.group(), rig.server.user(), "今天吃什么")
    assert await rig.finish() == []
    assert any(text == "今天吃什么" and not context.addressed for text, context in rig.engine.asked)


async def test_a_certain_question_in_a_helpful_group_is_answered(rig: Rig) -> None:
    rig.server.group_message(rig.server.group(), rig.server.user(), QUESTION)
    assert (await rig.server.wait_for_sent())[0].text == f"答 {QUESTION}"


async def test_a_quiet_group_is_left_alone_unless_the_bot_is_addressed(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    await rig.store.save(group.id, ChatSettings(mode=Mode.QUIET))
    rig.server.group_message(group, asker, QUESTION)
    rig.server.group_message(group, asker, "@price_bot 多少")
    assert await rig.finish() == ["答 多少"]


async def test_a_reply_to_the_bot_is_for_it_and_follows_up(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    rig.server.group_message(group, asker, f"@price_bot {QUESTION}")
    answer = (await rig.server.wait_for_sent())[0].result
    rig.server.group_message(group, asker, "那豆包呢", reply_to=answer)
    await rig.server.wait_for_sent(2)
    text, context = rig.engine.asked[-1]
    assert (text, context.addressed, context.previous) == ("那豆包呢", True, f"q{len(QUESTION)}")


async def test_after_a_restart_the_buttons_of_the_message_tell_what_is_followed_up(parked: Rig) -> None:
    group, asker = parked.server.group(), parked.server.user()
    async with parked.running():
        parked.server.group_message(group, asker, f"@price_bot {QUESTION}")
        answer = (await parked.server.wait_for_sent())[0].result
    async with parked.running():
        parked.server.group_message(group, asker, "那豆包呢", reply_to=answer)
        await parked.server.wait_for_sent(2)
    assert parked.engine.asked[-1][1].previous == f"q{len(QUESTION)}"


async def test_in_private_a_bare_fragment_follows_up(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    rig.server.private_message(asker, "那豆包呢")
    await rig.server.wait_for_sent(2)
    assert rig.engine.asked[-1][1].previous == f"q{len(QUESTION)}"


async def test_it_stays_silent_where_others_are_meant(rig: Rig) -> None:
    server, group = rig.server, rig.server.group()
    ada, bob = server.user("Ada"), server.user("Bob", "bobbin")
    robot = server.user("Robot", "robot_bot", is_bot=True)
    said = server.group_message(group, bob, "我觉得贵")
    origin = {"type": "user", "date": 1, "sender_user": bob.json()}
    server.group_message(group, ada, f"@bobbin {QUESTION}")
    server.group_message(group, ada, QUESTION, reply_to=said)
    server.group_message(group, ada, f"/ask@other_bot {QUESTION}")
    server.group_message(group, robot, f"@price_bot {QUESTION}")
    server.group_message(group, ada, QUESTION, forward_origin=origin)
    server.group_message(group, ada, QUESTION, via_bot=server.world.bot.json())
    server.private_message(ada, QUESTION, via_bot=server.world.bot.json())
    server.group_message(group, ada, QUESTION, is_automatic_forward=True)
    assert await rig.finish() == []
    assert all(text != QUESTION for text, _ in rig.engine.asked)


async def test_channel_posts_are_not_questions(rig: Rig) -> None:
    rig.server.methods.updates._allowed = None
    rig.server.channel_post(rig.server.world.add_chat("channel", "News"), QUESTION)
    assert await rig.finish() == []


async def test_a_reply_stays_in_its_topic(rig: Rig) -> None:
    group, asker = rig.server.group(forum=True), rig.server.user()
    topic = rig.server.topic(group)
    rig.server.group_message(group, asker, QUESTION, thread=topic)
    sent = (await rig.server.wait_for_sent())[0]
    assert sent.result["message_thread_id"] == topic
    assert not rig.engine.asked[-1][1].addressed, "the message that opened the topic is nothing that is replied to"


async def test_a_question_that_was_deleted_is_answered_all_the_same(parked: Rig) -> None:
    group = parked.server.group()
    message = parked.server.group_message(group, parked.server.user(), QUESTION)
    del group.messages[message["message_id"]]
    async with parked.running():
        sent = (await parked.server.wait_for_sent())[0]
    assert "reply_to_message" not in sent.result


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh-hant", Language.ZH_HANT),
        ("zh-HK", Language.ZH_HANT),
        ("zh", Language.ZH_HANS),
        ("de", Language.EN),
        (None, Language.ZH_HANS),
    ],
)
async def test_the_client_tells_the_usual_language(rig: Rig, tag: str | None, language: Language) -> None:
    rig.server.private_message(rig.server.user(language_code=tag), QUESTION)
    await rig.server.wait_for_sent()
    assert rig.engine.asked[-1][1].usual_language is language


async def test_a_long_reply_comes_in_parts_with_the_buttons_below_the_last(rig: Rig) -> None:
    rig.server.private_message(rig.server.user(), "long")
    parts = await rig.server.wait_for_sent(3)
    assert [bool(part.result.get("reply_markup")) for part in parts] == [False, False, True]
    assert all(part.result["entities"][0]["length"] == len(part.text) for part in parts), "bold goes on in each"
    assert sum(part.text.count("段") for part in parts) == 20
