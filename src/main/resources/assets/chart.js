// Charts: ECharts is fetched when a chart comes into view. Everything drawn is read from the table below it, which says the
// same to those who see no drawing, print the page or have no script.

const LIBRARY = "/webjars/echarts/5.5.0/echarts.common.min.js";
const DASHES = ["solid", [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], "solid"];
const SYMBOLS = ["circle", "rect", "triangle", "diamond", "path://M-5,-1.5H-1.5V-5H1.5V-1.5H5V1.5H1.5V5H-1.5V1.5H-5Z", "roundRect"];
const NARROW_PX = 560;
const language = document.documentElement.lang;

let library;
const loadLibrary = () => {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = LIBRARY;
    script.onload = () => resolve(window.echarts);
    script.onerror = reject;
    document.head.append(script);
  });
  return library;
};

const seen = (figure) => {
  const table = figure.querySelector("table");
  const heads = [...table.querySelectorAll("thead th")].slice(1);
  const all = [...table.querySelectorAll("tbody tr")];
  // before the first value there is nothing to draw
  const rows = all.slice(Math.max(0, all.findIndex((row) => row.querySelector("[data-value]")) - 1));
  return {
    labels: rows.map((row) => row.querySelector("th").textContent),
    axis: rows.map((row) => row.querySelector("th").dataset.short),
    series: heads.map((head, at) => ({
      name: head.textContent,
      points: rows.map((row) => row.querySelectorAll("td")[at].dataset),
    })),
  };
};

const option = (figure, data) => {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue("--zx-" + name).trim();
  const size = parseFloat(style.fontSize) * 0.8125;
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: Number(figure.dataset.decimals) });
  const unit = figure.dataset.unit;
  const words = { color: colour("ink-soft"), fontSize: size, fontFamily: getComputedStyle(document.body).fontFamily };
  const bars = figure.dataset.chart === "BARS";
  const many = data.series.length > 1;
  const narrow = figure.clientWidth < NARROW_PX;
  const isOpen = (point) => point.mark === "UNFINISHED" || point.mark === "PROVISIONAL";
  return {
    animation: false,
    textStyle: words,
    grid: { left: 4, right: 12 + (data.axis.at(-1)?.length ?? 0) * size * 0.35, top: many ? size * (narrow ? 2 * data.series.length + 1 : 3) : size, bottom: 4, containLabel: true },
    legend: { show: many, orient: narrow ? "vertical" : "horizontal", top: 0, left: 0, itemWidth: 36, textStyle: words, selectedMode: false },
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true, backgroundColor: colour("sheet"), borderColor: colour("line-strong"),
      textStyle: { ...words, color: colour("ink") },
      formatter: (points) => [data.labels[points[0].dataIndex], ...points.filter((point) => point.value != null)
        .map((point) => point.seriesName + "  " + format.format(point.value) + " " + unit)].join("\n"),
    },
    xAxis: {
      type: "category", data: data.axis, boundaryGap: bars, axisTick: { show: false }, axisLabel: { ...words, hideOverlap: true },
      axisLine: { lineStyle: { color: colour("line-strong") } },
    },
    yAxis: {
      // a share that hardly moved must not look as if it leapt
      type: "value", scale: !bars,
      ...(unit === "%" ? { min: (seen) => Math.max(0, Math.floor((seen.min - 5) / 5) * 5), max: (seen) => Math.min(100, Math.ceil((seen.max + 5) / 5) * 5) } : {}), axisLabel: { ...words, formatter: (value) => format.format(value) },
      splitLine: { lineStyle: { color: colour("line") } },
    },
    series: data.series.map((row, at) => {
      const own = colour("chart-" + (bars ? 2 : at % 6 + 1));
      return {
        name: row.name, type: bars ? "bar" : "line", color: own, connectNulls: false, symbol: SYMBOLS[at % 6], symbolSize: 9,
        showAllSymbol: data.labels.length < 40, barMaxWidth: 28, lineStyle: { width: 2.5, type: DASHES[at % 6], color: own },
        data: row.points.map((point) => point.value === undefined ? null : {
          value: Number(point.value),
          itemStyle: isOpen(point) ? { color: colour("sheet"), borderColor: own, borderWidth: 2 } : { color: own },
        }),
      };
    }),
  };
};

const drawings = [];
const draw = async (figure) => {
  const place = figure.querySelector(".zx-chart-drawing");
  try {
    const echarts = await loadLibrary();
    const data = seen(figure);
    place.classList.toggle("is-tall", data.series.length > 2 && figure.clientWidth < NARROW_PX);
    const drawing = echarts.init(place, null, { renderer: "svg" });
    drawing.setOption(option(figure, data));
    new ResizeObserver(() => drawing.resize()).observe(place);
    drawings.push(drawing);
  } catch {
    place.remove();
    figure.querySelector("details").open = true;
  }
};

if (!window.zhuxiCharts) {
  window.zhuxiCharts = true;
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((one) => one.isIntersecting)) {
      watch.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: "200px" });
  for (const figure of document.querySelectorAll("[data-chart]")) {
    const details = figure.querySelector("details");
    if (details) {
      details.open = false;
      figure.classList.add("is-ready");
      watch.observe(figure);
    }
  }
  // On paper the numbers stand below the drawing.
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("[data-chart] details:not([open])")];
    closed.forEach((details) => { details.open = true; });
    drawings.forEach((drawing) => drawing.resize({ width: Math.min(drawing.getWidth(), 640) }));
  });
  window.addEventListener("afterprint", () => {
    closed.forEach((details) => { details.open = false; });
    drawings.forEach((drawing) => drawing.resize({ width: "auto" }));
  });
}
