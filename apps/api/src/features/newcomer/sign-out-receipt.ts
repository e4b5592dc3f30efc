import { revokeSessions, type FoundSession } from "../../db/repositories/sessions.ts";
import type { AppDeps } from "../../http/app-deps.ts";

/** Ends the session in the database too: a copied cookie opens nothing any more. */
export async function signOutReceipt({ db, clock }: AppDeps, session: FoundSession | null): Promise<void> {
  if (session === null) return;
  await db.withTenant(session.network_id, (tx) => revokeSessions(tx, { sessionId: session.id }, clock()));
}
