// Small things pages share. Every page works without them.

// htmx: the server checks the token of every unsafe request.
document.body.addEventListener("htmx:configRequest", (event) => {
  const form = event.target.closest("form") ?? document.querySelector("form[method=post]");
  const token = form?.querySelector("input[name=_csrf]");
  if (token && event.detail.verb !== "get") {
    event.detail.headers["X-CSRF-TOKEN"] = token.value;
  }
});
// A refusal carries words for the reader: show it like any other answer.
document.body.addEventListener("htmx:beforeSwap", (event) => {
  if ([409, 413, 415, 422].includes(event.detail.xhr.status)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// After an error the summary takes the focus, so that a screen reader begins there.
document.querySelector("[data-focus]")?.focus();

// The side menu is open on a wide screen and closed on a phone.
const side = document.querySelector(".zx-side details");
if (side) {
  const wide = window.matchMedia("(min-width: 62rem)");
  const fit = () => { side.open = wide.matches; };
  wide.addEventListener("change", fit);
  fit();
}

// Drafts: what was typed into a form marked data-draft survives a reload or a dead battery on this device, for a day at
// most and until somebody signs out.
const DRAFT = "draft:";
const DRAFT_LIFE = 24 * 60 * 60 * 1000;

function forgetDrafts(isOver) {
  const keys = Array.from({ length: localStorage.length }, (none, at) => localStorage.key(at));
  keys.filter((key) => key.startsWith(DRAFT) && isOver(key)).forEach((key) => localStorage.removeItem(key));
}

forgetDrafts((key) => !(JSON.parse(localStorage.getItem(key)).at > Date.now() - DRAFT_LIFE));

for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = DRAFT + form.dataset.draft;
  const kept = JSON.parse(localStorage.getItem(key) ?? "{}").values ?? {};
  for (const field of form.elements) {
    if (field.name in kept && field.type !== "hidden" && field.type !== "password" && !field.value) {
      field.value = kept[field.name];
    }
  }
  form.addEventListener("input", () => {
    const values = {};
    for (const field of form.elements) {
      if (field.name && !["hidden", "password", "file", "radio", "checkbox"].includes(field.type)) {
        values[field.name] = field.value;
      }
    }
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }));
  });
  form.addEventListener("submit", () => localStorage.removeItem(key));
}

// Signing out leaves nothing of the person on this device but records that wait to be sent: they are the account's. The
// phone's own database takes longer than a form that leaves, so the next page finishes it.
const LEAVING = "signed-out";

for (const form of document.querySelectorAll("form[action='/sign-out']")) {
  form.addEventListener("submit", () => {
    forgetDrafts(() => true);
    ["field-station", "compost-material"].forEach((key) => localStorage.removeItem(key));
    localStorage.setItem(LEAVING, "yes");
  });
}

async function forgetFacts() {
  const known = await indexedDB.databases();
  if (known.some((database) => database.name === "zhuxi-field")) {
    await (await import("/assets/field/store.js")).forgetFacts();
  }
  localStorage.removeItem(LEAVING);
}

if (localStorage.getItem(LEAVING)) {
  // where it fails it is tried again on the next page
  forgetFacts().catch(() => {});
}

// A button that prints the page.
document.querySelector("[data-print]")?.addEventListener("click", () => window.print());
// A printable slip on the paper at hand: A4, or the 80 mm of a receipt printer.
for (const button of document.querySelectorAll("[data-print-paper]")) {
  button.addEventListener("click", () => {
    document.body.dataset.paper = button.dataset.printPaper;
    window.print();
  });
}

// A device lent to somebody with a card: how much time is left, in whole minutes, and back to the owner when it is over.
const lent = document.querySelector("[data-lent-until]");
if (lent) {
  const tell = () => {
    const left = Number(lent.dataset.lentUntil) - Date.now();
    if (left <= 0) {
      window.location.assign(lent.dataset.lentPage);
      return;
    }
    lent.textContent = lent.dataset.lentWords.replace("#", String(Math.ceil(left / 60000)));
    setTimeout(tell, Math.min(left, 15000));
  };
  tell();
}

// A photo just chosen is shown before it is sent.
for (const picker of document.querySelectorAll("[data-photo]")) {
  const input = picker.querySelector("input");
  input.addEventListener("change", () => {
    picker.querySelector("img")?.remove();
    const [photo] = input.files;
    if (photo?.type.startsWith("image/")) {
      const picture = document.createElement("img");
      picture.src = URL.createObjectURL(photo);
      picture.alt = photo.name;
      input.before(picture);
    }
  });
}

