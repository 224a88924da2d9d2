// Puts the page together: who is in, which part is shown, and when it is read again.
import { startDeciding } from "./decide.js";
import { byId, el, notice, replace } from "./dom.js";
import { HIDDEN, PARTS } from "./parts.js";
import { startSettling } from "./settle.js";
import { chooseLanguage, language, t, translatePage } from "./texts.js";
import { change, read, session } from "./wire.js";

const EVERY_MILLIS = 5000;
const SELF = new Set(["now", "person"]); // read again by themselves: nothing is typed there
let drawing = 0;

function place() {
  const [name, ...rest] = location.hash.slice(1).split("/");
  const known = name in PARTS || name in HIDDEN;
  return { name: known ? name : "now", rest: known && rest.length > 0 ? decodeURIComponent(rest.join("/")) : undefined };
}

async function draw() {
  const mine = ++drawing;
  const { name, rest } = place();
  document.querySelectorAll("#tabs a").forEach((link) => {
    if (link.dataset.part === name) { link.setAttribute("aria-current", "page"); } else { link.removeAttribute("aria-current"); }
  });
  try {
    const content = await (PARTS[name] ?? HIDDEN[name])(draw, rest);
    byId("line").textContent = "";
    if (mine === drawing && !document.querySelector("dialog[open]")) {
      replace(byId("main"), content.filter(Boolean));
      byId("main").dataset.part = name;
      byId("main").dataset.place = rest === undefined ? name : `${name}/${rest}`;
    }
  } catch (failure) {
    if (failure.status === 401) { welcome(); } else { byId("line").textContent = failure.status === 0 ? t("offline") : failure.message; }
  }
}

async function count() {
  const { needsPerson } = await read("now").catch(() => ({ needsPerson: 0 }));
  byId("waiting-count").textContent = needsPerson;
  byId("waiting-count").hidden = needsPerson === 0;
}

function welcome() {
  byId("tabs").hidden = true;
  byId("leave").hidden = true;
  byId("me").textContent = "";
  byId("main").replaceChildren();
  byId("login").hidden = false;
  byId("key").focus();
}

async function enter() {
  const known = await session();
  byId("login").hidden = true;
  byId("me").textContent = `${known.name}, ${t(known.role)}`;
  byId("leave").hidden = false;
  byId("tabs").hidden = false;
  await draw();
  await count();
}

async function login(key) {
  try {
    await change("login", { key });
    byId("key").value = "";
    await enter();
  } catch (failure) {
    welcome();
    notice(failure.status === 401 ? t("wrongKey") : failure.message);
  }
}

// The second click of a double click does nothing: whatever it hits, it was not meant.
document.addEventListener("click", (event) => {
  if (event.detail > 1 && event.target.closest("button")) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);

translatePage();
byId("tabs").replaceChildren(...Object.keys(PARTS).map((name) => el("li", {},
  el("a", { href: "#" + name, "data-part": name }, t(name), name === "person" && el("span", { class: "count", id: "waiting-count", hidden: true }, "0")))));
byId("language").value = language;
byId("language").addEventListener("change", (event) => chooseLanguage(event.target.value));
byId("login").addEventListener("submit", (event) => { event.preventDefault(); login(byId("key").value); });
byId("leave").addEventListener("click", async () => { await change("leave", {}).catch(() => {}); welcome(); });
window.addEventListener("hashchange", () => { draw(); count(); });
startSettling();
startDeciding();

const printed = /^#key=(.+)$/.exec(location.hash)?.[1]; // never sent with the address: a fragment stays in the browser
if (printed) {
  history.replaceState(undefined, "", "/");
  await login(decodeURIComponent(printed));
} else {
  await enter().catch((failure) => { if (failure.status === 401) { welcome(); } else { notice(failure.message); } });
}
setInterval(() => {
  if (!document.hidden && byId("login").hidden && SELF.has(place().name) && !document.querySelector("dialog[open]")) {
    draw();
    count();
  }
}, EVERY_MILLIS);
