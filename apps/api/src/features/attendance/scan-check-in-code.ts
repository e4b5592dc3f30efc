import type { AppDeps } from "../../http/app-deps.ts";
import type { CheckInTicket } from "../../http/check-in-ticket.ts";
import { sessionOfCode } from "../../training/check-in-code.ts";

/** What this browser may remember: which session, and when. Whether somebody may check in is asked with the button. */
export function scanCheckInCode(deps: AppDeps, code: string): CheckInTicket {
  const scannedAt = deps.clock();
  return { sessionId: sessionOfCode(deps.vault, code, scannedAt), scannedAt };
}
