// Puts the page together.

import { listen } from "./api.js";
import { renderChats, setUpChats } from "./chats.js";
import { renderComposer, setUpComposer } from "./composer.js";
import { $ } from "./dom.js";
import { renderMessages, setUpMessages } from "./messages.js";
import { changed, followAddress, state, takeAction, takeDeletion, takeMessage, takeState, watch } from "./state.js";

setUpChats();
setUpMessages();
setUpComposer();

watch(() => {
  if (!state.me) return;
  document.documentElement.lang = state.tag;
  $("app").hidden = false;
  $("app").classList.toggle("in-chat", state.chat !== null);
  $("room").hidden = state.chat === null;
  renderComposer();
  renderMessages();
  renderChats();
});

addEventListener("hashchange", () => state.me && followAddress());
matchMedia("(max-width: 720px)").addEventListener("change", () => state.me && followAddress());

listen({
  state: takeState,
  message: takeMessage,
  deleted: takeDeletion,
  action: takeAction,
  profile: ({ content }) => {
    state.profile = content;
    changed();
  },
  lost: () => {
    state.connected = false;
    changed();
  },
});
