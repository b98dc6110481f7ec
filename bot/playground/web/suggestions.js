// What appears above the field while one types: commands after "/", names after "@", and the bot's cards after its name.

import { $, avatar, h, hue } from "./dom.js";
import { runCommand, setText } from "./field.js";
import { toast } from "./overlays.js";
import { act, changed, commands, isGroup, state } from "./state.js";

const WAIT_MILLISECONDS = 150;
let items = [];
let active = -1;
let timer;
let asking = null;

/** Show what fits what is in the field. */
export function suggest() {
  clearTimeout(timer);
  asking?.abort();
  const text = $("text").value;
  const inline = inlineQuery(text);
  $("field").classList.toggle("inline", inline !== null);
  if (state.context?.kind === "edit") closeSuggestions();
  else if (inline !== null) timer = setTimeout(() => askForCards(inline), WAIT_MILLISECONDS);
  else if (/^\/\w*$/.test(text) && state.chat.with_bot) show(commandItems(text.slice(1)), -1);
  else showNames(text);
}

function inlineQuery(text) {
  const name = `@${state.bot.username} `;
  return text.toLowerCase().startsWith(name.toLowerCase()) ? text.slice(name.length) : null;
}

async function askForCards(query, offset = "", found = []) {
  asking = new AbortController();
  const place = { chat: state.chat.id, as: state.me.id, topic: state.topic };
  try {
    const answer = await act("inline", { text: query, offset }, asking.signal);
    const cards = answer.cards.map((card, at) => cardItem(card, { ...place, query: answer.query, place: at }));
    const all = [...found, ...cards];
    if (!all.length) return show([{ node: h("p", { className: "hint" }, query.trim() ? state.words.nothing : state.words.inlineHint) }], -1);
    show(all, found.length ? active : -1, "cards");
    $("suggestions").onscroll = answer.next_offset ? () => {
      const list = $("suggestions");
      if (list.scrollTop + list.clientHeight < list.scrollHeight - 80) return;
      list.onscroll = null;
      askForCards(query, answer.next_offset, all);
    } : null;
  } catch (error) {
    if (error.name !== "AbortError") toast(error.message);
  }
  return undefined;
}

function cardItem(card, wish) {
  const choose = () => {
    setText("");
    closeSuggestions();
    state.context = null;
    changed();
    act("choose", wish).catch((error) => toast(error.message));
  };
  const letter = Array.from(card.title)[0].toUpperCase();
  return { choose, node: h("div", { className: "card" }, h("span", { className: `thumb ${hue(card.title.length)}`, aria: { hidden: "true" } }, letter),
    h("div", {}, h("b", {}, card.title), h("span", { className: "about" }, card.description ?? ""))) };
}

function commandItems(begin) {
  return commands().filter(({ command }) => command.startsWith(begin.toLowerCase())).map(({ command, description }) => ({
    choose: () => {
      setText("");
      closeSuggestions();
      runCommand(`/${command}`);
    },
    complete: () => {
      setText(`/${command}${isGroup() ? `@${state.bot.username}` : ""} `);
      closeSuggestions();
    },
    node: h("div", { className: "command" }, avatar(state.bot, "small"), h("b", {}, `/${command}`), h("span", {}, description)),
  }));
}

function showNames(text) {
  const before = text.slice(0, $("text").selectionStart);
  const begun = /(?:^|\s)@(\w*)$/.exec(before);
  if (!begun) return void closeSuggestions();
  const people = state.people.filter((one) => isGroup() && state.chat.members.includes(one.id) && one !== state.me);
  const found = [state.bot, ...people].filter((one) => one.username.startsWith(begun[1].toLowerCase()) && one.username !== begun[1]);
  show(found.map((one) => {
    const complete = () => {
      const start = before.length - begun[1].length;
      setText(`${text.slice(0, start)}${one.username} ${text.slice(before.length)}`);
      closeSuggestions();
      $("text").focus();
      suggest();
    };
    return { choose: complete, complete, node: h("div", { className: "command" }, avatar(one, "small"), h("b", {}, one.first_name), h("span", {}, `@${one.username}`)) };
  }), found.length ? 0 : -1);
  return undefined;
}

function show(found, chosen, className = "") {
  items = found;
  const list = $("suggestions");
  list.className = className;
  list.ariaLabel = state.words.suggestions;
  list.replaceChildren(...found.map(({ node, choose }, at) => {
    if (!choose) return node;
    Object.assign(node, { id: `suggestion-${at}`, role: "option", onclick: choose, onpointermove: () => mark(at, false) });
    node.addEventListener("pointerdown", (event) => event.preventDefault());
    return node;
  }));
  list.hidden = found.length === 0;
  $("text").ariaExpanded = String(!list.hidden);
  mark(chosen);
}

function mark(at, scroll = true) {
  active = at;
  const options = [...$("suggestions").querySelectorAll('[role="option"]')];
  options.forEach((option, number) => {
    option.ariaSelected = String(number === at);
  });
  if (at >= 0) $("text").setAttribute("aria-activedescendant", `suggestion-${at}`);
  else $("text").removeAttribute("aria-activedescendant");
  if (at >= 0 && scroll) options[at].scrollIntoView({ block: "nearest" });
}

export function closeSuggestions() {
  clearTimeout(timer);
  asking?.abort();
  const open = !$("suggestions").hidden;
  show([], -1);
  return open;
}

/** Let a key move in the list or choose from it; whether it did. */
export function suggestionKey(event) {
  const options = items.filter(({ choose }) => choose);
  if ($("suggestions").hidden || !options.length || event.altKey) return false;
  if (event.key === "ArrowDown") mark((active + 1) % options.length);
  else if (event.key === "ArrowUp") mark((active <= 0 ? options.length : active) - 1);
  else if (event.key === "Tab" && !event.shiftKey && options[Math.max(active, 0)].complete) options[Math.max(active, 0)].complete();
  else if (event.key === "Enter" && !event.shiftKey && active >= 0) options[active].choose();
  else return false;
  event.preventDefault();
  return true;
}
