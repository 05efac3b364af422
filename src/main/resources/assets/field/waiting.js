// On the plain pages of the field: how many records of the field app wait on this phone, with the way to them.

import * as queue from "./queue.js";

const note = document.querySelector("[data-unsent]");

async function tell() {
  const counts = await queue.counts(note.dataset.unsent);
  const all = counts.waiting + counts.lost + counts.others;
  note.querySelector("a").textContent = note.dataset.words.replace("#", new Intl.NumberFormat(document.documentElement.lang).format(all));
  note.hidden = all === 0;
}

if (note) {
  // where nothing can be kept nothing waits
  tell().catch(() => {});
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") tell().catch(() => {}); });
}
