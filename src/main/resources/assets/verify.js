// Checks a receipt of the transparency log in the browser; nothing leaves the device. The same file is inside verify.html,
// which can be saved and opened without any network.
const LAYOUTS = {
  1: "seq:i64 id:uuid debit:i64 credit:i64 points:i64 rule:u16 kind:u8 day:date posted:time expires:date reverses:i64 debit-previous:i64 credit-previous:i64 request:hash",
  2: "community:i32 id:uuid debit:uuid credit:uuid points:i64 kind:u8 rule:i32? rule-version:i32? day:date posted:time expires:date? reverses:uuid? cause:uuid? fingerprint:i64 debit-previous:uuid? credit-previous:uuid? debit-balance:i64? credit-balance:i64? posted-by:uuid? note:text?",
  3: "community:i32 id:uuid kind:text place:text household:uuid? site:uuid? occurred:time day:date quantities:map grade:text? note:text? evidence:i32 recorded-by:uuid recorded:time waits:text? verified-by:text? content:hash supersedes:uuid? origin:text",
  4: "community:i32 activity:uuid id:uuid decision:text reason:text decided-by:uuid decided:time",
  5: "id:uuid day:date issued:i64 reversed:i64 redeemed:i64 expired:i64 adjusted:i64 outstanding:i64 owed:i64 accounts:i64 made:time",
};
const SALT = 16;
const utf8 = new TextEncoder();

class Bad extends Error {
  constructor(reason) { super(reason); this.reason = reason; }
}
const require = (condition, reason = "form") => { if (!condition) { throw new Bad(reason); } };
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const same = (one, other) => one.length === other.length && one.every((byte, i) => byte === other[i]);
const join = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest("SHA-256", join(...parts)));

// Base64 in its one canonical form, so that no two texts stand for the same bytes.
function base64(text) {
  let binary = null;
  try { binary = atob(text); } catch { throw new Bad("form"); }
  require(btoa(binary) === text);
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}
function hash(text) {
  const bytes = base64(text);
  require(bytes.length === 32);
  return bytes;
}
function number(text) {
  require(/^(0|[1-9][0-9]{0,18})$/.test(text));
  return BigInt(text);
}

function parse(receipt) {
  const gap = receipt.indexOf("\n\n");
  const end = receipt.lastIndexOf("\n\n");
  require(gap > 0 && end > gap && receipt.endsWith("\n"));
  require(!/[\u0000-\u0009\u000b-\u001f]/.test(receipt));
  const head = receipt.slice(0, gap).split("\n");
  require(head.length >= 3 && head[0] === "c2sp.org/tlog-proof@v1" && head[1].startsWith("extra ") && head[2].startsWith("index "));
  const text = receipt.slice(gap + 2, end + 1);
  const body = text.split("\n");
  require(body.length === 4 && body[0] !== "" && body[3] === "");
  const lines = receipt.slice(end + 2, -1).split("\n").map((line) => {
    const parts = line.split(" ");
    require(parts.length === 3 && parts[0] === "—" && parts[1] !== "");
    return { name: parts[1], bytes: base64(parts[2]) };
  });
  const extra = base64(head[1].slice(6));
  require(extra.length > SALT);
  return { extra, index: number(head[2].slice(6)), path: head.slice(3).map(hash), text, origin: body[0], size: number(body[1]), root: hash(body[2]), lines };
}

// From the leaf to the root: RFC 9162, section 2.1.3.2.
async function climb({ extra, index, size, path }) {
  require(index < size);
  let at = index, last = size - 1n;
  let node = await sha256([0], extra);
  for (const sibling of path) {
    require(last !== 0n, "path");
    const isRight = (at & 1n) === 1n || at === last;
    node = isRight ? await sha256([1], sibling, node) : await sha256([1], node, sibling);
    while (isRight && (at & 1n) === 0n && at !== 0n) { at >>= 1n; last >>= 1n; }
    at >>= 1n;
    last >>= 1n;
  }
  require(last === 0n, "path");
  return node;
}

async function isSigned(key, signature, ...message) {
  const imported = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "Ed25519" }, imported, signature, join(...message));
}

// Who signed, among the keys given; a false signature by one of them spoils everything.
async function signers(receipt, keys) {
  const text = utf8.encode(receipt.text);
  const found = [];
  let isByLog = false;
  for (const vkey of keys) {
    const [name, id, ...rest] = vkey.trim().split("+");
    const typed = base64(rest.join("+"));
    const known = (await sha256(utf8.encode(name + "\n"), typed)).slice(0, 4);
    require(hex(known) === id);
    for (const line of receipt.lines.filter((one) => one.name === name && same(one.bytes.slice(0, 4), known))) {
      const signature = line.bytes.slice(4);
      if (typed[0] === 1) {
        require(await isSigned(typed.slice(1), signature, text), "signature");
        isByLog ||= name === receipt.origin;
        found.push(name);
      } else if (typed[0] === 4) {
        require(signature.length === 72, "signature");
        const time = new DataView(signature.buffer).getBigUint64(0);
        const header = utf8.encode(`cosignature/v1\ntime ${time}\n`);
        require(await isSigned(typed.slice(1), signature.slice(8), header, text), "signature");
        found.push(name);
      }
    }
  }
  require(isByLog, "key");
  return [...new Set(found)];
}

