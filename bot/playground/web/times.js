// Times as the person's language writes them.

import { state } from "./state.js";

const asDate = (seconds) => new Date(seconds * 1000);

export const clock = (seconds) =>
  asDate(seconds).toLocaleTimeString(state.tag, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** The day: today, yesterday, or its date. */
export function day(seconds) {
  const date = asDate(seconds);
  const today = new Date();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (date.toDateString() === today.toDateString()) return state.words.today;
  if (date.toDateString() === yesterday.toDateString()) return state.words.yesterday;
  return date.toLocaleDateString(state.tag, { month: "long", day: "numeric" });
}
