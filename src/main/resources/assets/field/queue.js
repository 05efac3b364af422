// Drops on their way: draft (in the form) → queued → sending → sent, refused or conflict. What is acknowledged leaves the
// phone after seven days; card and photo leave it at once.

import * as store from "./store.js";

const WEEK_MS = 7 * 24 * 3600 * 1000;
const WAITING = ["queued", "sending"];
const LOST = ["refused", "conflict"];

export const isWaiting = (entry) => WAITING.includes(entry.state);
export const isLost = (entry) => LOST.includes(entry.state) && !entry.replacedBy;
/** It was sent, but without its photo, which the server would not have; nobody has said that he saw it. */
export const isBare = (entry) => entry.state === "sent" && entry.photoRefused !== undefined;
export const awaitsPhoto = (entry) => Boolean(entry.photo) && entry.evidence.length === 0;
const isFeed = (entry) => entry.kind === "compost" && entry.values?.kind === "FEED";

/** A UUID of version 7 (RFC 9562): made here, so that sending again counts once. */
export function newId(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0, rest = now; i < 6; i++, rest = Math.floor(rest / 256)) {
    bytes[5 - i] = rest % 256;
  }
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const isFull = (trouble) => trouble?.name === "QuotaExceededError" || trouble?.inner?.name === "QuotaExceededError";

/**
 * Keeps a drop. On a full phone what is acknowledged goes first and the photo last; if there is still no room, this rejects
 * with a QuotaExceededError and nothing is kept.
 */
export async function add(drop) {
  const entry = { ...drop, state: "queued", tries: 0, evidence: [] };
  try {
    await store.add(entry);
  } catch (trouble) {
    if (!isFull(trouble)) {
      throw trouble;
    }
    await prune(0);
    return retryInLittleRoom(entry);
  }
  return { entry, withoutPhoto: false };
}

async function retryInLittleRoom(entry) {
  try {
    await store.add(entry);
    return { entry, withoutPhoto: false };
  } catch (trouble) {
    if (!isFull(trouble) || !entry.photo) {
      throw trouble;
    }
    const bare = { ...entry, photo: null };
    await store.add(bare);
    return { entry: bare, withoutPhoto: true };
  }
}

/**
 * The next to send of an account; another account's are never among them. What needs no photo, or has it sent, goes first; only
 * then comes one that awaits its photo, and none of those left behind. Feeding an empty unit begins a batch of compost, so what was
 * logged there afterwards waits for the feeding.
 */
export async function next(account, most, leftBehind = new Set()) {
  const waiting = (await store.entries()).filter((entry) => entry.account === account && isWaiting(entry));
  const photos = waiting.filter(awaitsPhoto);
  const follows = (entry) => photos.some((feed) => isFeed(feed) && feed.unit === entry.unit && feed.id < entry.id);
  const ready = waiting.filter((entry) => !awaitsPhoto(entry) && !follows(entry));
  return ready.length > 0 ? ready.slice(0, most) : photos.filter((entry) => !leftBehind.has(entry.id)).slice(0, 1);
}

export async function mine(account) {
  return (await store.entries()).filter((entry) => entry.account === account);
}

/** How many of an account wait, were refused or went without their photo, and how many of other accounts wait on this phone. */
export async function counts(account) {
  const all = await store.entries();
  const own = all.filter((entry) => entry.account === account);
  return {
    waiting: own.filter(isWaiting).length,
    lost: own.filter(isLost).length,
    bare: own.filter(isBare).length,
    others: all.filter((entry) => entry.account !== account && isWaiting(entry)).length,
    oldestMs: Math.min(...own.filter(isWaiting).map((entry) => entry.phoneMs)),
  };
}

/** Notes what became of a drop. Nothing but the outcome can make it leave the queue. */
export function conclude(id, outcome) {
  return concludeAll(new Map([[id, outcome]]));
}

/** Notes what became of many, by id; all of it is on disk at once or none. */
export function concludeAll(outcomes) {
  return store.change([...outcomes.keys()], (entry) => {
    const outcome = outcomes.get(entry.id);
    const done = { ...entry, ...outcome, concludedMs: Date.now() };
    return outcome.state === "sent" ? { ...done, card: "", photo: null, note: "" } : done;
  });
}

/** Marks that another drop stands for a refused one; the refused one stays to be seen. */
export function replace(id, by) {
  return store.change([id], (entry) => ({ ...entry, replacedBy: by }));
}

/** Notes that somebody saw that a photo was refused. */
export function acknowledge(id) {
  return store.change([id], ({ photoRefused, ...entry }) => entry);
}

export function discard(id) {
  return store.remove([id]);
}

/** Forgets what was acknowledged so long ago. */
export async function prune(olderMs = WEEK_MS) {
  const before = Date.now() - olderMs;
  const old = (await store.entries())
    .filter((entry) => (entry.state === "sent" || entry.replacedBy) && entry.concludedMs <= before)
    .map((entry) => entry.id);
  await store.remove(old);
}
