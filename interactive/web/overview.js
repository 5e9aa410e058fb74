// What pages show of the record beside their own matter: the rings in the contents, and home's strip. Both come from the store at once,
// and are worked out anew only where Python is awake anyway, or where the page is about the record.
import { engine } from "./engine.js";
import { placeOf, siteRoot } from "./site.js";
import { store } from "./store.js";
import { askOfAll, MADE } from "./summaries.js";

const KEPT = "review/overview"; // the view under which the last ones are kept
const SETTLE = 4000; // ms after the last answer: nothing here is urgent
const SAID = { begun: ", begun", done: ", done" };
let timer = 0;

// Which record, on which day: while this is the same, so are rings and strip.
async function stamp() {
  const rows = await store.attempts();
  const touched = rows.reduce((last, row) => Math.max(last, row.touched ?? row.started), 0);
  return rows.length ? `${rows.length} ${touched} ${new Date().toDateString()} ${MADE}` : "";
}

export async function keepOverview({ rings, resume }) {
  const kept = { ref: KEPT, rings, resume, stamp: await stamp() };
  store.keepView(kept);
  show(kept);
}

// Called for each page: shows what was kept, and works it out if it is out of date and Python is there for other reasons.
export async function overviewOf() {
  const kept = await store.view(KEPT).catch(() => null);
  if (kept) show(kept);
  if (engine.state === "ready" || document.querySelector("[data-panel=resume]")) refreshOverview(0);
}

export function refreshOverview(wait = SETTLE) {
  clearTimeout(timer);
  timer = setTimeout(refresh, wait);
}

async function refresh() {
  const [now, kept] = [await stamp(), await store.view(KEPT).catch(() => null)];
  if (!now) return show({ rings: {}, resume: "" }); // no record: nothing to wake Python for
  if (kept?.stamp === now || document.querySelector("[data-panel=progress]")) return; // that panel brings them itself
  try { await keepOverview(await askOfAll("overview")); }
  catch (error) { console.info("Rings and strip stay as they are:", error); }
}

engine.addEventListener("state", () => { if (engine.state === "ready") refreshOverview(); });
store.onWork(() => { if (engine.state === "ready") refreshOverview(); });

function show({ rings, resume }) {
  for (const link of document.querySelectorAll(".md-nav__link[href]")) {
    const ring = rings[placeOf(link.href)];
    if (ring) dress(link, ring);
    else undress(link);
  }
  for (const strip of document.querySelectorAll("[data-panel=resume]")) {
    strip.hidden = !resume;
    strip.innerHTML = resume.replaceAll('="root:', `="${siteRoot}`);
  }
}

function dress(link, ring) {
  link.dataset.stRecord = ring;
  const words = link.querySelector(":scope > [data-st-said]") ?? Object.assign(document.createElement("span"), { className: "st-hide" });
  words.dataset.stSaid = "";
  words.textContent = SAID[ring] ?? "";
  if (!words.isConnected) link.append(words);
}

function undress(link) {
  delete link.dataset.stRecord;
  link.querySelector(":scope > [data-st-said]")?.remove();
}
