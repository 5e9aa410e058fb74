// The color scheme, settled before anything is painted: the reader's choice, or else the system's.
{
  const kept = __md_get("__palette")?.color;
  const chosen = kept && kept.media !== "(prefers-color-scheme)" ? kept.scheme : null;
  const scheme = chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default");
  document.body.setAttribute("data-md-color-scheme", scheme);
}
