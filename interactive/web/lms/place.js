// Where in the lesson's page the reader is, as an LMS keeps it; and the way back there.
import { lms } from "./found.js";

const HERE = 0.4; // share of the window's height that counts as where one is
const MARKS = "h2[id], [data-activity][id]";
const onLesson = () => location.pathname.endsWith(`/${lms.page}`);
let moved = false;

for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(kind, () => { moved = true; }, { passive: true, capture: true });

// "" on another page than the lesson's: who looked up a word comes back to the lesson.
export function placeNow() {
  if (!onLesson()) return "";
  const passed = [...document.querySelectorAll(MARKS)].filter((mark) => mark.getBoundingClientRect().top < innerHeight * HERE);
  const mark = passed.at(-1)?.id;
  return `${lms.page}${mark ? `#${encodeURIComponent(mark)}` : ""}`;
}

// Once on arrival and once when everything is drawn, unless the reader has gone elsewhere by then.
export function returnTo(place) {
  const [page, anchor] = String(place ?? "").split("#");
  if (!anchor || page !== lms.page || !onLesson() || location.hash || moved) return;
  try { document.getElementById(decodeURIComponent(anchor))?.scrollIntoView({ block: "start", behavior: "instant" }); } catch { /* not a place of ours */ }
}
