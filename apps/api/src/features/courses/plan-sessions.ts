import type { z } from "zod";
import type { CourseInput, FieldIssue } from "@augenhoehe/contract";
import type { Tx } from "../../db/client.ts";
import { listTrainers, type StoredCurriculum } from "../../db/repositories/curricula.ts";
import { InputError } from "../../http/input-error.ts";
import { instantOf } from "../../local-time.ts";

type Input = z.infer<typeof CourseInput>;

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
export function planSessions(sessions: Input["sessions"], timeZone: string): PlannedSession[] {
  return sessions.map(({ id, moduleKey, startsAt: local, minutes, place }) => {
    const startsAt = instantOf(local, timeZone);
    return { id, moduleKey, startsAt, endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS), place };
  });
}

/** What a form cannot know: whether modules and trainers exist, and whether a session is meant twice. */
export async function requireKnownKeys(tx: Tx, input: Input, curriculum: StoredCurriculum): Promise<void> {
  const modules = new Set(curriculum.modules.map(({ key }) => key));
  const trainers = new Set((await listTrainers(tx)).map(({ accountId }) => accountId));
  const issues: FieldIssue[] = [
    ...input.trainerAccountIds.flatMap((id, index) =>
      trainers.has(id) ? [] : [{ path: `trainerAccountIds.${index}`, code: "unknown_key" }],
    ),
    ...input.sessions.flatMap(({ id, moduleKey }, index) => [
      ...(id !== null && input.sessions.findIndex((other) => other.id === id) < index
        ? [{ path: `sessions.${index}.id`, code: "duplicate" }]
        : []),
      ...(modules.has(moduleKey) ? [] : [{ path: `sessions.${index}.moduleKey`, code: "unknown_key" }]),
    ]),
  ];
  if (issues.length > 0) throw new InputError(issues);
}
