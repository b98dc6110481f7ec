// What the page knows: everything the server told, who is writing, and where.

import { deed } from "./api.js";
import { plain } from "./rich.js";
import { wordsFor } from "./words.js";

export const state = {
  connected: false,
  bot: null,
  people: [],
  chats: new Map(),
  profile: {},
  me: null,
  chat: null,
  topic: null,
  /** What the next message answers or changes: {kind: "reply" | "edit", message}. */
  context: null,
  /** Until when the bot is typing, by chat. */
  typing: new Map(),
  words: wordsFor().words,
  tag: "en",
};

const watchers = [];
const seen = new Map();
let pending = false;

/** Call `watcher` after every change, once for all changes of a moment. */
export const watch = (watcher) => watchers.push(watcher);

export function changed() {
  if (pending) return;
  pending = true;
  queueMicrotask(() => {
    pending = false;
    for (const watcher of watchers) watcher();
  });
}

/** Take over all that the server knows. */
export function takeState(told) {
  Object.assign(state, { connected: true, bot: told.bot, people: told.people, profile: told.profile });
  state.chats = new Map(
    told.chats.map((chat) => [chat.id, { ...chat, messages: new Map(chat.messages.map((one) => [one.message_id, one])) }]),
  );
  followAddress();
}

export function takeMessage({ chat: id, with_bot, content }) {
  const chat = state.chats.get(id);
  if (!chat) return;
  chat.with_bot = with_bot;
  chat.messages.set(content.message_id, content);
  if (content.from?.id === state.bot.id) state.typing.delete(id);
  changed();
}

export function takeDeletion({ chat: id, content }) {
  state.chats.get(id)?.messages.delete(content.message_id);
  if (state.context?.message.message_id === content.message_id) state.context = null;
  changed();
}

const TYPING_MILLISECONDS = 5000;

export function takeAction({ chat: id }) {
  state.typing.set(id, Date.now() + TYPING_MILLISECONDS);
  setTimeout(changed, TYPING_MILLISECONDS + 50);
  changed();
}

/** The address holds who writes, and where, so that it can be reloaded, shared and gone back from. */
export function followAddress() {
  const [me, chat, topic] = location.hash.slice(1).split("/").map(Number);
  const before = [state.me?.id, state.chat?.id, state.topic].join("/");
  state.me = state.people.find((person) => person.id === me) ?? state.people[0];
  state.chat = visibleChats().find((one) => one.id === chat) ?? null;
  state.topic = state.chat?.topics.find((one) => one.id === topic)?.id ?? null;
  if (!state.chat && !isNarrow()) state.chat = visibleChats()[0];
  if (before !== [state.me.id, state.chat?.id, state.topic].join("/")) state.context = null;
  Object.assign(state, wordsFor(state.me.language_code));
  changed();
}

/** Go to a chat, as somebody; to be awaited by what wants to go on there. */
export async function go({ me = state.me.id, chat = state.chat?.id, topic = null }) {
  location.hash = [me, chat, topic].filter((part) => part !== null && part !== undefined).join("/");
  followAddress();
}

/** Write as somebody else: in the same group, or in their own private chat. */
export function become(person) {
  const inGroup = state.chat && state.chat.type !== "private";
  const stays = inGroup && state.chat.members.includes(person.id);
  go({ me: person.id, chat: stays ? state.chat.id : state.chat ? person.id : undefined, topic: stays ? state.topic : null });
}

export const isNarrow = () => matchMedia("(max-width: 720px)").matches;
export const visibleChats = () => [...state.chats.values()].filter((chat) => chat.members.includes(state.me.id));
export const isGroup = (chat = state.chat) => chat.type !== "private";
export const isAdmin = (chat, person = state.me) => chat.administrators.includes(person.id);
export const chatName = (chat) => (isGroup(chat) ? chat.title : state.bot.first_name);
export const face = (chat) => (isGroup(chat) ? chat : state.bot);
export const isTyping = (chat) => (state.typing.get(chat.id) ?? 0) > Date.now();

/** What a message says, be it below a picture or in a table. */
export const textOf = (message) =>
  message?.text ?? message?.caption ?? (message?.rich_message && plain(message.rich_message.blocks));

/** The messages of a chat, or of one of its topics, in order. */
export function messagesOf(chat, topic = undefined) {
  const seen = (one) => !one.receiver_user || one.receiver_user.id === state.me.id;
  const all = [...chat.messages.values()].filter(seen).sort((one, other) => one.message_id - other.message_id);
  return topic === undefined ? all : all.filter((one) => (one.message_thread_id ?? null) === topic);
}

/** How many messages of others somebody has not looked at; looking at a chat's topic marks that topic as read. */
export function unread(chat, topic = undefined) {
  const key = (message) => `${state.me.id}/${chat.id}/${message.message_thread_id ?? ""}`;
  return messagesOf(chat, topic).filter(
    (one) => textOf(one) && one.from.id !== state.me.id && one.message_id > (seen.get(key(one)) ?? 0),
  ).length;
}

export function markRead() {
  const last = messagesOf(state.chat, state.topic).at(-1);
  if (last) seen.set(`${state.me.id}/${state.chat.id}/${state.topic ?? ""}`, last.message_id);
}

/** The bot's commands for who writes here: the narrowest scope first, the person's language before all others. */
export function commands() {
  const scopes = isGroup()
    ? [...(isAdmin(state.chat) ? ["all_chat_administrators"] : []), "all_group_chats", "default"]
    : ["all_private_chats", "default"];
  for (const scope of scopes) {
    const found = localized(`commands/${scope}`);
    if (found?.length) return found;
  }
  return [];
}

/** What the bot's profile says under a name, in the person's language or else in general. */
export function localized(name) {
  const language = (state.me.language_code ?? "").split("-")[0];
  return state.profile[`${name}/${language}`] ?? state.profile[name];
}

/** Do something here, as who is writing; errors are left to the caller. */
export function act(name, wish = {}, signal = undefined) {
  const where = { as: state.me.id, chat: state.chat.id, topic: state.topic };
  return deed(name, { ...where, ...wish }, signal);
}
