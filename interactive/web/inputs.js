// Turns what people do with native controls into events for the engine. One rule for all activities: a control carries
// `data-event` (JSON) and, if its value belongs in it, `data-value` (under which name). What that means is Python's affair.
import { announce } from "./announce.js";
import { eventOf } from "./frame.js";
import { pick, place, release } from "./hold.js";

export function commit(control) {
  control.dispatchEvent(new CustomEvent("st-commit", { bubbles: true }));
}

export function listen(controllerOf) {
  const act = (control) => controllerOf(control)?.act?.(eventOf(control));
  document.addEventListener("st-commit", ({ target }) => act(target));
  document.addEventListener("click", ({ target }) => clicked(target.closest?.("button"), controllerOf, act));
  document.addEventListener("change", ({ target }) => {
    if (!target.dataset?.event) return controllerOf(target)?.changed?.(target);
    if (target instanceof HTMLSelectElement && target.dataset.keys !== undefined) target.dataset.waiting = "";
    else act(target);
  });
  listenToLists(act);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") release()?.focus();
  });
}

function clicked(button, controllerOf, act) {
  const controller = button && controllerOf(button);
  if (!controller) return;
  if (button.getAttribute("aria-disabled") === "true") announce("This begins when Python has arrived. What you fill in until then is kept.");
  else if (button.dataset.pick) pick(button);
  else if (button.dataset.place !== undefined) placed(place(button), act);
  else if (button.dataset.command) controller.command(button.dataset.command, button);
  else if (button.dataset.event) act(button);
}

function placed(list, act) {
  if (list) act(list);
}

// Arrow keys change a closed list at each press; that must not place a card five times over (WCAG 3.2.2). With keys, a
// choice counts when it is confirmed with Enter or when the list is left; with a pointer, at once.
function listenToLists(act) {
  const settle = (list) => {
    if (list.dataset?.waiting === undefined) return;
    delete list.dataset.waiting;
    act(list);
  };
  document.addEventListener("keydown", ({ target, key }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    if (key === "Enter") { delete target.dataset.keys; settle(target); }
    else if (key !== "Tab" && key !== "Shift") target.dataset.keys = "";
  }, true);
  document.addEventListener("pointerdown", ({ target }) => { if (target instanceof HTMLSelectElement) delete target.dataset.keys; }, true);
  document.addEventListener("focusout", ({ target }) => settle(target), true);
}
