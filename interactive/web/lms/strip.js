// The strip at the head of each page inside an LMS. Its words come from Python; until Python is there it says what it can.
import { swap } from "../swap.js";
import { lms } from "./found.js";

const UNTIL_THEN = {
  reports: "Your work in this lesson is reported to your school. The count comes when Python has arrived.",
  review: "You are looking back: nothing that you do now is reported or kept.",
  alone: "No school’s system opened this page, so nothing is reported, and what you do lasts until you close it.",
};
let html = "";
let told = "first";

export function mountStrip() {
  const article = document.querySelector("article.md-content__inner");
  if (!article || article.querySelector(":scope > [data-lms]")) return;
  const strip = Object.assign(document.createElement("aside"), { className: "st-lms" });
  strip.dataset.lms = "";
  strip.setAttribute("aria-label", "Your school’s record");
  strip.innerHTML = '<div data-lms-box><p class="st-lms__line"></p></div>';
  strip.querySelector("p").textContent = UNTIL_THEN[lms.mode];
  article.prepend(strip);
  draw();
}

export function showStrip(fresh) {
  html = fresh;
  draw();
}

// first, reported or refused
export function tellStrip(what) {
  told = what;
  draw();
}

function draw() {
  const strip = document.querySelector("[data-lms]");
  if (!strip) return;
  strip.dataset.told = told;
  const box = strip.querySelector("[data-lms-box]");
  if (!html || box.dataset.drawn === html) return;
  const open = box.querySelector("details")?.open;
  swap(box, html);
  const drawn = strip.querySelector("[data-lms-box]");
  drawn.dataset.drawn = html;
  if (open) drawn.querySelector("details").open = true;
}
