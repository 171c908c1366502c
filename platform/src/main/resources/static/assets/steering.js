// The planner's map: communes coloured by class, sites, and "what if we open here". The table page does without it.
import {load} from "./leaflet.js";

const root = document.querySelector("[data-steering]");
const frame = document.querySelector("[data-steering-map]");
const RADIUS = {"hospital": 9, "perinatal-centre": 6, "emergency-department": 3.5};
const SHADES = ["m0", "m1", "m2", "m3", "m4", "m5"];

async function json(path) {
  const answer = await fetch(path, {headers: {Accept: "application/json, application/geo+json"}});
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

function shade(layer, value) {
  const path = layer.getElement();
  if (path) {
    path.classList.remove(...SHADES);
    path.classList.add(SHADES[value ? value.shade : 0]);
  }
}

function words(name, value) {
  if (!value || value.shade === 0) return `${name} · ${root.dataset.masked}`;
  if (value.value === null) return `${name} · ${root.dataset.far}`;
  const number = new Intl.NumberFormat(document.documentElement.lang, {maximumFractionDigits: 1}).format(value.value);
  return `${name} · ${number} ${root.dataset.unit}`;
}

function openCard(code) {
  htmx.ajax("GET", `/steering/communes/${code}/card?${root.dataset.query}`, {target: "#card", swap: "innerHTML"});
}

async function draw() {
  frame.setAttribute("aria-busy", "true");
  await load(root.dataset.leaflet);
  const map = L.map(frame, {attributionControl: false, scrollWheelZoom: false, zoomSnap: .25, maxZoom: 15});
  const area = encodeURIComponent(root.dataset.area);
  const [values, points] = await Promise.all([
    json(`/steering/map/values?${root.dataset.query}`), json(`/steering/map/points?area=${area}`)
  ]);
  let communes;
  let drawn = 0;
  const outlines = async zoom => {
    const shapes = await json(`/steering/map/outlines?area=${area}&zoom=${Math.round(zoom)}`);
    const before = communes;
    communes = L.geoJSON(shapes, {
      style: feature => ({className: `commune ${SHADES[values[feature.id] ? values[feature.id].shade : 0]}`}),
      onEachFeature: (feature, layer) => {
        layer.bindTooltip(() => words(feature.properties.name, values[feature.id]), {sticky: true});
        layer.on("click", event => pressed(feature.id, event));
      }
    }).addTo(map);
    communes.bringToBack();
    if (before) before.remove();
    drawn = zoom;
  };
  map.setView([43.7, 2.2], 8);
  await outlines(7);
  if (communes.getLayers().length) map.fitBounds(communes.getBounds(), {padding: [10, 10], animate: false});
  layers(map, points);
  for (const text of new URLSearchParams(root.dataset.query).getAll("change")) {
    const [what, lat, lon] = text.split("_");
    if (what === "opening") {
      L.circleMarker([Number(lat), Number(lon)], {radius: 9, className: "place opening"}).addTo(map);
    }
  }
  if (bandOf(map.getZoom()) !== bandOf(drawn)) await outlines(map.getZoom());
  map.on("zoomend", () => { if (bandOf(map.getZoom()) !== bandOf(drawn)) outlines(map.getZoom()); });
  frame.removeAttribute("aria-busy");
  frame.dataset.drawn = "true";
}

/** One layer a kind, shown while its box is ticked; of the kinds that stand at one place, the smallest lies on top. */
function layers(map, points) {
  const all = [...document.querySelectorAll("[data-layer]")].map(box => {
    const kind = box.dataset.layer;
    const dots = points.filter(point => point.kind === kind).map(point =>
      L.circleMarker([point.lat, point.lon], {className: `place ${kind}`})
        .bindTooltip(`${point.name} · ${box.dataset.name}`));
    return {box, dots, radius: RADIUS[kind] || 5, group: L.layerGroup(dots)};
  }).sort((a, b) => b.radius - a.radius);
  const show = () => all.forEach(layer => {
    layer.group.remove();
    if (layer.box.checked) layer.group.addTo(map);
  });
  // From afar hundreds of sites would hide the communes they stand in.
  const size = () => {
    const far = map.getZoom() < 9;
    all.forEach(layer => layer.dots.forEach(dot => dot.setRadius(far ? layer.radius / 2 : layer.radius)));
    frame.classList.toggle("far", far);
  };
  size();
  show();
  map.on("zoomend", size);
  all.forEach(layer => layer.box.addEventListener("change", show));
}

/** As the server simplifies borders: a new band only is asked for again. */
function bandOf(zoom) {
  const whole = Math.round(zoom);
  return whole <= 8 ? 0 : whole <= 10 ? 1 : whole <= 12 ? 2 : 3;
}

function pressed(code, event) {
  openCard(code);
  const {lat, lng} = event.latlng;
  const change = `opening_${lat.toFixed(4)}_${lng.toFixed(4)}_${root.dataset.doctors}`;
  const here = document.createElement("a");
  here.className = "btn second";
  here.href = `/steering?${root.dataset.query}&change=${change}`;
  here.textContent = root.dataset.here;
  L.popup({autoPan: true}).setLatLng(event.latlng).setContent(here).openOn(event.target._map);
}

document.querySelectorAll("[data-submit-on-change]").forEach(form =>
  form.addEventListener("change", () => form.requestSubmit()));

if (frame) {
  draw().catch(() => {
    frame.removeAttribute("aria-busy");
    frame.textContent = root.dataset.failed;
  });
}
