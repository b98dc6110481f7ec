// The messages of the chat that is open: bubbles, buttons under them, and what can be done with each.

import { $, avatar, h, hue, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { openMenu, alertBox, ask, toast } from "./overlays.js";
import {
  act, changed, chatName, face, go, isAdmin, isGroup, localized, markRead, messagesOf, state, textOf, visibleChats,
} from "./state.js";
import { blocks } from "./rich.js";
import { clock, day } from "./times.js";
import { compose, edit, runCommand, startInline, write } from "./field.js";
import { swipeToReply } from "./swipe.js";

const SERIES_SECONDS = 600;
const shown = new Map();
let room = "";
let missed = 0;

export function setUpMessages() {
  $("to-end").append(icon("down"), h("span", { className: "badge", hidden: true }));
  $("to-end").addEventListener("click", () => toEnd("smooth"));
  $("scroller").addEventListener("scroll", () => {
    if (atEnd()) missed = 0;
    renderToEnd();
  });
  $("messages").addEventListener("keydown", moveBetweenMessages);
  new ResizeObserver(() => wasAtEnd && toEnd()).observe($("scroller"));
}

let wasAtEnd = true;
const atEnd = () => $("scroller").scrollHeight - $("scroller").scrollTop - $("scroller").clientHeight < 60;

function toEnd(behavior = "instant") {
  missed = 0;
  $("scroller").scrollTo({ top: $("scroller").scrollHeight, behavior });
}

function renderToEnd() {
  wasAtEnd = atEnd();
  const badge = $("to-end").querySelector(".badge");
  badge.textContent = String(missed);
  badge.hidden = missed === 0;
  $("to-end").hidden = wasAtEnd;
  $("to-end").ariaLabel = state.words.toEnd;
}

export function renderMessages() {
  if (!state.chat) return;
  $("messages").ariaLabel = state.words.messages;
  const here = [state.me.id, state.chat.id, state.topic].join("/");
  const follows = here !== room || atEnd();
  if (here !== room) shown.clear();
  const messages = messagesOf(state.chat, state.topic);
  const before = shown.size;
  const nodes = messages.flatMap((message, at) => rows(message, messages[at - 1], messages[at + 1]));
  for (const number of shown.keys()) if (!state.chat.messages.has(number)) shown.delete(number);
  place(nodes.length ? nodes : [emptyRoom()]);
  const last = messages.at(-1);
  if (follows || (shown.size > before && last?.from.id === state.me.id)) toEnd();
  else if (shown.size > before) missed += shown.size - before;
  room = here;
  markRead();
  renderToEnd();
}

/** Put nodes into the list, touching only what changed, so that focus and what is being read out stay. */
function place(nodes) {
  const list = $("messages");
  const wanted = new Set(nodes);
  const focused = focusWithin(list);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, at) => list.children[at] !== node && list.insertBefore(node, list.children[at] ?? null));
  if (focused && !list.contains(document.activeElement)) refocus(list, focused);
}

const controls = (article) => [...article.querySelectorAll("button, a, summary")];

/** Where the focus is among the messages: in which one, and on which of its buttons. */
function focusWithin(list) {
  const article = document.activeElement?.closest("article");
  if (!article || !list.contains(article)) return null;
  const at = controls(article).indexOf(document.activeElement);
  return { id: article.dataset.id, at, text: document.activeElement.textContent };
}

/** Give the focus to what stands where it was: the same button, or the one in its place, or the message, or the list. */
function refocus(list, { id, at, text }) {
  const article = list.querySelector(`[data-id="${id}"]`);
  const all = article && at >= 0 ? controls(article) : [];
  const target = all.find((one) => one.textContent === text) ?? all.at(Math.min(at, all.length - 1)) ?? article ?? list;
  target.focus({ preventScroll: true });
}

function rows(message, previous, next) {
  const first = !sameSeries(previous, message);
  const last = !sameSeries(message, next);
  const quoted = message.reply_to_message && state.chat.messages.get(message.reply_to_message.message_id);
  const signature = JSON.stringify([message, first, last, quoted && textOf(quoted), state.tag, !previous || day(previous.date)]);
  let known = shown.get(message.message_id);
  if (known?.signature !== signature) {
    const node = textOf(message) === undefined ? serviceRow(message) : bubbleRow(message, first, last, quoted);
    const newDay = !previous || day(previous.date) !== day(message.date);
    known = { signature, nodes: [...(newDay ? [h("p", { className: "pill day" }, day(message.date))] : []), node] };
    shown.set(message.message_id, known);
  }
  return known.nodes;
}

