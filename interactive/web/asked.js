// The assignment that is open in this browser, as frames need it: with which seed and which first events attempts at an activity begin,
// and which attempts are such. What the seed deals and what the events mean, only Python knows; it laid down the plan (runtime/assigning.py).
import { Attempt } from "./attempt.js";
import { store } from "./store.js";

export const OPEN = "assignment/open"; // the view under which the open assignment is kept: fragment, plan, bar, notes

export const openAssignment = () => store.view(OPEN).catch(() => null);

const askedAt = async (ref) => (await openAssignment())?.plan?.[ref] ?? null;
const wanted = (attempt) => Object.assign(attempt, { asked: true });
const plain = (event) => JSON.stringify(event, Object.keys(event).sort());

// The attempts at what is asked, with their events, in whatever version and on whatever device they were made.
async function asWasAsked(ref, { seed, reach, events }) {
  const found = [];
  for (const row of await store.attempts(ref)) {
    if (seed !== null && !(row.seed >= seed && row.seed < seed + reach)) continue;
    const done = await store.entries(row.id);
    if (events.every((event, place) => done[place] && plain(done[place].event) === plain(event))) found.push({ row, events: done });
  }
  return found;
}

// The attempt that an activity should open with: the one with this id; else, where it is assigned, the last one at what is asked.
export async function attemptAt(ref, digest, id) {
  const asked = id ? null : await askedAt(ref);
  if (!asked) return Attempt.latest(ref, digest, id);
  const found = await asWasAsked(ref, asked);
  const last = found.sort((a, b) => (b.row.touched ?? b.row.started) - (a.row.touched ?? a.row.started))[0];
  if (last) return wanted(Attempt.of(last.row, last.events));
  return wanted(Attempt.fresh(ref, digest, asked.seed ?? Math.max(-1, ...(await store.attempts(ref)).map((row) => row.seed)) + 1, asked.events));
}

// The next one: of what is asked as long as attempts are left, then for practice.
export async function attemptAfter(attempt, fresh) {
  const asked = await askedAt(attempt.data.ref);
  if (!asked) return attempt.next(fresh);
  const found = await asWasAsked(attempt.data.ref, asked);
  const used = found.filter(({ events }) => events.length > asked.events.length);
  if (asked.attempts && used.length >= asked.attempts) return attempt.next(fresh);
  if (asked.seed === null) return wanted(await attempt.next(fresh, asked.events));
  const { ref, digest, seed } = attempt.data;
  const within = seed >= asked.seed && seed < asked.seed + asked.reach;
  const next = Math.max(asked.seed - 1, ...found.map(({ row }) => row.seed)) + 1;
  return wanted(Attempt.fresh(ref, digest, !fresh && within ? seed : Math.min(next, asked.seed + asked.reach - 1), asked.events));
}
