// The words of the page in four languages, and how each language writes sums and times.

export const WORDS = {
  en: {
    title: "CRM desk", skip: "Skip to the desk", you: "You are", language: "Language", incoming: "Incoming calls",
    phone: "Phone", numberLabel: "Number to call", numberHint: "Number, e.g. 06 30 111 2233", call: "Call", customers: "Customers",
    log: "Call log", logEmpty: "No calls yet. A call is listed when it has ended, with its recording.", search: "Search the log",
    searchHint: "Name, company or number", noneFound: "No call matches.", more: "Show older calls",
    systems: "In other systems", systemsEmpty: "Choose a customer, or wait until one calls.", show: "Look up {name}",
    cards: "Company cards", cardsEmpty: "None of the cards belongs to a client of yours.", all: "All of them", yours: "Those of your clients",
    requests: "Requests", requestsNote: "A request changes nothing. Another person decides.", requestsEmpty: "There are no requests.",
    demo: "Demo. All systems are simulated on this computer; choose at the top who you are.", somebody: "Caller:", ring: "Ring me",
    stranger: "somebody unknown", withheld: "a withheld number", needsScript: "The desk needs JavaScript.",
    newLimit: "New limit, in rubles", sumHint: "A sum such as 30000 or 1450.50", starts: "Renewed", why: "Reason", cancel: "Cancel", send: "Send the request",
    everyMonth: "every month", everyDay: "every day", never: "never: a sum for one time",
    on: "Connected", waiting: "Connecting again", off: "Not connected: open the address that the desk printed",
    MANAGER: "manager", FINANCE_DIRECTOR: "finance director",
    rings: "Your telephone rings; then {name} is called.", calling: "Calling {name}", hide: "Hide", unknownCaller: "Unknown caller", strangerNote: "This number is not in the customer list.",
    incomingCall: "Incoming call", callOf: "Incoming call: {name}", customer: "Customer", manager: "Manager", card: "Card", dismiss: "Dismiss the call of {name}",
    callName: "Call {name}", from: "From", to: "To", inbound: "incoming", outbound: "outgoing", missed: "missed", busy: "busy", failed: "failed", unknown: "unknown",
    play: "Play", playName: "Play the recording with {name}", fetching: "recording is being fetched", notFetched: "recording not fetched",
    cannotPlay: "The recording cannot be played.", pressPlay: "The browser does not start it by itself; press play in the player.", at: "{name} at {time}",
    MONTH: "a month", DAY: "a day", IRREGULAR: "for one time", CUSTOM: "by a rule of the bank", nobody: "nobody", cardNo: "card {digits}",
    virtual: "virtual", plastic: "plastic", active: "active", left: "left of {limit} {period}", leftOf: "Left of the limit of {name}", cardLeft: "{card}, {sum} left",
    waitsLimit: "limit requested", waitsReissue: "reissue requested", changeLimit: "Change limit", reissue: "Reissue", ofCard: "{word}: card of {name}",
    askLimit: "Request another limit", askReissue: "Request a new card in place of this one", now: "now {sum} {period}", asked: "Requested. Nothing has changed at the bank yet.",
    REQUESTED: "waits for a decision", APPROVED: "approved", EXECUTING: "at the bank", UNKNOWN: "being looked up", EXECUTED: "done", REJECTED: "rejected", FAILED: "failed", EXPIRED: "expired",
    newCard: "A new card in place of this one", askedBy: "requested by {name}", decidedBy: "decided by {name}", approve: "Approve", reject: "Reject", forWhat: "{word}: {what}, requested by {name}",
    approved: "Approved. The bank is told now, once.", rejected: "Rejected.", noAnswer: "No answer. Press again: it is requested once, however often you press.",
    orders: "Orders", calls: "Calls", newsletter: "Newsletter", nothing: "Nothing known.", notAsked: "No answer. Try again later.",
    subscribed: "subscribed", unsubscribed: "unsubscribed", asking: "Asking…",
  },
  ru: {
    title: "Рабочее место CRM", skip: "К рабочему месту", you: "Вы", language: "Язык", incoming: "Входящие звонки",
    phone: "Телефон", numberLabel: "Номер для звонка", numberHint: "Номер, например 06 30 111 2233", call: "Позвонить", customers: "Клиенты",
    log: "Журнал звонков", logEmpty: "Звонков пока нет. Завершённый звонок появится здесь вместе с записью.", search: "Поиск по журналу",
    searchHint: "Имя, компания или номер", noneFound: "Подходящих звонков нет.", more: "Показать более ранние",
    systems: "В других системах", systemsEmpty: "Выберите клиента или дождитесь звонка.", show: "Найти: {name}",
    cards: "Корпоративные карты", cardsEmpty: "Среди карт нет карт ваших клиентов.", all: "Все карты", yours: "Карты ваших клиентов",
    requests: "Заявки", requestsNote: "Заявка ничего не меняет. Решение принимает другой сотрудник.", requestsEmpty: "Заявок нет.",
    demo: "Демонстрация. Все системы имитируются на этом компьютере; вверху выберите, кто вы.", somebody: "Кто звонит:", ring: "Позвонить мне",
    stranger: "неизвестный", withheld: "скрытый номер", needsScript: "Для работы нужен JavaScript.",
    newLimit: "Новый лимит, в рублях", sumHint: "Сумма, например 30000 или 1450,50", starts: "Обновляется", why: "Причина", cancel: "Отмена", send: "Отправить заявку",
    everyMonth: "каждый месяц", everyDay: "каждый день", never: "никогда: разовая сумма",
    on: "Есть связь", waiting: "Восстановление связи", off: "Нет связи: откройте адрес, который вывела программа",
    MANAGER: "менеджер", FINANCE_DIRECTOR: "финансовый директор",
    rings: "Зазвонит ваш телефон, затем будет набран номер: {name}.", calling: "Вызов: {name}", hide: "Скрыть", unknownCaller: "Неизвестный абонент", strangerNote: "Этого номера нет среди клиентов.",
    incomingCall: "Входящий звонок", callOf: "Входящий звонок: {name}", customer: "Клиент", manager: "Менеджер", card: "Карта", dismiss: "Скрыть звонок: {name}",
    callName: "Позвонить: {name}", from: "От", to: "Кому", inbound: "входящий", outbound: "исходящий", missed: "пропущен", busy: "занято", failed: "не удался", unknown: "неизвестно",
    play: "Слушать", playName: "Прослушать запись разговора: {name}", fetching: "запись загружается", notFetched: "запись не загружена",
    cannotPlay: "Запись не воспроизводится.", pressPlay: "Браузер не начинает воспроизведение сам; нажмите кнопку в проигрывателе.", at: "{name}, {time}",
    MONTH: "в месяц", DAY: "в день", IRREGULAR: "разово", CUSTOM: "по правилу банка", nobody: "никто", cardNo: "карта {digits}",
    virtual: "виртуальная", plastic: "пластиковая", active: "активна", left: "осталось из {limit} {period}", leftOf: "Остаток лимита: {name}", cardLeft: "{card}, осталось {sum}",
    waitsLimit: "заявка на лимит", waitsReissue: "заявка на перевыпуск", changeLimit: "Изменить лимит", reissue: "Перевыпустить", ofCard: "{word}: карта, {name}",
    askLimit: "Заявка на другой лимит", askReissue: "Заявка на новую карту взамен этой", now: "сейчас {sum} {period}", asked: "Заявка отправлена. В банке пока ничего не изменилось.",
    REQUESTED: "ждёт решения", APPROVED: "одобрена", EXECUTING: "в банке", UNKNOWN: "выясняется", EXECUTED: "выполнена", REJECTED: "отклонена", FAILED: "не выполнена", EXPIRED: "просрочена",
    newCard: "Новая карта взамен этой", askedBy: "заявитель: {name}", decidedBy: "решение: {name}", approve: "Одобрить", reject: "Отклонить", forWhat: "{word}: {what}, заявитель: {name}",
    approved: "Одобрено. Запрос уходит в банк один раз.", rejected: "Отклонено.", noAnswer: "Нет ответа. Нажмите ещё раз: сколько бы вы ни нажимали, запрос будет один.",
    orders: "Заказы", calls: "Звонки", newsletter: "Рассылка", nothing: "Сведений нет.", notAsked: "Нет ответа. Повторите позже.",
    subscribed: "подписан", unsubscribed: "отписан", asking: "Запрос…",
  },
  hu: {
    title: "CRM-munkahely", skip: "Ugrás a munkahelyre", you: "Ön", language: "Nyelv", incoming: "Bejövő hívások",
    phone: "Telefon", numberLabel: "Hívandó szám", numberHint: "Szám, pl. 06 30 111 2233", call: "Hívás", customers: "Ügyfelek",
    log: "Hívásnapló", logEmpty: "Még nem volt hívás. A befejezett hívás a felvételével együtt itt jelenik meg.", search: "Keresés a naplóban",
    searchHint: "Név, cég vagy szám", noneFound: "Nincs ilyen hívás.", more: "Korábbi hívások",
    systems: "Más rendszerekben", systemsEmpty: "Válasszon ügyfelet, vagy várjon egy hívást.", show: "Keresés: {name}",
    cards: "Céges kártyák", cardsEmpty: "Egyik kártya sem az Ön ügyfeléé.", all: "Az összes", yours: "Az Ön ügyfeleié",
    requests: "Kérelmek", requestsNote: "A kérelem semmit sem változtat meg. Más dönt róla.", requestsEmpty: "Nincs kérelem.",
    demo: "Bemutató. Minden rendszert ez a számítógép szimulál; fent válassza ki, hogy kicsoda.", somebody: "Hívó:", ring: "Csörgessen meg",
    stranger: "ismeretlen", withheld: "rejtett szám", needsScript: "Az oldalhoz JavaScript kell.",
    newLimit: "Új limit, rubelben", sumHint: "Összeg, pl. 30000 vagy 1450,50", starts: "Megújul", why: "Indok", cancel: "Mégse", send: "Kérelem elküldése",
    everyMonth: "havonta", everyDay: "naponta", never: "soha: egyszeri összeg",
    on: "Kapcsolódva", waiting: "Újrakapcsolódás", off: "Nincs kapcsolat: nyissa meg a program által kiírt címet",
    MANAGER: "menedzser", FINANCE_DIRECTOR: "pénzügyi igazgató",
    rings: "Megcsörren a telefonja, utána hívjuk: {name}.", calling: "Hívás: {name}", hide: "Elrejtés", unknownCaller: "Ismeretlen hívó", strangerNote: "Ez a szám nincs az ügyfelek között.",
    incomingCall: "Bejövő hívás", callOf: "Bejövő hívás: {name}", customer: "Ügyfél", manager: "Menedzser", card: "Kártya", dismiss: "Hívás elrejtése: {name}",
    callName: "Hívás: {name}", from: "Tőle", to: "Neki", inbound: "bejövő", outbound: "kimenő", missed: "nem fogadott", busy: "foglalt", failed: "sikertelen", unknown: "ismeretlen",
    play: "Lejátszás", playName: "Felvétel lejátszása: {name}", fetching: "a felvétel letöltés alatt", notFetched: "a felvétel nem töltődött le",
    cannotPlay: "A felvétel nem játszható le.", pressPlay: "A böngésző nem indítja el magától; nyomja meg a lejátszás gombot.", at: "{name}, {time}",
    MONTH: "havonta", DAY: "naponta", IRREGULAR: "egyszeri", CUSTOM: "a bank szabálya szerint", nobody: "senki", cardNo: "{digits} végű kártya",
    virtual: "virtuális", plastic: "plasztik", active: "aktív", left: "maradt, limit: {limit} {period}", leftOf: "Maradék keret: {name}", cardLeft: "{card}, maradt {sum}",
    waitsLimit: "limitkérelem", waitsReissue: "cserekérelem", changeLimit: "Limit módosítása", reissue: "Újragyártás", ofCard: "{word}: {name} kártyája",
    askLimit: "Új limit kérése", askReissue: "Új kártya kérése ehelyett", now: "most {sum} {period}", asked: "A kérelem elküldve. A banknál még semmi sem változott.",
    REQUESTED: "döntésre vár", APPROVED: "jóváhagyva", EXECUTING: "a banknál", UNKNOWN: "ellenőrzés alatt", EXECUTED: "kész", REJECTED: "elutasítva", FAILED: "sikertelen", EXPIRED: "lejárt",
    newCard: "Új kártya ehelyett", askedBy: "kérte: {name}", decidedBy: "döntött: {name}", approve: "Jóváhagyás", reject: "Elutasítás", forWhat: "{word}: {what}, kérte: {name}",
    approved: "Jóváhagyva. A bank most kapja meg, egyszer.", rejected: "Elutasítva.", noAnswer: "Nincs válasz. Nyomja meg újra: akárhányszor nyomja is, a kérés egyszer megy el.",
    orders: "Rendelések", calls: "Hívások", newsletter: "Hírlevél", nothing: "Nincs adat.", notAsked: "Nincs válasz. Próbálja később.",
    subscribed: "feliratkozva", unsubscribed: "leiratkozva", asking: "Lekérdezés…",
  },
  pl: {
    title: "Stanowisko CRM", skip: "Przejdź do stanowiska", you: "Kim jesteś", language: "Język", incoming: "Połączenia przychodzące",
    phone: "Telefon", numberLabel: "Numer, pod który dzwonimy", numberHint: "Numer, np. 06 30 111 2233", call: "Zadzwoń", customers: "Klienci",
    log: "Dziennik połączeń", logEmpty: "Brak połączeń. Zakończone połączenie pojawi się tutaj razem z nagraniem.", search: "Szukaj w dzienniku",
    searchHint: "Nazwisko, firma lub numer", noneFound: "Brak takich połączeń.", more: "Pokaż starsze",
    systems: "W innych systemach", systemsEmpty: "Wybierz klienta albo poczekaj na połączenie.", show: "Wyszukaj: {name}",
    cards: "Karty firmowe", cardsEmpty: "Żadna z kart nie należy do Twojego klienta.", all: "Wszystkie", yours: "Karty Twoich klientów",
    requests: "Wnioski", requestsNote: "Wniosek niczego nie zmienia. Decyduje inna osoba.", requestsEmpty: "Brak wniosków.",
    demo: "Demonstracja. Wszystkie systemy są symulowane na tym komputerze; u góry wybierz, kim jesteś.", somebody: "Dzwoni:", ring: "Zadzwoń do mnie",
    stranger: "ktoś nieznany", withheld: "numer zastrzeżony", needsScript: "Strona wymaga JavaScriptu.",
    newLimit: "Nowy limit, w rublach", sumHint: "Kwota, np. 30000 lub 1450,50", starts: "Odnawia się", why: "Powód", cancel: "Anuluj", send: "Wyślij wniosek",
    everyMonth: "co miesiąc", everyDay: "codziennie", never: "nigdy: kwota jednorazowa",
    on: "Połączono", waiting: "Ponowne łączenie", off: "Brak połączenia: otwórz adres wypisany przez program",
    MANAGER: "menedżer", FINANCE_DIRECTOR: "dyrektor finansowy",
    rings: "Zadzwoni Twój telefon, a potem: {name}.", calling: "Połączenie: {name}", hide: "Ukryj", unknownCaller: "Nieznany rozmówca", strangerNote: "Tego numeru nie ma wśród klientów.",
    incomingCall: "Połączenie przychodzące", callOf: "Połączenie przychodzące: {name}", customer: "Klient", manager: "Menedżer", card: "Karta", dismiss: "Ukryj połączenie: {name}",
    callName: "Zadzwoń: {name}", from: "Od", to: "Do", inbound: "przychodzące", outbound: "wychodzące", missed: "nieodebrane", busy: "zajęte", failed: "nieudane", unknown: "nieznane",
    play: "Odtwórz", playName: "Odtwórz nagranie rozmowy: {name}", fetching: "nagranie jest pobierane", notFetched: "nagrania nie pobrano",
    cannotPlay: "Nie można odtworzyć nagrania.", pressPlay: "Przeglądarka nie zaczyna sama; naciśnij przycisk w odtwarzaczu.", at: "{name}, {time}",
    MONTH: "na miesiąc", DAY: "na dzień", IRREGULAR: "jednorazowo", CUSTOM: "według reguły banku", nobody: "nikt", cardNo: "karta {digits}",
    virtual: "wirtualna", plastic: "plastikowa", active: "aktywna", left: "zostało z {limit} {period}", leftOf: "Pozostały limit: {name}", cardLeft: "{card}, zostało {sum}",
    waitsLimit: "wniosek o limit", waitsReissue: "wniosek o wymianę", changeLimit: "Zmień limit", reissue: "Wydaj ponownie", ofCard: "{word}: karta, {name}",
    askLimit: "Wniosek o inny limit", askReissue: "Wniosek o nową kartę zamiast tej", now: "teraz {sum} {period}", asked: "Wniosek wysłany. W banku nic się jeszcze nie zmieniło.",
    REQUESTED: "czeka na decyzję", APPROVED: "zatwierdzony", EXECUTING: "w banku", UNKNOWN: "sprawdzany", EXECUTED: "wykonany", REJECTED: "odrzucony", FAILED: "niewykonany", EXPIRED: "przeterminowany",
    newCard: "Nowa karta zamiast tej", askedBy: "wnioskuje: {name}", decidedBy: "decyzja: {name}", approve: "Zatwierdź", reject: "Odrzuć", forWhat: "{word}: {what}, wnioskuje: {name}",
    approved: "Zatwierdzono. Bank dostaje to teraz, jeden raz.", rejected: "Odrzucono.", noAnswer: "Brak odpowiedzi. Naciśnij ponownie: niezależnie od liczby naciśnięć żądanie zostanie wysłane raz.",
    orders: "Zamówienia", calls: "Połączenia", newsletter: "Newsletter", nothing: "Brak danych.", notAsked: "Brak odpowiedzi. Spróbuj później.",
    subscribed: "zapisany", unsubscribed: "wypisany", asking: "Pytam…",
  },
};

