import { requireCheckInCode, Refusal } from "@augenhoehe/domain";
import { sameText } from "../secrets.ts";
import type { Vault } from "../vault.ts";

/** 16 bytes of the session's id, 8 of the keyed digest: short, so that the code on the wall has large dots. */
const ID_BYTES = 16;
const DIGEST_BYTES = 8;
const SHAPE = /^[A-Za-z0-9_-]{32}$/;

const digestOf = (vault: Vault, sessionId: string, minute: number): string =>
  vault.fingerprint(`${sessionId}:${minute}`, "check_in_code").slice(0, DIGEST_BYTES * 2);

/** What the address on the wall ends with in this minute. */
export const checkInCode = (vault: Vault, sessionId: string, minute: number): string =>
  Buffer.from(sessionId.replaceAll("-", "") + digestOf(vault, sessionId, minute), "hex").toString("base64url");

/** The session whose code this is at the moment, or a refusal: expired, or never shown anywhere. */
export function sessionOfCode(vault: Vault, code: string, now: Date): string {
  if (!SHAPE.test(code)) throw new Refusal("check_in_code_wrong");
  const bytes = Buffer.from(code, "base64url");
  const sessionId = bytes
    .subarray(0, ID_BYTES)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const digest = bytes.subarray(ID_BYTES).toString("hex");
  requireCheckInCode((minute) => sameText(digest, digestOf(vault, sessionId, minute)), now);
  return sessionId;
}
