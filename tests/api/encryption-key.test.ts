import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkEncryptionKey } from "@augenhoehe/api/check-encryption-key";
import { createVault } from "@augenhoehe/api/vault";
import { createTestDatabase, type TestDatabase } from "../support/test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a start with another key than the data was sealed with is refused, naming the setting", async () => {
  const { db } = database;
  const vault = createVault(randomBytes(32));
  await checkEncryptionKey({ db, vault });
  await checkEncryptionKey({ db, vault });
  await expect(checkEncryptionKey({ db, vault: createVault(randomBytes(32)) })).rejects.toThrow(/^ENCRYPTION_KEY /);
});
