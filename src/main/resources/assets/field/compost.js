// The compost log beside the bins: choose the bin, choose what was done, keep it. The queue, the clock and the sender are those
// of the field app.

import * as api from "./api.js";
import * as clock from "./clock.js";
import { announce, photoOf, tell, tellAll } from "./form.js";
import * as queue from "./queue.js";
import { offerRescue } from "./rescue.js";
import { createSender } from "./sender.js";
import * as store from "./store.js";
import { number, say, time } from "./words.js";

const KIT = "compost-kit";
/** So many entries that need nothing of anybody are listed; a month of forty bins is too long for a phone to draw at each tap. */
const LISTED = 20;
const NUMBERS = ["massKg", "buckets", "litres", "coreCelsius", "edgeCelsius", "baseCelsius"];
const FIELDS = [...NUMBERS, "material", "photo"];
/** What must be filled in, by what was done; of several names in one line one is enough. */
const NEEDED = { FEED: [["massKg", "buckets"]], WATER: [["litres"]], TEMPERATURE: [["coreCelsius"]], OUTPUT: [["massKg"]], REJECT: [["massKg"]], PHOTO: [["photo"]] };
const NUMBER = /^-?(\d{1,7}(\.\d{0,3})?|\.\d{1,3})$/;

const form = document.querySelector("#log");
const fields = form.elements;
const trouble = document.querySelector("#trouble");
const saved = document.querySelector("#saved");
const line = document.querySelector("#line");

let kit = null;
let now = null;
let doing = null;
let saving = false;

const units = () => (kit?.sites ?? []).flatMap((site) => site.units.map((unit) => ({ ...unit, site })));

async function mine() {
  return kit ? (await queue.mine(kit.account)).filter((entry) => entry.kind === "compost") : [];
}

function element(name, className, words) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
}

function unitRow(unit) {
  const link = element("a", "list-group-item list-group-item-action", "");
  link.href = `#${unit.id}`;
  link.dataset.unit = unit.id;
  link.append(element("strong", "d-block fs-2", unit.code), element("span", "d-block text-secondary", unit.site.name));
  unit.advice.forEach((one) => link.append(element("span", one.urgent ? "d-block fw-bold" : "d-block", one.words)));
  return link;
}

function entryRow(entry) {
  const item = element("li", "list-group-item d-flex flex-wrap gap-2 justify-content-between", "");
  item.dataset.state = entry.state;
  item.append(
    element("span", "", `${entry.name} · ${time(entry.phoneMs + entry.offsetMs)}`),
    element("span", `badge bg-${queue.isLost(entry) ? "danger" : "info"}-lt`, say(`state-${entry.state}`)));
  if (entry.photoRefused !== undefined) {
    item.append(element("span", "w-100", say("photo-refused", entry.photoRefused)));
  }
  if (queue.isLost(entry)) {
    item.append(element("span", "w-100", entry.reason ?? ""));
    if (entry.state === "refused") {
      const again = element("button", "btn btn-sm", say("correct"));
      again.type = "button";
      again.addEventListener("click", () => { location.hash = `#${entry.unit}`; });
      item.append(again);
    }
    const away = element("button", "btn btn-sm", say("discard"));
    away.type = "button";
    away.addEventListener("click", async () => { await queue.discard(entry.id); await refresh(); });
    item.append(away);
  }
  return item;
}

/** Lists and the words about the line. */
async function refresh(state) {
  const kept = (await mine()).reverse();
  const waiting = kept.filter(queue.isWaiting).length;
  document.querySelector("#whose").textContent = kit?.name ?? "";
  document.querySelector("#units").replaceChildren(...units().map(unitRow));
  document.querySelector("#nothing").hidden = !kit || units().length > 0;
  const lost = kept.filter(queue.isLost);
  const others = kept.filter((entry) => !queue.isLost(entry));
  const more = document.querySelector("#more");
  document.querySelector("#entries").replaceChildren(...[...lost, ...others.slice(0, LISTED)].map(entryRow));
  more.hidden = others.length <= LISTED;
  more.textContent = say("more", number(others.length - LISTED));
  document.querySelector("#kept").hidden = kept.length === 0;
  document.querySelector("#app").dataset.ready = kit ? "yes" : "nobody";
  document.querySelector("#app").dataset.waiting = waiting;
  document.querySelector("#sign-in").hidden = state !== "sign-in";
  line.textContent = waiting > 0
    ? say(["sending", "sign-in", "trouble"].includes(state) ? state : "offline", number(waiting))
    : say(state === "offline" ? "no-line" : state === "sign-in" ? "signed-out" : "all-sent");
  line.parentElement.dataset.line = state ?? "done";
}

/** Shows what belongs to what was done; nothing else is sent. */
function choose(kind) {
  doing = kind;
  trouble.hidden = true;
  form.querySelectorAll("[data-for]").forEach((part) => { part.hidden = !kind || !part.dataset.for.split(" ").includes(kind); });
  form.querySelectorAll("[data-do]").forEach((button) => {
    button.hidden = Boolean(kind) && button.dataset.do !== kind;
    button.setAttribute("aria-pressed", String(button.dataset.do === kind));
  });
  const probes = now?.probes ?? 1;
  form.querySelector("#edge-part").hidden = probes < 2;
  form.querySelector("#base-part").hidden = probes < 3;
  document.querySelector("#other").hidden = !kind;
  form.querySelector("#keep").hidden = !kind || Boolean(form.querySelector(`[data-for="${kind}"] [name=finding]`));
  form.querySelector("#extra").hidden = !kind;
}

