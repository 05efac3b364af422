// Meters read without a network: one's own, or behind a door where one looks after meters. The queue, the clock and the sender are
// those of the field app.

import * as api from "./api.js";
import * as clock from "./clock.js";
import { announce, tell, tellAll } from "./form.js";
import * as queue from "./queue.js";
import { offerRescue } from "./rescue.js";
import { createSender } from "./sender.js";
import * as store from "./store.js";
import { label, number, say, time } from "./words.js";

const KIT = "meter-kit";
const FIELDS = ["door", "day", "value"];
const DOOR = "door";
const NUMBER = /^\d{1,11}(\.\d{1,3})?$/;

const form = document.querySelector("#reading");
const fields = form.elements;
const trouble = document.querySelector("#trouble");
const line = document.querySelector("#line");

let kit = null;
let now = null;
let again = null;
let replaces = null;
let saving = false;

async function mine() {
  return kit ? (await queue.mine(kit.account)).filter((entry) => entry.kind === "meter-reading") : [];
}

function element(name, className, words) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
}

const lastOf = (meter) => (meter.last === null ? "" : say("last", meter.lastDay, meter.last, meter.unit));

function meterRow(meter) {
  const link = element("a", "list-group-item list-group-item-action", "");
  link.href = `#${meter.id}`;
  link.dataset.meter = meter.id;
  link.append(element("strong", "d-block fs-2", meter.name), element("span", "d-block text-secondary", lastOf(meter)));
  return link;
}

function button(words, pressed) {
  const made = element("button", "btn btn-sm", words);
  made.type = "button";
  made.addEventListener("click", pressed);
  return made;
}

function entryRow(entry) {
  const item = element("li", "list-group-item d-flex flex-wrap gap-2 justify-content-between", "");
  item.dataset.state = entry.state;
  item.append(
    element("span", "", [entry.card, entry.name, time(entry.phoneMs + entry.offsetMs)].filter(Boolean).join(" · ")),
    element("span", `badge bg-${queue.isLost(entry) ? "danger" : "info"}-lt`, say(`state-${entry.state}`)));
  if (queue.isLost(entry)) {
    item.append(
      element("span", "w-100", entry.reason ?? ""),
      button(say("correct"), () => correct(entry)),
      button(say("discard"), async () => { await queue.discard(entry.id); await refresh(); }));
  }
  return item;
}

/** Lists and the words about the line. */
async function refresh(state) {
  const kept = (await mine()).filter((entry) => !entry.replacedBy).reverse();
  const waiting = kept.filter(queue.isWaiting).length;
  document.querySelector("#whose").textContent = kit?.name ?? "";
  document.querySelector("#meters").replaceChildren(...(kit?.meters ?? []).map(meterRow));
  document.querySelector("#others").hidden = !kit?.readsForOthers;
  document.querySelector("#nothing").hidden = !kit || kit.meters.length > 0 || kit.readsForOthers;
  document.querySelector("#entries").replaceChildren(...kept.map(entryRow));
  document.querySelector("#kept").hidden = kept.length === 0;
  document.querySelector("#app").dataset.ready = kit ? "yes" : "nobody";
  document.querySelector("#app").dataset.waiting = waiting;
  document.querySelector("#sign-in").hidden = state !== "sign-in";
  line.textContent = waiting > 0
    ? say(["sending", "sign-in", "trouble"].includes(state) ? state : "offline", number(waiting))
    : say(state === "offline" ? "no-line" : state === "sign-in" ? "signed-out" : "all-sent");
  line.parentElement.dataset.line = state ?? "done";
}

function today() {
  const day = new Date();
  day.setMinutes(day.getMinutes() - day.getTimezoneOffset());
  return day.toISOString().slice(0, 10);
}

const isDoor = () => now === DOOR;

function open(id) {
  now = id === DOOR && kit?.readsForOthers ? DOOR : kit?.meters.find((one) => one.id === id) ?? null;
  document.querySelector("#choose").hidden = Boolean(now);
  document.querySelector("#read").hidden = !now;
  replaces = null;
  if (!now) {
    return;
  }
  form.reset();
  trouble.hidden = true;
  document.querySelector("#saved").hidden = true;
  tellAll(form, FIELDS, []);
  document.querySelector("#meter").textContent = isDoor() ? label("#others") : now.name;
  document.querySelector("#last").textContent = isDoor() ? "" : lastOf(now);
  document.querySelector("#where").hidden = !isDoor();
  document.querySelector("#zero").hidden = !isDoor() && !now.canPassZero;
  fields.day.value = today();
  if (again) {
    fill(again);
  }
  fitUnit();
  document.querySelector("#main").focus();
}

