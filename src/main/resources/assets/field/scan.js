// Reads a code with the camera where the browser can; otherwise the button stays away and the card is typed.

import { say } from "./words.js";

const dialog = document.querySelector("#scanner");
const video = dialog.querySelector("video");
const EVERY_MS = 150;

async function detector() {
  if (!("BarcodeDetector" in globalThis) || !navigator.mediaDevices?.getUserMedia) {
    return null;
  }
  const formats = await BarcodeDetector.getSupportedFormats();
  const wanted = ["qr_code", "code_128"].filter((format) => formats.includes(format));
  return wanted.includes("qr_code") ? new BarcodeDetector({ formats: wanted }) : null;
}

async function look(eye, stopped) {
  while (!stopped()) {
    const [code] = video.readyState >= 2 ? await eye.detect(video).catch(() => []) : [];
    if (code?.rawValue) {
      return code.rawValue;
    }
    await new Promise((resolve) => { setTimeout(resolve, EVERY_MS); });
  }
  return null;
}

async function scan(eye) {
  const words = dialog.querySelector("[role=status]");
  words.textContent = "";
  dialog.showModal();
  let stream = null;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = stream;
    await video.play();
    return await look(eye, () => !dialog.open);
  } catch {
    words.textContent = say(stream ? "scan-none" : "scan-denied");
    return null;
  } finally {
    stream?.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
    if (!words.textContent) {
      dialog.close();
    }
  }
}

/** Shows the buttons and fills the field that each one names. */
export async function offer() {
  const eye = await detector().catch(() => null);
  if (!eye) {
    return;
  }
  for (const button of document.querySelectorAll("[data-scan]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const code = await scan(eye);
      if (code) {
        const field = document.getElementById(button.dataset.scan);
        field.value = code;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new CustomEvent("scanned", { bubbles: true }));
      }
    });
  }
}
