// Maps: Leaflet is fetched when a map comes into view. The list beside each map says the same without it.

const LIBRARY = "/webjars/leaflet/1.9.4/dist/";
const NAMES_UNTIL_ZOOM = 15;
const SITES_FROM_ZOOM = 13;
const APART_UNTIL_ZOOM = 16;
const english = document.documentElement.lang === "en";
const nameOf = (feature) => (english ? feature.properties.nameEn : feature.properties.nameZh);
const fill = (words, value) => words.replace("#", value);

let library;
const loadLibrary = () => {
  library ??= new Promise((resolve, reject) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = LIBRARY + "leaflet.css";
    // before our own sheet, which has the last word
    document.head.insertBefore(sheet, document.head.querySelector("link[rel=stylesheet]"));
    const script = document.createElement("script");
    script.src = LIBRARY + "leaflet.js";
    script.onload = () => resolve(window.L);
    script.onerror = reject;
    document.head.append(script);
  });
  return library;
};

const time = (iso) => new Date(iso).toLocaleString(document.documentElement.lang, {
  timeZone: "Asia/Shanghai", weekday: "short", hour: "2-digit", minute: "2-digit" });

const opening = (feature, words) => {
  const { state, until, next } = feature.properties;
  if (state === "OPEN") { return words.open + (until ? " · " + fill(words.until, time(until)) : ""); }
  if (state) { return (state === "CLOSED" ? words.closed : words.unknown) + (next ? " · " + fill(words.next, time(next)) : ""); }
  return "";
};

const popup = (feature, words) => {
  const box = document.createElement("div");
  const title = document.createElement("strong");
  title.textContent = nameOf(feature);
  box.append(title);
  const when = opening(feature, words);
  if (when) {
    const line = document.createElement("div");
    line.textContent = when;
    box.append(line);
  }
  const says = english ? feature.properties.saysEn : feature.properties.saysZh;
  if (says) {
    const line = document.createElement("div");
    line.textContent = says;
    box.append(line);
  }
  if (feature.properties.link || feature.properties.kind === "COMMUNITY" || feature.properties.kind === "SITE") {
    const link = document.createElement("a");
    link.href = feature.properties.link ?? (feature.properties.kind === "SITE" && feature.properties.state
      ? "/stations?place=" + feature.properties.community : "/communities/" + feature.properties.community);
    link.textContent = words.more;
    const line = document.createElement("div");
    line.append(link);
    box.append(line);
  }
  return box;
};