const kindOption = () => fields.kind.selectedOptions[0];
const unit = () => (isDoor() ? kindOption().dataset.unit : now.unit);

function fitUnit() {
  fields.value.parentElement.querySelector(".input-group-text").textContent = unit();
}

/** Opens a refused reading in the form; it is kept as a new one. */
function correct(entry) {
  again = entry;
  location.hash = `#${entry.values.meter ?? DOOR}`;
}

function fill(entry) {
  const { kind, day, value, rolledOver } = entry.values;
  fields.door.value = entry.card;
  if (kind) fields.kind.value = kind;
  fields.day.value = day;
  fields.value.value = value;
  fields.rolledOver.checked = rolledOver;
  replaces = entry.id;
  again = null;
}

const typed = (field) => fields[field].value.normalize("NFKC").replaceAll(",", "").trim();

function faults() {
  const found = [];
  if (isDoor() && !typed("door")) found.push(["door", say("missing")]);
  if (!fields.day.value) found.push(["day", say("no-day")]);
  if (!NUMBER.test(typed("value"))) found.push(["value", say(typed("value") ? "unreadable" : "missing")]);
  else if (!isDoor() && !fields.rolledOver.checked && fields.day.value >= now.lastDay && Number(typed("value")) < now.last) {
    found.push(["value", say("backwards", now.lastDay, now.last, now.unit)]);
  }
  return found;
}

async function keep() {
  const wrong = faults();
  tellAll(form, FIELDS, wrong);
  if (wrong.length > 0) {
    return;
  }
  const which = isDoor() ? { kind: fields.kind.value } : { meter: now.id };
  const value = Number(typed("value"));
  const done = await queue.add({
    kind: "meter-reading",
    id: queue.newId(),
    account: kit.account,
    name: [isDoor() ? kindOption().textContent : now.name, fields.day.value, `${value} ${unit()}`].join(" · "),
    card: isDoor() ? typed("door").toUpperCase() : "",
    values: { ...which, day: fields.day.value, value, rolledOver: fields.rolledOver.checked },
    note: "",
    photo: null,
    replaces,
    ...(await clock.read()),
  });
  if (replaces) {
    await queue.replace(replaces, done.entry.id);
  }
  location.hash = "#choose";
  open("");
  announce(document.querySelector("#saved"), say("saved", done.entry.name));
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (saving || !now) {
    return;
  }
  saving = true;
  try {
    await keep();
    await refresh("offline");
    sender.send();
  } catch (problem) {
    // nothing was kept, and everything typed still stands in the form
    console.error(problem);
    announce(trouble, say("full"), true);
  } finally {
    saving = false;
  }
});

fields.kind.addEventListener("change", fitUnit);
fields.value.addEventListener("input", () => tell(form, "value", ""));

/** Fetches the own meters; without a line what was kept stays. */
async function meet() {
  try {
    kit = await api.meterKit();
    await store.keepFact(KIT, kit);
  } catch (problem) {
    if (!(problem instanceof api.Trouble)) {
      throw problem;
    }
    await refresh(problem.kind === "sign-in" ? "sign-in" : "offline");
  }
}

const sender = createSender(async (state) => {
  if (state === "done" && !now) {
    await meet();
  }
  await refresh(state);
});

async function begin() {
  await store.open();
  await queue.prune().catch(() => {});
  kit = (await store.fact(KIT)) ?? null;
  await refresh("opening");
  open(location.hash.slice(1));
  window.addEventListener("hashchange", () => open(location.hash.slice(1)));
  window.addEventListener("online", () => sender.send({ afresh: true }));
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") sender.send({ afresh: true }); });
  document.querySelector("#send").addEventListener("click", () => sender.send({ afresh: true }));
  offerRescue(() => kit?.account, async () => { await refresh("offline"); sender.send({ afresh: true }); });
  navigator.storage?.persist?.().catch(() => {});
  await sender.send({ afresh: true });
  if (!now) open(location.hash.slice(1));
}

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/field/sw.js", { scope: "/field" }).catch(() => {});
}

begin().catch((problem) => {
  console.error(problem);
  document.querySelector("#app").dataset.ready = "never";
  document.querySelector("#no-store").hidden = false;
});
