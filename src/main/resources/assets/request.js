// Reporting and working on requests: only the chosen service's questions, one's position, templates of answers, covering parts of a photo.
// Every form works without this.

const service = document.querySelector("[data-request-form] select[name=service]");
if (service) {
  const show = () => document.querySelectorAll("[data-for-service]").forEach((part) => {
    part.hidden = part.dataset.forService !== service.value;
  });
  service.addEventListener("change", show);
  show();
}

const locate = document.querySelector("[data-locate]");
if (locate && "geolocation" in navigator) {
  const note = document.querySelector("[data-locate-note]");
  locate.hidden = false;
  locate.addEventListener("click", () => navigator.geolocation.getCurrentPosition(({ coords }) => {
    document.querySelector("#latitude").value = coords.latitude.toFixed(6);
    document.querySelector("#longitude").value = coords.longitude.toFixed(6);
    note.textContent = note.dataset.done;
  }, () => { note.textContent = note.dataset.failed; }));
}

document.querySelectorAll("[data-template]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    const words = document.querySelector("#move-words");
    words.value = (words.value ? words.value + "\n" : "") + button.dataset.template;
    words.focus();
  });
});

const frame = document.querySelector("[data-cover]");
const field = frame && document.querySelector("#" + frame.dataset.cover);
if (field) {
  const picture = frame.querySelector("img");
  const undo = document.querySelector("[data-cover-undo]");
  const told = document.querySelector("[data-cover-told]");
  const canvas = document.createElement("canvas");
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute("aria-label", frame.dataset.coverLabel);
  canvas.setAttribute("aria-describedby", "cover-hint");
  const LEAST = 3;
  const STEPS = 40;
  let boxes = [];
  let from;
  let aim;
  const ink = () => getComputedStyle(document.documentElement).getPropertyValue("--zx-ink").trim();
  const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
  const at = (event) => {
    const edge = canvas.getBoundingClientRect();
    return [within((event.clientX - edge.left) * canvas.width / edge.width, canvas.width),
      within((event.clientY - edge.top) * canvas.height / edge.height, canvas.height)];
  };
  const draw = (more) => {
    const pen = canvas.getContext("2d");
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = ink();
    [...boxes, ...(more ? [more] : [])].forEach((box) => pen.fillRect(...box));
    if (aim) {
      pen.strokeStyle = ink();
      pen.lineWidth = Math.max(2, canvas.width / 160);
      pen.setLineDash([4 * pen.lineWidth, 2 * pen.lineWidth]);
      pen.strokeRect(...aim);
    }
    undo.hidden = boxes.length === 0;
  };
  const read = () => {
    boxes = field.value.split(";").map((box) => box.trim().split(/ +/).map(Number)).filter((box) => box.length === 4);
  };
  const write = () => {
    field.value = boxes.map((box) => box.join(" ")).join("; ");
    told.textContent = told.dataset.coverTold.replace("{n}", boxes.length);
    draw();
  };
  const boxTo = ([x, y]) => [Math.min(x, from[0]), Math.min(y, from[1]), Math.abs(x - from[0]), Math.abs(y - from[1])];
  const add = (box) => {
    if (box[2] >= LEAST && box[3] >= LEAST) { boxes.push(box); }
    write();
  };
  const takeLast = () => { boxes.pop(); write(); };
  const begin = () => {
    canvas.width = picture.naturalWidth;
    canvas.height = picture.naturalHeight;
    frame.append(canvas);
    read();
    draw();
  };
  canvas.addEventListener("pointerdown", (event) => {
    from = at(event);
    aim = undefined;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => { if (from) { draw(boxTo(at(event))); } });
  canvas.addEventListener("pointerup", (event) => {
    if (!from) { return; }
    const box = boxTo(at(event));
    from = undefined;
    add(box);
  });
  canvas.addEventListener("pointercancel", () => { from = undefined; draw(); });
  // with the keys: arrows move a frame, with shift they size it, Enter covers what is in it, Backspace takes the last one away
  const move = (key, sizes) => {
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key]
      .map((way, axis) => way * Math.max(1, [canvas.width, canvas.height][axis] / STEPS));
    const [left, top, wide, high] = aim;
    aim = sizes
      ? [left, top, Math.max(LEAST, within(wide + x, canvas.width - left)), Math.max(LEAST, within(high + y, canvas.height - top))]
      : [within(left + x, canvas.width - wide), within(top + y, canvas.height - high), wide, high];
    draw();
  };
  canvas.addEventListener("focus", () => {
    if (!canvas.matches(":focus-visible") || aim) { return; }
    const side = within(Math.min(canvas.width, canvas.height) / 5, canvas.width);
    aim = [within((canvas.width - side) / 2, canvas.width), within((canvas.height - side) / 2, canvas.height), side, side];
    draw();
  });
  canvas.addEventListener("blur", () => { aim = undefined; draw(); });
  canvas.addEventListener("keydown", (event) => {
    if (!aim || event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (event.key.startsWith("Arrow")) {
      move(event.key, event.shiftKey);
    } else if (event.key === "Enter" || event.key === " ") {
      add([...aim]);
    } else if (event.key === "Backspace" || event.key === "Delete") {
      takeLast();
    } else {
      return;
    }
    event.preventDefault();
  });
  undo.addEventListener("click", takeLast);
  field.addEventListener("input", () => { read(); draw(); });
  if (picture.complete) { begin(); } else { picture.addEventListener("load", begin); }
}
