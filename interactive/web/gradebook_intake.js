// What an instructor hands to the gradebook: files, folders, zips, a text. Nothing is read that could not be a submission.
import { LIMITS, tooLarge, unzip } from "./gradebook_zip.js";

const LARGEST_ZIP = 2_000_000_000; // bytes: beyond it no browser lets a file be read in peace
const CLUTTER = /(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

// The files of a picker, with their folders.
export const picked = (files) => [...files].map((file) => ({ name: file.webkitRelativePath || file.name, blob: file, folder: Boolean(file.webkitRelativePath) }));

// What was dropped. Folders are walked through; the entries must be asked for before anything is awaited.
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return picked(transfer.files);
  const found = [];
  for (const entry of entries) await walk(entry, found, false);
  return found;
}

async function walk(entry, found, folder) {
  if (entry.isFile) {
    const blob = await new Promise((done) => entry.file(done, () => done(null)));
    if (blob) found.push({ name: entry.fullPath.replace(/^\//, ""), blob, folder });
    return;
  }
  const reader = entry.createReader();
  for (;;) { // a folder is told in portions
    const some = await new Promise((done) => reader.readEntries(done, () => done([])));
    if (!some.length) return;
    for (const one of some) await walk(one, found, true);
  }
}

// Yields {name, blob, size}, or {name, why} for what is refused unread. `seen.others` counts what lay beside the submissions in folders and zips.
export async function* unpack(things, seen, stopped) {
  for (const { name, blob, folder } of things) {
    if (stopped()) return;
    if (folder && CLUTTER.test(name)) continue;
    if (/\.zip$/i.test(name)) { yield* fromZip(name, blob, seen, stopped); continue; }
    if (folder && !/\.(json|txt)$/i.test(name)) { seen.others += 1; continue; }
    const { size } = blob; // asked for once: for a file on a disk the browser looks it up each time
    yield size > LIMITS.file ? { name, why: tooLarge(size) } : { name, blob, size };
  }
}

async function* fromZip(name, blob, seen, stopped) {
  if (blob.size > LARGEST_ZIP) { yield { name, why: "this zip is too large to be opened here; unpack it and choose the folder" }; return; }
  for await (const one of unzip(blob, seen, stopped)) yield { ...one, size: one.blob?.size, name: one.name ? `${name}/${one.name}` : name };
}
