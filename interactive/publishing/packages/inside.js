// In a package: links lead only to what is inside. The built pages are cut that way; what Python draws later names the whole site.
// Where a package holds several lessons, each is opened from the LMS's own contents, which is how its answers find their way. So here
// the others are no links either.
(() => {
  const { beside, lessons } = JSON.parse(document.getElementById("second-track-inside").textContent);
  const root = new URL("../../", document.currentScript.src);
  const mine = lessonOfTheShell();
  const open = new Set([...beside, ...Object.keys(lessons).filter((name) => name === mine || !lessons[mine]).map((name) => lessons[name])]);

  function lessonOfTheShell() {
    try { return parent.secondTrack?.lesson ?? null; } catch { return null; } // another origin's page around this one
  }

  function leadsNowhere(link) {
    const { origin, pathname } = new URL(link.href);
    if (origin !== root.origin || !pathname.startsWith(root.pathname)) return false;
    const page = pathname.slice(root.pathname.length);
    return page.endsWith(".html") && !open.has(page);
  }

  function mend() {
    for (const link of document.links) if (leadsNowhere(link)) link.removeAttribute("href");
    for (const element of document.querySelectorAll("[data-inside-lesson]")) {
      element.hidden = Boolean(lessons[mine]) && element.dataset.insideLesson !== mine;
    }
  }

  new MutationObserver(mend).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["href"] });
  mend();
})();
