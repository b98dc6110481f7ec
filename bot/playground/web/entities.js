// Shows a text with its entities (bold, links, quotes ...) as elements. Offsets count UTF-16 code units, as strings here do.

import { h } from "./dom.js";

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code" };
const SAFE = /^(https?:\/\/|tg:\/\/|mailto:)/i;

/** Nodes for a text. `actions` says what a command, a mention or a link to the bot does: {command, mention, start}. */
export function formatted(text, entities = [], actions = {}) {
  const sorted = [...entities].sort((one, other) => one.offset - other.offset || other.length - one.length);
  return between(text, 0, text.length, sorted, actions);
}

function between(text, from, to, entities, actions) {
  const nodes = [];
  let place = from;
  let rest = entities.filter((one) => one.offset >= from && one.offset + one.length <= to);
  while (rest.length) {
    const [entity, ...others] = rest;
    const end = entity.offset + entity.length;
    if (entity.offset > place) nodes.push(text.slice(place, entity.offset));
    const inside = others.filter((one) => one.offset < end);
    nodes.push(element(entity, text.slice(entity.offset, end), between(text, entity.offset, end, inside, actions), actions));
    place = BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end;
    rest = others.filter((one) => one.offset >= end);
  }
  if (place < to) nodes.push(text.slice(place, to));
  return nodes;
}

function element(entity, text, children, actions) {
  switch (entity.type) {
    case "text_link":
    case "url":
      return link(entity.url ?? text, children, actions);
    case "bot_command":
      return h("button", { type: "button", className: "link", onclick: () => actions.command?.(text) }, children);
    case "mention":
      return h("button", { type: "button", className: "link", onclick: () => actions.mention?.(text) }, children);
    case "blockquote":
      return h("blockquote", {}, children);
    case "expandable_blockquote":
      return h("blockquote", { className: "folded", onclick: (event) => event.currentTarget.classList.toggle("folded") }, children);
    case "pre":
      return h("pre", {}, children);
    case "spoiler":
      return h("span", { className: "spoiler", onclick: (event) => event.currentTarget.classList.add("shown") }, children);
    default:
      return h(TAGS[entity.type] ?? "span", {}, children);
  }
}

function link(url, children, actions) {
  if (!SAFE.test(url)) return h("span", {}, children);
  const payload = actions.start && startPayload(url, actions.username);
  if (payload) {
    return h("button", { type: "button", className: "link", onclick: () => actions.start(payload) }, children);
  }
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, children);
}

function startPayload(url, username) {
  const found = /^https?:\/\/t\.me\/(\w+)\?start=([A-Za-z0-9_-]{1,64})$/.exec(url);
  return found && found[1].toLowerCase() === username.toLowerCase() ? found[2] : null;
}
