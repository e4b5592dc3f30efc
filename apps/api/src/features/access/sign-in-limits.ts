import type { SharedLimit } from "../../http/rate-limit.ts";

const WINDOW_MINUTES = 15;

/** Failures only, and per address: somebody else's guesses never lock the owner of an account out. */
export const passwordFailures = (networkSlug: string, email: string, address: string): SharedLimit => ({
  key: `password ${networkSlug} ${email} ${address}`,
  calls: 10,
  windowMinutes: WINDOW_MINUTES,
});

/** Whoever gets here knows the password already; yet guesses at one place leave the owner some at another. */
export const secondFactorFailures = (accountId: string, address: string): readonly SharedLimit[] => [
  { key: `second factor ${accountId} ${address}`, calls: 8, windowMinutes: WINDOW_MINUTES },
  { key: `second factor ${accountId}`, calls: 20, windowMinutes: WINDOW_MINUTES },
];

/**
 * Keeps one inbox from being flooded; an unknown address is counted alike. What one place asks for is counted apart, so
 * that somebody who presses in another's name leaves the owner codes to ask for.
 */
export const codeRequests = (networkSlug: string, email: string, address: string): readonly SharedLimit[] => [
  { key: `email code ${networkSlug} ${email} ${address}`, calls: 5, windowMinutes: WINDOW_MINUTES },
  { key: `email code ${networkSlug} ${email}`, calls: 15, windowMinutes: WINDOW_MINUTES },
];
