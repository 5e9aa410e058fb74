// The states of a frame that Python cannot draw, because it is not there: booting, failed, kept. Words as in visual.md, 7.
import { engine } from "./engine.js";
import { lms } from "./lms/found.js";
import { store } from "./store.js";

const MEGA = 1_048_576;
const paragraph = (text, extra = {}) => Object.assign(document.createElement("p"), { textContent: text, ...extra });

function dress(element, state, icon, status, ...say) {
  element.dataset.state = state;
  const line = element.querySelector(".st-activity__state");
  line.querySelector("use")?.setAttribute("href", `#${icon}`);
  line.querySelector("span").textContent = status;
  element.querySelector(".st-activity__say").replaceChildren(...say);
  for (const button of element.querySelectorAll("[data-needs-python]")) button.setAttribute("aria-disabled", "true");
}

function rail(element, tag) {
  const old = element.querySelector(".st-rail");
  if (old.localName === tag) return old;
  const made = Object.assign(document.createElement(tag), { className: "st-rail" });
  old.replaceWith(made);
  return made;
}

export function dressBooting(element, progress) {
  const bar = rail(element, "progress");
  bar.setAttribute("aria-label", "Fetching Python");
  if (progress) Object.assign(bar, { max: progress.total, value: Math.min(progress.loaded, progress.total) });
  if (element.dataset.state !== "booting") dress(element, "booting", "i-clock", "Fetching Python", paragraph("Go on answering: what you fill in is kept, and nothing on the page will jump."));
  if (progress) {
    const amount = `${(progress.loaded / MEGA).toFixed(1)} of ${(progress.total / MEGA).toFixed(1)} MB. `;
    element.querySelector(".st-activity__say p").textContent = `${progress.loaded < progress.total ? amount : "Starting Python. "}Go on answering: what you fill in is kept, and nothing on the page will jump.`;
  }
}

// The page was built with other cards than an assignment deals: they must not be filled in.
export function dressWaiting(element) {
  element.querySelector(".st-activity__body").replaceChildren(paragraph("What your assignment deals you appears here when Python has arrived."));
}

export function dressFailed(element, why) {
  rail(element, "div").setAttribute("aria-hidden", "true");
  const lasting = lms?.mode === "reports" ? "Your answers go to your school all the same." : store.lasting && !lms ? "Your answers are safe in this browser." : "Your answers are safe until you close this page.";
  dress(element, "failed", "i-warn", "Python did not start",
    paragraph(`${lasting} You can go on reading, try again, or print the sheet and work on paper.`));
  const foot = element.querySelector(".st-activity__foot");
  const more = Object.assign(document.createElement("details"), { className: "st-more" });
  const told = `Second Track: Python did not start (${why}). Runs: ${engine.how || "none"}. Browser: ${navigator.userAgent}. Page: ${location.pathname}`;
  more.append(Object.assign(document.createElement("summary"), { textContent: "What to tell your instructor" }), paragraph(told));
  foot.replaceChildren(action("Try again", "try-again", "st-button--first"), action("Print the sheet", "print-sheet"), more);
}

const REFUSED = "This browser keeps nothing for this site (a private window, or storage is blocked). Your work lasts until you close the page; save a copy under My progress before you do.";
const DAMAGED = "Part of what this browser kept of your work could not be read. It is left as it is, and what you do now is kept beside it.";

// Said under the frame when this browser keeps nothing, or when what it kept is damaged.
export function dressKept(element) {
  const words = store.lasting || lms ? (store.damaged ? DAMAGED : "") : REFUSED; // an LMS keeps it, or the strip says that nothing does
  let note = element.nextElementSibling?.matches("[data-kept]") ? element.nextElementSibling : null;
  if (!words) return note?.remove();
  if (!note) {
    note = paragraph("", { className: "st-notice" });
    note.dataset.kept = "";
    note.setAttribute("role", "status");
    element.after(note);
  }
  note.textContent = words;
}

export function action(words, command, style = "") {
  const button = Object.assign(document.createElement("button"), { type: "button", className: `st-button ${style}`, textContent: words });
  button.dataset.command = command;
  return button;
}
