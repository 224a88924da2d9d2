package io.mostik.bridge.server;

import io.mostik.core.browser.Tab;
import io.mostik.core.json.Json;
import java.util.List;

/**
 * Rules of our own for pages that everybody can use: names and roles, headings, tables, contrast of texts (4.5, large ones 3)
 * and of fields (3), targets of 44 px, nothing wider than the page.
 */
final class PageRules {

    private static final String CHECK = """
        (() => {
          const broken = [];
          const all = (selector) => [...document.querySelectorAll(selector)];
          const open = document.querySelector('dialog[open]');
          const seen = (node) => node.checkVisibility({ visibilityProperty: true })
            && (!open || open.contains(node)) && !node.closest('.skip, thead');
          const what = (node) => node.tagName.toLowerCase() + (node.id ? '#' + node.id : '') + ' '
            + (node.textContent || '').trim().slice(0, 30);
          const say = (rule, node) => broken.push(rule + ': ' + (node ? what(node) : 'page'));
          const rule = (name, holds, node) => { if (!holds) { say(name, node); } };

          rule('lang', /^(en|ru)$/.test(document.documentElement.lang));
          rule('title', document.title.trim().length > 0);
          rule('one h1', all('h1').length === 1);
          rule('one main', all('main').length === 1);
          rule('status', document.querySelector('#line')?.getAttribute('role') === 'status');
          rule('alert', document.querySelector('#notice')?.getAttribute('role') === 'alert');
          let level = 0;
          all('h1, h2, h3').filter(seen).forEach((node) => {
            const own = Number(node.tagName[1]);
            rule('heading skipped', open || own <= level + 1, node);
            rule('heading empty', node.textContent.trim(), node);
            level = own;
          });
          const ids = all('[id]').map((node) => node.id);
          rule('id twice: ' + ids.find((id, i) => ids.indexOf(id) !== i), new Set(ids).size === ids.length);
          all('[for]').forEach((node) => rule('label for nothing', document.getElementById(node.htmlFor), node));
          all('[aria-labelledby]').forEach((node) =>
            rule('labelled by nothing', document.getElementById(node.getAttribute('aria-labelledby')), node));
          all('[tabindex]').forEach((node) => rule('tabindex', node.tabIndex <= 0, node));
          all('nav, dialog').forEach((node) =>
            rule('name', node.getAttribute('aria-label') || node.getAttribute('aria-labelledby'), node));

          all('button, a[href], input, select').filter(seen).forEach((node) => {
            const name = node.getAttribute('aria-label') || [...(node.labels ?? [])].map((one) => one.textContent).join('')
              || (node.matches('button, a') && node.textContent);
            rule('name', name && name.trim(), node);
            const box = (node.matches('[type=radio]') ? node.closest('label') : node).getBoundingClientRect();
            rule('44 px, has ' + box.width + ' x ' + box.height, box.height >= 44 && box.width >= 44, node);
          });
          all('table').forEach((table) => {
            rule('role', table.getAttribute('role') === 'table', table);
            table.querySelectorAll('tr').forEach((node) => rule('role', node.getAttribute('role') === 'row', node));
            table.querySelectorAll('td').forEach((node) => rule('role', node.getAttribute('role') === 'cell', node));
            table.querySelectorAll('th').forEach((node) =>
              rule('role', node.scope === 'col' && node.getAttribute('role') === 'columnheader', node));
          });

          const colour = (text) => {
            const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number);
            return { r, g, b, a };
          };
          const over = (top, below) => ({
            r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a),
            b: top.b * top.a + below.b * (1 - top.a), a: 1,
          });
          const ground = (node) => {
            const layers = [];
            for (let at = node; at; at = at.parentElement) {
              layers.push(colour(getComputedStyle(at).backgroundColor));
            }
            return layers.reverse().reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
          };
          const light = ({ r, g, b }) => {
            const [x, y, z] = [r, g, b].map((part) => part / 255)
              .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * x + 0.7152 * y + 0.0722 * z;
          };
          const contrast = (one, other) => {
            const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
            return (high + 0.05) / (low + 0.05);
          };
          all('body *').filter(seen).forEach((node) => {
            const text = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
            if (!text || node.matches('script, noscript, option, :disabled')) { return; }
            const style = getComputedStyle(node);
            const size = parseFloat(style.fontSize);
            const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
            const back = ground(node);
            const found = contrast(over(colour(style.color), back), back);
            rule('contrast ' + found.toFixed(2), found >= (isLarge ? 3 : 4.5), node);
          });
          all('input:not([type=radio]), select, button.plain').filter(seen).forEach((node) => {
            const edge = colour(getComputedStyle(node).borderTopColor);
            const back = ground(node.parentElement);
            rule('edge ' + contrast(edge, back).toFixed(2), contrast(over(edge, back), back) >= 3, node);
          });
          rule('wider than the page', document.documentElement.scrollWidth <= innerWidth);
          return broken;
        })()
        """;

    private PageRules() {}

    /** Returns what of the view that is shown keeps to no rule. */
    static List<String> broken(Tab page) {
        return page.look(CHECK).elements().stream()
                .map(Json::text)
                .map(text -> text.orElse(""))
                .toList();
    }
}
