import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { LOADS } from "./assumed.ts";
import { groupsPicture } from "./charts/groups-picture.ts";
import { waitingPicture } from "./charts/waiting-picture.ts";
import { groupsThatWaitLonger, printLoad } from "./print-tables.ts";
import { runSeeds } from "./run-seeds.ts";

const PICTURES = join(import.meta.dirname, "../../../apps/web/pictures");
const say = (line: string) => process.stdout.write(`${line}\n\n`);

/** `--seeds 60` repeats the two years so often; `--pictures` draws the README's pictures from them. */
const { values } = parseArgs({
  options: { seeds: { type: "string", default: "40" }, pictures: { type: "boolean", default: false } },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);

say(`Two years of one network, ${seeds.length} times; in brackets: between which values nine of ten lie`);
const loads = Object.values(LOADS).map((load) => {
  const outcomes = runSeeds(load, seeds);
  printLoad(load, outcomes);
  const longer = groupsThatWaitLonger(outcomes);
  if (longer.length > 0) process.exitCode = 1;
  say(
    longer.length === 0
      ? "No group waits longer at the 90th percentile under the round than under first come, first served, beyond chance."
      : `Longer under the round than under first come, first served: ${longer.join(", ")}.`,
  );
  return { name: load.description, outcomes };
});

if (values.pictures) {
  const scarce = loads.at(-1);
  if (scarce !== undefined) await writeFile(join(PICTURES, "fairness-waiting.svg"), waitingPicture(scarce.outcomes));
  await writeFile(join(PICTURES, "fairness-groups.svg"), groupsPicture(loads));
}
