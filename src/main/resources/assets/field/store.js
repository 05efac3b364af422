// The phone's own database: records that wait, and what must be known without a network.

const NAME = "zhuxi-field";
let opened;

/** Opens it; rejects where a browser keeps nothing (a private window, some apps). */
export function open() {
  opened ??= new Promise((resolve, reject) => {
    if (!globalThis.indexedDB) {
      reject(new Error("no IndexedDB"));
      return;
    }
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("entries", { keyPath: "id" });
      request.result.createObjectStore("facts");
    };
    request.onsuccess = () => {
      // a newer page in another tab may change the form of the database
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return opened;
}

/** One transaction; resolves with what the work returned once everything is on disk. */
async function transact(name, mode, work) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: "strict" });
    let result;
    transaction.oncomplete = () => resolve(result);
    transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
    work(transaction.objectStore(name), (value) => { result = value; });
  });
}

/** Every entry, the oldest first: ids begin with their time. */
export function entries() {
  return transact("entries", "readonly", (store, give) => {
    store.getAll().onsuccess = (event) => give(event.target.result);
  });
}

export function entry(id) {
  return transact("entries", "readonly", (store, give) => {
    store.get(id).onsuccess = (event) => give(event.target.result);
  });
}

/** Adds an entry; rejects with a QuotaExceededError when the phone is full. */
export function add(value) {
  return transact("entries", "readwrite", (store) => store.add(value));
}

/** Changes entries as they stand now, not as somebody read them before. */
export function change(ids, alter) {
  return transact("entries", "readwrite", (store) => {
    for (const id of ids) {
      store.get(id).onsuccess = (event) => {
        if (event.target.result) {
          store.put(alter(event.target.result));
        }
      };
    }
  });
}

export function remove(ids) {
  return transact("entries", "readwrite", (store) => ids.forEach((id) => store.delete(id)));
}

export function fact(key) {
  return transact("facts", "readonly", (store, give) => {
    store.get(key).onsuccess = (event) => give(event.target.result);
  });
}

export function keepFact(key, value) {
  return transact("facts", "readwrite", (store) => store.put(value, key));
}

/** Changes a fact and returns what it was changed to. */
export function changeFact(key, alter) {
  return transact("facts", "readwrite", (store, give) => {
    store.get(key).onsuccess = (event) => {
      const value = alter(event.target.result);
      give(value);
      store.put(value, key);
    };
  });
}

/** What was known of whoever used the phone; entries that wait stay. */
export function forgetFacts() {
  return transact("facts", "readwrite", (store) => store.clear());
}
