// The inspection: how many bags were opened and how many were right. It is kept and sent like a drop.

import { isMistyped } from "./cards.js";
import * as clock from "./clock.js";
import { announce, offerStations, photoOf, tell, tellAll } from "./form.js";
import * as queue from "./queue.js";
import { say } from "./words.js";

const form = document.querySelector("#inspection");
const fields = form.elements;
const answer = document.querySelector("#inspected");
const BAGS = /^\d{1,3}$/;

let kit = null;
let replaces = null;
let saving = false;

/** Called after every inspection that was kept. */
let afterwards = () => {};

export function onSaved(listener) {
  afterwards = listener;
}

export function useKit(known) {
  kit = known;
  offerStations(fields.station, document.querySelector("#i-station-choice"), kit);
}

const bags = (field) => fields[field].value.normalize("NFKC").trim();

function faults() {
  const found = [];
  const card = fields.card.value.trim();
  if (!kit.stations.some((one) => one.id === fields.station.value)) found.push(["station", say("station-missing")]);
  if (card && isMistyped(card)) found.push(["card", say("card-mistyped", card)]);
  if (!BAGS.test(bags("checked")) || Number(bags("checked")) < 1) found.push(["checked", say("checked-missing")]);
  else if (!BAGS.test(bags("correct")) || Number(bags("correct")) > Number(bags("checked"))) {
    found.push(["correct", say("correct-too-many", bags("checked"))]);
  }
  return found;
}

async function keep() {
  const wrong = faults();
  tellAll(form, ["station", "card", "checked", "correct", "photo"], wrong);
  if (wrong.length > 0) {
    return null;
  }
  const station = kit.stations.find((one) => one.id === fields.station.value);
  const done = await queue.add({
    kind: "inspection",
    id: queue.newId(),
    account: kit.account,
    station: station.id,
    community: station.community,
    card: fields.card.value.trim(),
    checked: Number(bags("checked")),
    correct: Number(bags("correct")),
    note: fields.note.value.trim(),
    photo: await photoOf(fields.photo.files[0]),
    replaces,
    ...(await clock.read()),
  });
  if (replaces) {
    await queue.replace(replaces, done.entry.id);
  }
  return done;
}

function clear() {
  const here = fields.station.value;
  form.reset();
  fields.station.value = here;
  replaces = null;
  form.querySelector("[data-photo] img")?.remove();
  fields.card.focus();
}

async function save() {
  if (saving || !kit) {
    return;
  }
  saving = true;
  try {
    const done = await keep();
    if (done) {
      clear();
      announce(answer, say(done.withoutPhoto ? "saved-without-photo" : "saved", say("inspected", done.entry.correct, done.entry.checked)));
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

/** Puts a refused inspection into the form again; it will be kept as a new one and the old one stays to be seen. */
export function correct(entry) {
  ["card", "checked", "correct", "note"].forEach((field) => { fields[field].value = entry[field]; });
  if (kit?.stations.some((one) => one.id === entry.station)) {
    fields.station.value = entry.station;
  }
  replaces = entry.id;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
