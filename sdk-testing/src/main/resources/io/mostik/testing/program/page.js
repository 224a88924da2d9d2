// The page of mostik-sim: shows one vendor, asks for what is new once a second. Whatever came from outside is set as text.
const $ = (id) => document.getElementById(id);
const words = await (await fetch('words.json')).json();
const languages = ['ru', 'hu', 'pl', 'en'];
let language = localStorage.getItem('language')
  ?? navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => languages.includes(tag)) ?? 'en';
let vendors = [];
let program = {};
let vendor;
let snippet = 'curl';
let seen = [];
let shown = { holds: '', webhooks: '' };

const word = (key) => words[language][key] ?? words.en[key] ?? key;

function make(tag, text, className) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = typeof text === 'string' ? text : JSON.stringify(text);
  if (className) element.className = className;
  return element;
}

async function control(method, path, body) {
  const answer = await fetch('control' + path, { method, body });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error);
  return json;
}

function speak() {
  document.documentElement.lang = language;
  document.querySelectorAll('[data-word]').forEach((each) => { each.textContent = word(each.dataset.word); });
  $('language').value = language;
}

function pairs(list, values) {
  list.replaceChildren(...Object.entries(values).flatMap(([name, value]) => [make('dt', name), make('dd', value)]));
}

function choose() {
  vendor = vendors.find((each) => each.name === location.hash.slice(1)) ?? vendors[0];
  seen = [];
  shown = { holds: '', webhooks: '' };
  $('journal').replaceChildren();
  $('vendors').replaceChildren(...vendors.map((each) => {
    const link = make('a', each.title);
    link.href = '#' + each.name;
    if (each === vendor) link.setAttribute('aria-current', 'page');
    return link;
  }));
  pairs($('addresses'), vendor.addresses);
  pairs($('keys'), vendor.keys);
  tabs();
  $('endpoints').tBodies[0].replaceChildren(...vendor.endpoints.map((row) => {
    const line = make('tr');
    line.append(...row.map((cell) => make('td', cell)));
    return line;
  }));
  $('event').replaceChildren(...vendor.actions
    .filter((action) => action.kind === 'event' || action.kind === 'hook')
    .map((action) => { const option = make('option', action.name); option.value = action.name; return option; }));
  event();
  $('main').hidden = false;
  return refresh();
}

function tabs() {
  const names = { curl: 'curl', php: 'PHP', onec: '1C', java: 'Java' };
  $('tabs').replaceChildren(...Object.entries(names).map(([key, name]) => {
    const tab = make('button', name, 'plain');
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(key === snippet));
    tab.onclick = () => { snippet = key; tabs(); };
    return tab;
  }));
  $('snippet').textContent = vendor.snippets[snippet];
}

function event() {
  const action = vendor.actions.find((each) => each.name === $('event').value);
  $('event-form').hidden = !action;
  if (!action) return;
  $('event-text').textContent = action.text;
  $('parameters').value = JSON.stringify(action.parameters, null, 1).replace(/\n\s*/g, ' ');
  $('said').textContent = '';
}

function entry(request) {
  const item = make('li');
  const details = make('details');
  const line = make('summary');
  line.append(make('span', request.method + ' ' + request.path + (request.query ? '?' + request.query : ''), 'call'));
  const status = request.answer?.status;
  const end = request.ending === 'answered' ? String(status) : [status, request.ending || '…'].filter(Boolean).join(' ');
  const plain = request.ending === 'answered' && request.executed;
  line.append(make('span', end + (request.executed ? '' : ' ' + word('notExecuted')),
    'status' + (!plain ? ' odd' : status < 400 ? '' : ' bad')));
  details.append(line, make('p', '#' + request.number + ' ' + request.at + ' ' + request.host, 'faint'));
  if (request.body) details.append(make('pre', request.body));
  if (request.answer?.body) details.append(make('pre', request.answer.body));
  item.append(details);
  return item;
}

function table(name, rows) {
  const list = Array.isArray(rows) ? rows : [];
  const columns = [...new Set(list.flatMap((row) => Object.keys(row ?? {})))].slice(0, 9);
  const element = make('table');
  element.append(make('caption', name + ' · ' + list.length));
  const head = make('tr');
  head.append(...columns.map((column) => make('th', column)));
  element.append(head, ...list.slice(0, 200).map((row) => {
    const line = make('tr');
    line.append(...columns.map((column) => make('td', row[column] ?? '')));
    return line;
  }));
  return element;
}

