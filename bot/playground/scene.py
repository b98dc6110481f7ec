"""Who and what the playground opens with: some people, a group with topics, and a group without the bot."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.playground.people import People
from bot.playground.world import Chat, Json, User


@dataclass(slots=True)
class Scene:
    """The people whom one can write as, and who is in which group."""

    people: tuple[User, ...]
    members: dict[int, tuple[User, ...]] = field(default_factory=dict)
    """By the group's id. Everybody has a private chat with the bot besides."""

    def chats_of(self, person: User) -> list[int]:
        """Ids of the chats that somebody sees."""
        return [person.id, *(chat_id for chat_id, people in self.members.items() if person in people)]

    def json(self, people: People) -> Json:
        """Everything that the page shows, at this moment."""
        world = people.world
        private = {person.id: (person,) for person in self.people}
        rooms = [(world.chats[chat_id], members) for chat_id, members in (private | self.members).items()]
        return {
            "bot": world.bot.json(),
            "people": [person.json() for person in self.people],
            "chats": [_chat_json(chat, members) for chat, members in rooms],
            "profile": people.methods.profile,
        }


def opening_scene(people: People) -> Scene:
    """Four people who speak three languages; an administrator has just added the bot to their group."""
    lin = people.user("小林", "xiaolin", "zh-hans")
    pei = people.user("佩珊", "peishan", "zh-hant")
    ada = people.user("Ada", "ada_l", "en")
    tom = people.user("Tom", "tom_b", "en")
    prices = people.group("AI 省钱小组", forum=True)
    prices.administrators.add(lin.id)
    people.topic(prices, "模型价格")
    rides = people.group("周末骑行 🚲")
    rides.foreign = True
    rides.administrators.add(ada.id)
    everybody = (lin, pei, ada, tom)
    people.add_bot(prices, lin)
    return Scene(everybody, {prices.id: everybody, rides.id: (lin, ada, tom)})


def _chat_json(chat: Chat, members: tuple[User, ...]) -> Json:
    return chat.json() | {
        "members": [person.id for person in members],
        "administrators": sorted(chat.administrators),
        "topics": [{"id": number, "name": name} for number, name in chat.topics.items()],
        "with_bot": chat.has_bot,
        "foreign": chat.foreign,
        "messages": list(chat.messages.values()),
    }
