// Beside list and chart: marks the chosen event in both, hides labels while they would lie on
// something else, and lets a label be clicked like its mark. Plotly does none of this, and
// drawing a new figure for each click would lose the reader's zoom.
export default function ({ data, setTriggerValue }) {
  const root = document.querySelector(".st-key-timeline");
  let plot = null, timer = null, stopped = false, down = null;
  const named = new Map();  // the label of each event that has one in sight

  const overlap = (a, b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const shrunk = (box, by) =>
    ({ left: box.left + by, right: box.right - by, top: box.top + by, bottom: box.bottom - by });
  const lastTrace = () => [...plot.querySelectorAll(".scatterlayer .trace")].pop();
  const labelsOf = (trace) => [...(trace?.querySelectorAll("g.textpoint") ?? [])];
  const ids = () => plot.data[plot.data.length - 1].customdata.map((cell) => cell[0]);

  // Plotly 4.2 places a gradient when it first draws it, and leaves it there under every zoom.
  const soften = () => {
    const { xaxis } = plot._fullLayout;
    for (const { uid, fillgradient } of plot._fullData ?? []) {
      const path = fillgradient && plot.querySelector(`.trace${CSS.escape(uid)} path.js-fill`);
      const id = path?.style.fill.match(/#([^")]+)/)?.[1];
      const gradient = id && document.getElementById(id);
      gradient?.setAttribute("x1", xaxis.l2p(fillgradient.start));
      gradient?.setAttribute("x2", xaxis.l2p(fillgradient.stop));
    }
  };
  const paint = () => {
    if (stopped || !plot?.isConnected || !plot.data?.length) return;
    soften();
    const trace = lastTrace(), chosen = ids().indexOf(data.event);
    const area = plot.querySelector(".nsewdrag").getBoundingClientRect();
    // What stands in the way of a label: bars, marks and labels of other events.
    const bars = plot.data.find((one) => one.type === "bar"), barIds = bars?.customdata ?? [];
    const taken = [...plot.querySelectorAll(".barlayer g.point")].map((bar) => {
      const { i } = bar.__data__, id = barIds[i]?.[0], path = bar.querySelector("path");
      path.classList.toggle("dt-chosen", Boolean(id) && id === data.event);
      // What fades at its ends is lined above and below only: a box would draw ends for it.
      const { width, height } = path.getBBox();
      const sides = bars.meta[i] === "bar" ? "" : `0 ${height} ${width} ${height} ${width}`;
      path.style.strokeDasharray = sides;
      return { id, ...shrunk(bar.getBoundingClientRect(), 1) };
    });
    // A stretch is outlined itself: a ring at its end would read as a plan on that day.
    const isStretch = barIds.some(([id]) => id === data.event);
    trace?.querySelectorAll("path.point").forEach((mark) => {
      const isChosen = mark.__data__.i === chosen && !isStretch;
      mark.style.stroke = isChosen ? "currentColor" : "";
      mark.style.strokeWidth = isChosen ? "2px" : "";
      mark.style.fill = isChosen ? "none" : "";
      const box = mark.getBoundingClientRect();
      taken.push({ id: ids()[mark.__data__.i], ...shrunk(box, box.width > 16 ? 6 : 3) });
    });
    named.clear();
    const show = (group, id) => {
      const label = group.querySelector("text");
      if (!label) return;
      label.style.visibility = "";
      label.style.fontWeight = id === data.event ? "600" : "";
      const box = label.getBoundingClientRect();
      const cut = box.right > area.right + 2 || box.left < area.left - 2;
      if (box.width && (cut || taken.some((other) => other.id !== id && overlap(box, other)))) {
        label.style.visibility = "hidden";
      } else if (box.width) {
        named.set(id, label);
        taken.push({ id, ...shrunk(box, 0) });
      }
    };
    const names = ids();
    for (const group of labelsOf(trace)) show(group, names[group.__data__?.i]);
    // Where a label has no room, or found none at first, a shorter one may have it by now.
    const spare = plot._fullData.find((one) => one.name === "spare labels");
    const spareTrace = spare && plot.querySelector(`.trace${CSS.escape(spare.uid)}`);
    if (spareTrace) {
      const groups = labelsOf(spareTrace);
      const idOf = (group) => spare.customdata[group.__data__?.i]?.[0];
      groups.sort((a, b) => (idOf(b) === data.event) - (idOf(a) === data.event));
      for (const group of groups) {
        if (!named.has(idOf(group))) show(group, idOf(group));
        else group.querySelector("text")?.style.setProperty("visibility", "hidden");
      }
      spareTrace.style.opacity = 1;
    }
    const count = root.querySelector(".dt-left-out");
    const [from, to] = plot._fullLayout.xaxis.range.map((end) => plot._fullLayout.xaxis.r2l(end));
    const { x } = plot._fullData[plot._fullData.length - 1];
    const left = names.filter((id, at) => x[at] >= from && x[at] <= to && !named.has(id)).length;
    if (count) count.textContent = left ? `${left} label${left > 1 ? "s" : ""} hidden: zoom in` : "";
  };
  const markList = () => {
    const chosen = data.event &&
      document.querySelector(`.st-key-event-${CSS.escape(data.event)} button`);
    for (const button of document.querySelectorAll(".st-key-list button[aria-current]")) {
      if (button !== chosen) button.removeAttribute("aria-current");
    }
    // Streamlit's short notices carry the role of a dialogue, and no name.
    for (const notice of document.querySelectorAll("[role=alertdialog]:not([aria-label])")) {
      notice.setAttribute("aria-label", "Notice");
    }
    // Where the evidence scrolls by itself, the keyboard must reach it.
    const sheet = document.querySelector(".stColumn:has(.st-key-evidence)");
    const scrolls = sheet && sheet.scrollHeight > sheet.clientHeight + 1 &&
      getComputedStyle(sheet).overflowY === "auto";
    if (scrolls && !sheet.hasAttribute("tabindex")) {
      sheet.setAttribute("tabindex", "0");
      sheet.setAttribute("role", "region");
      sheet.setAttribute("aria-label", "Evidence of the chosen event");
    }
    if (chosen && !chosen.hasAttribute("aria-current")) {
      chosen.setAttribute("aria-current", "true");
      // The sheet must not lie on what was chosen: the style keeps room for it.
      if (matchMedia("(max-width: 640px)").matches) chosen.scrollIntoView({ block: "nearest" });
    }
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(paint, 30); };
  const find = () => {
    if (!stopped) markList();
    const found = root?.querySelector(".js-plotly-plot");
    if (!stopped && found?.on && found !== plot) {
      plot = found;
      plot.on("plotly_afterplot", soon);
      // Not Plotly's own selection: there a second click on a mark would take the choice away.
      plot.on("plotly_click", ({ points }) => {
        const id = points[0]?.customdata?.[0];
        if (id) setTriggerValue("picked", id);
      });
      soon();
    }
  };
  const press = (event) => { down = [event.clientX, event.clientY]; };
  const lift = (event) => {
    if (!down || !plot || Math.hypot(event.clientX - down[0], event.clientY - down[1]) > 4) return;
    const hit = [...named].find(([, label]) => {
      const box = label.getBoundingClientRect();
      return box.left <= event.clientX && event.clientX <= box.right &&
        box.top <= event.clientY && event.clientY <= box.bottom;
    });
    if (hit && event.target.closest?.(".js-plotly-plot, .dragcover")) {
      setTriggerValue("picked", hit[0]);
    }
  };
  const watch = new MutationObserver(find);
  watch.observe(document.querySelector(".stApp"), { childList: true, subtree: true });
  root?.addEventListener("pointerdown", press, true);
  document.addEventListener("pointerup", lift, true);
  const ground = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
  document.documentElement.style.setProperty("--dt-ground", ground);
  find();
  soon();
  return () => {
    stopped = true;
    clearTimeout(timer);
    watch.disconnect();
    root?.removeEventListener("pointerdown", press, true);
    document.removeEventListener("pointerup", lift, true);
  };
}
