// The words of the page in two languages, and how each writes times.

export const WORDS = {
  en: {
    title: "Mostik bridge", skip: "Skip to the page", language: "Language", parts: "Parts", leave: "Leave", login: "Who are you?", key: "Your key",
    keyHint: "It stands where the settings say: people, key.", enter: "Enter", noAnswer: "The program does not answer.", wrongKey: "This is nobody's key.",
    now: "Now", person: "Needs a person", documents: "Documents", links: "Links", inbox: "Inbox", decisions: "Decisions", settings: "Settings",
    accepted: "waiting", working: "being done", done: "done", refused: "refused", unknown: "unknown", cancelled: "cancelled", dead: "given up", filtered: "filtered", echo: "echo", incomplete: "incomplete",
    oldest: "Oldest open", connections: "Connections", connection: "Connection", vendor: "Vendor", known: "What is known", ok: "works", trouble: "trouble", quiet: "not used yet", slow: "held back",
    soon: "ends soon", certificate: "certificate until {time}", "asked at": "last asked {time}", "heard at": "last webhook {time}", keyRefused: "The vendor refuses the key since {time}.",
    noReply: "The vendor does not answer since {time}.", vendorFails: "The vendor answers with a failure of its own since {time}.",
    heldBack: "Calls are held back until {time}: the limit of the vendor.", certificateEnded: "The certificate has ended on {time}.", certificateSoon: "The certificate ends on {time}.",
    blocked: "held up", blocks: "Holds up {n}, the oldest since {time}.", behind: "Waits until this is settled", held: "Restored from a backup: nothing is sent until somebody says from when.",
    noneWaits: "Nothing waits for a person.", noneFound: "Nothing found.", none: "None.", since: "since {time}", heldByHand: "Held: nothing is sent until somebody says so.",
    heldBase: "Base {base} knows more events than the journal: its intents wait until somebody says from when.",
    find: "Document or number", search: "Search", asked: "Asked", base: "Base", document: "Document", action: "Action", state: "State", what: "What is known", settleIt: "Settle", details: "Details",
    settle: "What happened?", decide: "Your decision", happened: "It happened", closed: "It did not, close it", again: "It did not, send it again", reason: "How do you know?", cancel: "Cancel", save: "Save the decision",
    before: "When it was last asked", nowRead: "Read just now", reading: "Asking the vendor…", saved: "The decision is written down.", fields: "What was asked", results: "What came of it", show: "Show", hidden: "Showing a value is written down.",
    tries: "tries", vendorSays: "The vendor says", link: "Link", from: "From", to: "To", lag: "oldest waits for", paused: "paused", runs: "Runs", pause: "Pause", reload: "Read the links again", reloaded: "{n} links run.", reloadedPartly: "{n} links run. Other settings have changed too: they need a restart.", resume: "Go on", replay: "Replay", event: "Event", time: "Time", who: "Who", about: "About", silent: "silent", silentLinks: "Links that hear nothing", silentSince: "nothing since {time}",
    release: "Let go on", releaseIt: "Let everything go on", releaseBase: "Let the intents of base {base} go on", fromWhen: "From when may something have been sent that the journal does not know?", fromHint: "The time of the copy, by the clock of this device.", why: "Why?",
    dismiss: "Dismiss", dismissIt: "Nothing is to be done for this", verify: "Check the chain", leftAlone: "Left alone since the start", reasonOf: "Reason", times: "Times",
    other_issuer: "document of another company", not_found: "document is not there", no_order: "no order number on it", unknown_kind: "a kind that is not known",
    whole: "The chain of decisions is whole.", broken: "The chain of decisions is broken at {number}.", setting: "Setting", value: "Value", retry: "Try now", roles: "Your role does not allow this.",
    viewer: "looks", operator: "operator", approver: "approver", offline: "The program does not answer; trying again.", nothingYet: "nothing yet", seconds: "{n} s", minutes: "{n} min", hours: "{n} h", days: "{n} d",
  },
  ru: {
    title: "Мост Mostik", skip: "К содержанию", language: "Язык", parts: "Разделы", leave: "Выйти", login: "Кто вы?", key: "Ваш ключ",
    keyHint: "Он там, где указано в настройках: people, key.", enter: "Войти", noAnswer: "Программа не отвечает.", wrongKey: "Такого ключа нет ни у кого.",
    now: "Сейчас", person: "Нужен человек", documents: "Документы", links: "Связи", inbox: "Входящие", decisions: "Решения", settings: "Настройки",
    accepted: "ждёт", working: "выполняется", done: "выполнено", refused: "отказано", unknown: "неизвестно", cancelled: "отменено", dead: "оставлено", filtered: "отсеяно", echo: "эхо", incomplete: "неполно",
    oldest: "Самое старое", connections: "Подключения", connection: "Подключение", vendor: "Поставщик", known: "Что известно", ok: "работает", trouble: "сбои", quiet: "ещё не использовалось",
    slow: "придержано", soon: "скоро кончится", certificate: "сертификат до {time}", "asked at": "последний запрос {time}", "heard at": "последнее уведомление {time}",
    keyRefused: "Поставщик не принимает ключ с {time}.", noReply: "Поставщик не отвечает с {time}.", vendorFails: "У поставщика сбой с {time}.",
    heldBack: "Запросы придержаны до {time}: ограничение поставщика.", certificateEnded: "Сертификат кончился {time}.", certificateSoon: "Сертификат кончается {time}.", blocked: "задержано",
    blocks: "Задерживает {n}, самое старое с {time}.", behind: "Ждёт, пока это не разобрано", held: "Восстановлено из копии: ничего не отправляется, пока человек не скажет, с какого времени.",
    noneWaits: "Ничто не ждёт человека.", noneFound: "Ничего не найдено.", none: "Нет.", since: "с {time}", heldByHand: "Остановлено: ничего не отправляется, пока человек не разрешит.",
    heldBase: "База {base} знает больше событий, чем журнал: её поручения ждут, пока человек не скажет, с какого времени.",
    find: "Документ или номер", search: "Найти", asked: "Запрошено", base: "База", document: "Документ", action: "Действие", state: "Состояние", what: "Что известно", settleIt: "Разобрать", details: "Подробно",
    settle: "Что произошло?", decide: "Ваше решение", happened: "Произошло", closed: "Не произошло, закрыть", again: "Не произошло, отправить снова", reason: "Откуда это известно?", cancel: "Отмена", save: "Записать решение",
    before: "При последнем обращении", nowRead: "Прочитано сейчас", reading: "Запрос к поставщику…", saved: "Решение записано.", fields: "Что запрошено", results: "Что получилось", show: "Показать", hidden: "Показ значения записывается.",
    tries: "попыток", vendorSays: "Ответ поставщика", link: "Связь", from: "Откуда", to: "Куда", lag: "старейшее ждёт", paused: "приостановлена", runs: "Прогоны", pause: "Приостановить", reload: "Прочитать связи заново", reloaded: "Действует связей: {n}.", reloadedPartly: "Действует связей: {n}. Изменились и другие настройки: для них нужен перезапуск.", resume: "Продолжить", replay: "Повторить", event: "Событие", time: "Время", who: "Кто", about: "О чём", silent: "молчит", silentLinks: "Связи без событий", silentSince: "ничего с {time}",
    release: "Продолжить отправку", releaseIt: "Продолжить отправку", releaseBase: "Продолжить поручения базы {base}", fromWhen: "С какого времени могло быть отправлено то, чего журнал не знает?", fromHint: "Время копии по часам этого устройства.", why: "Почему?",
    dismiss: "Снять", dismissIt: "Ничего делать не нужно", verify: "Проверить цепочку", leftAlone: "Оставлено без внимания с запуска", reasonOf: "Причина", times: "Раз",
    other_issuer: "документ другой организации", not_found: "такого документа нет", no_order: "нет номера заказа", unknown_kind: "неизвестный вид документа",
    whole: "Цепочка решений цела.", broken: "Цепочка решений нарушена на {number}.", setting: "Настройка", value: "Значение", retry: "Попробовать сейчас", roles: "Ваша роль этого не позволяет.",
    viewer: "просмотр", operator: "оператор", approver: "утверждающий", offline: "Программа не отвечает; пробуем снова.", nothingYet: "пока ничего", seconds: "{n} с", minutes: "{n} мин", hours: "{n} ч", days: "{n} д",
  },
};

