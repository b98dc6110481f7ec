// Shows a rich message: paragraphs, tables, what is folded, and the text in them.

import { h } from "./dom.js";

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", marked: "mark", subscript: "sub", superscript: "sup" };
const ALIGNED = new Set(["left", "center", "right"]);

/** Nodes for the blocks of a rich message. */
export const blocks = (content) => content.map(block);

/** All that it says, line by line. */
export function plain(content) {
  return content.flatMap((one) => [
    ...(one.cells ?? []).map((row) => row.map((cell) => words(cell.text)).join(" ")),
    ...(one.text ? [words(one.text)] : []),
    ...(one.summary ? [words(one.summary)] : []),
    ...(one.blocks ? [plain(one.blocks)] : []),
  ]).join("\n");
}

function block(one) {
  switch (one.type) {
    case "table":
      return table(one);
    case "details":
      return h("details", { open: one.is_open === true }, h("summary", {}, text(one.summary)), blocks(one.blocks));
    case "footer":
      return h("p", { className: "foot" }, text(one.text));
    default:
      return h("p", {}, text(one.text ?? ""));
  }
}

function table(one) {
  const classes = ["table", one.is_bordered ? "bordered" : "", one.is_striped ? "striped" : ""];
  const rows = one.cells.map((row) => h("tr", {}, row.map(cell)));
  return h("div", { className: classes.join(" "), tabIndex: 0 }, h("table", {}, rows));
}

function cell(one) {
  const align = ALIGNED.has(one.align) ? one.align : "left";
  return h(one.is_header ? "th" : "td", { className: align }, text(one.text ?? ""));
}

function text(given) {
  if (typeof given === "string") return given;
  if (Array.isArray(given)) return given.map(text);
  return h(TAGS[given.type] ?? "span", {}, text(given.text));
}

const words = (given) => (typeof given === "string" ? given : Array.isArray(given) ? given.map(words).join("") : words(given.text));
