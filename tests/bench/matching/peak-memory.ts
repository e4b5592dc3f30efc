import { existsSync, readFileSync } from "node:fs";

const OWN_STATUS = "/proc/self/status";

/** The most memory this process ever held. Linux counts a parent's into `maxRSS`, so its own record goes first. */
export function peakBytes(): number {
  const own = existsSync(OWN_STATUS) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(OWN_STATUS, "utf8"))?.[1] : undefined;
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) * 1024;
}
