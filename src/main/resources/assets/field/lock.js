// One sender at a time on a phone, however many tabs are open.

import * as store from "./store.js";

const LEASE = "sender-lease";
const LEASE_MS = 60_000;

/** Runs the work unless another tab is at it; tells whether it ran. */
export async function alone(name, work) {
  if (navigator.locks) {
    return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) {
        await work();
      }
      return Boolean(lock);
    });
  }
  const me = crypto.randomUUID?.() ?? String(Math.random());
  const take = (lease) => (lease && lease.owner !== me && lease.until > Date.now() && lease.until < Date.now() + 2 * LEASE_MS
    ? lease
    : { owner: me, until: Date.now() + LEASE_MS });
  if ((await store.changeFact(LEASE, take)).owner !== me) {
    return false;
  }
  const renewal = setInterval(() => store.changeFact(LEASE, take), LEASE_MS / 3);
  try {
    await work();
  } finally {
    clearInterval(renewal);
    await store.changeFact(LEASE, (lease) => (lease.owner === me ? { owner: "", until: 0 } : lease));
  }
  return true;
}
