import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadKeys } from "./load-keys.ts";

let dataDir: string;
let warnings: string[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "augenhoehe-keys-"));
  warnings = [];
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const load = (given: { sessionKey?: Buffer; encryptionKey?: Buffer } = {}) =>
  loadKeys({ dataDir, sessionKey: given.sessionKey, encryptionKey: given.encryptionKey }, (text) =>
    warnings.push(text),
  );

test("keys nobody set are made once, with a warning, readable by their owner only", () => {
  const first = load();
  expect(warnings.map((text) => text.split(" ")[0])).toEqual(["SESSION_KEY", "ENCRYPTION_KEY"]);
  expect(load()).toEqual(first);
  expect(warnings).toHaveLength(2);
  expect(first.session).not.toEqual(first.encryption);
  const file = join(dataDir, "keys/encryption.key");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Buffer.from(readFileSync(file, "utf8"), "base64")).toHaveLength(32);
});

test("keys that are set are used and nothing is written", () => {
  const given = { sessionKey: Buffer.alloc(32, 1), encryptionKey: Buffer.alloc(32, 2) };
  expect(load(given)).toEqual({ session: given.sessionKey, encryption: given.encryptionKey });
  expect(warnings).toEqual([]);
});

test("a damaged key file stops the start instead of sealing with it", () => {
  load();
  writeFileSync(join(dataDir, "keys/encryption.key"), "short");
  expect(() => load()).toThrow("encryption.key");
});
