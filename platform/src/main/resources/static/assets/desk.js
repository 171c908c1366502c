// Desks of secretaries and practitioners: the keyboard, panels over the board, and the board kept up to date.
const IDLE = 15 * 60 * 1000;
const QUARTER = 15 * 60;
const desk = document.querySelector("[data-desk]");
const panel = document.getElementById("panel");
const keys = document.getElementById("keys");
const board = document.getElementById("board");
const status = document.getElementById("live");
const text = name => desk?.dataset[name] ?? "";
const say = message => { if (status) status.textContent = message; };

document.documentElement.classList.add("scripted");
document.querySelectorAll("[data-keys]").forEach(button => { button.hidden = false; });
document.querySelectorAll("[data-submit]").forEach(field =>
  field.addEventListener("change", () => { if (field.value) field.form.requestSubmit(); }));

// A reload must not say again what was done before.
const address = new URL(location.href);
if (address.searchParams.has("said")) {
  ["said", "about", "was"].forEach(name => address.searchParams.delete(name));
  history.replaceState(null, "", address);
}

// ---- panels: a page of its own becomes a dialog over the board ----
let cameFrom = null;

async function openPanel(link) {
  const target = new URL(link.href);
  target.searchParams.set("part", "panel");
  const answer = await fetch(target, {headers: {"HX-Request": "true"}});
  if (!answer.ok || answer.redirected) {
    location.assign(link.href);
    return;
  }
  if (!panel.open) cameFrom = link.id || null;
  panel.innerHTML = await answer.text();
  window.htmx?.process(panel);
  wireSearch(panel);
  if (!panel.open) panel.showModal();
  (panel.querySelector("[autofocus]") ?? panel.querySelector("a, button, input"))?.focus();
}

panel?.addEventListener("close", () => {
  panel.replaceChildren();
  if (cameFrom) document.getElementById(cameFrom)?.focus();
});

document.addEventListener("click", event => {
  const element = event.target.closest?.("a, button");
  if (!element || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  if (panel && element.matches("a[data-panel]")) {
    event.preventDefault();
    openPanel(element);
  } else if (panel?.open && element.matches("[data-close]")) {
    event.preventDefault();
    panel.close();
  } else if (element.matches("[data-keys]")) {
    keys.showModal();
  }
});

// ---- menus: a click beside or Escape closes them ----
const closeMenus = except => document.querySelectorAll("details.dropdown[open]")
  .forEach(menu => { if (menu !== except) menu.open = false; });
document.addEventListener("click", event => closeMenus(event.target.closest?.("details.dropdown")));
document.addEventListener("keydown", event => {
  const menu = event.key === "Escape" && document.querySelector("details.dropdown[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// ---- the caller: a combobox over the people known here ----
function wireSearch(root) {
  root.querySelectorAll("[data-search]").forEach(form => {
    const input = form.querySelector("[role=combobox]");
    const list = form.querySelector("[role=listbox]");
    const options = () => [...list.querySelectorAll("[role=option]")];
    const chosen = () => list.querySelector("[aria-selected=true]");
    const choose = option => {
      options().forEach(one => one.setAttribute("aria-selected", String(one === option)));
      if (option) input.setAttribute("aria-activedescendant", option.id);
      else input.removeAttribute("aria-activedescendant");
      option?.scrollIntoView({block: "nearest"});
    };
    const close = () => { list.replaceChildren(); input.setAttribute("aria-expanded", "false"); choose(null); };
    list.addEventListener("htmx:afterSwap", () => {
      const found = options();
      input.setAttribute("aria-expanded", String(found.length > 0));
      choose(found[0] ?? null);
      if (found.length) say(form.dataset.opened.replace("#", found.length - 1));
    });
    input.addEventListener("keydown", event => {
      const all = options();
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length) {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose(all[(all.indexOf(chosen()) + step + all.length) % all.length]);
      } else if (event.key === "Enter" && chosen() && !input.classList.contains("htmx-request")) {
        event.preventDefault();
        follow(chosen());
      } else if (event.key === "Escape" && all.length) {
        event.preventDefault();
        event.stopPropagation();
        close();
      }
    });
    form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) setTimeout(close, 150); });
    list.addEventListener("click", event => {
      const option = event.target.closest("[role=option]");
      if (option && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        follow(option);
      }
    });
  });
}

function follow(option) {
  const inPanel = panel && (option.classList.contains("newcomer") || panel.open);
  if (inPanel) openPanel(option);
  else location.assign(option.href);
}

wireSearch(document);

// ---- the keyboard on the board ----
const seen = element => element.getClientRects().length > 0;
const targets = () => {
  const seeking = document.querySelector("[data-seeking]");
  return [...document.querySelectorAll(seeking ? "#board a.cell.free" : "#board a.cell")].filter(seen);
};

function neighbour(from, key) {
  const here = from.getBoundingClientRect();
  const middle = box => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const [x, y] = middle(here);
  let best = null;
  let least = Infinity;
  for (const other of targets()) {
    if (other === from) continue;
    const [ox, oy] = middle(other.getBoundingClientRect());
    const across = Math.abs(ox - x) > here.width / 2;
    const fits = {
      ArrowDown: !across && oy > y, ArrowUp: !across && oy < y,
      ArrowRight: ox > x + here.width / 2, ArrowLeft: ox < x - here.width / 2}[key];
    const sideways = key === "ArrowLeft" || key === "ArrowRight";
    const distance = sideways ? Math.abs(ox - x) * 4 + Math.abs(oy - y) : Math.abs(oy - y);
    if (fits && distance < least) { best = other; least = distance; }
  }
  return best;
}

function typing(element) {
  return element?.matches?.("input, select, textarea, [contenteditable]");
}

