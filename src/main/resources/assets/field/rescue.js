// Saves what is not sent yet into a file, for the day a phone can neither send nor be trusted to keep.

import * as queue from "./queue.js";
import { bodyOf } from "./sender.js";

const dataUrl = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});

async function written(entry) {
  const at = entry.at ?? new Date(entry.phoneMs + entry.offsetMs).toISOString();
  const photo = entry.photo ? await dataUrl(entry.photo) : undefined;
  return { ...bodyOf({ ...entry, at }), state: entry.state, reason: entry.reason, photo };
}

export async function saveToFile(account) {
  const entries = (await queue.mine(account)).filter((entry) => entry.state !== "sent");
  const drops = await Promise.all(entries.map(written));
  const content = JSON.stringify({ form: "zhuxi-field-1", account, drops }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  link.download = `zhuxi-field-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
