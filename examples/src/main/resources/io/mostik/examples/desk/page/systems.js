// What RemOnline, VCC Live and SalesAutopilot know of a customer.
import { byId, el, show } from "./dom.js";
import { day, number, t } from "./texts.js";
import { read } from "./wire.js";

let asked; // the latest look-up: an older answer that comes later is not shown

/** Shows what the other systems know of a customer. */
export async function lookUp(state, customer) {
  asked = customer;
  byId("systems-empty").hidden = true;
  byId("systems-who").textContent = `${state.customers.find((one) => one.id === customer)?.name}\u00a0· ${t("asking")}`;
  let answers = [];
  try {
    answers = await read("/api/systems", state.person, { customer });
  } catch (failure) {
    answers = [{ system: failure.message, state: "FAILED", lines: [] }];
  }
  if (asked === customer) {
    byId("systems-who").textContent = state.customers.find((one) => one.id === customer)?.name;
    show(byId("systems"), answers, (answer) => answer.system, system);
  }
}

function system(answer) {
  return el("li", { class: "system" },
    el("p", {}, el("strong", {}, answer.system), answer.what && el("span", { class: "faint" }, `\u00a0· ${t(answer.what)}`)),
    answer.state === "FAILED" && el("p", { class: "error" }, t("notAsked")),
    answer.state === "KNOWN" && answer.lines.length === 0 && el("p", { class: "faint" }, t("nothing")),
    el("ul", {}, answer.lines.map((line) => el("li", {}, el("span", {}, t(line.text)), el("span", { class: "faint" },
      [line.at && day(line.at), line.sum && number(line.sum), line.detail].filter(Boolean).join("\u00a0· "))))));
}
