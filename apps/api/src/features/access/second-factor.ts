import { Secret, TOTP } from "otpauth";
import type { SealedPlace } from "../../vault.ts";

const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
const ISSUER = "Augenhöhe";
/** One step early or late: clocks of phones are a little off. */
const WINDOW = 1;

export const secretPlace = (accountId: string): SealedPlace => ({
  table: "accounts",
  column: "totp_secret_sealed",
  rowId: accountId,
});

/** Base32, as authenticator apps take it. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

const totpOf = (secret: string, label: string) => new TOTP({ issuer: ISSUER, label, secret, period: PERIOD_SECONDS });

export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The thirty-second step a code belongs to, or null for a wrong one. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret, "").validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}
