// The dialog in which a person decides: what was known, what the vendor says at this moment, and why.
import { byId, el, notice } from "./dom.js";
import { t, time } from "./texts.js";
import { change, read } from "./wire.js";

let intent;
let after;

function reading(title, id, ...lines) {
  return el("section", { id }, el("h3", {}, title), lines.map((line) => el("p", {}, line)));
}

const lines = (row) => [t(row.state) + ": " + row.message, time(row.changedAt), row.vendorSays].filter(Boolean);

/** Opens it, and asks the vendor meanwhile. */
export async function settle(id, done) {
  after = done;
  intent = (await read("intent", { id })).intent;
  byId("settle-form").reset();
  byId("settle-error").textContent = "";
  byId("settle-send").disabled = true;
  byId("settle-what").textContent = `${intent.action} · ${intent.document}${intent.line ? " / " + intent.line : ""} · ${intent.base}`;
  byId("readings").replaceChildren(reading(t("before"), "before", ...lines(intent)), reading(t("nowRead"), "now-read", t("reading")));
  byId("settle").showModal();
  try {
    const looked = await change("look", { id });
    intent = looked.intent;
    byId("now-read").replaceWith(reading(t("nowRead"), "now-read", ...lines(intent)));
  } catch (failure) {
    byId("now-read").replaceWith(reading(t("nowRead"), "now-read", failure.message));
  }
  byId("settle-send").disabled = false;
}

export function startSettling() {
  byId("settle-cancel").addEventListener("click", () => byId("settle").close());
  byId("settle-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    byId("settle-send").disabled = true;
    try {
      await change("resolve", {
        id: intent.id,
        choice: new FormData(event.target).get("choice") ?? document.querySelector("[name=choice]:checked").value,
        reason: byId("reason").value,
      });
      byId("settle").close();
      notice(t("saved"));
      after();
    } catch (failure) {
      byId("settle-error").textContent = failure.message;
    } finally {
      byId("settle-send").disabled = false;
    }
  });
}
