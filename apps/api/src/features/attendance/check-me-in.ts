import type { endpoints, EndpointOutput } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { insertSessionBooking } from "../../db/repositories/session-bookings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { CheckInTicket } from "../../http/check-in-ticket.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { limitShared } from "../../http/rate-limit.ts";
import { enterMarks } from "../../training/enter-marks.ts";
import { describeSession } from "./describe-session.ts";
import { readyToCheckIn, type ReadyToCheckIn } from "./ready-to-check-in.ts";

type CheckIn = EndpointOutput<typeof endpoints.checkMeIn>;
const CALLS_PER_MINUTE = 20;

export const readMyCheckIn = (deps: AppDeps, actor: VolunteerActor, ticket: CheckInTicket | null): Promise<CheckIn> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const ready = await readyToCheckIn(tx, actor.volunteerId, ticket);
    return viewOf(tx, ready, deps.clock());
  });

/** Present from the instant of the scan on. Whoever is present already stays so, as they are. */
export async function checkMeIn(deps: AppDeps, actor: VolunteerActor, ticket: CheckInTicket | null): Promise<CheckIn> {
  await limitShared(deps, { key: `check-in ${actor.accountId}`, calls: CALLS_PER_MINUTE, windowMinutes: 1 });
  return deps.db.withTenant(actor.networkId, async (tx) => {
    const ready = await readyToCheckIn(tx, actor.volunteerId, ticket);
    if (ready.presentSince === null) await enter(deps, tx, actor, ready);
    return viewOf(tx, { ...ready, presentSince: ready.presentSince ?? ready.scannedAt }, deps.clock());
  });
}

async function enter(
  deps: AppDeps,
  tx: Tx,
  actor: VolunteerActor,
  { session, course, scannedAt, mark, seat }: ReadyToCheckIn,
): Promise<void> {
  const { volunteerId } = actor;
  if (seat === "free_for_guest") {
    await insertSessionBooking(tx, { sessionId: session.id, volunteerId, kind: "guest" }, deps.clock());
  }
  const { newer } = await enterMarks(tx, session.id, [{ volunteerId, value: mark, at: scannedAt }], {
    source: "qr",
    reason: null,
    by: null,
    isGuest: () => seat !== "own",
  });
  if (newer.length > 0) throw new Refusal("check_in_marked_absent");
  await deps.recordActivity(tx, {
    actor,
    action: "attendance_marked",
    subjectKind: "course_session",
    subjectId: session.id,
    facts: { present: 1, absent: 0, unmarked: 0 },
    providerId: course.row.providerId,
  });
}

async function viewOf(tx: Tx, ready: ReadyToCheckIn, now: Date): Promise<CheckIn> {
  return {
    ...(await describeSession(tx, ready.session, now)),
    scannedAt: ready.scannedAt.toISOString(),
    lateMinutes: ready.mark.lateMinutes,
    guest: ready.seat !== "own",
    presentSince: ready.presentSince?.toISOString() ?? null,
  };
}
