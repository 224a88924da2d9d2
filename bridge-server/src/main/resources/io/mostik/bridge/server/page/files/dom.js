// Makes elements. Texts become text nodes: nothing that came over the wire can turn into markup.

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

/** Makes a table that a telephone shows as a list; each column is a name of the texts and what a row shows there. */
export function table(id, heads, rows, cells, empty) {
  if (rows.length === 0) {
    return el("p", { class: "faint", id }, empty);
  }
  // A table that is laid out as a list is none to a screen reader unless it says so.
  return el("table", { id, role: "table" },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, heads.map((head) => el("th", { scope: "col", role: "columnheader" }, head)))),
    el("tbody", { role: "rowgroup" }, rows.map((row) => el("tr", { role: "row", "data-id": row.id ?? row.name ?? row.number },
      cells(row).map((cell, i) => el("td", { role: "cell", "data-label": heads[i] || undefined }, cell))))));
}

export const panel = (title, ...content) => el("section", { class: "panel" }, title && el("h2", {}, title), ...content);

export function badge(kind, text) {
  return el("span", { class: "badge " + kind }, text);
}

/** Puts other content into a place; the focus stays on what does the same as before, or else on the place. */
export function replace(place, content) {
  const focused = place.contains(document.activeElement) && document.activeElement !== place ? document.activeElement : undefined;
  const row = focused?.closest("[data-id]")?.dataset.id;
  const does = focused?.dataset.does;
  const href = focused?.getAttribute("href");
  place.replaceChildren(...content);
  if (focused) {
    const within = row === undefined ? place : place.querySelector(`[data-id="${CSS.escape(row)}"]`);
    const same = does ? within?.querySelector(`[data-does="${CSS.escape(does)}"]`)
      : href ? within?.querySelector(`a[href="${CSS.escape(href)}"]`) : undefined;
    (same ?? place).focus();
  }
}

let fading;

/** Says how something went; a screen reader reads it. */
export function notice(text) {
  const place = byId("notice");
  place.textContent = text;
  place.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { place.hidden = true; }, 8000);
}
