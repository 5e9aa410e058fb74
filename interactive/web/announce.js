// One polite live region for the whole visit.
let region = null;

export function announce(words) {
  if (!words) return;
  if (!region?.isConnected) {
    region = Object.assign(document.createElement("div"), { className: "st-hide" });
    region.setAttribute("role", "status");
    region.setAttribute("aria-live", "polite");
    region.dataset.stLive = "";
    document.body.append(region);
  }
  region.textContent = "";
  setTimeout(() => { region.textContent = words; }, 30); // a change, even when the same words are said twice
}
