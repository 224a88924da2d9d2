// The way to the program: reads, and changes with the token of this session.
import { t } from "./texts.js";

let token = "";

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function ask(path, options) {
  const answer = await fetch("/api/" + path, { cache: "no-store", ...options })
    .catch(() => { throw new Refused(0, t("noAnswer")); });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Refused(answer.status, body.message ?? t("noAnswer"));
  }
  return body;
}

/** Reads something. */
export function read(path, query = {}) {
  const text = new URLSearchParams(query).toString();
  return ask(text ? `${path}?${text}` : path);
}

/** Changes something. */
export function change(path, wish) {
  return ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Mostik-Token": token },
    body: JSON.stringify(wish),
  });
}

/** Takes over who is in, as the program says. */
export async function session() {
  const known = await read("session");
  token = known.token;
  return known;
}
