// Makes and replaces elements. Texts become text nodes: nothing that came over the wire can turn into markup.

export const byId = (id) => document.getElementById(id);

/** Makes an element; attributes that are undefined or false are left out, functions listen. */
export function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") {
      node.addEventListener(key, value);
    } else if (value !== undefined && value !== false) {
      node.setAttribute(key, value === true ? "" : value);
    }
  }
  node.append(...children.flat(2).filter((child) => child !== undefined && child !== false));
  return node;
}

/** Makes one of our icons; it says nothing that the text beside it does not say. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", "/icon.svg#" + name);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/**
 * Brings a list up to date. What has not changed is left alone, and where it has, the focus stays on the button that
 * does the same as before.
 */
export function show(list, items, keyOf, render) {
  const old = new Map([...list.children].map((node) => [node.dataset.key, node]));
  const nodes = items.map((item) => {
    const key = keyOf(item);
    const state = JSON.stringify(item);
    const before = old.get(key);
    if (before && before.dataset.state === state) {
      return before;
    }
    const node = render(item);
    node.dataset.key = key;
    node.dataset.state = state;
    return node;
  });
  const focused = list.contains(document.activeElement) ? document.activeElement : undefined;
  const place = focused && { key: focused.closest("[data-key]")?.dataset.key, does: focused.dataset.does };
  if (nodes.length !== list.children.length || nodes.some((node, i) => list.children[i] !== node)) {
    list.replaceChildren(...nodes);
  }
  if (focused && document.activeElement !== focused) {
    const row = nodes.find((node) => node.dataset.key === place.key);
    const same = list.contains(focused) ? focused : row?.querySelector(`[data-does="${place.does}"]`);
    same?.focus();
  }
}

let fading;

/** Takes back what was said. */
export function hush() {
  byId("notice").hidden = true;
}

/** Says how something went; a screen reader reads it. */
export function notice(text, bad = false) {
  const place = byId("notice");
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  place.textContent = /[.!?]$/.test(sentence) ? sentence : sentence + ".";
  place.classList.toggle("bad", bad);
  place.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { place.hidden = true; }, bad ? 12000 : 6000);
}