async function refresh() {
  const path = '/' + vendor.name;
  const asked = vendor;
  try {
    const [journal, holds, clock, faults, webhooks] = await Promise.all(
      ['/journal?last=200', '/holds', '/clock', '/faults', '/webhooks'].map((part) => control('GET', path + part)));
    if (asked !== vendor) return;
    const now = journal.requests.map((request) => request.number + request.ending);
    if (now.join() !== seen.join()) {
      const open = new Set([...$('journal').querySelectorAll('details[open]')].map((each) => each.dataset.number));
      $('journal').replaceChildren(...journal.requests.toReversed().map((request) => {
        const item = entry(request);
        item.firstChild.dataset.number = request.number;
        item.firstChild.open = open.has(String(request.number));
        return item;
      }));
      seen = now;
    }
    $('nothing').hidden = journal.requests.length > 0;
    if (JSON.stringify(holds) !== shown.holds) {
      shown.holds = JSON.stringify(holds);
      $('holds').replaceChildren(...Object.entries(holds).map(([name, rows]) => table(name, rows)));
    }
    if (JSON.stringify(webhooks) !== shown.webhooks) {
      shown.webhooks = JSON.stringify(webhooks);
      $('webhooks').replaceChildren(...webhooks.webhooks.slice(-50).reverse().map((hook) => {
        const item = make('li', hook.method + ' ' + hook.url + ' ', 'call');
        item.append(make('span', hook.attempts.map((attempt) => attempt.status ?? attempt.failure).join(', '),
          'status' + (hook.accepted ? '' : ' bad')));
        return item;
      }));
    }
    $('now').textContent = clock.now.slice(0, 19).replace('T', ' ') + ' UTC';
    $('run').textContent = word(clock.running ? 'stop' : 'run');
    $('run').dataset.running = clock.running;
    $('waiting').textContent = word('waiting') + ' ' + (faults.waiting + faults.waitingAnswers);
    $('line').dataset.state = 'on';
    $('line').textContent = word('on');
  } catch (gone) {
    $('line').dataset.state = 'off';
    $('line').textContent = word('gone');
  }
}

async function set(path, body) {
  await control('POST', '/' + vendor.name + path, JSON.stringify(body));
  return refresh();
}

$('language').onchange = () => { language = $('language').value; localStorage.setItem('language', language); speak(); refresh(); };
$('copy').onclick = () => navigator.clipboard.writeText($('snippet').textContent);
$('clear').onclick = async () => { await control('DELETE', '/' + vendor.name + '/journal'); await refresh(); };
$('event').onchange = event;
$('fault-form').onsubmit = (submitted) => {
  submitted.preventDefault();
  const kind = program.mutations.includes($('fault').value) ? 'mutation' : 'fault';
  set('/faults', { [kind]: $('fault').value, times: Number($('times').value) });
};
$('faults-off').onclick = async () => { await control('DELETE', '/' + vendor.name + '/faults'); await refresh(); };
$('clock-form').onsubmit = (submitted) => submitted.preventDefault();
$('hour').onclick = () => set('/clock', { advance: 'PT1H' });
$('day').onclick = () => set('/clock', { advance: 'P1D' });
$('run').onclick = () => set('/clock', { running: $('run').dataset.running !== 'true' });
$('event-form').onsubmit = async (submitted) => {
  submitted.preventDefault();
  try {
    const said = await control('POST', '/' + vendor.name + '/actions/' + $('event').value, $('parameters').value);
    $('said').textContent = word('done') + ' ' + JSON.stringify(said);
  } catch (refused) {
    $('said').textContent = refused.message;
  }
  await refresh();
};
window.onhashchange = choose;

program = await control('GET', '');
vendors = program.vendors;
for (const group of ['faults', 'mutations']) {
  const options = make('optgroup');
  options.label = group;
  options.append(...program[group].map((name) => { const option = make('option', name); option.value = name; return option; }));
  $('fault').append(options);
}
speak();
await choose();
setInterval(refresh, 1000);
