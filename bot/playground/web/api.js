// The way to the server: what people do goes there, what happens comes from there.

/** Ask the server to do something; its answer. Throws an Error that says why not. */
export async function deed(name, wish, signal) {
  const response = await fetch(`/playground/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(wish),
    signal,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** Listen to what happens. `state` comes first and after every pause; `lost` when the server is away. */
export function listen(handlers) {
  const source = new EventSource("/playground/events");
  for (const name of ["state", "message", "deleted", "action", "profile"]) {
    source.addEventListener(name, (event) => handlers[name](JSON.parse(event.data)));
  }
  source.addEventListener("error", () => {
    handlers.lost();
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(handlers), 1500);
  });
  addEventListener("pagehide", () => source.close(), { once: true });
}
