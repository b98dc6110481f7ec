// What lies over the page for a moment: menus, short notices, dialogs.

import { $, h, icon } from "./dom.js";

let close = null;

/** Open a menu at a place {x, y}. Items: {label, icon, picture, act, danger, checked}; it closes on choice, Escape and elsewhere. */
export function openMenu(items, { x, y }, label) {
  closeMenu();
  const before = document.activeElement;
  const menu = h("div", { className: "menu", role: "menu", aria: { label } }, items.map(menuItem));
  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, y + height > innerHeight - 8 ? y - height : y)}px`;
  const elsewhere = (event) => menu.contains(event.target) || closeMenu();
  const keys = (event) => moveInMenu(event, menu);
  addEventListener("pointerdown", elsewhere, true);
  menu.addEventListener("keydown", keys);
  close = () => {
    removeEventListener("pointerdown", elsewhere, true);
    const within = menu.contains(document.activeElement);
    menu.remove();
    if (within) before?.focus({ preventScroll: true });
  };
  menu.querySelector("button")?.focus({ preventScroll: true });
}

export function closeMenu() {
  const closing = close;
  close = null;
  closing?.();
  return closing !== null;
}

function menuItem({ label, icon: name, picture, act, danger, checked }) {
  const choose = () => {
    closeMenu();
    act();
  };
  const role = checked === undefined ? "menuitem" : "menuitemradio";
  const aria = checked === undefined ? {} : { checked };
  const className = danger ? "danger" : "";
  return h("button", { type: "button", role, aria, className, tabIndex: -1, onclick: choose },
    picture ?? (name ? icon(name) : ""), h("span", {}, label), checked ? icon("tick") : "");
}

function moveInMenu(event, menu) {
  const items = [...menu.querySelectorAll("button")];
  const at = items.indexOf(document.activeElement);
  const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") closeMenu();
  else if (target !== undefined) items.at(target % items.length).focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Where a menu belongs that a button opens. */
export function below(button) {
  const { left, bottom, top } = button.getBoundingClientRect();
  return { x: left, y: top > innerHeight / 2 ? top - 4 : bottom + 4 };
}

let fading;

/** A short notice that goes away by itself. */
export function toast(text) {
  clearTimeout(fading);
  $("toast").textContent = text;
  $("toast").hidden = false;
  fading = setTimeout(() => ($("toast").hidden = true), Math.max(2500, 70 * text.length));
}

/** The notice of before is of no interest any more. */
export function dropToast() {
  $("toast").hidden = true;
}

/** A notice that stays until it is closed. */
export function alertBox(text, ok) {
  ask(text, [{ label: ok, value: "" }]);
}

/** Let somebody choose one of `choices` ({label, picture, value}); the value, or undefined. */
export function ask(title, choices, className = "") {
  const dialog = $("dialog");
  return new Promise((resolve) => {
    const choose = (value) => {
      dialog.close();
      resolve(value);
    };
    const buttons = choices.map(({ label, picture, value }) =>
      h("button", { type: "button", onclick: () => choose(value) }, picture, h("span", {}, label)));
    dialog.replaceChildren(h("p", { id: "dialog-text" }, title), h("div", { className: "choices" }, buttons));
    dialog.className = className;
    dialog.setAttribute("aria-labelledby", "dialog-text");
    dialog.oncancel = () => resolve(undefined);
    dialog.onclick = (event) => event.target === dialog && choose(undefined);
    dialog.showModal();
  });
}