function sameSeries(one, other) {
  if (!textOf(one) || !textOf(other) || day(one.date) !== day(other.date)) return false;
  return one.from.id === other.from.id && other.date - one.date < SERIES_SECONDS;
}

function serviceRow(message) {
  const { words } = state;
  const who = message.from.first_name;
  const bot = state.bot.first_name;
  if (message.new_chat_members) return h("p", { className: "pill" }, `${who} ${words.joined} ${bot}`);
  if (message.left_chat_member) return h("p", { className: "pill" }, `${who} ${words.left} ${bot}`);
  return h("p", { className: "pill" }, `${words.topicOpened} ${message.forum_topic_created?.name ?? ""}`);
}

function bubbleRow(message, first, last, quoted) {
  const own = message.from.id === state.me.id;
  const pictured = isGroup() && !own;
  const classes = ["message", own ? "own" : "", first ? "first" : "", last ? "last" : "", pictured ? "pictured" : ""];
  const bubble = h("div", { className: "bubble" }, pictured && last ? avatar(message.from, "small") : "",
    authorLine(message, first && isGroup() && !own),
    message.via_bot ? h("p", { className: "via" }, `${state.words.via} @${message.via_bot.username}`) : "",
    message.receiver_user ? h("p", { className: "via" }, state.words.alone) : "",
    quote(message, quoted),
    photo(message),
    h("div", { className: message.rich_message ? "text rich" : "text" }, said(message), meta(message, own)),
    h("button", { type: "button", className: "icon-button reply-here", tabIndex: -1, title: state.words.reply,
      aria: { label: state.words.reply }, onclick: () => reply(message) }, icon("reply")));
  const keyboard = (message.reply_markup?.inline_keyboard ?? []).map((row) =>
    h("div", { className: "buttons" }, row.map((button) => keyboardButton(button, message))));
  const node = h("article", {
    className: classes.join(" "), tabIndex: -1, dataset: { id: message.message_id },
    aria: { label: `${message.from.first_name}, ${clock(message.date)}` },
    oncontextmenu: (event) => openMessageMenu(event, message), ondblclick: (event) => dblReply(event, message),
  },
    h("div", { className: "stack" }, bubble, keyboard.length ? h("div", { className: "keyboard" }, keyboard) : ""));
  swipeToReply(node, () => reply(message));
  return node;
}

const said = (message) =>
  message.rich_message
    ? blocks(message.rich_message.blocks)
    : formatted(textOf(message), message.entities ?? message.caption_entities, actions);

/** The picture of a message, which its caption tells in words. */
function photo(message) {
  const size = message.photo?.at(-1);
  if (!size) return "";
  const source = `/playground/photos/${size.file_id}`;
  const words = textOf(message)?.split("\n")[0] ?? "";
  return h("a", { className: "photo", href: source, target: "_blank", rel: "noopener" },
    h("img", { src: source, alt: words, width: size.width, height: size.height }));
}

function authorLine(message, wanted) {
  if (!wanted) return "";
  const admin = isAdmin(state.chat, message.from);
  const colour = message.from.is_bot ? "bot" : hue(message.from.id);
  return h("p", { className: `author ${colour}` }, message.from.first_name,
    admin ? h("span", { className: "rank" }, state.words.admin) : "");
}

function quote(message, quoted) {
  const target = message.reply_to_message;
  if (!target || target.forum_topic_created) return "";
  if (!quoted) return h("div", { className: "quote gone" }, h("span", {}, state.words.gone));
  const colour = quoted.from.is_bot ? "bot" : hue(quoted.from.id);
  return h("button", { type: "button", className: `quote ${colour}`, onclick: () => show(quoted.message_id) },
    h("b", {}, quoted.from.first_name), h("span", {}, textOf(quoted)?.replace(/\s+/g, " ").slice(0, 120)));
}

function meta(message, own) {
  return h("span", { className: "meta" }, message.edit_date ? h("span", {}, state.words.edited) : "",
    h("time", { datetime: new Date(message.date * 1000).toISOString() }, clock(message.date)), own ? icon("read") : "");
}

