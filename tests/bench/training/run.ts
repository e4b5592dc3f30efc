import { benchCertificates } from "./certificates.ts";
import { benchFeed } from "./feed.ts";
import { benchRoster } from "./roster.ts";

const BENCHES = { certificates: benchCertificates, feed: benchFeed, roster: benchRoster };

const say = (line = "") => void process.stdout.write(`${line}\n`);
const [only] = process.argv.slice(2);

for (const [name, bench] of Object.entries(BENCHES)) {
  if (only !== undefined && only !== name) continue;
  await bench(say);
  say();
}
