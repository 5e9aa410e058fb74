// Picking up and placing. A held card is this page's affair until it is placed; then it is the same as choosing from its list.
import { announce } from "./announce.js";

let held = null; // the id of the list that belongs to the held card

export const holding = () => (held ? document.getElementById(held) : null);

export function pick(button) {
  const again = held === button.dataset.pick;
  release();
  if (again) return announce("Put back.");
  held = button.dataset.pick;
  dress(true);
  announce(`You hold ${button.dataset.name}. Press Place here in the bin you choose, or Escape to put it back.`);
}

// Returns the list to which the bin was given, or null when nothing is held.
export function place(button) {
  const list = holding();
  if (!list || !sameFrame(list, button)) {
    announce("Pick a card up first, then press Place here.");
    return null;
  }
  release();
  list.value = button.dataset.place;
  return list;
}

export function release() {
  if (!held) return null;
  const button = liftOf(held);
  dress(false);
  held = null;
  return button;
}

// After a swap: the held card is dressed again, or forgotten when it is gone.
export function regrip(element) {
  if (!held) return;
  if (holding()) { if (element.contains(holding())) dress(true); } else held = null;
}

const liftOf = (list) => document.querySelector(`[data-pick="${CSS.escape(list)}"]`);
const sameFrame = (a, b) => a.closest("[data-activity]") === b.closest("[data-activity]");

function dress(on) {
  const button = liftOf(held);
  if (!button) return;
  button.setAttribute("aria-pressed", String(on));
  button.querySelector("span").textContent = on ? "Put back" : "Pick up";
  const card = button.closest("[data-drag]");
  const frame = button.closest("[data-activity]");
  if (on) card.dataset.held = "true"; else delete card.dataset.held;
  if (on) frame.dataset.holding = "true"; else delete frame.dataset.holding;
  for (const place of frame.querySelectorAll("[data-held-name]")) place.textContent = button.dataset.name;
}
