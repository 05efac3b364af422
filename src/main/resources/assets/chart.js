// Charts: ECharts is fetched when a chart comes into view. Everything drawn is read from the table below it, which says the
// same to those who see no drawing, print the page or have no script.

const LIBRARY = "/webjars/echarts/5.5.0/echarts.common.min.js";
const DASHES = ["solid", [7, 4], [2, 3], [9, 3, 2, 3], [4, 2], "solid"];
const SYMBOLS = ["circle", "rect", "triangle", "diamond", "pin", "emptyCircle"];
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
  const rows = [...table.querySelectorAll("tbody tr")];
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
  const isOpen = (point) => point.mark === "UNFINISHED" || point.mark === "PROVISIONAL";
  return {
    animation: false,
    textStyle: words,
    grid: { left: 4, right: 16, top: data.series.length > 1 ? size * 3 : size, bottom: 4, containLabel: true },
    legend: { show: data.series.length > 1, type: "scroll", top: 0, left: 0, itemWidth: 36, textStyle: words, pageIconColor: colour("bamboo") },
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
      type: "value", scale: !bars, axisLabel: { ...words, formatter: (value) => format.format(value) },
      splitLine: { lineStyle: { color: colour("line") } },
    },
    series: data.series.map((row, at) => {
      const own = colour("chart-" + (at % 6 + 1));
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
    const drawing = echarts.init(place, null, { renderer: "svg" });
    drawing.setOption(option(figure, seen(figure)));
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
