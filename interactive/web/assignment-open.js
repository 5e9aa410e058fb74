// The open assignment and its student, as this browser keeps them, and what Python says of them.
import { OPEN } from "./asked.js";
import { engine } from "./engine.js";
import { courseMap, siteRoot } from "./site.js";
import { store } from "./store.js";
import { summaries } from "./summaries.js";

const STUDENT = "assignment/student"; // the view under which name and number are kept, also when nothing is open
const FIRST = 4; // entries of an attempt by which it is known again

export async function student() {
  const { name = "", id = "" } = (await store.view(STUDENT).catch(() => null)) ?? {};
  return { name, id };
}

export const keepStudent = (who) => store.keepView({ ref: STUDENT, ...who });
export const keepOpen = (kept) => store.keepView({ ref: OPEN, ...kept });

// What every request about an assignment carries.
export async function told(kept) {
  return { fragment: kept.fragment, plan: kept.plan, student: await student(), course: await courseMap(), root: siteRoot };
}

// The attempts at one activity, with what was done: all of it, or its beginning.
export async function attemptsAt(ref, most) {
  const found = [];
  for (const { id, digest, seed, started } of await store.attempts(ref)) {
    const events = (await store.entries(id)).slice(0, most);
    if (events.length) found.push({ id, ref, digest, seed, started, events });
  }
  return found;
}

// Where the student stands: the checklist as HTML, the bar, the notes. The latter two are kept for other pages.
export async function standing(kept) {
  const attempts = [];
  for (const ref of Object.keys(kept.plan)) attempts.push(...await attemptsAt(ref, FIRST));
  const fields = { ...await told(kept), attempts };
  const ask = async () => engine.ask("assignment", { ...fields, summaries: await summaries() });
  const reply = await ask().catch(async (error) => {
    if (error.code !== "malformed") throw error;
    await store.dropSummaries(); // what was kept of them is damaged: told anew, once
    return ask();
  });
  if (kept.fragment && !reply.refused) await keepOpen({ fragment: kept.fragment, plan: kept.plan, bar: reply.bar, notes: reply.notes });
  return reply;
}
