// Beside the chart: rings the chosen mark, and hides a label while it would lie on another one.
// Plotly does neither, and a new figure for each click would lose the reader's zoom.
export default function ({ data }) {
  const root = document.querySelector(".st-key-timeline");
  let plot = null, timer = null, stopped = false;

  const overlaps = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  const paint = () => {
    if (stopped || !plot || !plot.isConnected) return;
    const traces = plot.querySelectorAll(".scatterlayer .trace");
    const last = traces[traces.length - 1];
    const ids = plot.data[plot.data.length - 1].customdata.map((cell) => cell[0]);
    const chosen = ids.indexOf(data.event);
    last?.querySelectorAll(".point").forEach((mark) => {
      const isChosen = mark.__data__.i === chosen;
      mark.style.stroke = isChosen ? "currentColor" : "";
      mark.style.strokeWidth = isChosen ? "2px" : "";
      mark.style.fill = isChosen ? "none" : "";
    });
    const kept = [];
    last?.querySelectorAll(".textpoint text").forEach((label) => {
      label.style.visibility = "";
      label.style.fontWeight = label.parentNode.__data__?.i === chosen ? "600" : "";
      const box = label.getBoundingClientRect();
      if (!box.width) return;
      if (kept.some((other) => overlaps(box, other))) label.style.visibility = "hidden";
      else kept.push(box);
    });
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(paint, 30); };
  const find = () => {
    if (stopped) return;
    const found = root?.querySelector(".js-plotly-plot");
    if (found && found.on && found !== plot) { plot = found; plot.on("plotly_afterplot", soon); soon(); }
  };
  const watch = new MutationObserver(find);
  if (root) watch.observe(root, { childList: true, subtree: true });
  find();
  soon();
  document.querySelectorAll(".st-key-list button[aria-current]").forEach((b) => b.removeAttribute("aria-current"));
  if (data.event) document.querySelector(`.st-key-event-${CSS.escape(data.event)} button`)?.setAttribute("aria-current", "true");
  return () => { stopped = true; watch.disconnect(); clearTimeout(timer); };
}