document.addEventListener("keydown", event => {
  if (!desk || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (typing(event.target) || panel?.open || keys?.open) return;
  const cell = event.target.closest?.("a.cell");
  if (event.key.startsWith("Arrow") && board) {
    const next = cell ? neighbour(cell, event.key) : event.key === "ArrowDown" ? firstTarget() : null;
    if (next) {
      event.preventDefault();
      next.focus();
      next.scrollIntoView({block: "nearest", inline: "nearest"});
    }
    return;
  }
  if (event.key === "d" && cell?.dataset.move) {
    event.preventDefault();
    location.assign(moving(cell.dataset.move));
    return;
  }
  const link = {z: "[data-undo]", t: "[aria-current=date], .desk-days a:nth-of-type(2)", p: ".desk-days a:nth-of-type(1)",
    s: ".desk-days a:nth-of-type(3)", c: "[data-call]", Escape: "[data-leave]"}[event.key];
  if (event.key === "n" || event.key === "/") {
    const search = document.getElementById("q");
    if (search) { event.preventDefault(); search.focus(); search.select(); }
    else if (document.querySelector("[data-leave]")) location.assign(document.querySelector("[data-leave]").href + "#q");
  } else if (event.key === "?" && keys) {
    event.preventDefault();
    keys.showModal();
  } else if (link && document.querySelector(link)) {
    document.querySelector(link).click();
  }
});

// ---- moving: "d" takes an appointment to the free hours, and so does the mouse ----
function moving(id) {
  const target = new URL(location.href);
  target.searchParams.delete("patient");
  target.searchParams.set("move", id);
  return target;
}

let dragged = null;
const dropTarget = event => dragged && event.target.closest?.("#board a.cell.free");
document.addEventListener("dragstart", event => {
  const cell = event.target.closest?.("#board a[data-move]");
  if (!cell) return;
  dragged = cell.dataset.move;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", cell.textContent.trim());
  board.classList.add("dragging");
  say(text("dropped"));
});
document.addEventListener("dragover", event => {
  const target = dropTarget(event);
  document.querySelectorAll("#board .over").forEach(one => one.classList.toggle("over", one === target));
  if (!target) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "move";
  target.classList.add("over");
});
document.addEventListener("drop", event => {
  const target = dropTarget(event);
  if (!target) return;
  event.preventDefault();
  const slot = new URL(target.href);
  slot.searchParams.delete("patient");
  slot.searchParams.set("move", dragged);
  openPanel({href: slot.toString(), id: target.id});
});
document.addEventListener("dragend", () => {
  dragged = null;
  board?.classList.remove("dragging");
  document.querySelectorAll("#board .over").forEach(one => one.classList.remove("over"));
});

function firstTarget() {
  const now = Date.now() / 1000;
  const all = targets();
  return all.find(one => Number(one.closest("tr")?.dataset.at ?? 0) + QUARTER > now) ?? all[0];
}

// ---- the line of the present time ----
function drawLine() {
  const rows = [...document.querySelectorAll("#board tr[data-at]")];
  const now = Date.now() / 1000;
  rows.forEach(row => row.classList.toggle("line", Math.abs(Number(row.dataset.at) - now) <= QUARTER / 2));
}

function showNow() {
  const region = document.querySelector(".scroll.day");
  const line = document.querySelector("#board tr.line");
  if (region && line) region.scrollTop = Math.max(0, line.offsetTop - region.clientHeight / 3);
}

if (board) {
  drawLine();
  showNow();
  setInterval(drawLine, 30_000);
  if (document.querySelector("[data-seeking]")) firstTarget()?.focus();
  if (location.hash === "#q") document.getElementById("q")?.focus();
}

// ---- live updates ----
let lastAct = Date.now();
let wanted = false;
let fetching = false;
["pointerdown", "keydown", "focus"].forEach(kind => window.addEventListener(kind, () => {
  const slept = Date.now() - lastAct > IDLE;
  lastAct = Date.now();
  if (slept && wanted) refresh();
}, true));
document.addEventListener("visibilitychange", () => { if (!document.hidden && wanted) refresh(); });

async function refresh() {
  wanted = true;
  // Updates alone must not keep a session alive behind an empty chair.
  if (Date.now() - lastAct > IDLE) { say(text("paused")); return; }
  if (document.hidden || fetching) return;
  fetching = true;
  wanted = false;
  try {
    const target = new URL(location.href);
    target.searchParams.set("part", "board");
    const answer = await fetch(target, {headers: {"HX-Request": "true"}});
    if (!answer.ok || answer.redirected) { location.reload(); return; }
    swap(await answer.text());
    say("");
    setTimeout(() => say(text("updated")), 50);
  } catch {
    wanted = true;
    say(text("lost"));
  } finally {
    fetching = false;
    if (wanted) setTimeout(refresh, 500);
  }
}

function swap(html) {
  const focused = board.contains(document.activeElement) ? document.activeElement.id : null;
  const region = board.querySelector(".scroll.day");
  const at = region ? [region.scrollLeft, region.scrollTop] : null;
  board.innerHTML = html;
  const again = board.querySelector(".scroll.day");
  if (again && at) [again.scrollLeft, again.scrollTop] = at;
  if (focused) document.getElementById(focused)?.focus({preventScroll: true});
  drawLine();
}

if (board && desk.dataset.changes) {
  const source = new EventSource(desk.dataset.changes);
  let opened = false;
  source.addEventListener("open", () => { if (opened) refresh(); opened = true; });
  source.addEventListener("changed", refresh);
  source.addEventListener("reload", refresh);
  source.addEventListener("error", () => { if (source.readyState === EventSource.CLOSED) say(text("lost")); });
  window.addEventListener("pagehide", () => source.close());
}
