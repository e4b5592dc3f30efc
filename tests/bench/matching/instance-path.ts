import type { InstancePlan } from "./instances.ts";
import { runScript } from "./run-in-child.ts";

const MAKE_INSTANCE = new URL("./make-instance.ts", import.meta.url);
const LIMIT_SECONDS = 1_200;

/** Where the instance lies; made if it does not yet, which takes up to a minute for 50,000 people. */
export async function instancePath(name: InstancePlan["name"]): Promise<string> {
  const printed = await runScript(MAKE_INSTANCE, [name], LIMIT_SECONDS);
  if (printed === undefined) throw new Error(`${name} could not be made within ${LIMIT_SECONDS} s`);
  return printed.trim();
}
