import { revokeSessions, type FoundSession } from "../../db/repositories/sessions.ts";
import type { AppDeps } from "../../http/app-deps.ts";

export async function signOut({ db, clock }: AppDeps, session: FoundSession | null): Promise<void> {
  if (session === null) return;
  await db.withTenant(session.network_id, (tx) => revokeSessions(tx, { sessionId: session.id }, clock()));
}
