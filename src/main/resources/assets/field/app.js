// The field app: brings form, queue and line together. Nothing here waits for the network before a drop is kept.

import * as clock from "./clock.js";
import * as inspect from "./inspect.js";
import * as queue from "./queue.js";
import * as record from "./record.js";
import { offerRescue } from "./rescue.js";
import * as scan from "./scan.js";
import { createSender } from "./sender.js";
import * as shift from "./shift.js";
import * as store from "./store.js";
import * as unsent from "./unsent.js";
import { number, say } from "./words.js";

const TWO_DAYS_MS = 2 * 24 * 3600 * 1000;
const HEARTBEAT_MS = 30_000;

const banner = document.querySelector("#line");
const signIn = document.querySelector("#sign-in");
let kit = null;
let used = null;
let state = "opening";

/** Counts, the words about the line, and the view in sight. */
async function refresh() {
  kit = (await store.fact("kit")) ?? null;
  // the forms first: what is typed into a page that says it is ready must be kept
  if (kit && kit.account !== used) {
    use(kit);
  }
  document.querySelector("#app").dataset.ready = kit ? "yes" : "nobody";
  document.querySelector("#whose").textContent = kit?.name ?? "";
  const counts = kit ? await queue.counts(kit.account) : { waiting: 0, lost: 0, bare: 0, others: 0 };
  const toSee = counts.lost + counts.bare;
  const count = document.querySelector("#count");
  count.textContent = number(counts.waiting + toSee);
  count.hidden = counts.waiting + toSee === 0;
  document.querySelector("#app").dataset.waiting = counts.waiting;
  document.querySelector("#app").dataset.lost = counts.lost;
  banner.textContent = lineWords(counts);
  banner.parentElement.dataset.line = state === "done" && toSee > 0 ? "trouble" : state;
  signIn.hidden = state === "opening" || (state !== "sign-in" && kit !== null);
  if (kit) {
    const view = location.hash.slice(1);
    if (view === "unsent") await unsent.show(kit.account, refresh);
    if (view === "shift") await shift.show(kit);
  }
}

function lineWords(counts) {
  if (!kit) {
    // whether anybody is signed in shows when the server was asked
    return state === "opening" ? "" : say("nobody");
  }
  const parts = [];
  if (state === "sign-in") parts.push(say("sign-in", number(counts.waiting)));
  else if (counts.waiting > 0) parts.push(say(state === "sending" || state === "trouble" ? state : state === "offline" || state === "opening" ? "offline" : "unsent", number(counts.waiting)));
  else if (counts.lost === 0) parts.push(say("all-sent"));
  if (counts.lost + counts.bare > 0) parts.push(say("refused-count", number(counts.lost + counts.bare)));
  if (counts.others > 0) parts.push(say("others", number(counts.others)));
  if (counts.waiting > 0 && Date.now() - counts.oldestMs > TWO_DAYS_MS) parts.push(say("old"));
  return parts.join(" ");
}

function showView() {
  const wanted = location.hash.slice(1);
  const views = [...document.querySelectorAll("[data-view]")];
  const view = views.find((one) => one.id === wanted) ?? views[0];
  views.forEach((one) => { one.hidden = one !== view; });
  for (const link of document.querySelectorAll(".zx-thumb a[href^='#']")) {
    if (link.hash === `#${view.id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  return refresh();
}

function use(known) {
  used = known.account;
  record.useKit(known);
  inspect.useKit(known);
}

const sender = createSender((news) => {
  state = news === "progress" ? state : news;
  return refresh();
});

const sendNow = () => sender.send({ afresh: true });

async function begin() {
  await store.open();
  kit = (await store.fact("kit")) ?? null;
  if (kit) {
    use(kit);
    await record.restoreDraft();
  }
  [record, inspect].forEach((form) => form.onSaved(async () => {
    await refresh();
    sender.send();
  }));
  await showView();
  await queue.prune().catch(() => {});
  navigator.storage?.persist?.().catch(() => {});
  window.addEventListener("hashchange", showView);
  window.addEventListener("online", sendNow);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") sendNow(); });
  document.querySelector("#send").addEventListener("click", sendNow);
  offerRescue(() => kit?.account, async () => { await refresh(); sender.send(); });
  setInterval(() => clock.read().catch(() => {}), HEARTBEAT_MS);
  scan.offer();
  await sendNow();
  const fresh = await store.fact("kit");
  if (fresh) {
    use(fresh);
  }
}

if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/field/sw.js", { scope: "/field" }).catch(() => {});
} else {
  document.querySelector("#no-worker").hidden = false;
}

begin().catch((trouble) => {
  // nothing can be kept here (a private window): the plain pages, which send at once, still work
  console.error(trouble);
  document.querySelector("#app").dataset.ready = "never";
  document.querySelector("#no-store").hidden = false;
});
