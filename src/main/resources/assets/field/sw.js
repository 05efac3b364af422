// Keeps the shell of the field app, and nothing else: no page with anybody's data, no answer of the API. VERSION, PAGE, PAGES,
// FILES and ON_USE are put before this by the server. All files of one version are kept together and taken together.

const CACHE = `zhuxi-field-${VERSION}`;
const PATIENCE_MS = 4_000;

self.addEventListener("install", (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => event.waitUntil(forgetOthers().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) {
    return;
  }
  if (request.mode === "navigate") {
    event.respondWith(page(request, url));
  } else if (FILES.includes(url.pathname)) {
    event.respondWith(caches.match(url.pathname, { cacheName: CACHE }).then((kept) => kept ?? fetch(request)));
  } else if (ON_USE.includes(url.pathname)) {
    event.respondWith(onUse(request, url));
  }
});

async function onUse(request, url) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(url.pathname);
  if (kept) {
    return kept;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(url.pathname, answer.clone()).catch(() => {});
  }
  return answer;
}

async function keepAll() {
  const cache = await caches.open(CACHE);
  for (const path of PAGES) {
    const page = await fetch(path, { cache: "no-store" });
    if (!page.ok || page.headers.get("Zhuxi-Field") !== VERSION) {
      throw new Error("another version is on its way");
    }
    await cache.put(path, page);
  }
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
}

async function forgetOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("zhuxi-field-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Network first; without one, the app stands in for every page of the field that is not kept itself. */
async function page(request, url) {
  const isKept = PAGES.includes(url.pathname);
  const kept = await caches.match(isKept ? url.pathname : PAGE, { cacheName: CACHE });
  try {
    const answer = await withPatience(request, isKept && kept);
    if (!isKept) {
      return answer;
    }
    if (!answer.ok) {
      return kept ?? answer;
    }
    if (answer.headers.get("Zhuxi-Field") === VERSION) {
      const cache = await caches.open(CACHE);
      await cache.put(url.pathname, answer.clone()).catch(() => {});
      return answer;
    }
    // new markup with old scripts would break; the new version is fetched whole and shown the next time
    self.registration.update().catch(() => {});
    return kept ?? answer;
  } catch (trouble) {
    if (kept) {
      return kept;
    }
    throw trouble;
  }
}

function withPatience(request, isKept) {
  if (!isKept) {
    return fetch(request);
  }
  return Promise.race([
    fetch(request),
    new Promise((resolve, reject) => { setTimeout(() => reject(new Error("too slow")), PATIENCE_MS); }),
  ]);
}
