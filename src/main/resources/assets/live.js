// The newest readings of a device as they come (server-sent events): the figure, and a line of the last day. The page works without this.

const place = document.querySelector("[data-live]");
if (place && "EventSource" in window) {
  const most = 400;
  const series = new Map();
  const draw = (quantity) => {
    const line = place.querySelector(`[data-live-line="${quantity}"]`);
    const points = series.get(quantity);
    if (!line || points.length < 2) return;
    const values = points.map((point) => point.value);
    const [least, top] = [Math.min(...values), Math.max(...values)];
    const [first, last] = [points[0].at, points[points.length - 1].at];
    line.setAttribute("points", points.map((point) => [
      (600 * (point.at - first)) / (last - first || 1),
      76 - (72 * (point.value - least)) / (top - least || 1),
    ].map((number) => number.toFixed(1)).join(",")).join(" "));
    line.ownerSVGElement.removeAttribute("hidden");
  };
  const source = new EventSource(place.dataset.live);
  source.addEventListener("message", (event) => {
    const reading = JSON.parse(event.data);
    const points = series.get(reading.quantity) ?? [];
    points.push({ at: Date.parse(reading.at), value: Number(reading.value) });
    series.set(reading.quantity, points.slice(-most));
    const figure = place.querySelector(`[data-live-value="${reading.quantity}"]`);
    if (figure) figure.textContent = Number(reading.value).toLocaleString(document.documentElement.lang);
    draw(reading.quantity);
  });
  addEventListener("pagehide", () => source.close());
}
