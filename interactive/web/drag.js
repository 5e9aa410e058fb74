// Dragging a card with mouse, pen or finger. It ends in the card's own list, like the two other ways of placing it.
// A finger must rest a moment first, so that the page can still be scrolled by its cards. Escape cancels.
import { release } from "./hold.js";
import { commit } from "./inputs.js";

const THRESHOLD = 8; // px
const REST = 220; // ms
const EDGE = 60; // px from the window's edge where it scrolls
let drag = null;

export function enableDragging() {
  document.addEventListener("pointerdown", begin);
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", () => end(true));
  document.addEventListener("pointercancel", () => end(false));
  document.addEventListener("touchmove", (event) => { if (drag?.ghost) event.preventDefault(); }, { passive: false });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") end(false); });
  document.addEventListener("contextmenu", (event) => { if (drag?.touch) event.preventDefault(); });
}

function begin(event) {
  const card = event.target.closest?.("[data-drag]");
  if (!card || event.button || drag || event.target.closest("button, select, a, input, summary, label")) return;
  drag = { card, x: event.clientX, y: event.clientY, touch: event.pointerType === "touch", ghost: null, over: null, timer: 0 };
  if (drag.touch) drag.timer = setTimeout(() => drag && lift(), REST);
}

function move(event) {
  if (!drag) return;
  const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > THRESHOLD;
  if (!drag.ghost && drag.touch && far) return end(false); // a swipe: it is the page that moves
  if (!drag.ghost && !drag.touch && far) lift();
  if (!drag.ghost) return;
  event.preventDefault();
  Object.assign(drag.ghost.style, { left: `${event.clientX - drag.dx}px`, top: `${event.clientY - drag.dy}px` });
  hover(document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-drop]"));
  if (event.clientY < EDGE + 48) scrollBy(0, -14);
  else if (event.clientY > innerHeight - EDGE) scrollBy(0, 14);
}

function lift() {
  release();
  const box = drag.card.getBoundingClientRect();
  const ghost = drag.card.cloneNode(true);
  for (const named of [ghost, ...ghost.querySelectorAll("[id]")]) named.removeAttribute("id");
  ghost.classList.add("st-ghost");
  ghost.setAttribute("aria-hidden", "true");
  ghost.inert = true;
  Object.assign(ghost.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px` });
  drag.card.closest("[data-activity]").append(ghost);
  Object.assign(drag, { ghost, dx: drag.x - box.left, dy: drag.y - box.top });
  drag.card.dataset.dragged = "true";
  getSelection()?.removeAllRanges();
}

function hover(target) {
  const own = target?.closest("[data-activity]") === drag.card.closest("[data-activity]") ? target : null;
  if (own === drag.over) return;
  if (drag.over) delete drag.over.dataset.over;
  if (own) own.dataset.over = "true";
  drag.over = own;
}

function end(dropped) {
  if (!drag) return;
  const { card, ghost, over, timer } = drag;
  clearTimeout(timer);
  ghost?.remove();
  delete card.dataset.dragged;
  if (over) delete over.dataset.over;
  drag = null;
  if (!dropped || !ghost || !over) return;
  const list = document.getElementById(card.dataset.drag);
  if (!list || list.value === over.dataset.drop) return;
  list.value = over.dataset.drop;
  commit(list);
}
