// The words of the page in two languages.

const WORDS = {
  en: {
    title: "Data hub", language: "Language", key: "1. Key", apiKey: "API key", connect: "Connect",
    demo: "Demo: the key of the simulated shop is filled in.", filter: "2. Filter",
    filterHow: "Include orders whose parameter has this value.", parameter: "Parameter", value: "Value", any: "any",
    LOCATION: "Location", ORDER_TYPE: "Order type", STATUS: "Status", MANAGER: "Manager", EXECUTOR: "Executor", AD_CAMPAIGN: "Campaign",
    statuses: "3. Statuses", statusesHow: "Drag a status to another stage, or choose the stage in its list.", newStage: "New stage", add: "Add",
    calculation: "4. Calculation", cost: "Cost", volume: "Sales volume", preview: "Preview with real orders", order: "Order", status: "Status",
    stage: "Stage", total: "Total", finish: "Finish and show the charts", cancel: "Cancel the edit", edit: "Edit again", charts: "Charts",
    NOT_CONNECTED: "not connected", CONFIGURING: "being configured", CONNECTED: "connected", ERROR: "needs attention",
    NONE: "no role", SUCCESSFUL: "won", UNSUCCESSFUL: "lost", remove: "Remove", removeStage: "Remove the stage {name}", unmapped: "In no stage",
    titleOf: "Title of the stage {name}", roleOf: "Role of the stage {name}", stageOf: "Stage of the status {name}", noAnswer: "No answer. Try again.",
    "funnel.svg": "Funnel", "conversion.svg": "Conversion by week", "time.svg": "Days in a stage by week", "margin.svg": "Margin by manager",
  },
  ru: {
    title: "Хаб данных", language: "Язык", key: "1. Ключ", apiKey: "Ключ API", connect: "Подключить",
    demo: "Демо: ключ учебной мастерской уже подставлен.", filter: "2. Фильтр",
    filterHow: "Включить заказы, у которых параметр равен значению.", parameter: "Параметр", value: "Значение", any: "любое",
    LOCATION: "Локация", ORDER_TYPE: "Тип заказа", STATUS: "Статус", MANAGER: "Менеджер", EXECUTOR: "Исполнитель", AD_CAMPAIGN: "Рекламная кампания",
    statuses: "3. Статусы", statusesHow: "Перетащите статус в другой этап или выберите этап в списке рядом с ним.", newStage: "Новый этап", add: "Добавить",
    calculation: "4. Расчёт", cost: "Себестоимость", volume: "Объём продаж", preview: "Предпросмотр на настоящих заказах", order: "Заказ", status: "Статус",
    stage: "Этап", total: "Сумма", finish: "Завершить и показать графики", cancel: "Отменить правку", edit: "Изменить", charts: "Графики",
    NOT_CONNECTED: "не подключено", CONFIGURING: "настраивается", CONNECTED: "подключено", ERROR: "требует внимания",
    NONE: "без роли", SUCCESSFUL: "успех", UNSUCCESSFUL: "отказ", remove: "Удалить", removeStage: "Удалить этап {name}", unmapped: "Без этапа",
    titleOf: "Название этапа {name}", roleOf: "Роль этапа {name}", stageOf: "Этап статуса {name}", noAnswer: "Нет ответа. Попробуйте ещё раз.",
    "funnel.svg": "Воронка", "conversion.svg": "Конверсия по неделям", "time.svg": "Дней в этапе по неделям", "margin.svg": "Маржа по менеджерам",
  },
};

let language = navigator.language.startsWith("ru") ? "ru" : "en";

export const speak = (chosen) => { language = chosen; document.documentElement.lang = chosen; };
export const spoken = () => language;
export const t = (word, names = {}) =>
  Object.entries(names).reduce((text, [name, value]) => text.replace(`{${name}}`, value), WORDS[language][word] ?? word);
