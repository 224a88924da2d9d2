// Company cards, and the wishes about them: somebody asks, somebody else decides.
import { byId, el, notice, show } from "./dom.js";
import { change } from "./wire.js";

const rubles = new Intl.NumberFormat("en", { style: "currency", currency: "RUB", currencyDisplay: "narrowSymbol",
  trailingZeroDisplay: "stripIfInteger" });
// Sums stay texts: a sum is no binary fraction.
const money = (sum) => rubles.format(sum);
const PERIODS = { MONTH: "a month", DAY: "a day", IRREGULAR: "for one time", CUSTOM: "by a rule of the bank" };
const period = (word) => PERIODS[word] ?? word;
const STATES = {
  REQUESTED: ["waits for a decision", "open"], APPROVED: ["approved", "busy"], EXECUTING: ["at the bank", "busy"],
  UNKNOWN: ["being looked up", "busy"], EXECUTED: ["done", "good"], REJECTED: ["turned down", "bad"],
  FAILED: ["failed", "bad"], EXPIRED: ["too old", "bad"],
};
const WAITS = { limit: "limit asked for", reissue: "reissue asked for" };

let cards = [];
let wishes = [];
let asking;
const known = new Map(); // also cards that were replaced since

/** Returns a line about each card of a customer, for the pop-up. */
export const cardsOf = (customer) => cards.filter((card) => customer && card.customer === customer)
  .map((card) => `${card.number}, ${money(card.remains)} left`);

export function startCards(state) {
  byId("ask-form").addEventListener("submit", (event) => {
    event.preventDefault();
    send(state);
  });
  byId("ask-cancel").addEventListener("click", () => byId("ask").close());
}

export function showCards(state, list) {
  cards = list;
  const named = list.map((card) => ({ ...card, customer: state.nameOf(card.customer) }));
  named.forEach((card) => known.set(card.ucid, `${card.customer ?? "nobody"}\u00a0· card ${card.number.slice(-4)}`));
  show(byId("cards"), named, (card) => card.ucid, cardLine);
  byId("cards-empty").hidden = list.length > 0;
  showWishes(state, wishes);
}

function cardLine(card) {
  const usable = card.status === "NORM";
  const who = card.customer ?? "nobody";
  const asks = (kind, word) => el("button", { type: "button", class: "plain", "data-does": kind,
    "aria-label": `${word} of the card of ${who}`, click: () => ask(card, kind) }, word);
  return el("li", { class: "card" },
    el("div", { class: "card-head" },
      el("div", { class: "text" },
        el("strong", { class: "pan" }, card.number),
        el("span", { class: "faint" }, `${who}\u00a0· ${card.virtual ? "virtual" : "plastic"}`)),
      el("span", { class: usable ? "badge good" : "badge bad" }, usable ? "active" : card.status.toLowerCase())),
    el("div", { class: "limit" },
      el("progress", { max: card.limit, value: card.remains, "aria-label": `Left of the limit of ${who}` }),
      el("p", {}, el("strong", {}, money(card.remains)), ` left of ${money(card.limit)} ${period(card.period)}`)),
    el("div", { class: "buttons" },
      card.waits && el("span", { class: "badge open" }, WAITS[card.waits]),
      !card.waits && usable && asks("limit", "Change limit"),
      !card.waits && usable && card.virtual && asks("reissue", "Reissue")));
}

function ask(card, kind) {
  const limit = kind === "limit";
  asking = { ucid: card.ucid, kind };
  byId("ask-title").textContent = limit ? "Ask for another limit" : "Ask for a new card in place of this one";
  byId("ask-card").textContent = `${card.number}\u00a0· ${card.customer ?? "nobody"}`
    + (limit ? `\u00a0· now ${money(card.limit)} ${period(card.period)}` : "");
  byId("ask-form").reset();
  byId("ask-limit").hidden = !limit;
  byId("value").required = limit;
  byId("ask-error").textContent = "";
  byId("ask").showModal();
}

async function send(state) {
  const wish = { person: state.person, ucid: asking.ucid, reason: byId("reason").value.trim() };
  if (asking.kind === "limit") {
    wish.value = byId("value").value.trim();
    wish.period = byId("period").value;
  }
  try {
    if (await change("/api/" + asking.kind, wish)) {
      byId("ask").close();
      notice("Asked for. Nothing has changed at the bank yet.");
    }
  } catch (refusal) {
    byId("ask-error").textContent = refusal.message;
  }
}

export function showWishes(state, list) {
  wishes = list;
  const named = wishes.map((wish) => ({ ...wish, card: known.get(wish.ucid) }));
  show(byId("requests"), named, (wish) => wish.id, (wish) => wishLine(state, wish));
  byId("requests-empty").hidden = wishes.length > 0;
}

function wishLine(state, wish) {
  const [word, kind] = STATES[wish.state] ?? [wish.state, "open"];
  const what = wish.kind === "limit"
    ? `${money(wish.before)} → ${money(wish.limit)} ${period(wish.period)}` : "A new card in place of this one";
  const decide = (path, does, label, style) => el("button", { type: "button", class: style, "data-does": does,
    "aria-label": `${label}: ${what}, asked for by ${wish.requester}`,
    click: () => decided(state, path, wish.id, label) }, label);
  return el("li", { class: "wish" },
    el("div", { class: "text" },
      wish.card && el("span", { class: "faint" }, wish.card),
      el("strong", {}, what),
      el("span", {}, `“${wish.reason}”`),
      el("span", { class: "faint" }, [`asked for by ${wish.requester}`,
        wish.decidedBy && `decided by ${wish.decidedBy}`, wish.state === "FAILED" && wish.last].filter(Boolean).join("\u00a0· "))),
    el("div", { class: "verdict" },
      el("span", { class: `badge ${kind}` }, word),
      wish.state === "REQUESTED" && el("div", { class: "buttons" },
        decide("/api/approve", "approve", "Approve", ""), decide("/api/reject", "reject", "Reject", "plain"))));
}

async function decided(state, path, id, label) {
  try {
    if (await change(path, { person: state.person, id })) {
      notice(label === "Approve" ? "Approved. The bank is told now, once." : "Turned down.");
    }
  } catch (refusal) {
    notice(refusal.message, true);
  }
}
