// Puts new HTML in the place of old without disturbing the reader: what has focus keeps it, what is on screen stays there.
import { Idiomorph } from "idiomorph/dist/idiomorph.esm.js";

export function swap(element, html, focus = "") {
  const before = document.activeElement;
  const had = element.contains(before);
  const anchor = had ? before : element;
  const top = anchor.getBoundingClientRect().top;
  Idiomorph.morph(element, html, { ignoreActiveValue: true, restoreFocus: true });
  for (const select of element.querySelectorAll("select")) settle(select);
  if (focus) return document.getElementById(focus)?.focus();
  const lost = had && (!before.isConnected || document.activeElement !== before || before.offsetParent === null);
  if (lost) nextStop(element, before)?.focus({ preventScroll: true });
  else if (had && before.isConnected) scrollBy({ top: before.getBoundingClientRect().top - top, behavior: "instant" });
}

// A list shows what Python says; only one that is being used right now is left alone.
function settle(select) {
  if (select === document.activeElement) return;
  const chosen = [...select.options].find((option) => option.defaultSelected);
  if (chosen && select.value !== chosen.value) select.value = chosen.value;
}

// Where focus goes when what had it is gone: the same control's successor, the next card, or the title.
function nextStop(element, before) {
  return (before.id && document.getElementById(before.id)) || element.querySelector(".st-tray [data-pick]") || element.querySelector("h3 [tabindex]");
}
