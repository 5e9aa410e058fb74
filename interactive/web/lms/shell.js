// The shell around a lesson inside an LMS: it holds the LMS's API for as long as the lesson is open, whatever page is shown within. What
// is reported comes from the inner page; here it is only put into the LMS's words, in the order that LMSs want.
import { Api } from "./api.js";
import { duration, WORDS } from "./words.js";

const config = JSON.parse(document.getElementById("second-track-lms").textContent);
const standard = String(config.standard);
const words = WORDS[standard] ?? WORDS["1.2"];
const SETTLED = ["completed", "passed", "failed"];
const api = new Api(standard);
const began = Date.now();
const live = api.begin();
const read = (name) => (live ? api.get(name) : "");
const looking = ["review", "browse"].includes(read(words.mode));
const writes = live && !looking;
let status = read(words.status);
let told = live ? api.get("cmi.suspend_data") : "";
let ended = false;
let interactions = writes; // until the LMS refuses one

const shell = {
  standard,
  lesson: config.lesson,
  page: config.page,
  limit: config.limit,
  mark: config.mark ?? 0,
  mode: looking ? "review" : live ? "reports" : "alone",
  learner: read(words.id),
  place: read(words.location),
  rows: Object.fromEntries(["attempts", "entries", "views", "definitions"].map((name) => [name, new Map()])), // kept from page to page where a browser keeps nothing
  leave: null, // what the inner page wants to say last
  get state() { return told; },
  save,
};
window.secondTrack = shell;

if (writes && !["incomplete", ...SETTLED].includes(status)) {
  status = "incomplete";
  api.set(words.status, status);
  api.commit();
}

// True when the LMS has taken it all. Only what is given is written; a status that was reached is never taken back.
function save({ state, score, done, progress, place, news }) {
  if (!writes || ended) return false;
  const written = [];
  if (state !== undefined) written.push(state.length <= config.limit && api.set("cmi.suspend_data", state));
  if (place) api.set(words.location, place.slice(0, 255));
  if (score !== undefined) written.push(...scored(score), ...judged(score, done, progress));
  if (news?.length) listed(news);
  const kept = written.every(Boolean);
  if (kept && state !== undefined) told = state;
  return api.commit() && kept;
}

// Only the raw score and the scaled one must be taken: an LMS may do without the rest.
function scored(score) {
  const written = [api.set(`${words.score}.raw`, score)];
  api.set(`${words.score}.min`, 0);
  api.set(`${words.score}.max`, 100);
  if (standard === "2004") written.push(api.set("cmi.score.scaled", score / 100));
  return written;
}

// Below the mark a lesson stays incomplete with its score: some LMSs give nothing for a "failed" one.
function judged(score, done, progress) {
  const passed = done && config.mark !== undefined && score >= config.mark;
  if (standard === "2004") {
    const written = [];
    api.set("cmi.progress_measure", progress);
    if (done && status !== "completed") { status = "completed"; written.push(api.set(words.status, status)); }
    if (passed) written.push(api.set("cmi.success_status", "passed"));
    return written;
  }
  const next = passed ? "passed" : done && config.mark === undefined ? "completed" : "incomplete";
  if (next === status || (next === "incomplete" && SETTLED.includes(status))) return [];
  status = next;
  return [api.set(words.status, status)];
}

// The LMS's own list of what was done: pleasant for an instructor, needed by nobody, and left off at the first refusal.
function listed(news) {
  for (const { id, title, result } of news) {
    if (!interactions) return;
    const at = `cmi.interactions.${Number.parseInt(api.get("cmi.interactions._count"), 10) || 0}`;
    interactions = api.set(`${at}.id`, id) && api.set(`${at}.type`, standard === "2004" ? "other" : "performance") && api.set(`${at}.result`, result);
    if (standard === "2004" && interactions) api.set(`${at}.description`, title.slice(0, 250));
  }
}

// Once, whatever announces it first: the inner page's last words, then the time, then good-bye.
function end() {
  if (ended || !live) return;
  last();
  if (writes) {
    api.set(words.time, duration(standard, Date.now() - began));
    api.set(words.exit, "suspend");
    api.commit();
  }
  ended = true;
  api.end();
}

function last() {
  try { shell.leave?.(); } catch (error) { console.warn("The lesson had no last word:", error); }
}

addEventListener("pagehide", end);
addEventListener("unload", end);
addEventListener("beforeunload", last);
document.addEventListener("visibilitychange", () => { if (document.hidden) last(); }); // a phone may give no other sign
addEventListener("pageshow", (event) => { if (event.persisted && ended) location.reload(); }); // back from the browser's memory: the session is over