export const LANGUAGES = { en: "English", ru: "Русский", hu: "Magyar", pl: "Polski" };

const wanted = sessionStorage.getItem("language") ?? navigator.language.slice(0, 2);
export const language = wanted in WORDS ? wanted : "en";
const locale = language === "en" ? "en-GB" : language;

/** Returns a text of the page's language, with its {names} filled in. */
export function t(key, values = {}) {
  return (WORDS[language][key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Keeps the choice for this tab and loads the page again in that language. */
export function chooseLanguage(code) {
  sessionStorage.setItem("language", code);
  location.reload();
}

const rubles = new Intl.NumberFormat(language,
  { style: "currency", currency: "RUB", currencyDisplay: "narrowSymbol", trailingZeroDisplay: "stripIfInteger" });
const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const calendar = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });

// Sums stay texts: a sum is no binary fraction.
export const money = (sum) => rubles.format(sum);
export const number = (sum) => plain.format(sum);
export const time = (at) => clock.format(new Date(at));
export const day = (at) => calendar.format(new Date(at));

/** Fills in the texts of the page itself. */
export function translatePage() {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-t]")) {
    node.textContent = t(node.dataset.t);
  }
  for (const [data, attribute] of [["label", "aria-label"], ["hint", "placeholder"], ["tip", "title"]]) {
    for (const node of document.querySelectorAll(`[data-t-${data}]`)) {
      node.setAttribute(attribute, t(node.getAttribute(`data-t-${data}`)));
    }
  }
}
