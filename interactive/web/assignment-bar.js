// What other pages show of the open assignment: a slim bar at their head, and at each activity that is asked for a line which says
// whether the round in hand counts. Both are kept, and told anew where Python is awake.
import { openAssignment } from "./asked.js";
import { standing } from "./assignment-open.js";
import { engine } from "./engine.js";
import { siteRoot } from "./site.js";
import { store } from "./store.js";

const HEADER = 64; // px that the page's head covers
const SETTLE = 1500; // ms after the last answer
const frames = new Map(); // activity -> its frame and the attempt in hand
let timer = 0;

export async function barOf() {
  drawBar(await openAssignment());
  refreshBar(0);
}

// At an activity: whether this attempt counts.
export async function drawNote(frame, attempt) {
  frames.set(frame.ref, { frame, attempt });
  const note = (await openAssignment())?.notes?.[frame.ref];
  let line = frame.element.previousElementSibling?.matches("[data-assigned]") ? frame.element.previousElementSibling : null;
  if (!note) return line?.remove();
  if (!line) {
    line = Object.assign(document.createElement("p"), { className: "st-assigned-note" });
    line.dataset.assigned = "";
    line.append(document.createElement("span"), " ", Object.assign(document.createElement("a"), { textContent: "Back to the checklist" }));
    frame.element.before(line);
  }
  line.querySelector("a").href = `${siteRoot}assignment.html`;
  line.querySelector("span").textContent = note.ids[attempt.id] ?? (attempt.asked ? note.next : note.rest);
  if (attempt.empty && location.hash === `#${frame.element.id}`) showFirst(line, frame.element);
}

// Who came by a link to the activity sees the line above it as well.
function showFirst(line, element) {
  const { top } = element.getBoundingClientRect();
  if (top > 0 && top < HEADER + 60 && line.getBoundingClientRect().top < HEADER) scrollBy({ top: line.getBoundingClientRect().top - HEADER - 16, behavior: "instant" });
}

function refreshBar(wait = SETTLE) {
  clearTimeout(timer);
  timer = setTimeout(refresh, wait);
}

async function refresh() {
  const kept = await openAssignment();
  if (!kept?.fragment || engine.state !== "ready" || document.querySelector("[data-panel=assignment]")) return;
  try { drawBar(await standing(kept)); }
  catch (error) { console.info("The bar stays as it is:", error); }
  for (const { frame, attempt } of frames.values()) if (frame.element.isConnected) drawNote(frame, attempt);
}

function drawBar(kept) {
  let bar = document.querySelector("[data-assigned-bar]");
  const wanted = kept?.bar && document.querySelector("[data-activity], [data-reading]") && !document.querySelector("[data-panel=assignment]");
  if (!wanted) return bar?.remove();
  if (!bar) {
    bar = Object.assign(document.createElement("nav"), { className: "st-assigned" });
    bar.dataset.assignedBar = "";
    bar.setAttribute("aria-label", "Your assignment");
    document.querySelector("main .md-content__inner")?.prepend(bar);
  }
  bar.innerHTML = kept.bar.replaceAll('="root:', `="${siteRoot}`);
}

engine.addEventListener("state", () => { if (engine.state === "ready") refreshBar(); });
store.onWork(() => refreshBar());
store.onChange((news) => { if (news.kind !== "entry") barOf(); });
