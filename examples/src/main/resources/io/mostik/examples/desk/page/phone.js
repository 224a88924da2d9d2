// The telephone: who calls, whom we call, which calls were.
import { byId, el, icon, notice, show } from "./dom.js";
import { change } from "./wire.js";

const dismissed = new Set();
const announced = new Set();
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const initials = (name) => name.split(/\s+/).map((word) => word[0]).slice(0, 2).join("");
const masked = (number) => number.replaceAll("*", "•");
const length = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

let latest = { ringing: [], outgoing: [], log: [] };
let cardsOf = () => [];

/** Asks the PBX to call; says how it went. */
async function call(person, whom, name) {
  try {
    if (await change("/api/call", { person, ...whom })) {
      notice(`Your telephone rings; then ${name} is called.`);
    }
  } catch (refusal) {
    notice(refusal.message, true);
  }
}

function callButton(state, whom, name) {
  return el("button", { type: "button", class: "call", "data-does": "call", "aria-label": `Call ${name}`,
    click: () => call(state.person, whom, name) }, icon("phone"), el("span", { class: "word" }, "Call"));
}

export function startPhone(state) {
  cardsOf = state.cardsOf;
  byId("dial").addEventListener("submit", async (event) => {
    event.preventDefault();
    const number = byId("number").value.trim();
    await call(state.person, { number }, number);
  });
  byId("ring").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await change("/api/demo/ring", { person: state.person, caller: byId("caller").value });
    } catch (refusal) {
      notice(refusal.message, true);
    }
  });
  document.addEventListener("keydown", (event) => {
    const last = byId("pops").lastElementChild;
    if (event.key === "Escape" && last && !document.querySelector("dialog[open]")) {
      dismiss(last.dataset.key);
    }
  });
  byId("audio").addEventListener("error", () => notice("The recording cannot be played.", true));
}

export function showCustomers(state, customers) {
  show(byId("customers"), customers, (customer) => customer.id, (customer) =>
    el("li", {},
      el("span", { class: "face", "aria-hidden": "true" }, initials(customer.name)),
      el("div", { class: "text" },
        el("strong", {}, customer.name),
        el("span", { class: "faint" }, `${customer.company}\u00a0· ${masked(customer.number)}`)),
      callButton(state, { customer: customer.id }, customer.name)));
  byId("caller").replaceChildren(
    ...customers.map((customer) => el("option", { value: customer.id }, customer.name)),
    el("option", { value: "stranger" }, "somebody unknown"),
    el("option", { value: "withheld" }, "a withheld number"));
}

export function showCalls(state, calls) {
  latest = calls;
  showPops();
  const mine = calls.outgoing.find((call) => call.extension === state.extension);
  byId("outgoing").textContent = mine ? `Calling ${masked(mine.party)}` : "";
  byId("outgoing").hidden = !mine;
  show(byId("log"), calls.log, (line) => line.key, (line) => logLine(state, line));
  byId("log-empty").hidden = calls.log.length > 0;
}

function logLine(state, line) {
  const inbound = line.direction === "inbound";
  const missed = line.outcome !== "answered";
  const told = missed ? line.outcome : length(line.seconds);
  return el("li", {},
    el("span", { class: missed ? "way missed" : "way", title: inbound ? "incoming" : "outgoing" },
      icon(inbound ? "in" : "out"), el("span", { class: "unseen" }, inbound ? "From" : "To")),
    el("div", { class: "text" },
      el("strong", {}, masked(line.party)),
      el("span", { class: "faint" },
        [line.company, line.at && clock.format(new Date(line.at)), told].filter(Boolean).join("\u00a0· "))),
    line.sound === "READY" && el("button", { type: "button", class: "plain play", "data-does": "play",
      "aria-label": `Play the recording with ${line.party}`, click: () => play(line) },
    icon("play"), el("span", { class: "word" }, "Play")),
    line.sound === "FETCHING" && el("span", { class: "faint" }, "recording comes"),
    line.sound === "FAILED" && el("span", { class: "faint" }, "recording not fetched"),
    line.callable && callButton(state, { call: line.key }, line.party));
}

function play(line) {
  const at = line.at ? ` at ${clock.format(new Date(line.at))}` : "";
  byId("player-title").textContent = `${masked(line.party)}${at}`;
  byId("player").hidden = false;
  byId("audio").src = "/recordings/" + encodeURIComponent(line.recording);
  byId("audio").play().catch(() => notice("The browser does not play it by itself; press play in the player."));
}

/** Shows who calls. Does not take the focus: somebody may be typing. */
export function showPops() {
  const pops = latest.ringing.filter((pop) => !dismissed.has(pop.id))
    .map((pop) => ({ ...pop, cards: cardsOf(pop.customer) }));
  show(byId("pops"), pops, (pop) => pop.id, popUp);
  for (const pop of pops.filter((one) => !announced.has(one.id))) {
    announced.add(pop.id);
    byId("announcer").textContent = `Incoming call: ${pop.name}${pop.company ? ", " + pop.company : ""}`;
  }
}

function popUp(pop) {
  const facts = [["Customer", pop.customer], ["Manager", pop.manager]].filter((fact) => fact[1])
    .concat(pop.cards.map((card) => ["Card", card]));
  return el("article", { class: pop.known ? "pop" : "pop stranger", "aria-label": `Incoming call: ${pop.name}` },
    el("div", { class: "pop-head" },
      el("span", { class: "pulse", "aria-hidden": "true" }, icon("phone")),
      el("div", { class: "text" },
        el("span", { class: "over" }, "Incoming call"),
        el("strong", {}, pop.name),
        el("span", { class: "faint" }, [pop.company, masked(pop.number)].filter(Boolean).join("\u00a0· "))),
      el("button", { type: "button", class: "plain close", "data-does": "dismiss", "aria-label": `Dismiss the call of ${pop.name}`,
        click: () => dismiss(pop.id) }, icon("close"))),
    facts.length > 0 && el("dl", {}, facts.map(([name, fact]) => [el("dt", {}, name), el("dd", {}, fact)])),
    pop.note && el("p", { class: "note" }, pop.note),
    !pop.known && el("p", { class: "note" }, "Nobody here knows this number."));
}

function dismiss(id) {
  dismissed.add(id);
  showPops();
}
