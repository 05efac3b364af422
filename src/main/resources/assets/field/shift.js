// What was recorded on this phone today, by station and class, sent or not.

import * as queue from "./queue.js";
import { label, number, say } from "./words.js";

const place = document.querySelector("#totals");
const blank = document.querySelector("#total");

function massKg(entry, bagKg) {
  if (!entry.kg) {
    return Number(entry.bags) * (bagKg[entry.wasteClass] ?? 0);
  }
  const text = entry.kg.normalize("NFKC").replace(/\s/g, "").replace(/[,。]/, ".").toLowerCase();
  const unit = text.replace(/^[\d.]+/, "");
  return Number.parseFloat(text) * ({ g: 0.001, "克": 0.001, "斤": 0.5 }[unit] ?? 1);
}

const isToday = (entry) => new Date(entry.phoneMs + entry.offsetMs).toDateString() === new Date().toDateString();

function add(total, entry, bagKg) {
  return {
    drops: total.drops + 1,
    massKg: total.massKg + massKg(entry, bagKg),
    estimated: total.estimated || !entry.kg,
    waiting: total.waiting + (queue.isWaiting(entry) ? 1 : 0),
    lost: total.lost + (queue.isLost(entry) ? 1 : 0),
  };
}

/** Totals by station and class; what another drop stands for counts once. */
export function totals(entries, bagKg) {
  const sums = new Map();
  for (const entry of entries.filter((one) => !one.kind && isToday(one) && !one.replacedBy)) {
    const key = `${entry.station} ${entry.wasteClass}`;
    const before = sums.get(key) ?? { drops: 0, massKg: 0, estimated: false, waiting: 0, lost: 0 };
    sums.set(key, { ...add(before, entry, bagKg), station: entry.station, wasteClass: entry.wasteClass });
  }
  return [...sums.values()];
}

export async function show(kit) {
  const sums = totals(await queue.mine(kit.account), kit.bagKg);
  place.replaceChildren(...sums.map((sum) => {
    const item = blank.content.cloneNode(true);
    const part = (name) => item.querySelector(`[data-part=${name}]`);
    part("class").textContent = label(`[data-class=${sum.wasteClass}] b`);
    part("station").textContent = kit.stations.find((station) => station.id === sum.station)?.name ?? "";
    part("kg").textContent = `${number(sum.massKg, 1)} kg`;
    part("drops").textContent = say("shift-line", number(sum.drops), number(sum.waiting), number(sum.lost));
    part("estimated").textContent = sum.estimated ? say("estimated") : "";
    return item;
  }));
  document.querySelector("#none-today").hidden = sums.length > 0;
}
