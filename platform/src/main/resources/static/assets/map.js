// The sites of a search on a map drawn from our own positions: no tile server is asked for anything.
import {load} from "./leaflet.js";

const BLUE = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();

export async function draw() {
  const frame = document.querySelector("[data-map]");
  const region = document.querySelector("[data-search-map]");
  await load(region.dataset.leaflet || "1.9.4");
  const home = [Number(region.dataset.lat), Number(region.dataset.lon)];
  const map = L.map(frame, {attributionControl: false, scrollWheelZoom: false, keyboard: false, zoomControl: false});
  const points = [home];
  L.circleMarker(home, {radius: 9, color: "#2E1B00", weight: 2, fillColor: "#F3A73F", fillOpacity: 1}).addTo(map);
  document.querySelectorAll("[data-site]").forEach(card => {
    const at = [Number(card.dataset.lat), Number(card.dataset.lon)];
    points.push(at);
    L.circleMarker(at, {radius: 8, color: "#FFFFFF", weight: 2, fillColor: BLUE, fillOpacity: 1})
      .bindTooltip(`${card.dataset.name} · ${card.dataset.minutes} min`)
      .on("click", () => card.scrollIntoView({behavior: "smooth"}))
      .addTo(map);
  });
  map.fitBounds(points, {padding: [30, 30], maxZoom: 14});
  const bounds = map.getBounds().pad(0.3);
  const answer = await fetch(`/map/communes?south=${bounds.getSouth()}&west=${bounds.getWest()}&north=${bounds.getNorth()}&east=${bounds.getEast()}`);
  if (!answer.ok) return;
  for (const commune of await answer.json()) {
    L.circleMarker([commune.lat, commune.lon], {
      radius: 2 + Math.min(9, Math.sqrt(commune.population) / 25), color: BLUE, weight: 1, opacity: .35, fillOpacity: .08,
      interactive: false
    }).bindTooltip(commune.name, {permanent: true, direction: "right", className: "commune-name", offset: [4, 0]}).addTo(map);
  }
}
