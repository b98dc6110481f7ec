// Where one writes: the bar above the field while one answers or edits, its keys, and who one writes as.

import { $, avatar, h, hue, icon } from "./dom.js";
import { below, closeMenu, dropToast, openMenu, toast } from "./overlays.js";
import { act, become, changed, isGroup, messagesOf, state, textOf } from "./state.js";
import { compose, edit, fit, renderSend, setText } from "./field.js";
import { closeSuggestions, suggest, suggestionKey } from "./suggestions.js";

const drafts = new Map();
let room = "";

export function setUpComposer() {
  $("commands").append(h("span", {}, "/"));
  $("commands").addEventListener("click", () => {
    compose($("text").value.startsWith("/") ? "" : "/", true);
  });
  $("send-as").addEventListener("click", () => openMenu(personMenu(), below($("send-as")), state.words.sendAs));
  $("form").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  $("text").addEventListener("input", () => {
    fit();
    suggest();
    renderSend();
  });
  $("text").addEventListener("keydown", onKey);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave(event);
  });
}

function onKey(event) {
  if (event.isComposing || suggestionKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  } else if (event.key === "ArrowUp" && $("text").value === "" && !event.altKey) {
    const own = messagesOf(state.chat, state.topic).filter((one) => one.from.id === state.me.id && one.text && !one.via_bot);
    if (own.length) edit(own.at(-1));
    event.preventDefault();
  }
}

function leave(event) {
  if (closeMenu() || closeSuggestions()) event.preventDefault();
  else if (state.context) {
    if (state.context.kind === "edit") setText("");
    state.context = null;
    changed();
  }
}

async function submit() {
  const text = $("text").value.trim();
  if (!text) return;
  const { context } = state;
  state.context = null;
  setText("");
  closeSuggestions();
  changed();
  try {
    if (context?.kind === "edit") await act("edit", { message: context.message.message_id, text });
    else await act("send", { text, reply_to: context?.message.message_id });
  } catch (error) {
    if (!$("text").value) setText(text);
    toast(error.message);
  }
}

export function renderComposer() {
  const { words, chat } = state;
  $("composer").hidden = !chat;
  if (!chat) return;
  keepDrafts();
  $("text").placeholder = $("text").ariaLabel = words.message;
  $("commands").ariaLabel = $("commands").title = words.commands;
  $("commands").hidden = !chat.with_bot;
  $("send-as").replaceChildren(avatar(state.me, "small"));
  $("send-as").ariaLabel = `${words.sendAs}: ${state.me.first_name}`;
  $("send-as").title = `${words.sendAs}: ${state.me.first_name}`;
  renderContext();
  renderSend();
}

/** What was begun in one chat is still there when one comes back. */
function keepDrafts() {
  const here = [state.me.id, state.chat.id, state.topic].join("/");
  if (here === room) return;
  drafts.set(room, $("text").value);
  room = here;
  closeSuggestions();
  dropToast();
  setText(drafts.get(here) ?? "");
  if (!matchMedia("(pointer: coarse)").matches && document.activeElement === document.body) $("text").focus();
}

function renderContext() {
  const { context, words } = state;
  $("context").hidden = !context;
  if (!context) return;
  const { message, kind } = context;
  const title = kind === "edit" ? words.editing : `${words.replyTo} ${message.from.first_name}`;
  const cancel = () => {
    if (kind === "edit") setText("");
    state.context = null;
    changed();
    $("text").focus();
  };
  $("context").replaceChildren(icon(kind === "edit" ? "edit" : "reply"),
    h("div", { className: `quote ${message.from.is_bot ? "bot" : hue(message.from.id)}` },
      h("b", {}, title), h("span", {}, textOf(message).replace(/\s+/g, " ").slice(0, 160))),
    h("button", { type: "button", className: "icon-button", aria: { label: words.cancel }, title: words.cancel, onclick: cancel }, icon("close")));
}

function personMenu() {
  return state.people
    .filter((person) => !isGroup() || state.chat.members.includes(person.id))
    .map((person) => ({ label: person.first_name, picture: avatar(person, "small"), checked: person === state.me, act: () => become(person) }));
}
