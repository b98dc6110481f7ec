"""The methods of the Bot API that the bot uses."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import Any, Final, cast

from telegram.constants import BotDescriptionLimit, BotNameLimit, ChatAction

from bot.playground.alone import of_reader, reader_of, told
from bot.playground.arguments import Arguments, captioned, checked_commands, formatted, inline_keyboard
from bot.playground.errors import ApiError, bad_request
from bot.playground.files import Files
from bot.playground.flood import FloodControl
from bot.playground.photos import Photos
from bot.playground.queries import Queries, check_result, checked_results
from bot.playground.rich import rich_message
from bot.playground.updates import UpdateQueue
from bot.playground.world import RIGHTS, Chat, Event, Json, World

_MOST_UPDATES: Final = 100
_LONGEST_POLL: Final = 50.0
_USUAL_CONNECTIONS: Final = 40
_NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


class Methods:
    """Carries out calls. ``profile`` is what the bot told about itself: commands, name, descriptions."""

    def __init__(self, world: World, updates: UpdateQueue, *, reads_all_group_messages: bool) -> None:
        self.world = world
        self.updates = updates
        self.flood = FloodControl(time.monotonic)
        self.inline_queries = Queries(time.monotonic)
        self.callback_queries = Queries(time.monotonic)
        self.guest_queries = Queries(time.monotonic)
        self.photos = Photos()
        self.files = Files()
        self.profile: dict[str, Any] = {}
        self.reads_all_group_messages = reads_all_group_messages
        self.rich = False
        """Whether rich messages are known, as they are from version 10.1 of the Bot API on."""
        self.alone = False
        """Whether messages are known that one person alone sees, as they are from version 10.3 on."""
        self._table: dict[str, Callable[[Arguments], Awaitable[Any]]] = {
            name.casefold(): method
            for name, method in {
                "getMe": self._get_me,
                "getUpdates": self._get_updates,
                "setWebhook": self._set_webhook,
                "getWebhookInfo": self._get_webhook_info,
                "deleteWebhook": self._delete_webhook,
                "sendMessage": self._send_message,
                "sendRichMessage": self._send_rich_message,
                "sendPhoto": self._send_photo,
                "editMessageText": self._edit_message_text,
                "editMessageMedia": self._edit_message_media,
                "editEphemeralMessageText": self._edit_ephemeral_text,
                "deleteMessage": self._delete_message,
                "getFile": self._get_file,
                "sendChatAction": self._send_chat_action,
                "answerInlineQuery": self._answer_inline_query,
                "answerCallbackQuery": self._answer_callback_query,
                "answerGuestQuery": self._answer_guest_query,
                "getChatMember": self._get_chat_member,
                "getChatAdministrators": self._get_chat_administrators,
                "setMyCommands": self._set_my_commands,
                "getMyCommands": self._get_my_commands,
                "setMyName": self._keep("name"),
                "setMyDescription": self._keep("description"),
                "setMyShortDescription": self._keep("short_description"),
                "getMyDescription": self._kept("description"),
                "getMyShortDescription": self._kept("short_description"),
                "logOut": self._yes,
                "close": self._yes,
            }.items()
        }

    async def call(self, method: str, arguments: Arguments) -> Any:
        """Result of a call.

        Raises:
            ApiError: it is refused.
        """
        carry_out = self._table.get(method.casefold())
        if carry_out is None:
            raise ApiError(404, "Not Found")
        return await carry_out(arguments)

    async def _yes(self, _arguments: Arguments) -> bool:
        return True

    def _keep(self, name: str) -> Callable[[Arguments], Awaitable[bool]]:
        async def keep(arguments: Arguments) -> bool:
            if len(arguments.text(name)) > _LONGEST_TEXTS[name]:
                raise bad_request(f"{name.replace('_', ' ')} is too long")
            return self._keep_in_profile(_profile_key(name, arguments), arguments.text(name))

        return keep

    def _keep_in_profile(self, key: str, value: Any) -> bool:
        self.profile[key] = value
        self.world.tell(Event.PROFILE, None, self.profile)
        return True

    def _kept(self, name: str) -> Callable[[Arguments], Awaitable[Json]]:
        async def kept(arguments: Arguments) -> Json:
            return {name: self.profile.get(_profile_key(name, arguments), "")}

        return kept

    async def _set_my_commands(self, arguments: Arguments) -> bool:
        commands = checked_commands(arguments.structure("commands"))
        return self._keep_in_profile(_profile_key("commands", arguments), commands)

    async def _get_my_commands(self, arguments: Arguments) -> list[Json]:
        commands: list[Json] = self.profile.get(_profile_key("commands", arguments), [])
        return commands

    async def _get_file(self, arguments: Arguments) -> Json:
        return self.files.told(arguments.text("file_id"))

    async def _get_me(self, _arguments: Arguments) -> Json:
        return self.world.bot.json() | {
            "can_join_groups": True,
            "can_read_all_group_messages": self.reads_all_group_messages,
            "supports_inline_queries": True,
        }

    async def _get_updates(self, arguments: Arguments) -> list[Json]:
        limit = arguments.integer("limit", _MOST_UPDATES)
        return await self.updates.poll(
            arguments.integer("offset"),
            min(max(limit, 1), _MOST_UPDATES),
            min(float(arguments.integer("timeout")), _LONGEST_POLL),
            cast("list[str] | None", arguments.structure("allowed_updates")),
        )

    async def _set_webhook(self, arguments: Arguments) -> bool:
        url = arguments.text("url")
        if url and not url.startswith("https://"):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        self.updates.webhook = url
        self.updates.secret = arguments.text("secret_token")
        self.updates.connections = arguments.integer("max_connections", _USUAL_CONNECTIONS)
        self.updates.allow(cast("list[str] | None", arguments.structure("allowed_updates")))
        if url:
            self.updates.abort("terminated by setWebhook request")
        return True

    async def _get_webhook_info(self, _arguments: Arguments) -> Json:
        updates = self.updates
        info: Json = {
            "url": updates.webhook,
            "has_custom_certificate": False,
            "pending_update_count": updates.waiting,
        }
        if updates.webhook:
            info["max_connections"] = updates.connections
        return info | ({"allowed_updates": updates.allowed} if updates.allowed else {})

    async def _delete_webhook(self, arguments: Arguments) -> bool:
        self.updates.webhook = ""
        if arguments.flag("drop_pending_updates"):
            self.updates.clear()
        return True

    async def _send_message(self, arguments: Arguments) -> Json:
        text, entities = formatted(arguments.text("text"), arguments.text("parse_mode") or None)
        return self._posted(arguments, text, entities)

    async def _send_rich_message(self, arguments: Arguments) -> Json:
        if not self.rich:
            raise ApiError(404, "Not Found")
        return self._posted(arguments, "", [], rich_message=rich_message(arguments.structure("rich_message")))

    async def _send_photo(self, arguments: Arguments) -> Json:
        if self.world.chat_to_write(arguments.values.get("chat_id")).text_only:
            raise bad_request("not enough rights to send photos to the chat")
        caption = captioned(arguments.values)
        return self._posted(arguments, "", [], photo=self.photos.take(arguments, arguments.text("photo")), **caption)

    def _posted(self, arguments: Arguments, text: str, entities: list[Json], **content: Any) -> Json:
        chat = self.world.chat_to_write(arguments.values.get("chat_id"))
        markup = inline_keyboard(arguments.structure("reply_markup"))
        thread = arguments.integer("message_thread_id") or None
        if thread is not None and thread not in chat.topics:
            raise bad_request("message thread not found")
        reply_to = _quoted(chat, arguments)
        self.flood.check(chat.id)
        more = content | ({"reply_markup": markup} if markup else {})
        wanted = arguments.structure("ephemeral_message_parameters") if self.alone else None
        reader = reader_of(wanted, chat, self.world, self.callback_queries)
        if reader is not None:
            more["receiver_user"] = reader.json()
        message = self.world.post(chat, self.world.bot, text, entities, reply_to=reply_to, thread=thread, **more)
        if reader is not None:
            message["ephemeral_message_id"] = message["message_id"]
        return told(message)

    async def _edit_ephemeral_text(self, arguments: Arguments) -> bool:
        chat = self.world.chat_to_write(arguments.values.get("chat_id"))
        number, reader = arguments.integer("ephemeral_message_id"), arguments.integer("receiver_user_id")
        self._rewrite(of_reader(chat, number, reader), arguments)
        return True

    async def _edit_message_text(self, arguments: Arguments) -> Json | bool:
        message = self._message_to_edit(arguments)
        if "photo" in message:
            raise bad_request("there is no text in the message to edit")
        self._rewrite(message, arguments)
        return True if "inline_message_id" in message else message

    def _rewrite(self, message: Json, arguments: Arguments) -> None:
        """Put another text into a message."""
        new: Json = {"text": "", "entities": [], "rich_message": None}
        if self.rich and "rich_message" in arguments.values:
            new["rich_message"] = rich_message(arguments.structure("rich_message"))
        else:
            new["text"], new["entities"] = formatted(arguments.text("text"), arguments.text("parse_mode") or None)
        new["reply_markup"] = inline_keyboard(arguments.structure("reply_markup"))
        if all((message.get(key) or None) == (value or None) for key, value in new.items()):
            raise bad_request(_NOT_MODIFIED)
        self.world.rewrite(message, new | {"edit_date": int(time.time())})

    async def _edit_message_media(self, arguments: Arguments) -> Json | bool:
        message, media = self._message_to_edit(arguments), arguments.structure("media")
        if not isinstance(media, dict) or media.get("type") != "photo":
            raise bad_request("can't parse InputMedia: only photos are known here")
        new: Json = {"text": "", "entities": [], "caption": "", "caption_entities": []}
        new["photo"] = self.photos.take(arguments, str(media.get("media")))
        new |= captioned(media) | {"reply_markup": inline_keyboard(arguments.structure("reply_markup"))}
        if all((message.get(key) or None) == (value or None) for key, value in new.items()):
            raise bad_request(_NOT_MODIFIED)
        self.world.rewrite(message, new | {"edit_date": int(time.time())})
        return message

    def _message_to_edit(self, arguments: Arguments) -> Json:
        inline_id = arguments.text("inline_message_id")
        if inline_id:
            if inline_id not in self.world.cards:
                raise bad_request("MESSAGE_ID_INVALID")
            return self.world.cards[inline_id]
        chat = self.world.chat_to_write(arguments.values.get("chat_id"))
        message = chat.messages.get(arguments.integer("message_id"))
        if message is None:
            raise bad_request("message to edit not found")
        if message["from"]["id"] != self.world.bot.id:
            raise bad_request("message can't be edited")
        return message

    async def _delete_message(self, arguments: Arguments) -> bool:
        chat = self.world.chat_to_write(arguments.values.get("chat_id"))
        message = chat.messages.get(arguments.integer("message_id"))
        if message is None:
            raise bad_request("message to delete not found")
        own = message["from"]["id"] == self.world.bot.id
        if not own and chat.type != "private" and self.world.bot.id not in chat.administrators:
            raise bad_request("message can't be deleted")
        self.world.delete(chat, message["message_id"])
        return True

    async def _send_chat_action(self, arguments: Arguments) -> bool:
        chat = self.world.chat_to_write(arguments.values.get("chat_id"))
        if arguments.text("action") not in set(ChatAction):
            raise bad_request("wrong parameter action in request")
        thread = arguments.integer("message_thread_id") or None
        self.world.tell(Event.ACTION, chat, {"action": arguments.text("action"), "message_thread_id": thread})
        return True

    async def _answer_inline_query(self, arguments: Arguments) -> bool:
        query = self.inline_queries.fresh(arguments.text("inline_query_id"))
        query.answer = arguments.values | {"results": checked_results(arguments)}
        return True

    async def _answer_callback_query(self, arguments: Arguments) -> bool:
        query = self.callback_queries.fresh(arguments.text("callback_query_id"))
        if len(arguments.text("text")) > 200:
            raise bad_request("MESSAGE_TOO_LONG")
        query.answer = arguments.values
        return True

    async def _answer_guest_query(self, arguments: Arguments) -> Json:
        query = self.guest_queries.fresh(arguments.text("guest_query_id"))
        result = arguments.structure("result")
        check_result(result)
        query.answer = {"result": result}
        inline_id = f"guest-{query.id}"
        content = result["input_message_content"]
        text, entities = formatted(content["message_text"], content.get("parse_mode"))
        markup = inline_keyboard(result.get("reply_markup"))
        chat = self.world.chats[query.content["chat_id"]]
        asked = chat.messages.get(query.content["message_id"])
        more: Json = {"reply_markup": markup} if markup else {}
        message = self.world.post(chat, self.world.bot, text, entities, reply_to=asked, **more)
        self.world.cards[inline_id] = message | {"inline_message_id": inline_id}
        return {"inline_message_id": inline_id}

    async def _get_chat_member(self, arguments: Arguments) -> Json:
        chat = self.world.chat_to_write(arguments.values.get("chat_id"))
        user = self.world.users.get(arguments.integer("user_id"))
        if user is None:
            raise bad_request("invalid user_id specified")
        return {"status": "administrator" if user.id in chat.administrators else "member", "user": user.json()} | (
            RIGHTS if user.id in chat.administrators else {}
        )

    async def _get_chat_administrators(self, arguments: Arguments) -> list[Json]:
        chat = self.world.chat_to_write(arguments.values.get("chat_id"))
        if chat.type == "private":
            raise bad_request("there are no administrators in the private chat")
        people = [self.world.users[number] for number in sorted(chat.administrators)]
        return [{"status": "administrator", "user": user.json()} | RIGHTS for user in people]


_LONGEST_TEXTS: Final = {
    "name": BotNameLimit.MAX_NAME_LENGTH,
    "description": BotDescriptionLimit.MAX_DESCRIPTION_LENGTH,
    "short_description": BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH,
}


def _profile_key(name: str, arguments: Arguments) -> str:
    """Where a part of the profile is kept: by its scope, and by its language where it has one."""
    scope = arguments.structure("scope") or {"type": "default"}
    return "/".join(part for part in (name, str(scope.get("type")), arguments.text("language_code")) if part)


def _quoted(chat: Chat, arguments: Arguments) -> Json | None:
    """The message to be replied to; ``None`` where there is none to quote."""
    wanted = arguments.structure("reply_parameters")
    if wanted is None:
        return None
    if not isinstance(wanted, dict) or not isinstance(wanted.get("message_id"), int):
        raise bad_request('can\'t parse reply parameters: Field "message_id" must be of type Number')
    message = chat.messages.get(wanted["message_id"])
    if message is None and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message
