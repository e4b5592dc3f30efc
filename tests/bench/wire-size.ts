import { gzipSync } from "node:zlib";

export interface WireSize {
  readonly path: string;
  readonly requests: number;
  readonly kilobytes: number;
}

const ASSET = /(?:href|src)="([^"#?]+\.(?:js|css|woff2|svg|png|webmanifest))"/g;

/** Everything a browser loads for a page the first time, as it travels: compressed where the server does so. */
export async function wireSize(origin: string, path: string): Promise<WireSize> {
  const page = await fetch(new URL(path, origin), { headers: { "accept-encoding": "gzip" } });
  const html = await page.text();
  const assets = new Set(Array.from(html.matchAll(ASSET), ([, href = ""]) => new URL(href, page.url).href));
  let bytes = page.headers.has("content-encoding") ? gzipSync(html).length : Buffer.byteLength(html);
  for (const asset of assets) bytes += await bytesOnTheWire(asset);
  return { path, requests: assets.size + 1, kilobytes: bytes / 1024 };
}

async function bytesOnTheWire(url: string): Promise<number> {
  const reply = await fetch(url, { method: "HEAD", headers: { "accept-encoding": "gzip, br" } });
  const told = Number(reply.headers.get("content-length"));
  if (reply.status !== 200 || !Number.isFinite(told) || told === 0) {
    const whole = await fetch(url);
    return (await whole.arrayBuffer()).byteLength;
  }
  return told;
}
