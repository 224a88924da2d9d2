// The wizard. Every answer of the server is the whole state; the page is drawn from it. Texts become text nodes.
import { speak, spoken, t } from "./texts.js";

const byId = (id) => document.getElementById(id);
const token = document.querySelector('meta[name="desk-token"]').content;
let shown;
let waiting = 0;

function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(key, value);
    else if (value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

async function ask(path, wish) {
  const options = wish && { method: "POST", headers: { "Content-Type": "application/json", "X-Desk-Token": token }, body: JSON.stringify(wish) };
  const answer = await fetch("/api/" + path, options).catch(() => { throw new Error(t("noAnswer")); });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.message);
  return body;
}

function say(problem) {
  byId("problem").textContent = problem;
  byId("problem").hidden = !problem;
}

/** Does something and draws what came of it; a refusal is said, and what is shown stays. */
async function act(path, wish) {
  document.body.dataset.busy = String(++waiting);
  try {
    draw(await ask(path, wish));
    say("");
    await preview();
  } catch (problem) {
    say(problem.message);
  } finally {
    waiting -= 1;
    if (waiting === 0) delete document.body.dataset.busy;
  }
}

async function preview() {
  if (!shown.stages) return;
  try {
    const { rows } = await ask("preview");
    byId("preview").replaceChildren(...rows.map((row) =>
      el("tr", {}, ...["order", "status", "stage", "total", "cost", "salesVolume"].map((name) => el("td", {}, row[name])))));
  } catch (problem) {
    byId("preview").replaceChildren();
    say(problem.message);
  }
}

const edit = (wish) => act("mapping", wish);

function status(one, stage) {
  const list = el("select", {
    "data-does": "move-" + one.id, "aria-label": t("stageOf", { name: one.name }),
    change: (event) => edit({ does: "move", status: one.id, stage: event.target.value }),
  }, ...(stage ? [] : [el("option", { value: "" }, t("unmapped"))]),
  ...shown.stages.map((each) => el("option", { value: each.key, selected: each.key === stage }, each.title)));
  return el("div", {
    class: "status", draggable: "true", "data-status": one.id,
    dragstart: (event) => event.dataTransfer.setData("text/plain", one.id),
  }, el("span", {}, one.name), list);
}

function stage(one) {
  const box = el("div", {
    class: "stage", "data-stage": one.key, "data-role": one.role, role: "group", "aria-label": one.title,
    dragover: (event) => { event.preventDefault(); box.classList.add("over"); },
    dragleave: () => box.classList.remove("over"),
    drop: (event) => { event.preventDefault(); edit({ does: "move", status: event.dataTransfer.getData("text/plain"), stage: one.key }); },
  },
  el("input", {
    class: "title", value: one.title, maxlength: "60", "data-does": "title-" + one.key, "aria-label": t("titleOf", { name: one.title }),
    change: (event) => edit({ does: "rename", stage: one.key, title: event.target.value }),
  }),
  el("div", { class: "row" },
    el("select", {
      "data-does": "role-" + one.key, "aria-label": t("roleOf", { name: one.title }),
      change: (event) => edit({ does: "mark", stage: one.key, role: event.target.value }),
    }, ...["NONE", "SUCCESSFUL", "UNSUCCESSFUL"].map((role) => el("option", { value: role, selected: role === one.role }, t(role)))),
    el("button", {
      type: "button", class: "plain", "data-does": "remove-" + one.key, "aria-label": t("removeStage", { name: one.title }),
      click: () => edit({ does: "remove", stage: one.key }),
    }, t("remove"))),
  ...one.statuses.map((each) => status(each, one.key)));
  return box;
}

function unmapped() {
  return el("div", { class: "stage", role: "group", "aria-label": t("unmapped") },
    el("strong", {}, t("unmapped")), ...shown.unmapped.map((each) => status(each)));
}

function filter(parameter, value) {
  byId("parameter").replaceChildren(...shown.choices.map((each) =>
    el("option", { value: each.parameter, selected: each.parameter === parameter }, t(each.parameter))));
  const { values } = shown.choices.find((each) => each.parameter === parameter);
  byId("value").replaceChildren(el("option", { value: "" }, t("any")),
    ...values.map((each) => el("option", { value: each.id, selected: each.id === value }, each.name)));
}

/** The focus stays on the control that does the same as before. */
function draw(state) {
  shown = state;
  const does = document.activeElement?.dataset?.does;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  document.title = t("title");
  byId("state").textContent = t(state.state);
  if (!byId("apikey").value) byId("apikey").value = state.demoKey;
  const known = Boolean(state.stages);
  for (const id of ["filter-step", "statuses-step", "calculation-step"]) byId(id).hidden = !known;
  byId("charts-step").hidden = state.charts.length === 0 || state.state !== "CONNECTED";
  if (!known) return;
  filter(state.parameter ?? (byId("parameter").value || state.choices[0].parameter), state.value);
  byId("stages").replaceChildren(...state.stages.map(stage), ...(state.unmapped.length ? [unmapped()] : []));
  byId("findings").replaceChildren(...state.findings.map((found) => el("li", { class: found.error ? "error" : "" }, found.message)));
  if (document.activeElement !== byId("cost")) byId("cost").value = state.cost;
  if (document.activeElement !== byId("volume")) byId("volume").value = state.salesVolume;
  const connected = state.state === "CONNECTED";
  byId("finish").hidden = connected;
  byId("cancel").hidden = connected;
  byId("edit").hidden = !connected;
  byId("charts").replaceChildren(...state.charts.map((name) =>
    el("img", { src: "/charts/" + name + "?" + Date.now(), alt: t(name), "data-chart": name })));
  if (does) document.querySelector(`[data-does="${CSS.escape(does)}"]`)?.focus();
}

byId("connect").addEventListener("submit", (event) => { event.preventDefault(); act("connect", { key: byId("apikey").value }); });
byId("parameter").addEventListener("change", (event) => {
  filter(event.target.value);
  act("filter", { value: "" });
});
byId("value").addEventListener("change", (event) => act("filter", { parameter: byId("parameter").value, value: event.target.value }));
byId("add").addEventListener("submit", (event) => {
  event.preventDefault();
  edit({ does: "add", title: byId("new-stage").value });
  byId("new-stage").value = "";
});
let typing;
for (const id of ["cost", "volume"]) {
  byId(id).addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => act("calculation", { cost: byId("cost").value, salesVolume: byId("volume").value }), 250);
  });
}
for (const id of ["finish", "cancel", "edit"]) byId(id).addEventListener("click", () => act(id, {}));
byId("language").value = spoken();
byId("language").addEventListener("change", (event) => { speak(event.target.value); if (shown) { draw(shown); } });
speak(spoken());
act("wizard");
