// Talks to the server. Every trouble is one of a few kinds, so that nobody mistakes a bad line for a refusal.

const TIMEOUT_MS = 10_000;
/** The slowest line over which a photo still gets through; one byte in a millisecond is 1 KB/s. */
const SLOWEST_BYTES_PER_MS = 2;
const LONGEST_UPLOAD_MS = 300_000;

/** kind: line (nothing or nonsense came back), busy, sign-in, form (its token is old), account, refused. */
export class Trouble extends Error {
  constructor(kind, problem = null, retryAfterMs = 0, status = 0) {
    super(kind);
    this.kind = kind;
    this.problem = problem;
    this.retryAfterMs = retryAfterMs;
    this.status = status;
  }
}

async function call(path, options = {}, patienceMs = TIMEOUT_MS) {
  const response = await fetch(path, {
    ...options,
    headers: { Accept: "application/json", ...options.headers },
    credentials: "same-origin",
    cache: "no-store",
    redirect: "error",
    signal: AbortSignal.timeout?.(patienceMs) ?? null,
  }).catch(() => { throw new Trouble("line"); });
  // a gateway or a sign-in page of a public network may answer in our stead
  const body = await response.json().catch(() => null);
  if (response.ok && body) {
    return body;
  }
  throw troubleOf(response, body);
}

function troubleOf(response, body) {
  const isOurs = body !== null && typeof body.type === "string";
  const slug = isOurs ? body.type.split("/").pop() : "";
  if (response.status === 401) {
    return new Trouble("sign-in");
  }
  if (slug === "account-form-token") {
    return new Trouble("form");
  }
  if (slug === "field-other-account") {
    return new Trouble("account", body);
  }
  if (isOurs && response.status < 500 && ![408, 425, 429].includes(response.status)) {
    return new Trouble("refused", body);
  }
  return new Trouble(isOurs ? "busy" : "line", body, 1000 * Number(response.headers.get("Retry-After") ?? 0), response.status);
}

export async function kit() {
  const asked = Date.now();
  const kit = await call("/api/v1/field/kit");
  if (!kit.account || !kit.now) {
    throw new Trouble("line");
  }
  return { kit, asked, answered: Date.now() };
}

export async function sendDrops(form, account, drops) {
  const body = await call("/api/v1/drops", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": form },
    body: JSON.stringify({ account, drops }),
  });
  if (!Array.isArray(body.results) || body.results.length !== drops.length) {
    throw new Trouble("line");
  }
  return body.results;
}

/** Sends entries of the compost log; each has its own result, in the same order. */
export async function sendCompost(form, account, entries) {
  const body = await call("/api/v1/compost/entries", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": form },
    body: JSON.stringify({ account, entries }),
  });
  if (!Array.isArray(body.results) || body.results.length !== entries.length) {
    throw new Trouble("line");
  }
  return body.results;
}

/** What a composter must know beside the bins without a network. */
export function compostKit() {
  return call("/api/v1/compost/kit");
}

/** Uploads a photo of a unit and returns the SHA-256 under which it is kept. */
export function sendCompostPhoto(form, unit, photo) {
  return upload(form, `/api/v1/compost/units/${unit}/photos`, new FormData(), photo);
}

/** Sends an inspection; resolves with created or duplicate. */
export async function sendInspection(form, account, inspection) {
  const body = await call("/api/v1/inspections", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": form },
    body: JSON.stringify({ account, ...inspection }),
  });
  if (body.id !== inspection.id) {
    throw new Trouble("line");
  }
  return body.status;
}

/** The meters of one's own home, and whether one reads those of others. */
export function meterKit() {
  return call("/api/v1/meters/kit");
}

/** Sends what a meter showed; resolves with created or duplicate. */
export async function sendMeterReading(form, account, reading) {
  const body = await call("/api/v1/meter-readings", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": form },
    body: JSON.stringify({ account, ...reading }),
  });
  if (body.id !== reading.id) {
    throw new Trouble("line");
  }
  return body.status;
}

/** What waits for an assessor on site; kept for the day without a network. */
export function siteKit() {
  return call("/api/v1/site-checks/kit");
}

/** Sends what an assessor saw on site; resolves with created or duplicate. */
export async function sendSiteCheck(form, account, check) {
  const body = await call("/api/v1/site-checks", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": form },
    body: JSON.stringify({ account, ...check }),
  });
  if (body.id !== check.id) {
    throw new Trouble("line");
  }
  return body.status;
}

/** Uploads a photo from a site and returns the SHA-256 under which it is kept. */
export function sendSitePhoto(form, assessment, photo) {
  return upload(form, `/api/v1/assessments/${assessment}/site-photos`, new FormData(), photo);
}

/** Uploads a photo and returns the SHA-256 under which it is kept. */
export async function sendPhoto(form, community, photo) {
  const data = new FormData();
  data.append("place", community);
  return upload(form, "/api/v1/evidence", data, photo);
}

async function upload(form, path, data, photo) {
  data.append("file", photo, "photo.jpg");
  const patienceMs = Math.min(LONGEST_UPLOAD_MS, TIMEOUT_MS + photo.size / SLOWEST_BYTES_PER_MS);
  const file = await call(path, { method: "POST", headers: { "X-CSRF-TOKEN": form }, body: data }, patienceMs).catch((trouble) => {
    // a gateway with a limit of its own will never let this photo pass
    throw trouble.status === 413 ? new Trouble("refused") : trouble;
  });
  if (!file.sha256) {
    throw new Trouble("line");
  }
  return file.sha256;
}
