// The page brings its words; scripts have none of their own.

const words = JSON.parse(document.querySelector("[data-words]").dataset.words);
const language = document.documentElement.lang;

export function say(key, ...values) {
  return (words[key] ?? key).replace(/\{(\d)\}/g, (hole, index) => values[index] ?? "");
}

/** What stands on the page under this selector, such as the name of a class on its button. */
export function label(selector) {
  return document.querySelector(selector)?.textContent.trim() ?? "";
}

export function number(value, decimals = 0) {
  return new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
}

export function time(ms) {
  return new Intl.DateTimeFormat(language, { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit" }).format(ms);
}
