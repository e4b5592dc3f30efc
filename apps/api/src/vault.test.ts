import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { createVault } from "./vault.ts";

const place = { table: "mentees", column: "phone_sealed", rowId: "0196f1f4-0000-7000-8000-000000000001" };
const vault = createVault(randomBytes(32));

test("a sealed text opens where it belongs", () => {
  const sealed = vault.seal("+49 151 000 öäü العربية", place);
  expect(sealed).toMatch(/^v1\.[\w-]+$/);
  expect(vault.open(sealed, place)).toBe("+49 151 000 öäü العربية");
});

test("the same text is sealed differently every time", () => {
  expect(vault.seal("a", place)).not.toBe(vault.seal("a", place));
});

test.each([{ table: "volunteers" }, { column: "name_sealed" }, { rowId: "0196f1f4-0000-7000-8000-000000000002" }])(
  "moved to another place it does not open: %o",
  (elsewhere) => {
    const sealed = vault.seal("secret", place);
    expect(() => vault.open(sealed, { ...place, ...elsewhere })).toThrow();
  },
);

test("changed by one sign, or with another key, it does not open", () => {
  const sealed = vault.seal("secret", place);
  const changed = sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA");
  expect(() => vault.open(changed, place)).toThrow();
  expect(() => createVault(randomBytes(32)).open(sealed, place)).toThrow();
  expect(() => vault.open("plain text", place)).toThrow("Unknown seal");
});
