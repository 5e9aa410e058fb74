// Puts new HTML in the place of old without disturbing the reader: what has focus keeps it, what is on screen stays there.
import { Idiomorph } from "idiomorph/dist/idiomorph.esm.js";

let lastFocus = null; // a control that is hidden loses focus before its answer comes; it had it all the same
document.addEventListener("focusin", ({ target }) => { lastFocus = target; });

export function swap(element, html, focus = "") {
  const before = document.activeElement === document.body ? lastFocus : document.activeElement;
  const had = element.contains(before);
  const anchor = had && shown(before) ? before : element.getBoundingClientRect().bottom < 0 ? inView() ?? element : element;
  const top = anchor.getBoundingClientRect().top;
  Idiomorph.morph(element, html, { ignoreActiveValue: true, restoreFocus: true });
  for (const select of element.querySelectorAll("select")) settle(select);
  if (focus) return document.getElementById(focus)?.focus();
  if (had && !shown(before)) nextStop(element, before)?.focus({ preventScroll: true });
  else if (anchor.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
}

// What the reader has before the eyes while something above it changes.
const inView = () => document.elementFromPoint(innerWidth / 2, innerHeight / 3);
const shown = (one) => one.isConnected && one.getClientRects().length > 0;

// A list shows what Python says; only one that is being used right now is left alone.
function settle(select) {
  if (select === document.activeElement) return;
  const chosen = [...select.options].find((option) => option.defaultSelected);
  if (chosen && select.value !== chosen.value) select.value = chosen.value;
}

// Where focus goes when what had it is gone: the same control's successor, the next card, or the title.
function nextStop(element, before) {
  const heir = before.id && document.getElementById(before.id);
  return (heir && shown(heir) && heir) || element.querySelector(".st-tray [data-pick]") || element.querySelector("h3 [tabindex]");
}
