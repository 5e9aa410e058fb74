// What Material's bundle expects to find: where the site stands, and what this browser keeps for it. Material writes it into each
// page; as a file it needs no exception in a content security policy. A browser that keeps nothing answers null and takes nothing.
var __md_scope = new URL("../../", document.currentScript.src);
var __md_hash = (text) => [...text].reduce((sum, char) => (sum << 5) - sum + char.charCodeAt(0), 0);
var __md_get = (key, store, scope = __md_scope) => {
  try { return JSON.parse((store ?? localStorage).getItem(`${scope.pathname}.${key}`)); } catch { return null; }
};
var __md_set = (key, value, store, scope = __md_scope) => {
  try { (store ?? localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value)); } catch { /* it is asked again next time */ }
};
