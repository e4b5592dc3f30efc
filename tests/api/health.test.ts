import { afterAll, beforeAll, expect, test } from "vitest";
import { expectOk } from "../support/replies.ts";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

test("an operator sees that the database and the job queue answer", async () => {
  const health = expectOk(await world.anyone().call("readHealth"));
  expect(health).toEqual({ status: "ok", database: "ok", jobs: "ok" });
});
