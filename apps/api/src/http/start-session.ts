import { DRAFT_KEPT_HOURS, NEWCOMER_IDLE_MINUTES } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { insertSession } from "../db/repositories/sessions.ts";
import type { SessionKind } from "../db/schema/platform.ts";
import { hashSecret, randomSecret } from "../secrets.ts";
import type { CookieKind } from "./policy.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a session lasts at most, and how long without a sign of life. */
const LIFETIME_MS = {
  account: { total: 30 * DAY_MS, idle: 14 * DAY_MS },
  staff: { total: 12 * HOUR_MS, idle: 2 * HOUR_MS },
  second_factor_pending: { total: 15 * MINUTE_MS, idle: 15 * MINUTE_MS },
  draft: { total: DRAFT_KEPT_HOURS * HOUR_MS, idle: DRAFT_KEPT_HOURS * HOUR_MS },
  mentee: { total: 2 * HOUR_MS, idle: NEWCOMER_IDLE_MINUTES * MINUTE_MS },
} as const satisfies Record<SessionKind, { total: number; idle: number }>;

export type SessionSubject =
  | { readonly kind: "account" | "staff" | "second_factor_pending"; readonly accountId: string }
  | { readonly kind: "draft"; readonly draftId: string }
  | { readonly kind: "mentee"; readonly menteeId: string };

/** A session that exists once its transaction commits; `cookies.signIn` hands it to the browser. */
export interface StartedSession {
  readonly cookie: CookieKind;
  readonly secret: string;
  readonly expiresAt: Date;
}

export const startSessionAt =
  (clock: () => Date) =>
  async (tx: Tx, subject: SessionSubject): Promise<StartedSession> => {
    const now = clock();
    const secret = randomSecret();
    const expiresAt = new Date(now.getTime() + LIFETIME_MS[subject.kind].total);
    await insertSession(tx, { tokenHash: hashSecret(secret), kind: subject.kind, ...whoseOf(subject), now, expiresAt });
    const cookie = subject.kind === "draft" || subject.kind === "mentee" ? "receipt" : "session";
    return { cookie, secret, expiresAt };
  };

function whoseOf(subject: SessionSubject) {
  if (subject.kind === "draft") return { draftId: subject.draftId };
  if (subject.kind === "mentee") return { menteeId: subject.menteeId };
  return { accountId: subject.accountId };
}

export const idleMs = (kind: SessionKind): number => LIFETIME_MS[kind].idle;
