// Passkeys (WebAuthn): signing in with the lock of one's own device, and adding such a device. Without them every page works.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const named = (list) => (list ?? []).map((item) => ({ ...item, id: bytes(item.id) }));

async function post(path, form, more = {}) {
  const fields = new URLSearchParams(new FormData(form));
  fields.delete("password");
  Object.entries(more).forEach(([name, value]) => fields.set(name, value));
  const answer = await fetch(path, { method: "POST", body: fields, headers: { Accept: "application/json" } });
  const said = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
  if (!answer.ok && !said.to) {
    throw new Error(said.message ?? "");
  }
  return said;
}

async function signIn(form) {
  const asked = await post("/sign-in/passkey/options", form);
  const proof = await navigator.credentials.get({
    publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: named(asked.allowCredentials) },
  });
  return post(form.dataset.passkeyTo ?? "/sign-in/passkey", form, { credential: JSON.stringify({
    id: proof.id,
    rawId: text(proof.rawId),
    type: proof.type,
    authenticatorAttachment: proof.authenticatorAttachment,
    clientExtensionResults: {},
    response: {
      authenticatorData: text(proof.response.authenticatorData),
      clientDataJSON: text(proof.response.clientDataJSON),
      signature: text(proof.response.signature),
      userHandle: proof.response.userHandle ? text(proof.response.userHandle) : null,
    },
  }) });
}

async function add(form) {
  const asked = await post("/me/passkeys/options", form);
  if (asked.to) {
    // the last proof is too old: to the page that asks for one, and back with the name that was typed
    const back = `/me/sign-in?${new URLSearchParams({ label: form.elements.label.value })}`;
    return { to: `${asked.to}?${new URLSearchParams({ next: back })}` };
  }
  const made = await navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: named(asked.excludeCredentials),
    },
  });
  return post("/me/passkeys", form, { credential: JSON.stringify({
    id: made.id,
    rawId: text(made.rawId),
    type: made.type,
    authenticatorAttachment: made.authenticatorAttachment,
    clientExtensionResults: {},
    response: {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports?.() ?? [],
    },
  }) });
}

async function run(action, form) {
  const problem = form.querySelector("[data-passkey-problem]");
  problem.textContent = "";
  try {
    const { to } = await action(form);
    window.location.assign("keepsCode" in form.dataset ? to + window.location.hash : to);
  } catch (error) {
    // the browser's own words are not for readers; the server's are
    problem.textContent = error instanceof DOMException || !error.message ? problem.dataset.passkeyProblem : error.message;
  }
}

if (window.PublicKeyCredential) {
  const door = document.querySelector("[data-passkey=sign-in]");
  const button = door?.querySelector("[data-passkey-button]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => run(signIn, door));
  }
  const adding = document.querySelector("[data-passkey=add]");
  if (adding) {
    adding.hidden = false;
    document.querySelector("[data-passkey-missing]").hidden = true;
    adding.addEventListener("submit", (event) => {
      event.preventDefault();
      run(add, adding);
    });
  }
}
