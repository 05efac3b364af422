// Two photos from the same point become one with a slider; without this script they stand side by side.
for (const pair of document.querySelectorAll("[data-pair]:not(.is-slider)")) {
  const pictures = pair.querySelectorAll("img");
  if (pictures.length !== 2) {
    continue;
  }
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = "100";
  slider.value = "50";
  slider.setAttribute("aria-label", pair.dataset.pair);
  const show = () => pair.style.setProperty("--zx-pair", `${slider.value}%`);
  slider.addEventListener("input", show);
  pair.append(slider);
  pair.classList.add("is-slider");
  show();
}
