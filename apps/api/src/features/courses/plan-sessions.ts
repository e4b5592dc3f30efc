import type { z } from "zod";
import type { CoursePlan, FieldIssue } from "@augenhoehe/contract";
import { overlappingDates, Refusal } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import type { CourseSessionRow } from "../../db/repositories/courses.ts";
import { holdCurriculum, listTrainers, type StoredCurriculum } from "../../db/repositories/curricula.ts";
import { InputError } from "../../http/input-error.ts";
import { instantOf } from "../../local-time.ts";

type Plan = z.infer<typeof CoursePlan>;

export interface PlannedSession {
  /** Null for a session that is new. */
  readonly id: string | null;
  readonly moduleKey: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
}

const MINUTE_MS = 60_000;

/** Wall-clock times as instants in the network's zone; a length in minutes stays that length when the clocks change. */
export function planSessions(sessions: Plan["sessions"], timeZone: string): PlannedSession[] {
  return sessions.map(({ id, moduleKey, startsAt: local, minutes, place }) => {
    const startsAt = instantOf(local, timeZone);
    return { id, moduleKey, startsAt, endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS), place };
  });
}

/** The curriculum that was chosen, the usual one for null. */
export async function requireCurriculum(tx: Tx, curriculumId: string | null): Promise<StoredCurriculum> {
  const curriculum = await holdCurriculum(tx, curriculumId);
  if (curriculum !== undefined) return curriculum;
  if (curriculumId === null) throw new Refusal("not_found");
  throw new InputError([{ path: "curriculumId", code: "unknown_key" }]);
}

/**
 * What a form cannot know: whether modules and trainers exist, whether a session is meant twice, and whether two dates
 * of the course would run at the same time. A session keeps its module, also where the curriculum has dropped it since.
 */
export async function planIssues(
  tx: Tx,
  plan: { readonly trainerAccountIds: readonly string[]; readonly sessions: readonly PlannedSession[] },
  curriculum: StoredCurriculum,
  saved: readonly CourseSessionRow[] = [],
): Promise<FieldIssue[]> {
  const modules = new Set(curriculum.modules.map(({ key }) => key));
  const trainers = new Set((await listTrainers(tx)).map(({ accountId }) => accountId));
  const isKnown = ({ id, moduleKey }: PlannedSession) =>
    modules.has(moduleKey) || saved.some((session) => session.id === id && session.moduleKey === moduleKey);
  return [
    ...plan.trainerAccountIds.flatMap((id, index) =>
      trainers.has(id) ? [] : [{ path: `trainerAccountIds.${index}`, code: "unknown_key" }],
    ),
    ...plan.sessions.flatMap((session, index) => [
      ...(session.id !== null && plan.sessions.findIndex(({ id }) => id === session.id) < index
        ? [{ path: `sessions.${index}.id`, code: "duplicate" }]
        : []),
      ...(isKnown(session) ? [] : [{ path: `sessions.${index}.moduleKey`, code: "unknown_key" }]),
    ]),
    ...overlappingDates(plan.sessions).map((index) => ({ path: `sessions.${index}.startsAt`, code: "overlaps" })),
  ];
}
