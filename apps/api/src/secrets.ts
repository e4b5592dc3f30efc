import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits, safe in cookies and addresses. */
export const randomSecret = (): string => randomBytes(32).toString("base64url");

/** How a random secret is stored: it needs no salt because it cannot be guessed. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Compares in the same time wherever the first difference is. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
