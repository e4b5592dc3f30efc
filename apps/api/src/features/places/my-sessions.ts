import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { readMyCourses } from "../../db/repositories/course-summaries.ts";
import { findSeatInstead } from "../../db/repositories/session-by-link.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { listOtherDates, moveToSession, type SessionOfPerson } from "../../training/session-booking.ts";

/** One date of mine: by a place in its course, or as a guest. */
export const readMySession = (
  deps: AppDeps,
  { networkId, volunteerId }: VolunteerActor,
  sessionId: string,
): Promise<EndpointOutput<typeof endpoints.readMySession>> =>
  deps.db.withTenant(networkId, async (tx) => {
    for (const { id, title, sessions, myEnrolment } of await readMyCourses(tx, volunteerId, deps.clock())) {
      const session = sessions.find((one) => one.id === sessionId);
      if (session === undefined || (myEnrolment?.status !== "enrolled" && session.booking === null)) continue;
      const wish = { sessionId, volunteerId };
      const instead = session.booking === "excused" ? await findSeatInstead(tx, wish, deps.clock()) : undefined;
      return {
        courseId: id,
        courseTitle: title,
        session,
        instead: instead === undefined ? null : toldDate(instead),
        otherDates: instead === undefined ? await listOtherDates(deps, tx, wish) : [],
      };
    }
    throw new Refusal("not_found");
  });

const toldDate = ({ startsAt, endsAt, place }: { startsAt: Date; endsAt: Date; place: string }) => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  place,
});

type Change = (deps: AppDeps, tx: Tx, actor: VolunteerActor, wish: SessionOfPerson) => Promise<void>;

/** One of the changes to a session, as the person it is about makes it. */
export const changeMySession = (deps: AppDeps, actor: VolunteerActor, sessionId: string, change: Change) =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    await change(deps, tx, actor, { sessionId, volunteerId: actor.volunteerId });
    return { done: true as const };
  });

export const moveMySession = (deps: AppDeps, actor: VolunteerActor, sessionId: string, toSessionId: string) =>
  changeMySession(deps, actor, sessionId, (_, tx, __, wish) =>
    moveToSession(deps, tx, actor, { ...wish, toSessionId }),
  );