function show(number) {
  const node = $("messages").querySelector(`[data-id="${number}"]`);
  node?.scrollIntoView({ block: "center", behavior: "smooth" });
  node?.classList.add("flash");
  setTimeout(() => node?.classList.remove("flash"), 1200);
}

function keyboardButton(button, message) {
  const corner = button.url ? icon("link") : "switch_inline_query" in button ? icon("share") : "";
  return h("button", { type: "button", onclick: (event) => press(event.currentTarget, button, message) },
    h("span", {}, button.text), corner);
}

async function press(element, button, message) {
  if (button.url) return void open(button.url, "_blank", "noopener");
  if (button.copy_text) return copy(button.copy_text.text);
  if (button.switch_inline_query_current_chat !== undefined) return startInline(button.switch_inline_query_current_chat);
  if (button.switch_inline_query !== undefined) return shareInline(button.switch_inline_query);
  if (button.switch_inline_query_chosen_chat) return shareInline(button.switch_inline_query_chosen_chat.query ?? "");
  if (element.ariaBusy === "true") return undefined;
  element.ariaBusy = "true";
  try {
    const answer = await act("press", { message: message.message_id, data: button.callback_data });
    if (answer.show_alert) alertBox(answer.text, state.words.ok);
    else if (answer.text) toast(answer.text);
    if (answer.url) open(answer.url, "_blank", "noopener");
  } catch (error) {
    toast(error.message);
  } finally {
    element.ariaBusy = "false";
  }
  return undefined;
}

async function shareInline(query) {
  const choices = visibleChats().map((chat) => ({ label: chatName(chat), picture: avatar(face(chat), "small"), value: chat.id }));
  const chat = await ask(state.words.pickChat, choices, "list");
  if (chat === undefined) return;
  await go({ chat });
  startInline(query);
}

function copy(text) {
  navigator.clipboard?.writeText(text).then(() => toast(state.words.copied), () => {});
}

const actions = {
  command: (text) => runCommand(text),
  mention: (text) => compose(`${text} `),
  start: async (payload) => {
    await go({ chat: state.me.id });
    write(`/start ${payload}`);
  },
  get username() {
    return state.bot.username;
  },
};

function reply(message) {
  state.context = { kind: "reply", message };
  changed();
  $("text").focus();
}

function dblReply(event, message) {
  if (event.target.closest("button, a")) return;
  getSelection()?.removeAllRanges();
  reply(message);
}

function openMessageMenu(event, message) {
  if (event.target.closest("a")) return;
  event.preventDefault();
  const { words } = state;
  const own = message.from.id === state.me.id;
  const place = event.clientX ? { x: event.clientX, y: event.clientY } : middle(event.currentTarget);
  const fail = (error) => toast(error.message);
  openMenu([
    { label: words.reply, icon: "reply", act: () => reply(message) },
    ...(own && !message.via_bot ? [{ label: words.edit, icon: "edit", act: () => edit(message) }] : []),
    { label: words.copy, icon: "copy", act: () => copy(textOf(message)) },
    ...(own || !isGroup() || isAdmin(state.chat)
      ? [{ label: words.remove, icon: "trash", danger: true,
        act: () => act("delete", { message: message.message_id }).catch(fail) }] : []),
  ], place, words.message);
}

function middle(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

function moveBetweenMessages(event) {
  const all = [...$("messages").querySelectorAll("article")];
  const at = all.indexOf(document.activeElement);
  if (event.target.closest("button, a")) return;
  if (event.key === "ArrowUp" || event.key === "ArrowDown") {
    const target = at < 0 ? all.at(-1) : all[at + (event.key === "ArrowUp" ? -1 : 1)];
    target?.focus();
    event.preventDefault();
  } else if (at >= 0 && (event.key === "Enter" || event.key === "ContextMenu")) {
    all[at].dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
    event.preventDefault();
  }
}

function emptyRoom() {
  const { words } = state;
  if (isGroup()) {
    const how = state.chat.with_bot || state.chat.foreign ? `${words.emptyHint} @${state.bot.username}`.replace("@ @", "@") : words.withoutBot;
    return h("div", { className: "intro" }, avatar(state.chat, "large"), h("b", {}, words.emptyGroup), h("p", {}, how));
  }
  const about = localized("description/default");
  return h("div", { className: "intro" }, avatar(state.bot, "large"), h("b", {}, words.intro),
    h("p", {}, about ?? ""), h("button", { type: "button", className: "start", onclick: () => write("/start") }, words.start));
}
