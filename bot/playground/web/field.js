// The field one writes in: what is put into it, and what is sent from it.

import { $, icon } from "./dom.js";
import { toast } from "./overlays.js";
import { act, changed, isGroup, state } from "./state.js";

/** Send a text at once. */
export function write(text) {
  act("send", { text }).catch((error) => toast(error.message));
}

/** Send a command that was tapped; in a group it names the bot. */
export function runCommand(text) {
  const command = isGroup() && !text.includes("@") ? `${text}@${state.bot.username}` : text;
  write(command);
}

/** Put a text into the field, in front of what is there or instead of it, and go on writing. */
export function compose(text, instead = false) {
  setText(instead ? text : text + $("text").value);
  $("text").focus();
  $("text").setSelectionRange(text.length, text.length);
  $("text").dispatchEvent(new Event("input"));
}

/** Begin an inline query. */
export function startInline(query) {
  compose(`@${state.bot.username} ${query}`, true);
}

export function setText(text) {
  $("text").value = text;
  fit();
  renderSend();
}

export function fit() {
  $("text").style.height = "auto";
  $("text").style.height = `${Math.min($("text").scrollHeight, innerHeight * 0.35)}px`;
}

/** Put a message of one's own back into the field, to change it. */
export function edit(message) {
  state.context = { kind: "edit", message };
  changed();
  compose(message.text, true);
}

export function renderSend() {
  const editing = state.context?.kind === "edit";
  const label = editing ? state.words.saveEdit : state.words.send;
  $("send").replaceChildren(icon(editing ? "tick" : "send"));
  $("send").ariaLabel = $("send").title = label;
  $("send").classList.toggle("ready", $("text").value.trim() !== "");
}
