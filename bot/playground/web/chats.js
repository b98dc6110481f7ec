// The side: who is writing, and the list of chats. And the bar above a chat, with its topics.

import { $, avatar, h, icon } from "./dom.js";
import { below, openMenu, toast } from "./overlays.js";
import {
  act, become, chatName, face, go, isAdmin, isGroup, isTyping, messagesOf, state, textOf, unread, visibleChats,
} from "./state.js";
import { clock } from "./times.js";

const THEMES = { auto: "auto", light: "sun", dark: "moon" };

export function setUpChats() {
  $("back").append(icon("back"));
  $("back").addEventListener("click", () => {
    location.hash = state.me.id;
  });
  $("room-menu").append(icon("more"));
  $("room-menu").addEventListener("click", () => openMenu(chatMenu(), below($("room-menu")), state.words.more));
  $("theme").addEventListener("click", () => {
    const names = Object.keys(THEMES);
    setTheme(names[(names.indexOf(theme()) + 1) % names.length]);
    renderTheme();
  });
  setTheme(theme());
  addEventListener("keydown", (event) => {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (!step) return;
    const chats = visibleChats();
    const at = chats.indexOf(state.chat) + step;
    if (chats[at]) go({ chat: chats[at].id });
    event.preventDefault();
  });
}

const theme = () => localStorage.getItem("theme") ?? "auto";

function setTheme(name) {
  localStorage.setItem("theme", name);
  document.documentElement.dataset.theme = name;
}

function renderTheme() {
  const label = state.words.theme[theme()];
  $("theme").replaceChildren(icon(THEMES[theme()]));
  Object.assign($("theme"), { title: label, ariaLabel: label });
}

export function renderChats() {
  const { words } = state;
  $("app-title").textContent = words.app;
  $("notice").textContent = state.connected ? words.notice : words.offline;
  $("notice").classList.toggle("lost", !state.connected);
  $("people-title").textContent = words.writeAs;
  $("sidebar").ariaLabel = $("chats-nav").ariaLabel = words.chats;
  renderTheme();
  renderPeople();
  const focused = document.activeElement?.closest?.("#chats a")?.getAttribute("href");
  $("chats").replaceChildren(...visibleChats().map(chatRow));
  if (focused) $("chats").querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  if (state.chat) renderBar();
}

function renderPeople() {
  if ($("people-list").childElementCount !== state.people.length) {
    $("people-list").replaceChildren(...state.people.map(personChoice));
  }
  for (const choice of $("people-list").querySelectorAll("input")) choice.checked = Number(choice.value) === state.me.id;
}

function personChoice(person) {
  const admin = [...state.chats.values()].some((chat) => chat.with_bot && isGroup(chat) && isAdmin(chat, person));
  const input = h("input", { type: "radio", name: "person", value: String(person.id), onchange: () => become(person) });
  return h("label", { className: "person" }, input, avatar(person), h("span", { className: "person-name" }, person.first_name),
    admin ? h("span", { className: "crown", title: state.words.admin }, icon("crown"), h("span", { className: "for-ears" }, state.words.admin)) : "");
}

function chatRow(chat) {
  const last = messagesOf(chat).filter(textOf).at(-1);
  const count = chat === state.chat ? unread(chat) - unread(chat, state.topic) : unread(chat);
  const current = chat === state.chat;
  return h("li", {}, h("a", { href: `#${state.me.id}/${chat.id}`, aria: current ? { current: "page" } : {} },
    avatar(face(chat)),
    h("span", { className: "row-title" }, chatName(chat)),
    h("time", { className: "row-time" }, last ? clock(last.date) : ""),
    h("span", { className: "row-text" }, isTyping(chat) ? `${state.words.typing}…` : preview(chat, last)),
    count > 0 ? h("span", { className: "badge", aria: { label: `${count} ${state.words.unread}` } }, String(count)) : ""));
}

function preview(chat, message) {
  if (!message) return isGroup(chat) ? state.words.emptyGroup : `@${state.bot.username}`;
  const author = isGroup(chat) && message.from.id !== state.me.id ? `${message.from.first_name}: ` : "";
  return author + textOf(message).replace(/\s+/g, " ").slice(0, 80);
}

function renderBar() {
  const { words, chat } = state;
  $("back").ariaLabel = words.back;
  $("room-menu").ariaLabel = $("room-menu").title = words.more;
  $("room-avatar").replaceChildren(avatar(face(chat)));
  $("room-title").textContent = chatName(chat);
  const members = chat.members.length + (chat.with_bot ? 1 : 0);
  const usual = isGroup(chat) ? `${members} ${words.people}${chat.with_bot ? "" : ` · ${words.withoutBot}`}` : words.bot;
  const typing = isTyping(chat);
  const subtitle = typing ? `${isGroup(chat) ? `${state.bot.first_name} ` : ""}${words.typing}` : usual;
  if ($("room-subtitle").textContent !== subtitle) $("room-subtitle").textContent = subtitle;
  $("room-subtitle").classList.toggle("typing", typing);
  document.title = `${chatName(chat)} · ${words.app}`;
  renderTopics();
}

function renderTopics() {
  const { chat, words } = state;
  $("topics").hidden = chat.topics.length === 0;
  $("topics").ariaLabel = words.topics;
  const focused = $("topics").contains(document.activeElement);
  $("topics").replaceChildren(...[{ id: null, name: words.general }, ...chat.topics].map((topic) => {
    const selected = topic.id === state.topic;
    const count = selected ? 0 : unread(chat, topic.id);
    return h("button", { type: "button", role: "tab", aria: { selected }, tabIndex: selected ? 0 : -1,
      onclick: () => go({ topic: topic.id }), onkeydown: moveBetweenTopics },
      h("span", { className: "hash", aria: { hidden: "true" } }, "#"), topic.name,
      count ? h("span", { className: "badge", aria: { label: `${count} ${words.unread}` } }, String(count)) : "");
  }));
  if (focused) $("topics").querySelector('[aria-selected="true"]').focus();
}

function moveBetweenTopics(event) {
  const sibling = { ArrowRight: "nextElementSibling", ArrowLeft: "previousElementSibling" }[event.key];
  if (!sibling) return;
  event.currentTarget[sibling]?.click();
  event.preventDefault();
}

function chatMenu() {
  const { chat, words } = state;
  const run = (name, wish) => act(name, wish).catch((error) => toast(error.message));
  const membership = { label: chat.with_bot ? words.removeBot : words.addBot, icon: "people", danger: chat.with_bot };
  const mayChange = isGroup(chat) && !chat.foreign && isAdmin(chat);
  return [
    ...(mayChange ? [{ ...membership, act: () => run("membership", { member: !chat.with_bot }) }] : []),
    { label: words.clear, icon: "trash", danger: true, act: () => run("clear") },
  ];
}