function open(id) {
  now = units().find((unit) => unit.id === id) ?? null;
  document.querySelector("#choose").hidden = Boolean(now);
  document.querySelector("#what").hidden = !now;
  if (!now) {
    return;
  }
  form.reset();
  tellAll(form, FIELDS, []);
  document.querySelector("#unit").textContent = now.code;
  document.querySelector("#advice").replaceChildren(...now.advice.map((one) => element("p", one.urgent ? "fw-bold mb-1" : "mb-1", one.words)));
  fields.material.replaceChildren(...kit.materials.map((one) => new Option(one.name, one.code)));
  const last = localStorage.getItem("compost-material");
  if (kit.materials.some((one) => one.code === last)) fields.material.value = last;
  document.querySelector("#swapped").hidden = true;
  choose(null);
  document.querySelector("#main").focus();
}

const isOpen = (field) => !fields[field].closest("[hidden]");
const typed = (field) => (isOpen(field) ? fields[field].value.normalize("NFKC").replaceAll(",", "").trim() : "");

function faults() {
  const found = NUMBERS.filter((field) => typed(field) && !NUMBER.test(typed(field))).map((field) => [field, say("unreadable")]);
  for (const oneOf of NEEDED[doing] ?? []) {
    if (oneOf.every((field) => (field === "photo" ? fields.photo.files.length === 0 : !typed(field)))) {
      found.push([oneOf[0], say("missing")]);
    }
  }
  if (typed("massKg") && typed("buckets")) found.push(["buckets", say("one-of-two")]);
  return found;
}

/** What the server is told, besides the moment. */
function values(finding) {
  const told = { kind: doing };
  if (doing === "FEED") told.material = fields.material.value;
  for (const field of ["massKg", "litres", "coreCelsius", "edgeCelsius", "baseCelsius"]) {
    if (typed(field)) told[field] = Number(typed(field));
  }
  if (doing === "FEED" && typed("buckets")) {
    told.litres = Math.round(Number(typed("buckets")) * now.site.bucketLitres * 1000) / 1000;
  }
  if (fields.probesChecked.checked && doing === "TEMPERATURE") told.probesChecked = true;
  if (finding) told.finding = finding.value;
  return told;
}

function summary(told, finding) {
  const amounts = [
    told.material && fields.material.selectedOptions[0]?.textContent,
    told.massKg !== undefined && `${told.massKg} kg`,
    told.litres !== undefined && `${told.litres} L`,
    told.coreCelsius !== undefined && `${[told.coreCelsius, told.edgeCelsius, told.baseCelsius].filter((one) => one !== undefined).join(" / ")} ℃`,
    finding?.textContent.trim(),
  ];
  return [now.code, form.querySelector(`[data-do=${doing}]`).textContent.trim(), ...amounts.filter(Boolean)].join(" · ");
}

async function keep(finding) {
  const wrong = faults();
  tellAll(form, FIELDS, wrong);
  if (wrong.length > 0) {
    return;
  }
  const told = values(finding);
  if (told.edgeCelsius - told.coreCelsius > kit.swappedCelsius && !told.probesChecked) {
    document.querySelector("#swapped").hidden = false;
    tell(form, "edgeCelsius", say("swapped"));
    return;
  }
  const done = await queue.add({
    kind: "compost",
    id: queue.newId(),
    account: kit.account,
    unit: now.id,
    community: now.site.community,
    name: summary(told, finding),
    card: "",
    values: told,
    note: fields.note.value.trim(),
    photo: await photoOf(fields.photo.files[0]),
    ...(await clock.read()),
  });
  if (told.material) localStorage.setItem("compost-material", told.material);
  location.hash = "#choose";
  open("");
  announce(saved, say(done.withoutPhoto ? "saved-without-photo" : "saved", done.entry.name));
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.submitter;
  // the enter key presses the first button of a form, which is one of these
  if (button?.dataset.do && !doing) {
    choose(button.dataset.do);
    if (doing !== "TURN") {
      form.querySelector("[data-for]:not([hidden]) :is(input, select, button)")?.focus();
      return;
    }
  }
  const asksFinding = form.querySelector(`[data-for="${doing}"] [name=finding]`) && button?.name !== "finding";
  if (saving || !now || !doing || asksFinding) {
    return;
  }
  saving = true;
  try {
    await keep(button?.name === "finding" ? button : null);
    await refresh("offline");
    sender.send();
  } catch (problem) {
    // nothing was kept, and everything typed still stands in the form
    announce(trouble, say(problem.message === "photo" ? "photo-unreadable" : "full"), true);
  } finally {
    saving = false;
  }
});

document.querySelector("#other").addEventListener("click", () => choose(null));

/** Fetches sites and what to do today; without a line what was kept stays. */
async function meet() {
  try {
    kit = await api.compostKit();
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
