// Saves what is not sent yet into a file, for the day a phone can neither send nor be trusted to keep, and takes such a file back
// into the queue of any phone on which the same person is signed in. Ids stay, so whatever is sent twice counts once.

import * as queue from "./queue.js";
import { bodyOf } from "./sender.js";
import * as store from "./store.js";

const FORM = "zhuxi-field-1";
/** Besides drops, which have a list of their own. */
const OTHERS = ["inspection", "site-check", "compost", "meter-reading"];
const KEPT = ["id", "kind", "name", "community", "card", "station", "wasteClass", "kg", "bags", "grade", "checked", "correct",
  "assessment", "findings", "unit", "values", "at", "clockChanged", "note"];
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const dataUrl = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});

const pick = (entry) => Object.fromEntries(KEPT.filter((name) => entry[name] !== undefined).map((name) => [name, entry[name]]));

async function written(entry) {
  const at = entry.at ?? new Date(entry.phoneMs + entry.offsetMs).toISOString();
  const photo = entry.photo ? await dataUrl(entry.photo) : undefined;
  const content = OTHERS.includes(entry.kind) ? pick({ ...entry, at }) : { ...bodyOf({ ...entry, at }), community: entry.community };
  return { ...content, state: entry.state, reason: entry.reason, photo };
}

export async function saveToFile(account) {
  const entries = (await queue.mine(account)).filter((entry) => entry.state !== "sent" && !entry.replacedBy);
  const isOther = (entry) => OTHERS.includes(entry.kind);
  const drops = await Promise.all(entries.filter((entry) => !isOther(entry)).map(written));
  const others = await Promise.all(entries.filter(isOther).map(written));
  const content = JSON.stringify({ form: FORM, account, drops, others }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  link.download = `zhuxi-field-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A picture out of the file; one that cannot be read is left behind and costs nothing else. */
function pictureOf(address) {
  const parts = /^data:(image\/(?:jpeg|png|webp));base64,([A-Za-z0-9+/=]+)$/.exec(address ?? "");
  try {
    return parts && new Blob([Uint8Array.from(atob(parts[2]), (letter) => letter.charCodeAt(0))], { type: parts[1] });
  } catch {
    return null;
  }
}

async function takeBack(account, item) {
  const phoneMs = Date.parse(item?.at);
  const isKnown = item?.kind === undefined || OTHERS.includes(item.kind);
  if (!isKnown || !ID.test(item.id) || !Number.isFinite(phoneMs) || await store.entry(item.id)) {
    return false;
  }
  const entry = { card: "", note: "", clockChanged: false, ...pick(item), account, phoneMs, offsetMs: 0, photo: pictureOf(item.photo) };
  await queue.add(entry);
  return true;
}

/** Takes a file back. Rejects with "unreadable" or "foreign", and then nothing is taken. Returns how many are new here. */
async function bringBack(account, file) {
  const saved = await file.text().then(JSON.parse).catch(() => null);
  const lists = [saved?.drops ?? [], saved?.others ?? []];
  if (saved?.form !== FORM || !lists.every(Array.isArray)) {
    throw new Error("unreadable");
  }
  if (saved.account !== account) {
    throw new Error("foreign");
  }
  let taken = 0;
  for (const item of lists.flat()) {
    taken += await takeBack(account, item) ? 1 : 0;
  }
  return taken;
}

/**
 * Makes the part of a page work that saves and takes back.
 * @param account tells who is signed in; changed is called when something was taken back
 */
export function offerRescue(account, changed) {
  const part = document.querySelector("[data-rescue]");
  const told = part.querySelector("[data-told]");
  const file = part.querySelector("input[type=file]");
  part.querySelector("[data-save]").addEventListener("click", () => saveToFile(account()));
  file.addEventListener("change", async () => {
    if (file.files.length === 0) {
      return;
    }
    try {
      const taken = await bringBack(account(), file.files[0]);
      told.textContent = told.dataset.taken.replace("{n}", taken);
      await changed();
    } catch (problem) {
      told.textContent = told.dataset[problem.message] ?? told.dataset.full;
    } finally {
      file.value = "";
    }
  });
}
