// What each attempt came to: as it was kept, else as Python says now. What is in a summary only Python knows.
import { engine } from "./engine.js";
import { courseMap, definitionOf, sitePages, siteRoot } from "./site.js";
import { store } from "./store.js";

export const MADE = ST_RUNTIME; // a summary is worth as much as the code that made it
const CARDS = "review/cards"; // the view under which the deck of cards is kept
const AT_ONCE = 20; // attempts in one request: the worker must not be away for long

// One run after another: two panels on one page must not both work out the same attempts.
let last = Promise.resolve();
export function summaries() {
  last = last.then(gather, gather);
  return last;
}

async function gather() {
  const counts = await store.counts();
  const found = new Map(); // attempt id -> summary, in the order of the store
  const stale = new Map(); // ref and digest -> rows
  for (const row of await store.attempts()) {
    row.now = counts.get(row.id) ?? 0;
    if (!row.now) continue;
    const fresh = row.summary && row.made === MADE && row.counted === row.now;
    found.set(row.id, fresh ? row.summary : null);
    const name = `${row.ref} ${row.digest}`;
    if (!fresh) stale.set(name, [...(stale.get(name) ?? []), row]);
  }
  if (stale.size) {
    const pages = await sitePages().catch(() => ({}));
    for (const rows of stale.values()) {
      const definition = await definitionFor(rows[0], pages);
      for (let at = 0; at < rows.length; at += AT_ONCE) await summarize(rows.slice(at, at + AT_ONCE), definition, found);
    }
  }
  return [...found.values()].filter(Boolean);
}

// An attempt that cannot be worked out must not take the others with it; a dead engine is another matter.
async function summarize(rows, definition, found) {
  const attempts = [];
  for (const { id, ref, digest, seed, started } of rows) attempts.push({ id, ref, digest, seed, started, events: await store.entries(id) });
  try {
    const { summaries: told } = await engine.ask("summarize", { attempts, ...definition });
    told.forEach((summary, place) => {
      found.set(summary.id, summary);
      if (summary.kind) store.keepSummary(summary.id, summary, MADE, rows[place].now); // without its definition it is told again next time
    });
  } catch (error) {
    if (error.code === "died") throw error;
    if (rows.length === 1) return console.warn(`The attempt ${rows[0].id} cannot be worked out:`, error);
    for (const row of rows) await summarize([row], definition, found);
  }
}

// The version that the attempt was made with; where that is gone (a record from another device), the one that is here now: most of
// its items are still the same, and what is not in it changes nothing.
export async function definitionFor({ ref, digest }, pages) {
  const here = Object.values(pages).some((page) => page.digest === digest) || (await store.definition(digest).catch(() => null));
  const version = here ? digest : pages[ref]?.digest;
  return { definition: version ? await definitionOf(version).catch(() => null) : null, digest: version ?? digest };
}

// Everything that Python needs to tell progress and review from.
export async function everything() {
  const kept = await store.view(CARDS).catch(() => null);
  return {
    summaries: await summaries(),
    cards: kept?.made === MADE ? kept.cards : [],
    course: await courseMap(),
    now: Date.now(),
    offset: -new Date().getTimezoneOffset(),
    root: siteRoot,
  };
}

// Asks for something that is told from the whole record, and keeps the deck for the next time. Should what was kept be damaged, it
// is dropped and worked out anew, once.
export async function askOfAll(op) {
  let reply;
  try {
    reply = await engine.ask(op, await everything());
  } catch (error) {
    if (error.code !== "malformed") throw error;
    await store.dropSummaries();
    reply = await engine.ask(op, await everything());
  }
  store.keepView({ ref: CARDS, made: MADE, cards: reply.cards });
  return reply;
}
