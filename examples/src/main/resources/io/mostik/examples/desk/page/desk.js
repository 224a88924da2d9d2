// Puts the desk together: who sits here, and which part is read again when.
import { byId, el, hush, notice } from "./dom.js";
import { chooseLanguage, language, LANGUAGES, t, translatePage } from "./texts.js";
import { listen, read } from "./wire.js";
import { showCalls, showCustomers, showPops, startPhone } from "./phone.js";
import { cardsOf, showCards, showWishes, startCards } from "./cards.js";
import { lookUp } from "./systems.js";

const state = { person: sessionStorage.getItem("person") ?? "anna", extension: "", people: [], customers: [], cardsOf };
state.lookUp = (customer) => lookUp(state, customer);
const running = new Map();

state.nameOf = (id) => state.customers.find((customer) => customer.id === id)?.company;

const parts = {
  calls: async () => showCalls(state, await read("/api/calls", state.person)),
  cards: async () => {
    showCards(state, await read("/api/cards", state.person));
    showPops(state);
  },
  requests: async () => {
    showWishes(state, await read("/api/requests", state.person));
    await refresh("cards");
  },
};

/** Reads a part again; what changes meanwhile is read once more afterwards. */
async function refresh(part) {
  if (running.has(part)) {
    running.set(part, true);
    return;
  }
  do {
    running.set(part, false);
    try {
      await parts[part]();
    } catch (failure) {
      notice(`${part}: ${failure.message}`, true);
      running.set(part, false);
    }
  } while (running.get(part));
  running.delete(part);
}

function refreshAll() {
  refresh("calls");
  refresh("requests");
}

function choose(person) {
  hush();
  state.person = person;
  state.extension = state.people.find((one) => one.id === person)?.extension;
  sessionStorage.setItem("person", person);
  const decides = state.people.find((one) => one.id === person)?.role === "FINANCE_DIRECTOR";
  byId("cards-note").textContent = t(decides ? "all" : "yours");
  refreshAll();
}

// The second click of a double click does nothing: whatever it hits, it was not meant.
document.addEventListener("click", (event) => {
  if (event.detail > 1 && event.target.closest("button")) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);

async function start() {
  translatePage();
  byId("line").textContent = t("waiting");
  byId("language").replaceChildren(...Object.entries(LANGUAGES).map(([code, name]) =>
    el("option", { value: code, lang: code, selected: code === language }, name)));
  byId("language").addEventListener("change", (event) => chooseLanguage(event.target.value));
  const desk = await read("/api/desk", "anna");
  Object.assign(state, desk);
  if (!desk.people.some((one) => one.id === state.person)) {
    state.person = desk.people[0].id;
  }
  byId("person").replaceChildren(...desk.people.map((one) => el("option", { value: one.id, selected: one.id === state.person },
    `${one.name}, ${t(one.role)}`)));
  byId("person").addEventListener("change", (event) => choose(event.target.value));
  startPhone(state);
  startCards(state);
  showCustomers(state, desk.customers);
  choose(state.person);
  listen({
    onLine: (line) => {
      byId("line").textContent = t(line);
      byId("line").dataset.state = line;
      if (line === "on") {
        refreshAll();
      }
    },
    onChange: refresh,
  });
}

start().catch((failure) => notice(failure.message, true));
