import type { CurriculumInput, EndpointOutput, endpoints } from "@augenhoehe/contract";
import { changeModules, effectOfChange, Refusal, type SessionMark } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { readCurriculumOf, readMarks } from "../../db/repositories/curricula.ts";
import {
  countCoursesAhead,
  findCurriculumRow,
  listKnownModules,
  listModuleKeysAhead,
  listPeopleOnTheWay,
  listSessionsAhead,
} from "../../db/repositories/curriculum-plans.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { planCurriculum } from "./plan-curriculum.ts";

export const previewCurriculum = (
  deps: AppDeps,
  actor: StaffActor,
  id: string,
  input: CurriculumInput,
): Promise<EndpointOutput<typeof endpoints.previewCurriculum>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    if ((await findCurriculumRow(tx, id)) === undefined) throw new Refusal("not_found");
    const { terms, modules } = planCurriculum(input);
    const stored = await listKnownModules(tx, id);
    const after = { ...terms, ...changeModules(stored, modules, await listModuleKeysAhead(tx, id, now)) };
    const people = await marksToCome(tx, id, now);
    const effect = effectOfChange(await readCurriculumOf(tx, id), after, people.values());
    const courses = (await countCoursesAhead(tx, now)).get(id) ?? 0;
    return { courses, people: people.size, ...effect };
  });

/** For each person on the way: what they attended, and what they would if they came to everything they have a place in. */
async function marksToCome(tx: Tx, curriculumId: string, now: Date): Promise<ReadonlyMap<string, SessionMark[]>> {
  const ahead = await listSessionsAhead(tx, curriculumId, now);
  const people = new Set([
    ...(await listPeopleOnTheWay(tx, curriculumId)),
    ...ahead.map(({ volunteerId }) => volunteerId),
  ]);
  const marks = await readMarks(tx, curriculumId, [...people]);
  for (const { volunteerId, courseId, moduleKey, startsAt, endsAt } of ahead) {
    const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
    marks.get(volunteerId)?.push({ courseId, moduleKey, heldAt: startsAt, mark: "present", minutes });
  }
  return marks;
}
