import { randomUUID } from "node:crypto";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../db/client.ts";
import { findPersonalLink, insertPersonalLink, type PersonalLinkRow } from "../db/repositories/personal-links.ts";
import type { LinkPurpose } from "../db/schema/personal-links.ts";
import type { AppDeps } from "../http/app-deps.ts";
import type { SealedPlace } from "../vault.ts";
import { hashSecret, randomSecret } from "../secrets.ts";

export interface NewPersonalLink {
  readonly volunteerId: string;
  readonly purpose: LinkPurpose;
  readonly sessionId?: string;
  readonly courseId?: string;
  /** None: until it is revoked. */
  readonly expiresAt?: Date;
}

/** A link that its owner can see again, at its place in the database. */
export const tokenPlace = (linkId: string): SealedPlace => ({
  table: "personal_links",
  column: "token_sealed",
  rowId: linkId,
});

/** The token is told once, here; the database keeps its hash. Part of the transaction that queues the mail. */
export async function createPersonalLink(deps: Pick<AppDeps, "clock">, tx: Tx, link: NewPersonalLink): Promise<string> {
  const token = randomSecret();
  await insertPersonalLink(tx, { ...link, id: randomUUID(), tokenHash: hashSecret(token), createdAt: deps.clock() });
  return token;
}

/** Unknown, revoked, expired or made for something else: one and the same answer. */
export async function openPersonalLink(deps: AppDeps, token: string, purpose: LinkPurpose): Promise<PersonalLinkRow> {
  const link = await findPersonalLink(deps.db, hashSecret(token));
  const now = deps.clock();
  const isOpen =
    link !== undefined &&
    link.purpose === purpose &&
    link.revokedAt === null &&
    (link.expiresAt === null || link.expiresAt > now);
  if (!isOpen) throw new Refusal("link_expired");
  return link;
}
