// The memory of a booted Python, kept in Cache Storage for later visits. Its key is the runtime's folder, whose name holds a
// hash of all that is in it, so a snapshot never meets another build. Any failure here means only a plain boot.

const STORE = "second-track-python";
const keyOf = (base) => new URL("memory", base).href;

export async function loadSnapshot(base) {
  try {
    const kept = await (await caches.open(STORE)).match(keyOf(base));
    if (!kept) return null;
    return await new Response(kept.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  } catch {
    return null; // no Cache Storage (an http: host, a private window), or a damaged entry
  }
}

// Whether a boot from here on can be the quick one.
export async function hasSnapshot(base) {
  try { return Boolean(await (await caches.open(STORE)).match(keyOf(base))); }
  catch { return false; }
}

export async function saveSnapshot(base, memory) {
  try {
    const store = await caches.open(STORE);
    const packed = new Response(memory).body.pipeThrough(new CompressionStream("gzip"));
    await store.put(keyOf(base), new Response(packed, { headers: { "content-type": "application/octet-stream" } }));
    const site = base.replace(/[^/]+\/$/, ""); // snapshots of this site's earlier builds are of no more use
    for (const { url } of await store.keys()) if (url.startsWith(site) && url !== keyOf(base)) await store.delete(url);
  } catch (error) {
    console.info("The snapshot was not kept:", error);
  }
}

export async function dropSnapshots() {
  try { await caches.delete(STORE); } catch { /* there is none */ }
}
