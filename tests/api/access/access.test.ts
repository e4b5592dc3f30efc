import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { endpoints, type EndpointName } from "@augenhoehe/contract";
import { ENDPOINT_NAMES } from "../../support/every-endpoint.ts";
import { createTestApp, type TestWorld } from "../../support/test-app.ts";
import type { TestClient } from "../../support/test-client.ts";
import { makeAccessScene, MENTEE_NAME, VOLUNTEER_NAME, type AccessScene } from "./access-scene.ts";
import { nobody, type AnyInput, type Prepared, type Row } from "./access-table.ts";
import { CALLERS, type Caller } from "./callers.ts";
import { TABLE } from "./table.ts";
import { openRowWatch, type RowWatch } from "./row-watch.ts";

const rows = ENDPOINT_NAMES.map((name): [EndpointName, Row<AnyInput>] => [name, TABLE[name]]);

const ANYBODY = new RegExp(`${MENTEE_NAME}|${VOLUNTEER_NAME}`);
/** Whose name must not stand in an answer to whom; coordinators and counsellors of the own provider know both. */
const MUST_NOT_READ: Partial<Record<Caller, RegExp>> = {
  mentee: new RegExp(VOLUNTEER_NAME),
  volunteer: new RegExp(MENTEE_NAME),
  ...Object.fromEntries(
    CALLERS.filter((caller) => !["mentee", "volunteer", "coordinator", "counsellor"].includes(caller)).map((caller) => [
      caller,
      ANYBODY,
    ]),
  ),
};

let world: TestWorld;
let scene: AccessScene;
let watch: RowWatch;
beforeAll(async () => {
  world = await createTestApp({ rateLimits: false });
  scene = await makeAccessScene(world);
  watch = await openRowWatch(world.ownerUrl);
});
afterAll(async () => {
  await watch.close();
  await world.close();
});

/** The same browser, whose cookies stay as they are whatever the answer sets. */
function copyOf(client: TestClient): TestClient {
  const copy = world.anyone();
  for (const [name, value] of client.cookies) copy.cookies.set(name, value);
  return copy;
}

const clientOf = (caller: Caller, prepared: Prepared<AnyInput>) =>
  copyOf(prepared.as?.[caller] ?? scene.clients[caller]);

const ParsedInput = z.object({ params: z.unknown(), query: z.unknown(), body: z.unknown() }).partial();

const replaceIds = (input: AnyInput, ids: Readonly<Record<string, string>>): AnyInput =>
  ParsedInput.parse(
    JSON.parse(JSON.stringify(input), (_key, value: unknown) =>
      typeof value === "string" ? (ids[value] ?? value) : value,
    ),
  );

/** What an answer says, without the id that only names the call itself. */
const said = (reply: { status: number; raw: { body: string } }) => [reply.status, reply.raw.body];

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

test("the table has a row for every endpoint, and no other", () => {
  expect(Object.keys(TABLE).toSorted()).toEqual(Object.keys(endpoints).toSorted());
});

describe.each(rows)("%s", (name, row) => {
  const expected = new Map(CALLERS.map((caller, column) => [caller, row.statuses[column] ?? 0]));
  const permitted = CALLERS.filter((caller) => expected.get(caller) === 200);
  const refused = CALLERS.filter((caller) => expected.get(caller) !== 200);

  if (refused.length > 0)
    test("turns away everybody else, tells them nothing and changes nothing", async () => {
      const prepared = await row.prepare(scene);
      await world.mailbox.deliver();
      const before = await watch.read();
      for (const caller of refused) {
        const reply = await clientOf(caller, prepared).callUnchecked(name, prepared.input);
        expect(reply.status, `${caller} reads ${reply.raw.body.slice(0, 300)}`).toBe(expected.get(caller));
        expect(reply.raw.body, caller).not.toMatch(ANYBODY);
        if (reply.status !== 404) continue;
        const ids = [...new Set(JSON.stringify(prepared.input).match(UUIDS))];
        const unknown = replaceIds(prepared.input, Object.fromEntries(ids.map((id) => [id, nobody()])));
        const toNobody = await clientOf(caller, prepared).callUnchecked(name, unknown);
        expect(said(reply), `${caller}: a foreign id answers like one nobody has`).toEqual(said(toNobody));
      }
      expect(await watch.read()).toEqual(before);
    });

  if (permitted.length > 0)
    test("works for those it is for, and shows them no stranger's name", async () => {
      const isRead = endpoints[name].method === "GET";
      const shared = isRead ? await row.prepare(scene) : null;
      for (const caller of permitted) {
        const prepared = shared ?? (await row.prepare(scene));
        for (const [own, others] of Object.entries(prepared.swaps ?? {})) {
          const before = await watch.read();
          const toNobody = await clientOf(caller, prepared).callUnchecked(
            name,
            replaceIds(prepared.input, { [own]: nobody() }),
          );
          expect(toNobody.status, caller).toBeGreaterThanOrEqual(400);
          for (const other of others) {
            const swapped = replaceIds(prepared.input, { [own]: other });
            const reply = await clientOf(caller, prepared).callUnchecked(name, swapped);
            expect(said(reply), `${caller}: somebody else's id answers like one nobody has`).toEqual(said(toNobody));
          }
          expect(await watch.read()).toEqual(before);
        }
        const reply = await clientOf(caller, prepared).callUnchecked(name, prepared.input);
        expect(reply.status, `${caller} reads ${reply.raw.body.slice(0, 300)}`).toBe(200);
        const hidden = MUST_NOT_READ[caller];
        if (hidden !== undefined && row.reads?.[caller] !== true) expect(reply.raw.body, caller).not.toMatch(hidden);
      }
    });
});
