// The way to the desk's server: reads, changes that cannot happen twice, and news.
import { t } from "./texts.js";

const token = document.querySelector('meta[name="desk-token"]').content;
const unanswered = new Map(); // what is asked for -> the id of the request, until an answer came
const underWay = new Set();

/** Reads something as this person. */
export async function read(path, person, more = {}) {
  const answer = await fetch(`${path}?${new URLSearchParams({ person, ...more })}`, { cache: "no-store" });
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(body.message);
  }
  return body;
}

/**
 * Asks for a change, once. While it is under way the same change is not asked for again; if no answer comes, asking again
 * repeats the very same request, so that the server can tell it from a second one.
 *
 * @returns whether it was asked for now; throws with the server's words if it was refused
 */
export async function change(path, wish) {
  const intent = path + " " + JSON.stringify(wish);
  if (underWay.has(intent)) {
    return false;
  }
  const requestId = unanswered.get(intent) ?? crypto.randomUUID();
  unanswered.set(intent, requestId);
  underWay.add(intent);
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Desk-Token": token },
      body: JSON.stringify({ ...wish, requestId }),
      signal: AbortSignal.timeout(70000),
    }).catch(() => { throw new Error(t("noAnswer")); });
    const body = await answer.json();
    unanswered.delete(intent);
    if (!answer.ok) {
      throw new Error(body.message);
    }
    return true;
  } finally {
    underWay.delete(intent);
  }
}

/** Hears what changes. Whenever the line stands anew, everything may have changed. */
export function listen({ onLine, onChange }) {
  const events = new EventSource("/api/events");
  events.onopen = () => onLine("on");
  events.onerror = () => onLine(events.readyState === EventSource.CLOSED ? "off" : "waiting");
  events.addEventListener("changed", (event) => onChange(event.data));
}
