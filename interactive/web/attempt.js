// An attempt on this side of the border: its ids and its list of what was done. What any of it means, only Python knows.
import { store } from "./store.js";

const tab = crypto.getRandomValues(new Uint32Array(2)).reduce((text, number) => text + number.toString(36), "");
let count = 0;
const nextId = () => `${tab}-${(++count).toString(36).padStart(5, "0")}`;

// The attempt last worked on at an activity, whatever its version, with what was done; null where there is none.
export async function latestAt(ref) {
  const [row] = (await store.attempts(ref)).sort((a, b) => (b.touched ?? b.started) - (a.touched ?? a.started));
  return row ? { id: row.id, ref, digest: row.digest, seed: row.seed, started: row.started, events: await store.entries(row.id) } : null;
}

export class Attempt {
  // The attempt with this id; else the one last worked on with these cards; else a new one, stored with its first answer.
  static async latest(ref, digest, id) {
    const rows = await store.attempts(ref);
    const own = rows.filter((row) => row.digest === digest).sort((a, b) => (b.touched ?? b.started) - (a.touched ?? a.started));
    const row = (id && rows.find((one) => one.id === id)) || own[0];
    if (!row) return Attempt.fresh(ref, digest, 0);
    return Attempt.of(row, await store.entries(row.id));
  }

  static of({ id, ref, digest, seed, started }, events) {
    return new Attempt({ id, ref, digest, seed, started, events });
  }

  // `opening` are events that it begins with by order of an assignment. They too are stored with the first answer.
  static fresh(ref, digest, seed, opening = []) {
    const made = new Attempt({ id: nextId(), ref, digest, seed, started: Date.now(), events: [] });
    made.data.events = opening.map((event, place) => ({ id: nextId(), at: made.data.started + place, event }));
    made.#unsaved = [...made.data.events];
    return made;
  }

  #unsaved = [];
  asked = false; // whether an assignment asks for it

  constructor(data) { this.data = data; }
  get id() { return this.data.id; }
  get digest() { return this.data.digest; }
  get asBuilt() { return this.data.seed === 0 && this.data.events.length === 0; } // the page was built with these cards
  get empty() { return this.data.events.length === this.#unsaved.length; }

  // Later than all that was done before, whatever this device's clock says.
  add(event) {
    const last = this.data.events.at(-1)?.at ?? 0;
    const entry = { id: nextId(), at: Math.max(Date.now(), last + 1), event };
    this.data.events.push(entry);
    const { events, ...row } = this.data;
    const keep = (one) => store.add(row, one).catch((error) => console.warn("Not kept:", error));
    for (const one of this.#unsaved.splice(0)) keep(one); // the store does one thing after another
    return { entry, saved: keep(entry) };
  }

  forget(entry) {
    this.data.events = this.data.events.filter((one) => one !== entry);
    store.remove(this.data, entry);
  }

  // Take in what another tab added. True if there was anything.
  async reread() {
    const before = this.data.events.length;
    const known = new Set(this.data.events.map((entry) => entry.id));
    const added = (await store.entries(this.id)).filter((entry) => !known.has(entry.id));
    this.data.events = [...this.data.events, ...added].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    return this.data.events.length !== before;
  }

  // A new attempt: the same cards again, or the next round of the pack.
  async next(fresh, opening) {
    const seeds = (await store.attempts(this.data.ref)).filter((row) => row.digest === this.digest).map((row) => row.seed);
    return Attempt.fresh(this.data.ref, this.digest, fresh ? Math.max(this.data.seed, ...seeds) + 1 : this.data.seed, opening);
  }
}
