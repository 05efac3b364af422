// The form: card, class, weight or bags, photo, and a tap on the grade keeps the drop.

import { isMistyped } from "./cards.js";
import * as clock from "./clock.js";
import { announce, offerStations, photoOf, tell, tellAll } from "./form.js";
import * as queue from "./queue.js";
import * as store from "./store.js";
import { say } from "./words.js";

const form = document.querySelector("#drop");
const fields = form.elements;
const answer = document.querySelector("#saved");
const WEIGHT = /^(\d{1,5}([.,。]\d*)?|[.,。]\d+)(kg|g|公斤|千克|斤|克)?$/i;

let kit = null;
let replaces = null;
let saving = false;
let kept = 0;

/** Called after every drop that was kept. */
let afterwards = () => {};

export function onSaved(listener) {
  afterwards = listener;
}

export function useKit(known) {
  kit = known;
  offerStations(fields.station, document.querySelector("#station-choice"), kit);
  fitStation();
}

const station = () => kit?.stations.find((one) => one.id === fields.station.value);

/** Only what the station takes can be chosen; without a scale one bag is the likeliest. */
function fitStation() {
  const here = station();
  for (const radio of form.querySelectorAll("[name=wasteClass]")) {
    radio.closest("[data-class]").hidden = Boolean(here) && !here.accepted.includes(radio.value);
  }
  document.querySelector("#station-name").textContent = kit?.stations.length === 1 ? here.name : "";
  if (here && !here.weighs && !fields.kg.value && !fields.bags.value) {
    fields.bags.value = "1";
  }
}

/** What is wrong, field by field, in the order of the form. */
function faults() {
  const found = [];
  const card = fields.card.value.trim();
  const kg = fields.kg.value.normalize("NFKC").replace(/\s/g, "");
  const bags = fields.bags.value.normalize("NFKC").trim();
  if (!station()) found.push(["station", say("station-missing")]);
  if (!card) found.push(["card", say("card-missing")]);
  else if (isMistyped(card)) found.push(["card", say("card-mistyped", card)]);
  if (!fields.wasteClass.value) found.push(["wasteClass", say("class-missing")]);
  if (!kg && !bags) found.push(["kg", say("amount-missing")]);
  else if (kg ? !WEIGHT.test(kg) || !/[1-9]/.test(kg) : !/^[1-9]\d{0,3}$/.test(bags)) {
    found.push([kg ? "kg" : "bags", say("amount-unreadable")]);
  }
  return found;
}

/** Keeps what stands in the form, with a grade; resolves with the entry or null when something is wrong. */
async function keep(grade) {
  const wrong = faults();
  tellAll(form, ["station", "card", "wasteClass", "kg", "bags", "photo"], wrong);
  if (wrong.length > 0) {
    return null;
  }
  const photo = await photoOf(fields.photo.files[0]);
  const { entry, withoutPhoto } = await queue.add({
    id: queue.newId(),
    account: kit.account,
    station: station().id,
    community: station().community,
    card: fields.card.value.trim(),
    wasteClass: fields.wasteClass.value,
    kg: fields.kg.value.trim(),
    bags: fields.kg.value.trim() ? "" : fields.bags.value.trim(),
    grade,
    note: fields.note.value.trim(),
    photo,
    replaces,
    ...(await clock.read()),
  });
  if (replaces) {
    await queue.replace(replaces, entry.id);
  }
  return { entry, withoutPhoto };
}

function clear() {
  const here = fields.station.value;
  form.reset();
  fields.station.value = here;
  replaces = null;
  form.querySelector("[data-photo] img")?.remove();
  document.querySelector("#correcting").hidden = true;
  fitStation();
  fields.card.focus();
}

async function save(grade) {
  if (saving || !kit) {
    return;
  }
  saving = true;
  try {
    const done = await keep(grade);
    if (done) {
      clear();
      await store.keepFact("draft", null).catch(() => {});
      announce(answer, say(done.withoutPhoto ? "saved-without-photo" : "saved", done.entry.card));
      form.dataset.kept = ++kept;
      afterwards(done.entry);
    }
  } catch (trouble) {
    if (trouble.message === "photo") {
      tell(form, "photo", say("photo-unreadable"));
    } else {
      // nothing was kept, and everything typed still stands in the form
      announce(answer, say("full"), true);
    }
  } finally {
    saving = false;
  }
}

/** Puts a refused drop into the form again; it will be kept as a new one and the old one stays to be seen. */
export function correct(entry) {
  ["card", "kg", "bags", "note"].forEach((field) => { fields[field].value = entry[field]; });
  fields.wasteClass.value = entry.wasteClass;
  if (kit?.stations.some((one) => one.id === entry.station)) {
    fields.station.value = entry.station;
  }
  replaces = entry.id;
  document.querySelector("#correcting").hidden = false;
  fitStation();
}

function keepDraft() {
  const { card, kg, bags, note, wasteClass } = fields;
  store.keepFact("draft", {
    account: kit?.account, card: card.value, kg: kg.value, bags: bags.value, note: note.value, wasteClass: wasteClass.value,
  }).catch(() => {});
}

export async function restoreDraft() {
  const draft = await store.fact("draft");
  if (draft && draft.account === kit?.account) {
    ["card", "kg", "bags", "note", "wasteClass"].forEach((field) => { fields[field].value = draft[field] ?? ""; });
  }
}

form.addEventListener("input", keepDraft);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (event.submitter?.name === "grade") {
    save(event.submitter.value);
  }
});
// a scanner that types like a keyboard ends with Enter, which must not take the first grade
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input:not([type=radio])")) {
    event.preventDefault();
    (event.target.name === "card" ? fields.wasteClass[0] : form.querySelector("[name=grade]")).focus();
  }
});
fields.station.addEventListener("change", () => {
  localStorage.setItem("field-station", fields.station.value);
  fitStation();
});
