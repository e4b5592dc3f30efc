import type { EndpointOutput, endpoints, ParsedInput, SessionWarning } from "@augenhoehe/contract";
import type { Tx } from "../../db/client.ts";
import { listCourseSessions } from "../../db/repositories/courses.ts";
import { readCurriculumOf } from "../../db/repositories/curricula.ts";
import { readTimeZone } from "../../db/repositories/time-zone.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { refuseInput } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { instantOf, localTimeOf } from "../../local-time.ts";
import { manageCourse } from "../../training/course-access.ts";
import { findWarnings } from "./find-warnings.ts";
import { planIssues, planSessions, requireCurriculum } from "./plan-sessions.ts";

type Body = ParsedInput<typeof endpoints.checkCoursePlan>["body"];
type Ids = Pick<Body, "courseId" | "curriculumId">;

/** Looks, and saves nothing. */
export const checkCoursePlan = (
  deps: AppDeps,
  actor: StaffActor,
  { courseId, curriculumId, trainerAccountIds, sessions: input }: Body,
): Promise<EndpointOutput<typeof endpoints.checkCoursePlan>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const timeZone = await readTimeZone(tx);
    const sessions = planSessions(input, timeZone);
    const { curriculum, saved } = await planned(tx, actor, { courseId, curriculumId }, deps.clock());
    refuseInput(await planIssues(tx, { trainerAccountIds, sessions }, curriculum, saved));
    const plan = { courseId, curriculum, trainerAccountIds, sessions, saved };
    const warnings = await findWarnings(tx, plan, { locale: actor.locale, now: deps.clock() });
    const skipped = input.map(({ startsAt }) => skippedTime(startsAt, timeZone));
    return { ...warnings, sessions: warnings.sessions.map((list, index) => [...(skipped[index] ?? []), ...list]) };
  });

async function planned(tx: Tx, actor: StaffActor, { courseId, curriculumId }: Ids, now: Date) {
  if (courseId === null) return { curriculum: await requireCurriculum(tx, curriculumId), saved: [] };
  const { row } = await manageCourse(tx, actor, courseId, now);
  return {
    curriculum: await readCurriculumOf(tx, row.curriculumId),
    saved: await listCourseSessions(tx, courseId),
  };
}

function skippedTime(local: string, timeZone: string): SessionWarning[] {
  const becomes = localTimeOf(instantOf(local, timeZone), timeZone);
  return becomes === local ? [] : [{ code: "time_skipped", becomes }];
}
