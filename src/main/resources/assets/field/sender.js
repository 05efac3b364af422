// Sends what waits: on opening the page, when the network comes back, when the page is looked at again, by a timer. Background
// Sync is not relied on; many browsers have none.

import * as api from "./api.js";
import * as clock from "./clock.js";
import { alone } from "./lock.js";
import * as queue from "./queue.js";
import * as store from "./store.js";
import { say } from "./words.js";

const BATCH = 40;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;
const IDLE_MS = 60_000;

/** @param tell is called with the state of the line: sending, done, offline, sign-in, trouble */
export function createSender(tell) {
  let failures = 0;
  let timer = null;
  let running = null;
  let asked = false;

  function plan(ms) {
    clearTimeout(timer);
    timer = setTimeout(() => send(), ms);
  }

  /** Twice as long after each failure, with a random part, so that many phones do not come back at once. */
  function pause(atLeastMs) {
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
    failures++;
    return Math.max(atLeastMs, longest / 2 + (Math.random() * longest) / 2);
  }

  /** Sends now; a person who presses the button does not wait for the pause. */
  function send({ afresh = false } = {}) {
    if (afresh) {
      failures = 0;
    }
    asked = true;
    running ??= attempts().finally(() => { running = null; });
    return running;
  }

  /** Who asks while something is being sent may have a drop that the round has not seen, or a line that it had not. */
  async function attempts() {
    while (asked) {
      asked = false;
      await attempt();
    }
  }

  async function attempt() {
    clearTimeout(timer);
    try {
      const ran = await alone("zhuxi-field-sender", round);
      tell(ran ? "done" : "sending");
      plan(IDLE_MS);
    } catch (trouble) {
      if (!(trouble instanceof api.Trouble)) {
        console.error(trouble);
      }
      const kind = trouble.kind ?? "trouble";
      tell(kind === "line" ? "offline" : kind === "sign-in" || kind === "account" ? "sign-in" : "trouble");
      plan(pause(trouble.retryAfterMs ?? 0));
    }
  }

  async function round() {
    let size = BATCH;
    let freshForm = true;
    const leftBehind = new Set();
    let { kit, offsetMs } = await meet();
    for (;;) {
      const batch = await queue.next(kit.account, size, leftBehind);
      if (batch.length === 0) {
        break;
      }
      const isPhoto = queue.awaitsPhoto(batch[0]);
      tell("sending");
      try {
        await (isPhoto ? upload(kit, batch[0]) : sendBatch(kit, batch, offsetMs));
        failures = 0;
        freshForm = true;
      } catch (trouble) {
        if (trouble.kind === "form" && freshForm) {
          freshForm = false;
          ({ kit, offsetMs } = await meet());
        } else if (trouble.kind === "line" && isPhoto) {
          // the line may be too slow for this photo only; where it carries nothing at all, this ends the round
          leftBehind.add(batch[0].id);
          ({ kit, offsetMs } = await meet());
        } else if (trouble.kind === "refused" && batch.length > 1) {
          // one by one, so that a single bad drop holds up nothing
          size = 1;
        } else if (trouble.kind === "refused") {
          await queue.conclude(batch[0].id, { state: "refused", reason: trouble.problem?.detail ?? "" });
        } else {
          throw trouble;
        }
      }
      await tell("progress");
    }
    if (leftBehind.size > 0) {
      throw new api.Trouble("line");
    }
  }

  async function meet() {
    const { kit, asked, answered } = await api.kit();
    const { form, ...lasting } = kit;
    await store.keepFact("kit", lasting);
    return { kit, offsetMs: await clock.meetServer(kit.now, asked, answered) };
  }

  async function sendBatch(kit, batch, offsetMs) {
    await store.change(batch.map((entry) => entry.id), (entry) => ({
      ...entry,
      ...(entry.at ? {} : clock.settle(entry, offsetMs)),
      state: "sending",
      tries: entry.tries + 1,
    }));
    const settled = await Promise.all(batch.map((entry) => store.entry(entry.id)));
    const sent = settled.filter(Boolean);
    for (const single of sent.filter((entry) => entry.kind in SINGLES)) {
      await sendSingle(kit, single);
    }
    for (const [kind, send] of Object.entries(TOGETHER)) {
      const same = sent.filter((entry) => kindOf(entry) === kind);
      if (same.length > 0) {
        const results = await send(kit.form, kit.account, same.map(bodyOf));
        await queue.concludeAll(new Map(results.map((result, i) => [same[i].id, outcomeOf(same[i], result)])));
      }
    }
  }

  /** Inspections, checks on site and readings of meters are few and go one by one, so each hears its own fate. */
  async function sendSingle(kit, entry) {
    try {
      await SINGLES[entry.kind](kit.form, kit.account, bodyOf(entry));
      await queue.conclude(entry.id, { state: "sent" });
    } catch (trouble) {
      if (trouble.kind !== "refused") {
        throw trouble;
      }
      const state = trouble.problem?.status === 409 ? "conflict" : "refused";
      await queue.conclude(entry.id, { state, reason: reasonOf(trouble.problem) });
    }
  }

  /** A photo that the server will not have is left behind; the drop goes without it. */
  async function upload(kit, entry) {
    try {
      const sha256 = await photoSender(entry)(kit.form, entry.assessment ?? entry.unit ?? communityOf(kit, entry), entry.photo);
      await store.change([entry.id], (one) => ({ ...one, evidence: [sha256] }));
    } catch (trouble) {
      if (trouble.kind !== "refused") {
        throw trouble;
      }
      await store.change([entry.id], (one) => ({ ...one, photo: null, photoRefused: trouble.problem?.detail ?? say("photo-too-large") }));
    }
  }

  function outcomeOf(entry, result) {
    const outcome = {
      created: { state: "sent" },
      duplicate: { state: "sent" },
      conflict: { state: "conflict" },
      rejected: { state: "refused" },
    }[result.status];
    if (!outcome || result.id !== entry.id) {
      throw new api.Trouble("line");
    }
    return { ...outcome, points: result.points ?? null, reason: reasonOf(result.problem) };
  }

  return { send };
}

