// Turns to another page of the course without loading it anew, so that Python goes on running from page to page.
// Material's own way (`navigation.instant`) cannot be had: it wants a sitemap that names the host, and it fails on every page with a
// <use> in it. This one rests on the browser's Navigation API, which keeps history, scrolling and reload right. A browser without
// that API loads each page as ever, and so does a page opened from a file.
const PARTS = ["announce", "container", "header-topic", "logo", "skip"].map((name) => `[data-md-component=${name}]`);
const script = document.currentScript;
const root = new URL("../../", script.src); // scripts stand two folders below the site's root
let shown = pageOf(location);

if (globalThis.navigation && globalThis.document$ && location.protocol !== "file:") {
  globalThis.navigation.addEventListener("navigate", (event) => {
    const url = new URL(event.destination.url);
    if (!ours(url) || !event.canIntercept || event.downloadRequest !== null || event.formData || event.navigationType === "reload") return;
    if (pageOf(url) === shown) return void (event.destination.sameDocument || event.intercept({})); // to the top of this page
    for (const link of [...document.links, ...document.querySelectorAll("link[rel=icon]")]) link.setAttribute("href", link.href); // relative ones would be read from the new place
    shown = pageOf(url);
    event.intercept({ handler: () => turn(url, event.signal), focusReset: "manual" });
  });
}

function pageOf({ pathname, search }) {
  return pathname.replace(/\/index\.html$/, "/") + search;
}

function ours(url) {
  return url.origin === root.origin && url.pathname.startsWith(root.pathname) && /(\/|\.html)$/.test(url.pathname);
}

async function turn(url, signal) {
  try {
    const response = await fetch(url, { signal });
    const next = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!response.ok || !sameEdition(next, url)) throw new Error("not a page of this edition");
    show(next, url);
  } catch {
    if (!signal.aborted) location.reload(); // the address is already the new one: let the browser fetch it
  }
}

// A page built after this one has other scripts and styles: it must be loaded in full.
function sameEdition(next, url) {
  const name = script.src.split("/").slice(-2).join("/");
  return [...next.scripts].some((other) => other.getAttribute("src") && new URL(other.getAttribute("src"), url).href.endsWith(name));
}

function show(next, url) {
  document.title = next.title;
  for (const part of PARTS) {
    const fresh = next.querySelector(part);
    if (fresh) document.querySelector(part)?.replaceWith(fresh);
  }
  for (const toggle of document.querySelectorAll(".md-toggle:checked")) toggle.click();
  globalThis.document$.next(document);
  const target = (url.hash && document.getElementById(decodeURIComponent(url.hash.slice(1)))) || document.querySelector("main h1");
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true }); // the ear hears where it is; the eye sees it at the top
}
