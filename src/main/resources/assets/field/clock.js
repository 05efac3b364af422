// When something happened, although a phone's clock may be wrong or be changed. Kept with each entry: what the clock of the
// phone said, how far the server's clock was from it when they last met, and whether the phone's clock was changed since.

import * as store from "./store.js";

const CLOCK = "clock";
const TOLERANCE_MS = 120_000;

const wallAtStart = Date.now();
const steadyAtStart = performance.now();

/** How much the clock was moved while this page is open; a sleeping phone looks as if it had been moved forward. */
function movedInThisPage() {
  return Date.now() - wallAtStart - (performance.now() - steadyAtStart);
}

/** The present as far as this phone can tell. */
export async function read() {
  const phoneMs = Date.now();
  let changed = movedInThisPage() < -TOLERANCE_MS;
  const clock = await store.changeFact(CLOCK, (kept = { offsetMs: 0, latestMs: 0 }) => {
    changed ||= phoneMs < kept.latestMs - TOLERANCE_MS;
    return { ...kept, latestMs: Math.max(kept.latestMs, phoneMs) };
  });
  return { phoneMs, offsetMs: clock.offsetMs, clockChanged: changed };
}

/** Remembers the server's time and thereby forgives an earlier change of the clock. Returns server minus phone. */
export async function meetServer(now, askedMs, answeredMs) {
  const offsetMs = Math.round(Date.parse(now) - (askedMs + answeredMs) / 2);
  await store.keepFact(CLOCK, { offsetMs, latestMs: Date.now() });
  return offsetMs;
}

/**
 * The moment an entry is sent with. Fixed before it is sent the first time: sent again, it must say the same. The clock
 * counts as changed when it had run backwards, or when the moment would lie in the future.
 */
export function settle(entry, offsetMs) {
  const serverMs = Date.now() + offsetMs;
  const asKept = entry.phoneMs + entry.offsetMs;
  if (!entry.clockChanged && asKept <= serverMs + TOLERANCE_MS) {
    return { at: new Date(Math.min(asKept, serverMs)).toISOString(), clockChanged: false };
  }
  const asNow = Math.min(entry.phoneMs + offsetMs, serverMs);
  return { at: new Date(asNow).toISOString(), clockChanged: true };
}