const SINGLES = { inspection: api.sendInspection, "site-check": api.sendSiteCheck, "meter-reading": api.sendMeterReading };

/** Many of these go in one request, each with its own fate. */
const TOGETHER = { drop: api.sendDrops, compost: api.sendCompost };

const kindOf = (entry) => entry.kind ?? "drop";
const photoSender = (entry) => ({ "site-check": api.sendSitePhoto, compost: api.sendCompostPhoto })[entry.kind] ?? api.sendPhoto;
/** Files saved by earlier versions do not say it of drops. */
const communityOf = (kit, entry) => entry.community ?? kit.stations.find((one) => one.id === entry.station)?.community;
const isInspection = (entry) => entry.kind === "inspection";
const isSiteCheck = (entry) => entry.kind === "site-check";

/** What a server needs of an entry; the same every time it is sent. */
export function bodyOf(entry) {
  if (isInspection(entry)) {
    const { id, station, card, checked, correct, at, clockChanged, note, evidence } = entry;
    return { id, station, card, checked, correct, occurredAt: at, clockChanged, note, evidence };
  }
  if (isSiteCheck(entry)) {
    const { id, assessment, findings, at, clockChanged, note, evidence } = entry;
    return { id, assessment, findings, checkedAt: at, clockChanged, note, evidence };
  }
  if (entry.kind === "compost") {
    const { id, unit, values, at, clockChanged, note, evidence } = entry;
    return { id, unit, ...values, occurredAt: at, clockChanged, note, evidence };
  }
  if (entry.kind === "meter-reading") {
    return { id: entry.id, door: entry.card, ...entry.values };
  }
  const { id, station, card, wasteClass, kg, bags, grade, at, clockChanged, note, evidence } = entry;
  return { id, station, card, wasteClass, kg, bags, grade, at, clockChanged, note, evidence };
}

function reasonOf(problem) {
  const words = [problem?.detail, ...(problem?.errors ?? []).map((error) => error.message)].filter(Boolean);
  return [...new Set(words)].join(" ");
}
