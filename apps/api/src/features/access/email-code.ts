import { createHmac, randomInt } from "node:crypto";

export const CODE_MINUTES = 10;
export const CODE_ATTEMPTS = 5;

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, "0");

/** Keyed, because a million possible codes are no secret to whoever holds a dump. */
export const hashCode = (key: Buffer, rowId: string, code: string): string =>
  createHmac("sha256", key).update(`email code ${rowId} ${code}`).digest("hex");
