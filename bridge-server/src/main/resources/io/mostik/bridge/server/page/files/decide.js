// The dialog in which a person says why, and from when, before something that is written down.
import { byId, notice } from "./dom.js";
import { t } from "./texts.js";

let send;
let after;

/** Opens it; what is said goes to a function, then the part is drawn again. */
export function decide(title, what, needsFrom, sends, done) {
  send = sends;
  after = done;
  byId("decide-form").reset();
  byId("decide-error").textContent = "";
  byId("decide-title").textContent = title;
  byId("decide-what").textContent = what;
  byId("decide-when").hidden = !needsFrom;
  byId("decide-from").required = needsFrom;
  byId("decide").showModal();
}

export function startDeciding() {
  byId("decide-cancel").addEventListener("click", () => byId("decide").close());
  byId("decide-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    byId("decide-send").disabled = true;
    const from = byId("decide-from").value; // by the clock of this browser
    try {
      await send({ reason: byId("decide-reason").value, ...(from ? { from: new Date(from).toISOString() } : {}) });
      byId("decide").close();
      notice(t("saved"));
      after();
    } catch (failure) {
      byId("decide-error").textContent = failure.message;
    } finally {
      byId("decide-send").disabled = false;
    }
  });
}
