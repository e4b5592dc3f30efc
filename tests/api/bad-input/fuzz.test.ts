import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ApiError, type EndpointName } from "@augenhoehe/contract";
import { ENDPOINT_NAMES } from "../../support/every-endpoint.ts";
import { createTestApp, type TestWorld } from "../../support/test-app.ts";
import { makeAccessScene, type AccessScene } from "../access/access-scene.ts";
import type { AnyInput, Prepared, Row } from "../access/access-table.ts";
import { CALLERS } from "../access/callers.ts";
import { TABLE } from "../access/table.ts";
import { mutate, mutation, type Mutation } from "./mutate.ts";

/**
 * Valid calls of every endpoint with one to three things done to them, sent by somebody who may. For the full round:
 * `FUZZ_REQUESTS=100000 npx vitest run --project api tests/api/bad-input/fuzz.test.ts`; `FUZZ_SEED` repeats a round.
 */
const REQUESTS = Number(process.env["FUZZ_REQUESTS"] ?? 3000);
const SEED = process.env["FUZZ_SEED"];
/** A command changes its subject; after so many calls another one is made. */
const CALLS_PER_SUBJECT = 40;

let world: TestWorld;
let scene: AccessScene;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeAccessScene(world);
});
afterAll(() => world.close());

const subjects = new Map<EndpointName, { prepared: Prepared<AnyInput>; calls: number }>();

async function subjectOf(name: EndpointName): Promise<Prepared<AnyInput>> {
  const known = subjects.get(name);
  if (known !== undefined && ++known.calls % CALLS_PER_SUBJECT !== 0) return known.prepared;
  const row: Row<AnyInput> = TABLE[name];
  const prepared = await row.prepare(scene);
  subjects.set(name, { prepared, calls: 1 });
  return prepared;
}

/** Whoever the endpoint is for, in a browser whose cookies stay as they are. */
function permittedBrowser(name: EndpointName, { as }: Prepared<AnyInput>) {
  const caller = CALLERS.find((_, column) => TABLE[name].statuses[column] === 200) ?? "anonymous";
  const browser = world.anyone();
  for (const [cookie, value] of (as?.[caller] ?? scene.clients[caller]).cookies) browser.cookies.set(cookie, value);
  return browser;
}

/** Ending the caller's own session would leave the rest of the round before a closed door. */
const ENDS_THE_SESSION: readonly EndpointName[] = ["leaveNetwork", "withdrawMyRequest", "discardDraft", "submitDraft"];

async function send(name: EndpointName, changes: readonly Mutation[]) {
  if (ENDS_THE_SESSION.includes(name)) subjects.delete(name);
  const prepared = await subjectOf(name);
  const input = changes.reduce<object>(mutate, prepared.input);
  return permittedBrowser(name, prepared).callUnchecked(name, input);
}

/** Inputs can be long: the beginning of the shortest one found, and the seed that finds it again. */
function tellShortly<T>({ failed, counterexample, errorInstance, seed }: fc.RunDetails<T>): void {
  if (!failed) return;
  throw new Error(
    `FUZZ_SEED=${seed} ${JSON.stringify(counterexample).slice(0, 600)}: ${String(errorInstance).slice(0, 400)}`,
    { cause: errorInstance },
  );
}

const TRACES = /node_modules|\.ts:\d+|\bat (?:async )?\w+ \(|select .* from |violates|DrizzleQueryError/;

test(
  `${REQUESTS} bent requests: each gets an answer of its schema or an error of ours, and never a fault`,
  { timeout: 60_000 + REQUESTS * 100 },
  async () => {
    const reached = new Set<EndpointName>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ENDPOINT_NAMES),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        async (name, changes) => {
          const { status, raw } = await send(name, changes);
          reached.add(name);
          expect(status, `${name}: ${raw.body.slice(0, 200)}`).toBeLessThan(500);
          if (status < 400) return;
          expect(ApiError.safeParse(raw.json()).success, `${name}: ${raw.body.slice(0, 200)}`).toBe(true);
          expect(raw.body, name).not.toMatch(TRACES);
        },
      ),
      { numRuns: REQUESTS, reporter: tellShortly, ...(SEED === undefined ? {} : { seed: Number(SEED) }) },
    );
    if (REQUESTS >= 3000) expect(reached.size).toBe(ENDPOINT_NAMES.length);
  },
);
