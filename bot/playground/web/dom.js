// Makes elements. Text only ever goes in as text, so nothing that anybody writes can become markup.

export const $ = (id) => document.getElementById(id);

/** An element with properties (`on` + event for listeners, `dataset`, `aria`) and children; empty children are left out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name === "dataset") Object.assign(element.dataset, value);
    else if (name === "aria") for (const [key, is] of Object.entries(value)) element.setAttribute(`aria-${key}`, is);
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "role" || name === "for" || name === "datetime") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== ""));
  return element;
}

const SHAPES = {
  back: "M19 12H5M11 6l-6 6 6 6",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  crown: "M4 18h16M4 15l-1-8 5 4 4-6 4 6 5-4-1 8z",
  down: "M6 9l6 6 6-6",
  edit: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
  moon: "M20 14a8 8 0 01-10-10 8 8 0 1010 10z",
  more: "M12 5.500h.01M12 12h.01M12 18.500h.01",
  read: "M2 13l4 4L15 7M11 16l1 1L22 7",
  reply: "M10 8V4L3 11l7 7v-4c5 0 8 1.500 10 5 0-6-3-11-10-11z",
  send: "M4 4l17 8-17 8 3-8zM7 12h7",
  share: "M14 8V4l7 7-7 7v-4c-5 0-8 1.500-10 5 0-6 3-11 10-11z",
  sun: "M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500L19 19M5 19l1.500-1.500M17.500 6.500L19 5",
  auto: "M12 3a9 9 0 100 18zM12 3a9 9 0 010 18",
  tick: "M5 13l4 4L19 7",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13",
  people: "M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM2 20c0-4 3-6 7-6s7 2 7 6M16 4.500a3.500 3.500 0 010 6M18 14.500c2.500.700 4 2.500 4 5.500",
  link: "M8 16L17 7M9 7h8v8",
};

/** One of the page's own icons, which says nothing to screen readers. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

const HUES = ["red", "orange", "violet", "green", "cyan", "blue", "pink"];

/** The colour that a person or chat has everywhere. */
export const hue = (id) => HUES[Math.abs(id) % HUES.length];

/** A round picture: the first letter on a colour; the bot has a picture of its own. */
export function avatar(one, extra = "") {
  const name = one.first_name ?? one.title ?? "?";
  const bot = one.is_bot === true;
  const letter = bot ? "" : (Array.from(name)[0] ?? "?").toUpperCase();
  return h("span", { className: `avatar ${bot ? "bot" : hue(one.id)} ${extra}`, aria: { hidden: "true" } }, letter);
}
