// Checks on site by assessors: what waits, a form for each community, and what is kept until there is a line. The queue, the
// clock and the sender are those of the field app.

import * as api from "./api.js";
import * as clock from "./clock.js";
import { announce, photoOf } from "./form.js";
import * as queue from "./queue.js";
import { offerRescue } from "./rescue.js";
import { createSender } from "./sender.js";
import * as store from "./store.js";
import { number, say, time } from "./words.js";

const KIT = "site-kit";
const BLANK = document.querySelector("#criterion");
const form = document.querySelector("#site");
const trouble = document.querySelector("#trouble");
const line = document.querySelector("#line");

let kit = null;
let now = null;
let saving = false;

const draftOf = (assessment) => `site-draft-${assessment}`;

async function mine() {
  return kit ? (await queue.mine(kit.account)).filter((entry) => entry.kind === "site-check") : [];
}

function row(words, badge, href) {
  const item = document.createElement("li");
  item.className = "list-group-item d-flex flex-wrap gap-2 justify-content-between";
  const name = document.createElement(href ? "a" : "span");
  name.textContent = words;
  if (href) name.href = href;
  const state = document.createElement("span");
  state.className = "badge bg-info-lt";
  state.textContent = badge;
  item.append(name, state);
  return item;
}

/** Lists and the words about the line. */
async function refresh(state) {
  const kept = await mine();
  const waits = (kit?.assessments ?? []).filter((one) => !one.done && !kept.some((entry) => entry.assessment === one.id && !queue.isLost(entry)));
  document.querySelector("#whose").textContent = kit?.name ?? "";
  document.querySelector("#waiting").replaceChildren(...waits.map((one) => row(one.name, say("to-do"), `#${one.id}`)));
  document.querySelector("#nothing").hidden = waits.length > 0;
  document.querySelector("#entries").replaceChildren(...kept.map((entry) => {
    const item = row(`${entry.name} · ${time(entry.phoneMs + entry.offsetMs)}`, say(`state-${entry.state}`));
    item.dataset.state = entry.state;
    if (queue.isLost(entry)) {
      item.append(entry.reason ?? "");
    }
    if (entry.photoRefused !== undefined) {
      item.append(say("photo-refused", entry.photoRefused));
    }
    return item;
  }));
  const waiting = kept.filter(queue.isWaiting).length;
  document.querySelector("#app").dataset.ready = kit ? "yes" : "nobody";
  document.querySelector("#app").dataset.waiting = waiting;
  document.querySelector("#sign-in").hidden = state !== "sign-in";
  line.textContent = waiting > 0 ? say(state === "sending" || state === "sign-in" || state === "trouble" ? state : "offline", number(waiting)) : say("all-sent");
  line.parentElement.dataset.line = state ?? "done";
}

function criterion(one) {
  const part = (item, name) => item.querySelector(`[data-part=${name}]`);
  const item = BLANK.content.cloneNode(true);
  const set = item.querySelector("fieldset");
  set.dataset.code = one.code;
  part(item, "name").textContent = `${number(one.ordinal)} ${one.name}`;
  part(item, "text").textContent = one.text;
  for (const value of ["yes", "no"]) {
    part(item, value).name = `met-${one.code}`;
    part(item, value).id = `${value}-${one.code}`;
    part(item, `${value}-label`).htmlFor = `${value}-${one.code}`;
  }
  part(item, "defects").hidden = !one.defects;
  for (const field of ["defects", "seen"]) {
    const input = item.querySelector(`[name=${field}]`);
    const label = item.querySelector(`label[for=${field}]`);
    input.name = `${field}-${one.code}`;
    input.id = input.name;
    label.htmlFor = input.name;
  }
  return item;
}

/** What is typed, by name of the field; a dead battery loses nothing. */
const typed = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string"));