// A file dropped on something that takes one is sent at once, and so is a photo taken with the button there. What is swapped in
// later has it as well.
const taking = (event) => event.target.closest?.("[data-drop]");
for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    const area = taking(event);
    if (area && event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      area.classList.add("zx-dropping");
    }
  });
}
document.addEventListener("dragleave", (event) => {
  const area = taking(event);
  if (area && !area.contains(event.relatedTarget)) {
    area.classList.remove("zx-dropping");
  }
});
document.addEventListener("drop", (event) => {
  const area = taking(event);
  const { files } = event.dataTransfer;
  if (!area || !files.length) {
    return;
  }
  event.preventDefault();
  area.classList.remove("zx-dropping");
  const input = area.querySelector("input[type=file]");
  const words = area.querySelector("[data-drop-words]");
  if (files.length > 1) {
    area.open = true;
    words.textContent = words.dataset.dropWords;
    return;
  }
  words.textContent = "";
  input.files = files;
  input.form.requestSubmit();
});
document.addEventListener("click", (event) => {
  const input = event.target.closest?.("[data-shoot]")?.form.querySelector("input[type=file]");
  if (!input) {
    return;
  }
  const over = new AbortController();
  const end = () => { over.abort(); input.removeAttribute("capture"); };
  input.addEventListener("change", () => { end(); input.form.requestSubmit(); }, { signal: over.signal });
  input.addEventListener("cancel", end, { signal: over.signal });
  input.setAttribute("capture", "environment");
  input.click();
});

// What an address points at is open.
const pointed = document.getElementById(window.location.hash.slice(1));
if (pointed?.matches("details")) {
  pointed.open = true;
}

// Elder mode reads the page aloud where the device has a voice.
const aloud = document.querySelector("[data-aloud]");
if (aloud && "speechSynthesis" in window) {
  const button = aloud.querySelector("button");
  const words = button.textContent;
  const fall = () => { button.textContent = words; };
  aloud.hidden = false;
  button.addEventListener("click", () => {
    if (speechSynthesis.speaking) {
      speechSynthesis.cancel();
      fall();
      return;
    }
    const text = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, th, td, label)")]
      .filter((part) => !aloud.contains(part) && part.offsetParent && !part.querySelector("p, li, td, label"))
      .map((part) => part.innerText.trim()).filter(Boolean).join("\n");
    const speech = new SpeechSynthesisUtterance(text);
    speech.lang = aloud.dataset.aloud;
    speech.rate = 0.9;
    speech.addEventListener("end", fall);
    speechSynthesis.speak(speech);
    button.textContent = button.dataset.stop;
  });
  window.addEventListener("pagehide", () => speechSynthesis.cancel());
}

// Shortcuts of one key, which can be switched off; never while somebody types.
const keys = document.querySelector("#keys");
if (keys) {
  const off = keys.querySelector("[data-keys-off]");
  off.checked = localStorage.getItem("keys") === "off";
  off.addEventListener("change", () => localStorage.setItem("keys", off.checked ? "off" : "on"));
  const actions = {
    "?": () => keys.showModal(),
    "/": () => document.querySelector("main input[type=search], main input[name=q]")?.focus(),
    n: () => document.querySelector("main a[rel=next]")?.click(),
    h: () => document.querySelector(".zx-brand")?.click(),
    m: () => document.querySelector("nav a[href]")?.focus(),
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable], dialog");
    const action = actions[event.key];
    if (action && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && (event.key === "?" || !off.checked)) {
      event.preventDefault();
      action();
    }
  });
}

// A day in the words of the page beside its label, whatever the language of the browser; and a day that is pasted as it is written.
const day = (text) => {
  const parts = text.match(/(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/);
  const found = parts ? new Date(Date.UTC(parts[1], parts[2] - 1, parts[3])) : new Date(text.replace(/(\d)(st|nd|rd|th)\b/, "$1") + " UTC");
  return Number.isNaN(found.getTime()) ? "" : found.toISOString().slice(0, 10);
};
for (const words of document.querySelectorAll("[data-day-words]")) {
  const field = document.getElementById(words.dataset.dayWords);
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { year: "numeric", month: "short", day: "numeric", weekday: "short", timeZone: "UTC" });
  const tell = () => { words.textContent = field.value ? format.format(new Date(field.value + "T00:00:00Z")) : ""; };
  field.addEventListener("input", tell);
  field.addEventListener("paste", (event) => {
    const pasted = day(event.clipboardData.getData("text"));
    if (pasted) {
      event.preventDefault();
      field.value = pasted;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  tell();
}