class CommunityMap {
  constructor(L, frame) {
    this.L = L;
    this.frame = frame;
    this.words = frame.dataset;
    this.note = frame.querySelector("[data-map-note]");
    const view = frame.querySelector(".zx-map");
    view.replaceChildren();
    this.map = L.map(view, { zoomControl: false, minZoom: 3, maxZoom: 19, zoomSnap: 0.5 });
    this.map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
    L.control.zoom({ zoomInTitle: this.words.in, zoomOutTitle: this.words.out }).addTo(this.map);
    L.control.scale({ imperial: false }).addTo(this.map);
    this.words.tiles.split(" ").filter(Boolean).forEach((address) => L.tileLayer(address, {
      subdomains: "01234567", maxZoom: 19, maxNativeZoom: 18,
      // the servers of pictures want to know which site asks
      referrerPolicy: "strict-origin-when-cross-origin" }).addTo(this.map));
    if (this.words.attribution) {
      // Leaflet takes HTML here, and these are an operator's words
      this.map.attributionControl.addAttribution(
        this.words.attribution.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`));
    }
    this.shapes = L.layerGroup().addTo(this.map);
    this.names = L.layerGroup().addTo(this.map);
    this.sites = L.layerGroup().addTo(this.map);
    this.features = [];
  }

  async begin() {
    await this.read("");
    const places = this.features.map((feature) => this.middle(feature));
    if (places.length === 0) {
      this.map.setView([35, 105], 4);
      this.note.textContent = this.words.nothing;
    } else {
      const shapes = this.L.geoJSON(this.features);
      // a name is wider than the place it stands on, and must not be cut off at the side
      const side = Math.min(72, this.map.getSize().x / 5);
      this.map.fitBounds(shapes.getBounds(), { padding: [side, 24], maxZoom: 17 });
    }
    this.map.on("zoomend", () => this.draw());
    this.map.on("moveend", () => this.readAgain());
    this.draw();
    this.frame.dataset.ready = "";
    this.offerNear();
  }

  async read(box) {
    const separator = this.words.map.includes("?") ? "&" : "?";
    const answer = await fetch(this.words.map + (box ? separator + "bbox=" + box : ""));
    if (!answer.ok) { throw new Error(String(answer.status)); }
    const collection = await answer.json();
    this.features = collection.features;
    this.whole = collection["zhuxi:whole"];
    const sources = [...new Set(this.features.map((feature) => feature.properties.source).filter(Boolean))];
    if (sources.length > 0 && !this.source) {
      this.source = document.createElement("p");
      this.source.className = "form-hint";
      this.source.textContent = fill(this.words.drawn, sources.slice(0, 3).join(english ? "; " : "；"));
      this.note.after(this.source);
    }
  }

  /** Where there is more than is shown, a narrower view is asked for. */
  async readAgain() {
    if (this.whole || this.words.map.includes("place=")) { return; }
    const bounds = this.map.getBounds().pad(0.2);
    const box = [Math.max(bounds.getWest(), -180), Math.max(bounds.getSouth(), -90),
      Math.min(bounds.getEast(), 180), Math.min(bounds.getNorth(), 90)];
    await this.read(box.map((degrees) => degrees.toFixed(5)).join(","));
    this.whole = false;
    this.draw();
  }

  middle(feature) {
    const [longitude, latitude] = feature.properties.middle ?? feature.geometry.coordinates;
    return this.L.latLng(latitude, longitude);
  }

  draw() {
    [this.shapes, this.names, this.sites].forEach((layer) => layer.clearLayers());
    const zoom = this.map.getZoom();
    const order = ["COMMUNITY", "QUARTER", "BUILDING"];
    this.features.filter((feature) => feature.geometry.type !== "Point")
      .sort((one, other) => order.indexOf(one.properties.kind) - order.indexOf(other.properties.kind))
      .forEach((feature) => this.L.geoJSON(feature, {
        style: { className: "zx-map-shape zx-map-" + feature.properties.kind.toLowerCase() },
        onEachFeature: (one, layer) => layer.bindPopup(() => popup(one, this.words)),
      }).addTo(this.shapes));
    const communities = this.features.filter((feature) => feature.properties.kind === "COMMUNITY");
    if (zoom < NAMES_UNTIL_ZOOM || !this.words.map.includes("place=")) {
      this.groups(communities).forEach((group) => this.name(group));
    } else {
      // a name that would cover another one is left out; the shape still opens it
      const quarters = this.features.filter((feature) => feature.properties.kind === "QUARTER");
      this.groups(quarters).forEach((group) => this.label(group.members[0]));
    }
    // single things that a page lists are shown however near one looks
    this.groups(this.features.filter((feature) => feature.properties.kind === "SPOT")).forEach((group) => this.name(group));
    if (zoom >= SITES_FROM_ZOOM) {
      this.features.filter((feature) => feature.properties.kind === "SITE").forEach((feature) => this.site(feature));
    }
  }

  /** Names that would cover each other become one. */
  groups(communities) {
    const groups = [];
    for (const community of communities) {
      const point = this.map.latLngToLayerPoint(this.middle(community));
      const near = groups.find((group) => Math.abs(group.point.x - point.x) < 130 && Math.abs(group.point.y - point.y) < 44);
      if (near) { near.members.push(community); } else { groups.push({ point, members: [community] }); }
    }
    return groups;
  }

  marker(place, element, name) {
    const icon = this.L.divIcon({ className: "zx-map-pin", html: element, iconSize: null });
    const marker = this.L.marker(place, { icon, title: name, riseOnHover: true });
    marker.on("add", () => marker.getElement().setAttribute("aria-label", name));
    return marker;
  }

  name(group) {
    const [first] = group.members;
    const element = document.createElement("span");
    element.className = "zx-map-name";
    element.textContent = group.members.length === 1 ? nameOf(first) : fill(this.words.many, group.members.length);
    const place = group.members.length === 1 ? this.middle(first)
      : this.L.latLngBounds(group.members.map((one) => this.middle(one))).getCenter();
    const marker = this.marker(place, element, element.textContent).addTo(this.names);
    if (group.members.length === 1) {
      marker.bindPopup(() => popup(first, this.words));
    } else if (this.map.getZoom() >= APART_UNTIL_ZOOM) {
      // they stand on the same spot, and no view is near enough to part them
      marker.bindPopup(() => {
        const all = document.createElement("div");
        all.append(...group.members.map((one) => popup(one, this.words)));
        return all;
      });
    } else {
      marker.on("click", () => this.map.fitBounds(
        this.L.geoJSON(group.members).getBounds(), { padding: [24, 24], maxZoom: APART_UNTIL_ZOOM }));
    }
  }

  label(feature) {
    const element = document.createElement("span");
    element.className = "zx-map-label";
    element.textContent = nameOf(feature);
    const icon = this.L.divIcon({ className: "zx-map-pin", html: element, iconSize: null });
    this.L.marker(this.middle(feature), { icon, interactive: false, keyboard: false }).addTo(this.names);
  }

  site(feature) {
    const element = document.createElement("span");
    element.className = "zx-map-site " + (feature.properties.state === "OPEN" ? "is-open" : "is-closed");
    const when = opening(feature, this.words);
    this.marker(this.middle(feature), element, nameOf(feature) + (when ? " · " + when : ""))
      .bindPopup(() => popup(feature, this.words)).addTo(this.sites);
  }

  /** The position of the reader stays here: distances are reckoned on this device. */
  offerNear() {
    const button = this.frame.querySelector("[data-map-near]");
    if (!("geolocation" in navigator)) { return; }
    button.hidden = false;
    this.frame.querySelector("[data-map-hint]").hidden = false;
    button.addEventListener("click", () => navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.near(this.L.latLng(coords.latitude, coords.longitude)),
      () => { this.note.textContent = this.words.denied; }));
  }

  near(here) {
    this.L.circleMarker(here, { radius: 8, className: "zx-map-here" }).bindTooltip(this.words.here).addTo(this.map);
    const list = this.frame.querySelector("[data-map-list]");
    const rows = [...list?.children ?? []].map((row) => ({ row, distance: this.distanceOf(row, here) }));
    rows.sort((one, other) => one.distance - other.distance).forEach(({ row, distance }) => {
      const shown = row.querySelector("[data-distance]");
      if (shown && Number.isFinite(distance)) {
        shown.textContent = distance < 1000 ? Math.round(distance / 10) * 10 + " m" : (distance / 1000).toFixed(1) + " km";
      }
      list.append(row);
    });
    const places = this.features.map((feature) => this.middle(feature))
      .sort((one, other) => here.distanceTo(one) - here.distanceTo(other));
    this.map.fitBounds(this.L.latLngBounds([here, ...places.slice(0, 1)]), { padding: [48, 48], maxZoom: 17, animate: false });
    this.note.textContent = this.words.sorted;
  }

  distanceOf(row, here) {
    const feature = this.features.find((one) => one.id === row.dataset.code);
    return feature ? here.distanceTo(this.middle(feature)) : Infinity;
  }
}

const show = async (frame) => {
  try {
    await new CommunityMap(await loadLibrary(), frame).begin();
  } catch {
    frame.querySelector(".zx-map").replaceChildren();
    frame.querySelector("[data-map-note]").textContent = frame.dataset.failed;
  }
};

const seen = new IntersectionObserver((entries) => {
  entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
    seen.unobserve(entry.target);
    show(entry.target);
  });
});
document.querySelectorAll("[data-map]").forEach((frame) => seen.observe(frame));
