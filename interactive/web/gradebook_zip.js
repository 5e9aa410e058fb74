// Takes the files out of a zip as an LMS hands it over, a little at a time, so that the page stays alive. The zip is not trusted: what
// it says of a file's size and what comes out are both counted, and what is too much is cut off while it comes.
const PIECE = 16_384; // packed bytes at a time: at deflate's best ratio 17 MB come out of them
const PATIENCE = 20; // ms of work before the page gets its turn

export const LIMITS = { file: 4_000_000, files: 6_000, total: 1_200_000_000 }; // bytes out of one file, files, bytes in all

const WANTED = /\.(json|txt)$/i;
const CLUTTER = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/i; // what systems add by themselves
const rest = () => new Promise((done) => setTimeout(done));

// Yields {name, blob} or {name, why} for each file that could be a submission; `seen` counts what was passed over. `stopped` ends it.
export async function* unzip(blob, seen, stopped, limits = LIMITS) {
  const { Inflate, Unzip } = await import("fflate");
  const found = [];
  const count = { entries: 0, files: 0, bytes: 0 };
  const zip = new Unzip((file) => take(file, found, seen, count, limits));
  zip.register(decoder(Inflate, count));
  zip.register(decoder(null, count));
  const reader = blob.stream().getReader();
  let since = performance.now();
  try {
    for (;;) {
      const { done, value = new Uint8Array() } = await reader.read();
      for (let at = 0; at < value.length || (done && !at); at += PIECE) {
        zip.push(value.subarray(at, at + PIECE), done);
        if (performance.now() - since > PATIENCE) { await rest(); since = performance.now(); }
        while (found[0]?.whole) yield found.shift().whole;
        if (stopped()) return;
        if (count.bytes > limits.total) { yield { name: "", why: "more comes out of this zip than any class hands in; the rest of it was left" }; return; }
      }
      if (done) break;
    }
    if (!count.entries) throw new Error("there is no file in it");
    if (!await closed(blob)) throw new Error("its end is missing");
  } catch (error) {
    yield { name: "", why: `this zip is damaged or cut short (${said(error)}); what could be read of it is here` };
  } finally {
    reader.cancel().catch(() => {});
  }
  for (const one of found) yield one.whole ?? { name: one.name, why: "it was cut short within the zip" };
}

// A zip ends with a list of its files and a mark. Without them something may be missing that nothing else tells of.
async function closed(blob) {
  const end = new Uint8Array(await blob.slice(-66_000).arrayBuffer());
  for (let at = end.length - 22; at >= 0; at--) if (end[at] === 0x50 && end[at + 1] === 0x4b && end[at + 2] === 5 && end[at + 3] === 6) return true;
  return false;
}

// One file of the zip. What is not wanted is passed over without being unpacked.
function take(file, found, seen, count, limits) {
  count.entries += 1;
  const { name } = file;
  const wanted = WANTED.test(name) && !CLUTTER.test(name);
  if (!wanted && !name.endsWith("/") && !CLUTTER.test(name)) seen.others += 1;
  const one = { name, parts: [], size: 0, whole: null };
  const refuse = (why) => { one.parts = []; one.whole ??= { name, why }; };
  if (wanted) {
    found.push(one);
    if (++count.files > limits.files) refuse("there are more files in this zip than any class hands in");
    else if (file.originalSize > limits.file) refuse(tooLarge(file.originalSize));
  }
  file.ondata = (error, bytes, final) => {
    if (one.whole) return;
    if (error) return refuse(`it could not be unpacked (${said(error)})`);
    one.size += bytes.length;
    if (one.size > limits.file) return refuse(tooLarge(one.size));
    if (bytes.length) one.parts.push(bytes.slice());
    if (final) one.whole = { name, blob: new Blob(one.parts) };
  };
  file.dropped = () => !wanted || (one.whole && one.whole.why);
  open(file, refuse, wanted);
}

let current = null; // the file whose decoder is being made: fflate makes it within `start`
function open(file, refuse) {
  current = file;
  try { file.start(); }
  catch (error) { refuse(`it is packed in a way that is not understood here (${said(error)})`); }
  current = null;
}

// A decoder that stops working as soon as its file is refused, and hands nothing on of a file that nobody wants.
function decoder(Inflate, count) {
  return class {
    static compression = Inflate ? 8 : 0;

    constructor() {
      this.file = current;
      this.inflate = Inflate && new Inflate((bytes, final) => this.#out(bytes, final));
    }

    #out(bytes, final) {
      count.bytes += bytes.length;
      this.ondata(null, bytes, final);
    }

    push(bytes, final) {
      if (this.file.dropped()) return;
      try { if (this.inflate) this.inflate.push(bytes, final); else this.#out(bytes, final); }
      catch (error) { this.ondata(error, null, false); }
    }
  };
}

export const tooLarge = (size) => `it is too large (${(size / 1e6).toFixed(1)} MB): no submission of this course is over ${LIMITS.file / 1e6} MB`;
const said = (error) => String(error?.message ?? error);
