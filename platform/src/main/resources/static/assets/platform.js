// Small behaviours that pages work without; each is found by a data attribute.

const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A combobox over the communes (WAI-ARIA: list autocomplete with manual selection). */
function communePicker(field) {
  const input = field.querySelector("input[name=place]");
  const code = field.querySelector("[data-commune-code]");
  const said = field.querySelector("[data-said]");
  const list = document.createElement("ul");
  list.id = "communes";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.choices);
  list.hidden = true;
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list"
  })) input.setAttribute(name, value);
  let asked = 0;
  let chosen = -1;

  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = index => {
    chosen = index;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (index >= 0) {
      input.setAttribute("aria-activedescendant", options()[index].id);
      options()[index].scrollIntoView({block: "nearest"});
    }
  };
  const take = option => {
    input.value = option.dataset.name;
    code.value = option.dataset.code;
    close();
  };
  const show = communes => {
    list.replaceChildren(...communes.map((commune, i) => {
      const option = document.createElement("li");
      option.id = "commune-" + i;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.code = commune.code;
      option.dataset.name = commune.name;
      const name = document.createElement("span");
      highlight(name, commune.name, input.value);
      const postal = document.createElement("span");
      postal.className = "soft";
      postal.textContent = commune.postalCodes[0] || "";
      option.append(name, postal);
      option.addEventListener("mousedown", event => { event.preventDefault(); take(option); });
      return option;
    }));
    list.hidden = communes.length === 0;
    input.setAttribute("aria-expanded", String(communes.length > 0));
    said.textContent = communes.length ? field.dataset.found.replace("#", communes.length) : field.dataset.none;
    chosen = -1;
  };
  const ask = async () => {
    code.value = "";
    const typed = input.value.trim();
    if (typed.length < 2) { close(); said.textContent = ""; return; }
    const mine = ++asked;
    const answer = await fetch("/api/v1/communes?q=" + encodeURIComponent(typed));
    if (mine === asked && answer.ok) show(await answer.json());
  };
  let timer;
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", event => {
    const count = options().length;
    if (event.key === "ArrowDown" && !list.hidden) { event.preventDefault(); mark((chosen + 1) % count); }
    else if (event.key === "ArrowUp" && !list.hidden) { event.preventDefault(); mark((chosen - 1 + count) % count); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); take(options()[chosen]); }
    else if (event.key === "Escape") close();
  });
  locate(field, input, code, said);
}

/** The position is sent with this search and kept nowhere. */
function locate(field, input, code, said) {
  const button = field.querySelector("[data-locate]");
  if (!button || !navigator.geolocation) return;
  button.hidden = false;
  button.addEventListener("click", () => navigator.geolocation.getCurrentPosition(
    ({coords}) => {
      code.value = coords.latitude.toFixed(3) + "," + coords.longitude.toFixed(3);
      input.value = button.textContent.trim();
      input.form.requestSubmit();
    },
    () => { said.textContent = button.dataset.refused; }));
}

function highlight(target, name, typed) {
  const start = plain(name).indexOf(plain(typed.trim()));
  if (start < 0 || plain(name).length !== name.length) { target.textContent = name; return; }
  const mark = document.createElement("mark");
  mark.textContent = name.slice(start, start + typed.trim().length);
  target.append(name.slice(0, start), mark, name.slice(start + typed.trim().length));
}

/** Shows the field of the chosen channel only. */
function channel(region) {
  const update = () => {
    const chosen = region.querySelector("input[name=channel]:checked")?.value;
    region.querySelectorAll("[data-for]").forEach(part => { part.hidden = part.dataset.for !== chosen; });
  };
  region.addEventListener("change", update);
  update();
}

document.querySelectorAll("[data-commune-picker]").forEach(communePicker);
document.querySelectorAll("[data-channel]").forEach(channel);
document.querySelectorAll("[data-print]").forEach(button => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
document.querySelector("[data-focus-first]")?.focus();

// The manage link's token stands in the fragment, which never leaves the browser by itself.
const manage = document.querySelector("[data-manage]");
if (manage && location.hash.length > 1) {
  manage.querySelector("[name=token]").value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  manage.requestSubmit();
}

// A second press does nothing while the first is on its way.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  setTimeout(() => { delete form.dataset.sent; }, 4000);
});
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(f => delete f.dataset.sent));

if (document.querySelector("[data-map]")) import("./map.js").then(map => map.draw());
