import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { ACCOUNT_ROLES, endpoints, type Endpoint } from "@augenhoehe/contract";
import { createTestApp, type TestWorld } from "../support/test-app.ts";

const table: [string, Endpoint][] = Object.entries(endpoints);
const roles: readonly string[] = ["draft", "mentee", ...ACCOUNT_ROLES];

let world: TestWorld;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

describe.each(table)("%s", (_name, endpoint) => {
  test("says who may, what for, and what comes back", () => {
    const { who, response, summary } = endpoint;
    if (who !== "anyone") {
      expect(who.length).toBeGreaterThan(0);
      expect(who.filter((role) => !roles.includes(role))).toEqual([]);
    }
    expect(summary).not.toBe("");
    expect("file" in response ? response.file.length > 0 : response instanceof z.ZodType).toBe(true);
  });

  test("has the parameters its path names, and answers", () => {
    const named = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    expect(Object.keys(endpoint.params?.shape ?? {}).toSorted()).toEqual(named.toSorted());
    expect(world.app.hasRoute({ method: endpoint.method, url: endpoint.path })).toBe(true);
  });

  test("takes and gives no field beside the declared ones", () => {
    const open = [endpoint.params, endpoint.query, endpoint.body, endpoint.response].flatMap((part) =>
      part === undefined || "file" in part ? [] : openObjects(part),
    );
    expect(open).toEqual([]);
  });
});

test("no two endpoints share a method and a path", () => {
  const keys = table.map(([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ":")}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test("every endpoint is described for others, in a document without a stranger's address", async () => {
  const reply = await world.app.inject({ method: "GET", url: "/api/openapi.json" });
  const Described = z.object({
    openapi: z.literal("3.1.0"),
    paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))),
  });
  const { paths } = Described.parse(reply.json());
  const described = Object.values(paths).flatMap((methods) => Object.values(methods).map((op) => op.operationId));
  expect(described.toSorted()).toEqual(table.map(([name]) => name).toSorted());
  const page = await world.app.inject({ method: "GET", url: "/api/docs/" });
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  expect(String(page.headers["content-security-policy"])).toContain("script-src 'self';");
});

/** Paths of objects that would let an undeclared field through. */
function openObjects(schema: z.core.$ZodType): string[] {
  const json = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any", io: "input", reused: "inline" }));
  const Shape = z.object({ properties: z.unknown(), additionalProperties: z.unknown().optional() });
  const found: string[] = [];
  JSON.parse(json, (key, value: unknown) => {
    const shape = Shape.safeParse(value);
    if (shape.success && shape.data.properties !== undefined && shape.data.additionalProperties !== false) {
      found.push(key);
    }
    return value;
  });
  return found;
}
