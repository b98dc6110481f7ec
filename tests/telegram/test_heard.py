"""What is heard beside plain text: captions, comments, commands within a text, media, bots, split characters."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground.world import Chat, User
from tests.telegram.conftest import Rig

QUESTION = "1元能买多少GLM tokens"


def caption(rig: Rig, chat: Chat, user: User, text: str, *entities: tuple[str, int, int]) -> None:
    """Somebody sends a photo with these words."""
    user.started = True
    message = rig.server.world.post(chat, user, "", [])
    marks = [{"type": kind, "offset": start, "length": length} for kind, start, length in entities]
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    content = message | {"photo": photo, "caption": text, "caption_entities": marks}
    rig.server.methods.updates.add("message", content)


@pytest.mark.parametrize("command", ["/ask", "/ask@price_bot"])
async def test_a_caption_can_be_a_command(rig: Rig, command: str) -> None:
    text = f"{command} 多少 豆包"
    caption(rig, rig.server.group(), rig.server.user(), text, ("bot_command", 0, len(command)))
    assert (await rig.server.wait_for_sent())[0].text == "答 多少 豆包"


async def test_a_caption_with_another_bots_command_is_none_of_its_business(rig: Rig) -> None:
    caption(rig, rig.server.group(), rig.server.user(), "/ask@other_bot 多少", ("bot_command", 0, 14))
    assert await rig.finish() == []


async def test_its_command_within_a_text_names_it(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    entity: dict[str, Any] = {"type": "bot_command", "offset": 3, "length": 16}
    rig.server.group_message(group, asker, "麻烦 /price@price_bot 多少豆包", entities=[entity])
    await rig.server.wait_for_sent()
    text, context = rig.engine.asked[-1]
    assert (text.split(), context.addressed) == (["麻烦", "多少豆包"], True)


async def test_a_comment_below_a_channels_post_is_heard_like_any_message(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    channel = rig.server.world.add_chat("channel", "News")
    post = rig.server.world.post(
        group, rig.server.user("Telegram"), "新闻", [], sender_chat=channel.json(), is_automatic_forward=True
    )
    comment = rig.server.group_message(group, asker, QUESTION, reply_to=post)
    await rig.server.wait_for_sent()
    rig.server.group_message(group, rig.server.user(), "多少 别的", reply_to=comment)
    assert await rig.finish() == [f"答 {QUESTION}"], "a reply to a person is for that person"


async def test_a_bot_that_writes_to_it_in_private_is_not_answered(rig: Rig) -> None:
    robot = rig.server.user("Robot", "robot_bot", is_bot=True)
    rig.server.private_message(robot, QUESTION)
    rig.server.private_message(robot, "/price GLM")
    assert await rig.finish() == []


@pytest.mark.parametrize("kind", ["voice", "sticker", "photo", "location", "checklist"])
async def test_who_sends_media_in_private_is_told_once_that_it_reads_text(rig: Rig, kind: str) -> None:
    media: dict[str, Any] = {
        "voice": {"file_id": "a", "file_unique_id": "b", "duration": 1},
        "sticker": {
            "file_id": "a",
            "file_unique_id": "b",
            "type": "regular",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
        },
        "photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}],
        "location": {"longitude": 1.0, "latitude": 2.0},
        "checklist": {"title": "x", "tasks": []},
    }
    asker, group = rig.server.user(language_code="en"), rig.server.group()
    asker.started = True
    for chat in (rig.server.world.chats[asker.id], group, rig.server.world.chats[asker.id]):
        message = rig.server.world.post(chat, asker, "", [])
        rig.server.methods.updates.add("message", message | {kind: media[kind]})
    texts = await rig.finish()
    assert len(texts) == 1
    assert texts[0].startswith("I read text only.")


@pytest.mark.parametrize(
    "entity",
    [
        {"type": "mention", "offset": 1, "length": 9},
        {"type": "mention", "offset": -5, "length": 10},
        {"type": "mention", "offset": 10**12, "length": 10**12},
        {"type": "text_mention", "offset": 1, "length": 1},
        {"type": "bot_command", "offset": 1, "length": 1},
    ],
)
async def test_marks_that_split_a_character_or_point_nowhere_do_no_harm(rig: Rig, entity: dict[str, Any]) -> None:
    rig.server.private_message(rig.server.user(), "😀😀 @price_bot 多少", entities=[entity])
    assert len(await rig.finish()) == 1
