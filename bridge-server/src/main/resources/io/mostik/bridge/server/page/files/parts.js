// What each part of the page shows; every part reads its own answer and draws it whole.
import { decide } from "./decide.js";
import { badge, el, notice, panel, table } from "./dom.js";
import { settle } from "./settle.js";
import { age, t, time } from "./texts.js";
import { change, read } from "./wire.js";

const KINDS = { done: "good", ok: "good", refused: "bad", dead: "bad", trouble: "bad", unknown: "bad", slow: "open", soon: "open", accepted: "open", working: "open", paused: "open", silent: "bad", incomplete: "open" };
const state = (name) => badge(KINDS[name] ?? "", t(name));

/** Does something and draws the part again; a refusal is said. */
function button(text, does, work, again, kind = "plain") {
  return el("button", {
    type: "button", class: kind, "data-does": does,
    click: async (event) => {
      event.target.disabled = true;
      try {
        await work();
        again();
      } catch (failure) {
        notice(failure.message);
      } finally {
        event.target.disabled = false;
      }
    },
  }, text);
}

function intents(id, rows, again, empty) {
  return table(id, [t("asked"), t("document"), t("action"), t("state"), t("what"), ""], rows, (row) => [
    time(row.acceptedAt),
    [row.document + (row.line ? " / " + row.line : ""), el("div", { class: "faint" }, row.base)],
    row.action,
    state(row.state),
    [row.message, row.blocks && el("div", { class: "error" }, t("blocks", { n: row.blocks, time: time(row.blocksSince) })), el("div", { class: "faint" }, row.id)],
    el("div", { class: "buttons" },
      !row.isEnd && button(t("settleIt"), "settle", () => settle(row.id, again), () => {}, ""),
      button(t("details"), "details", async () => { location.hash = "#intent/" + row.id; }, () => {})),
  ], empty);
}

function number(title, value, id, alarm) {
  return el("div", { class: alarm ? "alarm" : undefined }, el("dt", {}, title), el("dd", { id }, value));
}

const release = (title, what, needsFrom, base, again) => button(t("release"), "release" + (base ? "-" + base : ""), () => decide(title, what, needsFrom,
  (said) => change("release", base ? { ...said, base } : said), again), () => {}, "");
const dismiss = (id, what, inbox, again) => button(t("dismiss"), "dismiss", () => decide(t("dismissIt"), what, false,
  (said) => change("dismiss", { ...said, id, inbox }), again), () => {});

async function now(again) {
  const all = await read("now");
  return [
    all.heldSince && panel("", el("p", { class: "error" }, t(all.isRestored ? "held" : "heldByHand")),
      el("p", { class: "faint" }, all.heldWhy), el("div", { class: "buttons" }, release(t("releaseIt"), all.heldWhy, all.isRestored, undefined, again))),
    all.heldBases.length > 0 && panel("", all.heldBases.map((one) => [el("p", { class: "error", "data-held": one.base }, t("heldBase", { base: one.base })),
      el("div", { class: "buttons" }, release(t("releaseBase", { base: one.base }), t("heldBase", { base: one.base }), true, one.base, again))])),
    panel(t("now"), el("dl", { class: "numbers" },
      number(t("accepted"), String(all.accepted), "accepted"),
      number(t("working"), String(all.working), "working"),
      number(t("unknown"), String(all.unknown), "unknown", all.unknown > 0),
      number(t("oldest"), all.oldestOpenSeconds === undefined ? "–" : age(all.oldestOpenSeconds), "oldest", all.oldestOpenSeconds > 600),
      all.silent > 0 && number(t("silentLinks"), String(all.silent), "silent", true),
      number(t("blocked"), String(all.blocked), "blocked", all.blockedSeconds > 600))),
    panel(t("connections"), table("connections", [t("connection"), t("vendor"), t("state"), t("known")], all.connections, (one) => [
      one.name, one.vendor, state(one.lamp),
      [
        one.why && el("div", {}, t(one.why, { time: time(one.since) })),
        one.asked && el("div", { class: "faint" }, t("asked at", { time: time(one.asked) })),
        one.heard && el("div", { class: "faint" }, t("heard at", { time: time(one.heard) })),
        one.certificateEnds && el("div", { class: "faint" }, t("certificate", { time: time(one.certificateEnds) })),
      ],
    ], t("none"))),
  ];
}

async function person(again) {
  const { intents: rows, runs } = await read("person");
  return [
    panel(t("person"), intents("waiting", rows, again, t("noneWaits"))),
    runs.length > 0 && panel(t("runs"), runTable("dead", runs, again)),
  ];
}

