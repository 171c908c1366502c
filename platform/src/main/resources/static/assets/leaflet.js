// Leaflet, loaded when a map is drawn and not before.
export function load(version) {
  return new Promise((done, failed) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = `/webjars/leaflet/${version}/dist/leaflet.css`;
    const script = document.createElement("script");
    script.src = `/webjars/leaflet/${version}/dist/leaflet.js`;
    script.onload = done;
    script.onerror = failed;
    // First, so that our own style sheets have the last word.
    document.head.prepend(style);
    document.head.append(script);
  });
}
