// What the forms of the field app share: the choice of the station, words beside a field, a photo made small.

import { shrink } from "./photo.js";

/** Offers the stations one may record at, and keeps the one chosen last. */
export function offerStations(select, place, kit) {
  const chosen = select.value || localStorage.getItem("field-station");
  select.replaceChildren(...kit.stations.map((station) => new Option(station.name, station.id)));
  if (kit.stations.some((station) => station.id === chosen)) {
    select.value = chosen;
  }
  place.hidden = kit.stations.length < 2;
}

/** Says beside a field what is wrong with it; nothing when the words are empty. */
export function tell(form, field, words) {
  const place = form.querySelector(`[data-error=${field}]`);
  place.textContent = words;
  place.hidden = !words;
  const input = form.elements[field];
  if (input instanceof HTMLInputElement) {
    input.classList.toggle("is-invalid", Boolean(words));
    input.toggleAttribute("aria-invalid", Boolean(words));
  }
}

/** Says what is wrong field by field and leads to the first of them. */
export function tellAll(form, fields, wrong) {
  fields.forEach((field) => tell(form, field, ""));
  wrong.forEach(([field, words]) => tell(form, field, words));
  if (wrong.length > 0) {
    form.querySelector(`[name=${wrong[0][0]}]:not([hidden])`)?.focus();
  }
}

/** The photo chosen, made small, or null; rejects with "photo" when it cannot be read. */
export async function photoOf(file) {
  if (!file) {
    return null;
  }
  try {
    return await shrink(file);
  } catch {
    throw new Error("photo");
  }
}

export function announce(place, words, isTrouble = false) {
  place.textContent = words;
  place.className = `alert ${isTrouble ? "alert-danger" : "alert-success"}`;
  place.hidden = false;
}