async function open(id) {
  const chosen = kit?.assessments.find((one) => one.id === id) ?? null;
  // read before anything is drawn: what is tapped from then on stands
  const draft = chosen ? ((await store.fact(draftOf(id))) ?? {}) : {};
  now = chosen;
  document.querySelector("#choose").hidden = Boolean(now);
  document.querySelector("#check").hidden = !now;
  if (!now) {
    return refresh("done");
  }
  trouble.hidden = true;
  document.querySelector("#saved").hidden = true;
  document.querySelector("#community").textContent = now.name;
  document.querySelector("#criteria").replaceChildren(...now.criteria.map(criterion));
  for (const field of form.elements) {
    if (field.type === "radio") field.checked = draft[field.name] === field.value;
    else if (field.type !== "file" && field.name) field.value = draft[field.name] ?? "";
  }
  document.querySelector("#main").focus();
  return null;
}

function findings() {
  const found = {};
  for (const { code } of now.criteria) {
    const met = form.querySelector(`[name="met-${code}"]:checked`)?.value;
    if (!met) {
      form.querySelector(`[name="met-${code}"]`).focus();
      return null;
    }
    const defects = form.elements[`defects-${code}`].value.normalize("NFKC").trim();
    found[code] = {
      met: met === "yes",
      defects: /^\d{1,3}$/.test(defects) ? Number(defects) : 0,
      note: form.elements[`seen-${code}`].value.trim(),
    };
  }
  return found;
}

async function keep() {
  const found = findings();
  if (!found) {
    announce(trouble, say("missing"), true);
    return;
  }
  const done = await queue.add({
    kind: "site-check",
    id: queue.newId(),
    account: kit.account,
    assessment: now.id,
    community: now.community,
    name: now.name,
    card: "",
    findings: found,
    note: form.elements.note.value.trim(),
    photo: await photoOf(form.elements.photo.files[0]),
    ...(await clock.read()),
  });
  const old = (await mine()).filter((entry) => entry.assessment === now.id && queue.isLost(entry));
  await Promise.all(old.map((entry) => queue.replace(entry.id, done.entry.id)));
  await store.keepFact(draftOf(now.id), {});
  form.reset();
  form.querySelector("[data-photo] img")?.remove();
  location.hash = "#choose";
  announce(document.querySelector("#saved"), say("kept", done.entry.name));
}

form.addEventListener("input", () => {
  if (now) store.keepFact(draftOf(now.id), typed()).catch(() => {});
});

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
    announce(trouble, say(problem.message === "photo" ? "photo-unreadable" : "full"), true);
  } finally {
    saving = false;
  }
});

/** Fetches what waits; without a line what was kept stays. */
async function meet() {
  try {
    const { form: token, ...lasting } = await api.siteKit();
    kit = lasting;
    await store.keepFact(KIT, lasting);
  } catch (problem) {
    if (!(problem instanceof api.Trouble)) {
      throw problem;
    }
    await refresh(problem.kind === "sign-in" ? "sign-in" : "offline");
  }
}

const sender = createSender(async (state) => {
  if (state === "done") {
    await meet();
  }
  await refresh(state);
});

async function begin() {
  await store.open();
  await queue.prune().catch(() => {});
  kit = (await store.fact(KIT)) ?? null;
  await refresh("opening");
  window.addEventListener("hashchange", () => open(location.hash.slice(1)));
  window.addEventListener("online", () => sender.send({ afresh: true }));
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") sender.send({ afresh: true }); });
  document.querySelector("#send").addEventListener("click", () => sender.send({ afresh: true }));
  offerRescue(() => kit?.account, async () => { await refresh("offline"); sender.send({ afresh: true }); });
  navigator.storage?.persist?.().catch(() => {});
  await open(location.hash.slice(1));
  await meet();
  await sender.send({ afresh: true });
  // a form that is open is not drawn again under the fingers of whoever fills it in
  if (!now) {
    await open(location.hash.slice(1));
  }
}

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/field/sw.js", { scope: "/field" }).catch(() => {});
}

begin().catch((problem) => {
  console.error(problem);
  document.querySelector("#app").dataset.ready = "never";
  document.querySelector("#no-store").hidden = false;
});