async function documents(again, text) {
  const { intents: rows } = await read("documents", text ? { document: text } : {});
  const search = el("form", {
    class: "search", id: "search",
    submit: (event) => { event.preventDefault(); location.hash = "#documents/" + encodeURIComponent(event.target.elements.document.value.trim()); },
  },
  el("input", { name: "document", type: "search", "aria-label": t("find"), placeholder: t("find"), maxlength: "120", value: text ?? "" }),
  el("button", { type: "submit" }, t("search")));
  return [panel(t("documents"), search), panel("", intents("found", rows, again, t("noneFound")))];
}

async function intent(again, id) {
  const { intent: row, fields, results, behind, role } = await read("intent", { id });
  const values = (title, place, list) => panel(title, table(place, [t("setting"), t("value"), ""], list, (one) => [
    one.name, el("span", { "data-value": one.name }, one.value),
    one.masked && role !== "viewer" && button(t("show"), "show-" + one.name, async () => {
      const shown = await change("show", { id, name: one.name, of: place });
      document.querySelector(`#${place} [data-value="${CSS.escape(one.name)}"]`).textContent = shown.value;
    }, () => {}),
  ], t("none")));
  return [
    panel(`${row.action} · ${row.document}`, intents("one", [row], again, ""), el("p", { class: "faint" }, `${row.tries} ${t("tries")}. ${t("hidden")}`),
      row.vendorSays && el("p", {}, `${t("vendorSays")}: ${row.vendorSays}`),
      !row.isEnd && el("div", { class: "buttons" }, button(t("retry"), "retry", () => change("retry", { id, reason: t("retry") }), again))),
    behind.length > 0 && panel(t("behind"), intents("behind", behind, again, "")),
    values(t("fields"), "fields", fields),
    values(t("results"), "results", results),
  ];
}

function runTable(id, rows, again) {
  return table(id, [t("time"), t("link"), t("event"), t("state"), t("what"), ""], rows, (run) => [
    time(run.at), [run.link, el("div", { class: "faint" }, run.digest)], run.event, state(run.state),
    [run.message, run.intent && el("div", {}, el("a", { href: "#intent/" + run.intent }, t("details")))],
    el("div", { class: "buttons" }, run.replayable && button(t("replay"), "replay", () => change("replay", { id: run.id, link: run.link }), again),
      run.dismissible && dismiss(run.id, `${run.link}: ${run.message}`, false, again)),
  ], t("none"));
}

async function links(again, name) {
  if (name) {
    const { runs } = await read("runs", { link: name });
    return [panel(`${t("runs")}: ${name}`, runTable("runs", runs, again))];
  }
  const { links: rows } = await read("links");
  const reload = async () => {
    const { links: many, restart } = await change("reload", {});
    notice(t(restart ? "reloadedPartly" : "reloaded", { n: many }));
  };
  return [panel(t("links"), el("div", { class: "buttons" }, button(t("reload"), "reload", reload, again)), table("links", [t("link"), t("from"), t("to"), t("state"), t("lag"), ""], rows, (one) => [
    el("a", { href: "#links/" + encodeURIComponent(one.name) }, one.name), one.from, one.to, [state(one.paused ? "paused" : one.silentSince ? "silent" : "ok"), one.silentSince && el("div", { class: "faint" }, t("silentSince", { time: time(one.silentSince) }))],
    age(one.lagSeconds),
    button(t(one.paused ? "resume" : "pause"), "pause", () => change("pause", { link: one.name, paused: !one.paused }), again),
  ], t("none")))];
}

async function inbox(again) {
  const { items, leftAlone } = await read("inbox");
  return [panel(t("inbox"), table("inbox", [t("time"), t("from"), t("event"), t("state"), t("what"), ""], items, (item) => [
    time(item.at), item.connection, item.event, state(item.state), item.message,
    el("div", { class: "buttons" }, item.replayable && button(t("replay"), "replay", () => change("replay", { id: item.id, inbox: true }), again),
      item.dismissible && dismiss(item.id, item.event, true, again)),
  ], t("none"))), leftAlone.length > 0 && panel(t("leftAlone"), table("left-alone", [t("from"), t("reasonOf"), t("times")], leftAlone,
    (one) => [one.name, t(one.reason), String(one.count)], t("none")))];
}

async function decisions() {
  const { decisions: rows } = await read("decisions");
  const verify = async () => {
    const { brokenAt } = await read("audit");
    notice(brokenAt === undefined ? t("whole") : t("broken", { number: brokenAt }));
  };
  return [panel(t("decisions"), el("div", { class: "buttons" }, button(t("verify"), "verify", verify, () => {})),
    table("decisions", [t("time"), t("who"), t("what"), t("about"), t("reason")], rows, (one) => [time(one.at), one.who, one.what, one.about, one.reason], t("none")))];
}

async function settings() {
  const { settings: rows } = await read("settings");
  return [panel(t("settings"), table("settings", [t("setting"), t("value")], rows, (one) => [one.name, one.value], t("none")))];
}

export const PARTS = { now, person, documents, links, inbox, decisions, settings };
export const HIDDEN = { intent };
