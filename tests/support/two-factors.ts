import { TOTP } from "otpauth";
import type { TestClock } from "./test-clock.ts";

/** What the authenticator app on somebody's phone shows at this moment. */
export const codeOnPhone = (secret: string, clock: TestClock): string =>
  new TOTP({ secret }).generate({ timestamp: clock.now.getTime() });

/** The six digits in a mail's text. */
export function digitsIn(text: string): string {
  const found = /\b\d{6}\b/.exec(text)?.[0];
  if (found === undefined) throw new Error(`No code in: ${text}`);
  return found;
}

export const wrongDigits = (right: string): string => String((Number(right) + 1) % 1_000_000).padStart(6, "0");
