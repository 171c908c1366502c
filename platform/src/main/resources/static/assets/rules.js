// A stretch drawn on the week becomes the beginning of a new rule; without a pointer the form does the same.
const QUARTER = 15;

document.querySelectorAll("svg.week[data-add]").forEach(week => {
  const size = name => Number(week.dataset[name]);
  let drawn = null;

  document.querySelectorAll("[data-drag]").forEach(hint => { hint.hidden = false; });

  function place(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(week.getScreenCTM().inverse());
    const day = Math.floor((at.x - size("gutter")) / size("day"));
    const hours = size("first") + (at.y - size("head")) / size("hour");
    const minutes = Math.round(hours * 60 / QUARTER) * QUARTER;
    return {day, minutes: Math.min(Math.max(minutes, size("first") * 60), size("last") * 60)};
  }

  function show() {
    const from = Math.min(drawn.from, drawn.to);
    const to = Math.max(drawn.from, drawn.to);
    const y = minutes => size("head") + (minutes / 60 - size("first")) * size("hour");
    drawn.rect.setAttribute("x", size("gutter") + drawn.day * size("day") + 2);
    drawn.rect.setAttribute("width", size("day") - 4);
    drawn.rect.setAttribute("y", y(from));
    drawn.rect.setAttribute("height", Math.max(2, y(to) - y(from)));
  }

  function time(minutes) {
    const capped = Math.min(minutes, 24 * 60 - QUARTER);
    return `${String(Math.floor(capped / 60)).padStart(2, "0")}:${String(capped % 60).padStart(2, "0")}`;
  }

  function leave() {
    drawn?.rect.remove();
    drawn = null;
  }

  week.addEventListener("pointerdown", event => {
    const at = place(event);
    if (event.button !== 0 || event.pointerType === "touch" || event.target.closest("a") || at.day < 0 || at.day > 6) {
      return;
    }
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    rect.setAttribute("class", "drawing");
    week.append(rect);
    drawn = {day: at.day, from: at.minutes, to: at.minutes, rect};
    week.setPointerCapture(event.pointerId);
    show();
  });

  week.addEventListener("pointermove", event => {
    if (drawn) {
      drawn.to = place(event).minutes;
      show();
    }
  });

  week.addEventListener("pointerup", () => {
    if (!drawn) {
      return;
    }
    const from = Math.min(drawn.from, drawn.to);
    const to = Math.max(drawn.from, drawn.to);
    const day = drawn.day;
    leave();
    if (to - from >= QUARTER) {
      const asked = new URLSearchParams({weekday: day + 1, starts: time(from), ends: time(to)});
      location.assign(`${week.dataset.add}?${asked}`);
    }
  });

  week.addEventListener("pointercancel", leave);
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      leave();
    }
  });
});
