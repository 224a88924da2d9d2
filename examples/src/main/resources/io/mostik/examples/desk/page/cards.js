// Company cards, and the requests about them: one person asks, another decides.
import { byId, el, notice, show } from "./dom.js";
import { money, t } from "./texts.js";
import { change } from "./wire.js";

const COLOURS = { REQUESTED: "open", APPROVED: "busy", EXECUTING: "busy", UNKNOWN: "busy", EXECUTED: "good", REJECTED: "bad",
  FAILED: "bad", EXPIRED: "bad" };
const WAITS = { limit: "waitsLimit", reissue: "waitsReissue" };

let cards = [];
let wishes = [];
let asking;
const known = new Map(); // also cards that were replaced since

/** Returns a line about each card of a customer, for the pop-up. */
export const cardsOf = (customer) => cards.filter((card) => customer && card.customer === customer)
  .map((card) => t("cardLeft", { card: card.number, sum: money(card.remains) }));

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
  named.forEach((card) => known.set(card.ucid, `${card.customer ?? t("nobody")}\u00a0· ${t("cardNo", { digits: card.number.slice(-4) })}`));
  show(byId("cards"), named, (card) => card.ucid, cardLine);
  byId("cards-empty").hidden = list.length > 0;
  showWishes(state, wishes);
}

function cardLine(card) {
  const usable = card.status === "NORM";
  const who = card.customer ?? t("nobody");
  const asks = (kind, word) => el("button", { type: "button", class: "plain", "data-does": kind,
    "aria-label": t("ofCard", { word, name: who }), click: () => ask(card, kind) }, word);
  return el("li", { class: "card" },
    el("div", { class: "card-head" },
      el("div", { class: "text" },
        el("strong", { class: "pan" }, card.number),
        el("span", { class: "faint" }, `${who}\u00a0· ${t(card.virtual ? "virtual" : "plastic")}`)),
      el("span", { class: usable ? "badge good" : "badge bad" }, usable ? t("active") : card.status.toLowerCase())),
    el("div", { class: "limit" },
      el("progress", { max: card.limit, value: card.remains, "aria-label": t("leftOf", { name: who }) }),
      el("p", {}, el("strong", {}, money(card.remains)), " " + t("left", { limit: money(card.limit), period: t(card.period) }))),
    el("div", { class: "buttons" },
      card.waits && el("span", { class: "badge open" }, t(WAITS[card.waits])),
      !card.waits && usable && asks("limit", t("changeLimit")),
      !card.waits && usable && card.virtual && asks("reissue", t("reissue"))));
}

function ask(card, kind) {
  const limit = kind === "limit";
  asking = { ucid: card.ucid, kind };
  byId("ask-title").textContent = t(limit ? "askLimit" : "askReissue");
  byId("ask-card").textContent = `${card.number}\u00a0· ${card.customer ?? t("nobody")}`
    + (limit ? "\u00a0· " + t("now", { sum: money(card.limit), period: t(card.period) }) : "");
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
      notice(t("asked"));
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
  const what = wish.kind === "limit"
    ? `${money(wish.before)} → ${money(wish.limit)} ${t(wish.period)}` : t("newCard");
  const decide = (path, does, label, style) => el("button", { type: "button", class: style, "data-does": does,
    "aria-label": t("forWhat", { word: label, what, name: wish.requester }),
    click: () => decided(state, path, wish.id, does) }, label);
  return el("li", { class: "wish" },
    el("div", { class: "text" },
      wish.card && el("span", { class: "faint" }, wish.card),
      el("strong", {}, what),
      el("span", {}, `“${wish.reason}”`),
      el("span", { class: "faint" }, [t("askedBy", { name: wish.requester }),
        wish.decidedBy && t("decidedBy", { name: wish.decidedBy }), wish.state === "FAILED" && wish.last].filter(Boolean).join("\u00a0· "))),
    el("div", { class: "verdict" },
      el("span", { class: `badge ${COLOURS[wish.state] ?? "open"}` }, t(wish.state)),
      wish.state === "REQUESTED" && wish.decidable && el("div", { class: "buttons" },
        decide("/api/approve", "approve", t("approve"), ""), decide("/api/reject", "reject", t("reject"), "plain"))));
}

async function decided(state, path, id, does) {
  try {
    if (await change(path, { person: state.person, id })) {
      notice(t(does === "approve" ? "approved" : "rejected"));
    }
  } catch (refusal) {
    notice(refusal.message, true);
  }
}
