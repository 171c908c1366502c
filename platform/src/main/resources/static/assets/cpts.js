// The territory of a CPTS on the map: a press takes a commune in or out, a line drawn around several takes them all in.
// The list of communes below does the same without it.
import {load} from "./leaflet.js";

const frame = document.querySelector("[data-cpts-map]");
const form = document.querySelector("[data-cpts-form]");
const kept = new Set(frame.dataset.chosen.split(",").filter(Boolean));
const chosen = new Set(kept);
const layers = new Map();

function shade(code) {
  const path = layers.get(code)?.getElement();
  path?.classList.toggle("chosen", chosen.has(code));
}

function tell() {
  const added = [...chosen].filter(code => !kept.has(code)).length;
  const gone = [...kept].filter(code => !chosen.has(code)).length;
  form.elements.codes.value = [...chosen].join(" ");
  form.querySelector("[data-count]").textContent = form.dataset.count
    .replace("#", chosen.size).replace("#", added).replace("#", gone);
  form.querySelectorAll("[data-changed]").forEach(button => { button.disabled = added + gone === 0; });
}

function turn(code, wanted) {
  if (wanted) chosen.add(code); else chosen.delete(code);
  shade(code);
}

async function draw() {
  frame.setAttribute("aria-busy", "true");
  await load(frame.dataset.leaflet);
  const map = L.map(frame, {attributionControl: false, scrollWheelZoom: false, zoomSnap: .25, maxZoom: 13});
  map.setView([43.7, 2.2], 8);
  const answer = await fetch("/steering/map/outlines?zoom=9", {headers: {Accept: "application/geo+json"}});
  if (!answer.ok) throw new Error(`outlines: ${answer.status}`);
  const shapes = L.geoJSON(await answer.json(), {
    style: () => ({className: "commune free"}),
    onEachFeature: (feature, layer) => {
      layers.set(feature.id, layer);
      layer.bindTooltip(feature.properties.name, {sticky: true});
      layer.on("click", () => {
        if (around) return;
        turn(feature.id, !chosen.has(feature.id));
        tell();
      });
    }
  }).addTo(map);
  if (shapes.getLayers().length) map.fitBounds(shapes.getBounds(), {padding: [10, 10], animate: false});
  chosen.forEach(shade);
  lasso(map);
  tell();
  form.hidden = false;
  frame.removeAttribute("aria-busy");
  frame.dataset.drawn = "true";
}

// ---- drawn around: by mouse, pen or finger ----
let around = false;
const tool = form.querySelector("[data-around]");

function lasso(map) {
  let line = null;
  const inside = (point, corners) => {
    let within = false;
    for (let n = 0, before = corners.length - 1; n < corners.length; before = n++) {
      const a = corners[n];
      const b = corners[before];
      const crosses = a.lat > point.lat !== b.lat > point.lat;
      if (crosses && point.lng < (b.lng - a.lng) * (point.lat - a.lat) / (b.lat - a.lat) + a.lng) within = !within;
    }
    return within;
  };
  const mode = wanted => {
    around = wanted;
    tool.setAttribute("aria-pressed", String(wanted));
    frame.classList.toggle("drawing", wanted);
    if (wanted) map.dragging.disable(); else map.dragging.enable();
  };
  tool.addEventListener("click", () => mode(!around));
  frame.addEventListener("pointerdown", event => {
    if (!around || event.button !== 0) return;
    event.preventDefault();
    frame.setPointerCapture(event.pointerId);
    line = L.polyline([map.mouseEventToLatLng(event)], {className: "lasso", interactive: false}).addTo(map);
  });
  frame.addEventListener("pointermove", event => { if (line) line.addLatLng(map.mouseEventToLatLng(event)); });
  frame.addEventListener("pointerup", () => {
    if (!line) return;
    const corners = line.getLatLngs();
    line.remove();
    line = null;
    if (corners.length > 2) {
      layers.forEach((layer, code) => { if (inside(layer.getBounds().getCenter(), corners)) turn(code, true); });
    }
    mode(false);
    tell();
  });
}

form.querySelector("[data-reset]").addEventListener("click", () => {
  chosen.clear();
  kept.forEach(code => chosen.add(code));
  layers.forEach((layer, code) => shade(code));
  tell();
});

draw().catch(error => {
  frame.removeAttribute("aria-busy");
  frame.replaceChildren(document.createTextNode(frame.dataset.failed));
  console.error(error);
});
