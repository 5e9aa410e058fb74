// Where things are, seen from this page.
import { store } from "./store.js";

const root = new URL("../../", import.meta.url); // scripts stand two folders below the site's root

// The way from this page up to the root, relative, as the links in activities need it.
const depth = () => location.pathname.slice(root.pathname.length).split("/").length - 1;
export let siteRoot = "../".repeat(depth());
globalThis.document$?.subscribe(() => { siteRoot = "../".repeat(depth()); });

const definitions = new Map();

// The compiled definition of this digest: from the site, or, for an attempt at an earlier version, from the store.
export async function definitionOf(digest) {
  if (!definitions.has(digest)) definitions.set(digest, fetchDefinition(digest));
  return definitions.get(digest);
}

async function fetchDefinition(digest) {
  const kept = await store.definition(digest).catch(() => null);
  if (kept) return kept;
  const response = await fetch(new URL(`assets/definitions/${digest}.json`, root));
  if (!response.ok) { definitions.delete(digest); throw new Error("the version of this activity that the attempt was made with is no longer here"); }
  const data = await response.json();
  if (!data.passing) store.keepDefinition(digest, data);
  return data;
}

let course = null;

// The map of the course, for Python alone to read: lessons, where each activity stands, what each item assesses.
export async function courseMap() {
  course ??= fetch(new URL("assets/definitions/course.json", root), { cache: "no-cache" }).then((response) => (response.ok ? response.json() : {}));
  return course.catch((error) => { course = null; throw error; });
}

// A page's address as the course map has it: its path below the site's root.
export function placeOf(href) {
  const { pathname, hash } = new URL(href, location.href);
  return hash || !pathname.startsWith(root.pathname) ? "" : pathname.slice(root.pathname.length).replace(/(^|\/)$/, "$1index.html");
}

export async function sitePages() {
  const response = await fetch(new URL("assets/definitions/index.json", root));
  return response.ok ? response.json() : {};
}
