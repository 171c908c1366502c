// The reception: minutes that go on while one looks, and the key of a call. The rest is the desk's.
import "./desk.js";

const tick = () => document.querySelectorAll("[data-since]").forEach(one => {
  const minutes = Math.max(0, Math.floor(Date.now() / 60000 - Number(one.dataset.since) / 60));
  one.textContent = one.dataset.text.replace("#", minutes);
});

tick();
setInterval(tick, 15000);
const board = document.getElementById("board");
if (board) new MutationObserver(tick).observe(board, {childList: true});

// What was typed in the last quarter of a second before leaving is kept as well.
const call = document.querySelector(".call-form");
let typed = false;
call?.addEventListener("input", () => { typed = true; });
call?.addEventListener("submit", () => { typed = false; });
window.addEventListener("pagehide", () => {
  if (!typed) return;
  const fields = new URLSearchParams(new FormData(call));
  fields.delete("once");
  navigator.sendBeacon(call.getAttribute("hx-post"), fields);
});
