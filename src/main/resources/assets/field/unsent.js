// What is not sent yet or was refused, in words, and what can be done about it.

import * as inspect from "./inspect.js";
import * as queue from "./queue.js";
import * as record from "./record.js";
import { label, number, say, time } from "./words.js";

const list = document.querySelector("#entries");
const blank = document.querySelector("#entry");
const question = document.querySelector("#discard");

const TONES = { queued: "secondary", sending: "info", refused: "danger", conflict: "warning", sent: "success" };

/** Class, weight or bags, grade: in one line. */
export function summary(entry) {
  if (entry.kind === "inspection") {
    return say("inspected", entry.correct, entry.checked);
  }
  if (["site-check", "compost", "meter-reading"].includes(entry.kind)) {
    return entry.name;
  }
  const amount = entry.kg ? (/[a-z公千斤克]/i.test(entry.kg) ? entry.kg : `${entry.kg} kg`) : say("bags", entry.bags);
  return [label(`[data-class=${entry.wasteClass}] b`), amount, entry.grade].join(" · ");
}

function reason(entry) {
  const parts = [entry.reason];
  if (entry.state === "conflict") {
    parts.push(say("conflict-hint"));
  }
  if (entry.photoRefused !== undefined) {
    parts.push(say("photo-refused", entry.photoRefused));
  }
  if (entry.clockChanged) {
    parts.push(say("clock-changed"));
  }
  return parts.filter(Boolean).join(" ");
}

function row(entry, changed) {
  const item = blank.content.cloneNode(true);
  const part = (name) => item.querySelector(`[data-part=${name}]`);
  item.firstElementChild.dataset.id = entry.id;
  item.firstElementChild.dataset.state = entry.state;
  // the card of what was sent has left the phone
  part("card").textContent = entry.card || (queue.isBare(entry) ? "" : say("nobody-knows"));
  part("time").textContent = time(entry.phoneMs + entry.offsetMs);
  part("what").textContent = summary(entry);
  part("state").textContent = say(`state-${entry.state}`);
  part("state").classList.add(`bg-${TONES[entry.state]}-lt`);
  part("reason").textContent = reason(entry);
  part("actions").hidden = !queue.isLost(entry);
  part("correct").addEventListener("click", () => {
    if (entry.kind === "site-check") {
      location.assign(`/field/assessments#${entry.assessment}`);
      return;
    }
    if (entry.kind === "compost") {
      location.assign(`/field/compost/log#${entry.unit}`);
      return;
    }
    if (entry.kind === "meter-reading") {
      location.assign("/field/meters");
      return;
    }
    const form = entry.kind === "inspection" ? inspect : record;
    form.correct(entry);
    location.hash = entry.kind === "inspection" ? "#inspect" : "#record";
  });
  part("seen").hidden = !queue.isBare(entry);
  part("seen").addEventListener("click", async () => {
    await queue.acknowledge(entry.id);
    changed();
  });
  part("discard").addEventListener("click", async () => {
    if (await sure(entry)) {
      await queue.discard(entry.id);
      changed();
    }
  });
  return item;
}

function sure(entry) {
  question.querySelector("[data-part=what]").textContent = `${entry.card || say("nobody-knows")} · ${summary(entry)}`;
  question.returnValue = "";
  question.showModal();
  return new Promise((resolve) => {
    question.addEventListener("close", () => resolve(question.returnValue === "discard"), { once: true });
  });
}

export async function show(account, changed) {
  const own = await queue.mine(account);
  const open = own.filter((entry) => queue.isWaiting(entry) || queue.isLost(entry) || queue.isBare(entry));
  // what a person must look at stands first
  open.sort((one, other) => queue.isWaiting(one) - queue.isWaiting(other));
  list.replaceChildren(...open.map((entry) => row(entry, changed)));
  document.querySelector("#none-unsent").hidden = open.length > 0;
  const counts = await queue.counts(account);
  const others = document.querySelector("#others");
  others.hidden = counts.others === 0;
  others.textContent = say("others", number(counts.others));
  return counts;
}
