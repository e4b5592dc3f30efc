import { randomUUID } from "node:crypto";
import { DRAFT_KEPT_HOURS, Refusal, type Locale } from "@augenhoehe/domain";
import { findNetworkBySlug } from "../../db/repositories/networks.ts";
import { deleteExpiredDrafts, insertDraft } from "../../db/repositories/request-drafts.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StartedSession } from "../../http/start-session.ts";
import { sealAnswers } from "./draft-answers.ts";

const HOUR_MS = 3_600_000;

/** An empty draft that only this browser can open. Whoever starts one also sweeps out what has expired. */
export async function startDraft(
  deps: AppDeps,
  { networkSlug, locale }: { networkSlug: string; locale: Locale },
): Promise<StartedSession> {
  const network = await deps.db.withoutTenant((tx) => findNetworkBySlug(tx, networkSlug));
  if (network === null) throw new Refusal("not_found");
  const id = randomUUID();
  const createdAt = deps.clock();
  const expiresAt = new Date(createdAt.getTime() + DRAFT_KEPT_HOURS * HOUR_MS);
  return deps.db.withTenant(network.id, async (tx) => {
    await deleteExpiredDrafts(tx, createdAt);
    await insertDraft(tx, { id, answersSealed: sealAnswers(deps.vault, id, { locale }), createdAt, expiresAt });
    return deps.startSession(tx, { kind: "draft", draftId: id });
  });
}