function facts(extra) {
  const view = new DataView(extra.buffer, extra.byteOffset);
  let at = SALT;
  const take = (length) => { require(length >= 0 && at + length <= extra.length); at += length; return at - length; };
  const text = () => { const length = view.getInt32(take(4)); return new TextDecoder().decode(extra.subarray(take(length), at)); };
  // as ISO 8601 with 0, 3 or 6 decimals
  const instant = (micros) => {
    const rest = ((micros % 1000000n) + 1000000n) % 1000000n;
    const whole = new Date(Number((micros - rest) / 1000n)).toISOString().slice(0, 19);
    const decimals = rest === 0n ? "" : "." + String(rest).padStart(6, "0").replace(/000$/, "");
    return whole + decimals + "Z";
  };
  const values = {
    u8: () => String(view.getUint8(take(1))),
    u16: () => String(view.getUint16(take(2))),
    i32: () => String(view.getInt32(take(4))),
    i64: () => String(view.getBigInt64(take(8))),
    uuid: () => hex(extra.subarray(take(16), at)).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
    date: () => new Date(view.getInt32(take(4)) * 86400000).toISOString().slice(0, 10),
    time: () => instant(view.getBigInt64(take(8))),
    hash: () => hex(extra.subarray(take(32), at)),
    text,
    map: () => Array.from({ length: view.getInt32(take(4)) }, () => `${text()} ${text()}`).join(", "),
  };
  const layout = LAYOUTS[view.getUint8(take(1))];
  if (!layout) { return []; }
  const found = [];
  for (const column of layout.split(" ")) {
    const [name, type] = column.split(":");
    if (!type.endsWith("?") || view.getUint8(take(1)) === 1) {
      found.push([name, values[type.replace("?", "")]()]);
    }
  }
  require(at === extra.length);
  return found;
}

/** Answers {reason, origin, index, size, root, signers, facts}; the reason is "sound", "form", "key", "signature" or "path". */
export async function verifyReceipt(text, keys) {
  try {
    const receipt = parse(text);
    require(same(await climb(receipt), receipt.root), "path");
    const by = await signers(receipt, keys);
    return { reason: "sound", origin: receipt.origin, index: receipt.index, size: receipt.size, root: btoa(String.fromCharCode(...receipt.root)), signers: by, facts: facts(receipt.extra) };
  } catch (problem) {
    if (problem instanceof Bad) { return { reason: problem.reason, facts: [], signers: [] }; }
    if (problem.name === "NotSupportedError") { return { reason: "browser", facts: [], signers: [] }; }
    return { reason: "form", facts: [], signers: [] };
  }
}

// The page: words come with it, in the reader's language.
const form = document.querySelector("form[data-verify]");
if (form && globalThis.crypto?.subtle) {
  const field = form.querySelector("textarea");
  const answer = document.getElementById("answer");
  const words = document.getElementById("words").dataset;
  const line = (tag, content, name = "") => Object.assign(document.createElement(tag), { textContent: content, className: name });
  const show = (finding) => {
    const isSound = finding.reason === "sound";
    const box = line("div", "", isSound ? "alert alert-success" : "alert alert-danger");
    box.append(line("strong", words[finding.reason]));
    if (isSound) {
      box.append(line("p", words.place.replace("{0}", finding.index + 1n).replace("{1}", finding.size).replace("{2}", finding.origin), "mb-0"));
      box.append(line("p", words.signed.replace("{0}", finding.signers.join(", ")), "mb-0 text-break"));
    }
    const list = line("dl", "", "row");
    for (const [name, value] of finding.facts) {
      list.append(line("dt", name, "col-5 col-md-3"), line("dd", value, "col-7 col-md-9 text-break"));
    }
    answer.replaceChildren(box, list);
    answer.focus();
  };
  const keys = () => form.querySelector("[name=key]").value.split("\n").filter((key) => key.trim() !== "");
  form.querySelector("input[type=file]").addEventListener("change", async (event) => {
    const file = event.target.files[0];
    if (file) { field.value = await file.text(); }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const finding = await verifyReceipt(field.value.replaceAll("\r\n", "\n"), keys());
    if (finding.reason === "browser" && form.action && location.protocol.startsWith("http")) { form.submit(); return; }
    show(finding);
  });
}