const cookie = /(?:^|; )mostik-language=(\w+)/.exec(document.cookie)?.[1];
const wanted = cookie ?? (navigator.languages ?? [navigator.language]).map((one) => one.slice(0, 2)).find((one) => one in WORDS);
export const language = wanted in WORDS ? wanted : "en";

/** Returns a text of the page's language, with its {names} filled in; a word that is not known stays itself. */
export function t(key, values = {}) {
  return (WORDS[language][key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Keeps the choice and loads the page again in that language. */
export function chooseLanguage(code) {
  document.cookie = `mostik-language=${code}; path=/; max-age=31536000; samesite=strict`;
  location.reload();
}

const clock = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "short", timeStyle: "medium" });
export const time = (at) => (at ? clock.format(new Date(at)) : "");

/** Returns how long ago something was, in the largest unit that fits. */
export function age(seconds) {
  const [n, unit] = seconds < 120 ? [seconds, "seconds"] : seconds < 7200 ? [seconds / 60, "minutes"]
    : seconds < 172800 ? [seconds / 3600, "hours"] : [seconds / 86400, "days"];
  return t(unit, { n: Math.round(n) });
}

export function translatePage() {
  document.documentElement.lang = language;
  document.title = t("title");
  document.querySelectorAll("[data-t]").forEach((node) => { node.textContent = t(node.dataset.t); });
  document.querySelectorAll("[data-t-label]").forEach((node) => node.setAttribute("aria-label", t(node.dataset.tLabel)));
}
