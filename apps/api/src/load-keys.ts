import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Env } from "./env.ts";

const KEY_BYTES = 32;

export interface Keys {
  readonly session: Buffer;
  readonly encryption: Buffer;
}

/** Keys from the environment, else from `DATA_DIR`, where they are made on the first start. */
export function loadKeys(
  env: Pick<Env, "dataDir" | "sessionKey" | "encryptionKey">,
  warn: (text: string) => void,
): Keys {
  const folder = join(env.dataDir, "keys");
  const load = (name: string, variable: string) => {
    const file = join(folder, name);
    if (!existsSync(file)) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      createOnce(file, randomBytes(KEY_BYTES).toString("base64"));
      warn(`${variable} is unset: made a key in ${file}. Keep a copy; without it the data cannot be read.`);
    }
    const key = Buffer.from(readFileSync(file, "utf8"), "base64");
    if (key.length !== KEY_BYTES) throw new Error(`${file} holds no key of ${KEY_BYTES} bytes`);
    return key;
  };
  return {
    session: env.sessionKey ?? load("session.key", "SESSION_KEY"),
    encryption: env.encryptionKey ?? load("encryption.key", "ENCRYPTION_KEY"),
  };
}

/** Appears complete or not at all, and never replaces a key another process made first. */
function createOnce(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}
