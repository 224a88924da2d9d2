// The telephone: who calls, whom we call, which calls were.
import { byId, el, icon, notice, show } from "./dom.js";
import { t, time } from "./texts.js";
import { change } from "./wire.js";

const PAGE = 20; // lines of the log at a time
const dismissed = new Set();
const announced = new Set();
const initials = (name) => name.split(/\s+/).map((word) => word[0]).slice(0, 2).join("");
const masked = (number) => number.replaceAll("*", "•");
const length = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

let latest = { ringing: [], outgoing: [], log: [] };
let shown = PAGE;
let hidden; // the outgoing call whose badge was hidden

/** Asks the PBX to call; says how it went. */
async function call(person, whom, name) {
  try {
    if (await change("/api/call", { person, ...whom })) {
      notice(t("rings", { name }));
    }
  } catch (refusal) {
    notice(refusal.message, true);
  }
}

function callButton(state, whom, name) {
  return el("button", { type: "button", class: "call", "data-does": "call", "aria-label": t("callName", { name }),
    click: () => call(state.person, whom, name) }, icon("phone"), el("span", { class: "word" }, t("call")));
}

export function startPhone(state) {
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
      dismiss(state, last.dataset.key);
    }
  });
  byId("audio").addEventListener("error", () => notice(t("cannotPlay"), true));
  byId("outgoing-hide").addEventListener("click", () => {
    hidden = byId("outgoing-text").textContent;
    byId("outgoing").hidden = true;
  });
  byId("search").addEventListener("input", () => {
    shown = PAGE;
    showLog(state);
  });
  byId("log-more").addEventListener("click", () => {
    shown += PAGE;
    showLog(state);
  });
}

export function showCustomers(state, customers) {
  show(byId("customers"), customers, (customer) => customer.id, (customer) =>
    el("li", {},
      el("span", { class: "face", "aria-hidden": "true" }, initials(customer.name)),
      el("div", { class: "text" },
        el("button", { type: "button", class: "name", "data-does": "show", "aria-label": t("show", { name: customer.name }),
          click: () => state.lookUp(customer.id) }, customer.name),
        el("span", { class: "faint" }, `${customer.company}\u00a0· ${masked(customer.number)}`)),
      callButton(state, { customer: customer.id }, customer.name)));
  byId("caller").replaceChildren(
    ...customers.map((customer) => el("option", { value: customer.id }, customer.name)),
    el("option", { value: "stranger" }, t("stranger")),
    el("option", { value: "withheld" }, t("withheld")));
}

export function showCalls(state, calls) {
  latest = calls;
  showPops(state);
  const mine = calls.outgoing.find((call) => call.extension === state.extension);
  const text = mine ? t("calling", { name: masked(mine.party) }) : "";
  hidden = text === hidden ? hidden : undefined;
  byId("outgoing-text").textContent = text;
  byId("outgoing").hidden = !mine || hidden !== undefined;
  showLog(state);
}

function showLog(state) {
  const words = byId("search").value.toLowerCase().split(/\s+/);
  const found = latest.log.filter((line) => {
    const text = `${line.party} ${line.company ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  show(byId("log"), found.slice(0, shown), (line) => line.key, (line) => logLine(state, line));
  byId("search").hidden = latest.log.length === 0;
  byId("log-empty").hidden = latest.log.length > 0;
  byId("log-none").hidden = latest.log.length === 0 || found.length > 0;
  byId("log-more").hidden = found.length <= shown;
}

function logLine(state, line) {
  const inbound = line.direction === "inbound";
  const missed = line.outcome !== "answered";
  const told = missed ? t(line.outcome) : length(line.seconds);
  return el("li", {},
    el("span", { class: missed ? "way missed" : "way", title: t(inbound ? "inbound" : "outbound") },
      icon(inbound ? "in" : "out"), el("span", { class: "unseen" }, t(inbound ? "from" : "to"))),
    el("div", { class: "text" },
      el("strong", {}, masked(line.party)),
      el("span", { class: "faint" },
        [line.company, line.at && time(line.at), told].filter(Boolean).join("\u00a0· "))),
    line.sound === "READY" && el("button", { type: "button", class: "plain play", "data-does": "play",
      "aria-label": t("playName", { name: line.party }), click: () => play(line) },
    icon("play"), el("span", { class: "word" }, t("play"))),
    line.sound === "FETCHING" && el("span", { class: "faint" }, t("fetching")),
    line.sound === "FAILED" && el("span", { class: "faint" }, t("notFetched")),
    line.callable && callButton(state, { call: line.key }, line.party));
}

function play(line) {
  const name = masked(line.party);
  byId("player-title").textContent = line.at ? t("at", { name, time: time(line.at) }) : name;
  byId("player").hidden = false;
  byId("audio").src = "/recordings/" + encodeURIComponent(line.recording);
  byId("audio").play().catch(() => notice(t("pressPlay")));
}

/** Shows who calls. Does not take the focus: somebody may be typing. */
export function showPops(state) {
  const pops = latest.ringing.filter((pop) => !dismissed.has(pop.id))
    .map((pop) => ({ ...pop, name: pop.name ?? t("unknownCaller"), cards: state.cardsOf(pop.customer) }));
  show(byId("pops"), pops, (pop) => pop.id, (pop) => popUp(state, pop));
  for (const pop of pops.filter((one) => !announced.has(one.id))) {
    announced.add(pop.id);
    byId("announcer").textContent = t("callOf", { name: pop.company ? `${pop.name}, ${pop.company}` : pop.name });
    if (pop.customer) {
      state.lookUp(pop.customer);
    }
  }
}

function popUp(state, pop) {
  const facts = [[t("customer"), pop.customer], [t("manager"), pop.manager]].filter((fact) => fact[1])
    .concat(pop.cards.map((card) => [t("card"), card]));
  return el("article", { class: pop.known ? "pop" : "pop stranger", "aria-label": t("callOf", { name: pop.name }) },
    el("div", { class: "pop-head" },
      el("span", { class: "pulse", "aria-hidden": "true" }, icon("phone")),
      el("div", { class: "text" },
        el("span", { class: "over" }, t("incomingCall")),
        el("strong", {}, pop.name),
        el("span", { class: "faint" }, [pop.company, masked(pop.number)].filter(Boolean).join("\u00a0· "))),
      el("button", { type: "button", class: "plain close", "data-does": "dismiss", "aria-label": t("dismiss", { name: pop.name }),
        click: () => dismiss(state, pop.id) }, icon("close"))),
    facts.length > 0 && el("dl", {}, facts.map(([name, fact]) => [el("dt", {}, name), el("dd", {}, fact)])),
    pop.note && el("p", { class: "note" }, pop.note),
    !pop.known && el("p", { class: "note" }, t("strangerNote")));
}

function dismiss(state, id) {
  dismissed.add(id);
  showPops(state);
}
