// Buttons that fill a field with the camera. They show only where there is a camera and something that reads codes; the field
// can always be typed.

import * as eyes from "./eye.js";

const EVERY_MS = 150;

async function look(eye, video, stopped) {
  while (!stopped()) {
    const code = video.readyState >= 2 ? await eye.detect(video).catch(() => null) : null;
    if (code) {
      return code;
    }
    await new Promise((resolve) => { setTimeout(resolve, EVERY_MS); });
  }
  return null;
}

/** Opens the camera until a code is read or somebody closes it. */
async function scan(eye, dialog) {
  const words = dialog.querySelector("[role=status]");
  const video = dialog.querySelector("video");
  words.textContent = "";
  dialog.showModal();
  let stream = null;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = stream;
    await video.play();
    const code = await look(eye, video, () => !dialog.open);
    dialog.close();
    return code;
  } catch {
    words.textContent = dialog.dataset.denied;
    return null;
  } finally {
    stream?.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  }
}

function fill(field, code) {
  field.value = code;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  if (field.form && "scanSubmit" in field.dataset) {
    field.form.requestSubmit();
  }
}

export async function offer() {
  const buttons = [...document.querySelectorAll("[data-scan]")];
  const dialog = document.querySelector("#scanner");
  const eye = buttons.length > 0 && dialog ? await eyes.open().catch(() => null) : null;
  if (!eye) {
    return;
  }
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const code = await scan(eye, dialog);
      if (code) {
        fill(document.getElementById(button.dataset.scan), code);
      }
    });
  }
}
