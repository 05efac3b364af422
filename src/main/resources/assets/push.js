// Turns notifications of this browser on and off. Every page works without it.
const box = document.querySelector("[data-push]");
const bytes = (base64) => Uint8Array.from(atob(base64.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

const turnOn = async (form) => {
  const registration = await navigator.serviceWorker.register("/push-sw.js", { scope: "/me/" });
  if ((await Notification.requestPermission()) !== "granted") {
    throw new Error("denied");
  }
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(box.dataset.push),
  });
  const { endpoint, keys } = subscription.toJSON();
  form.elements.endpoint.value = endpoint;
  form.elements.key.value = keys.p256dh;
  form.elements.auth.value = keys.auth;
  form.submit();
};

if (box && "serviceWorker" in navigator && "PushManager" in window) {
  const form = box.querySelector("form");
  const failure = box.querySelector("[data-push-failed]");
  form.hidden = false;
  box.querySelector("[data-push-none]").hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    turnOn(form).catch(() => { failure.hidden = false; });
  });
}
