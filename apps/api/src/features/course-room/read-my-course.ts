import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { feedbackClosesAt, feedbackState, Refusal } from "@augenhoehe/domain";
import { outlineCourses, type CourseOutline } from "../../db/repositories/course-summaries.ts";
import { readPartInCourse, type PartInCourse } from "../../db/repositories/course-rooms.ts";
import { listCourseSessions, listCourseTrainers } from "../../db/repositories/courses.ts";
import { listFeedbackGiven } from "../../db/repositories/feedback.ts";
import { listCourseMaterials } from "../../db/repositories/materials.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { VolunteerActor } from "../../http/policy.ts";
import { materialView } from "./list-materials.ts";
import { moduleKeysOfPart } from "./my-modules.ts";

type MyCourse = EndpointOutput<typeof endpoints.readMyCourse>;

/** A course one has nothing to do with is not there; those one could join are in the list of courses. */
export const readMyCourse = (deps: AppDeps, actor: VolunteerActor, id: string): Promise<MyCourse> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const [outline] = await outlineCourses(tx, [id], now);
    const part = await readPartInCourse(tx, id, actor.volunteerId);
    if (outline === undefined || !hasPart(part)) throw new Refusal("not_found");
    const sessions = await listCourseSessions(tx, id);
    const given = await listFeedbackGiven(
      tx,
      sessions.map((session) => session.id),
      actor.volunteerId,
    );
    const keys = moduleKeysOfPart(part, sessions);
    const materials = await listCourseMaterials(tx, id);
    return {
      course: courseView(outline),
      trainers: (await listCourseTrainers(tx, id)).map(({ displayName }) => displayName),
      enrolled: part.status === "enrolled",
      sessions: sessions.map((session) => {
        const own = part.sessions.get(session.id);
        const mine = { attended: own?.mark === "present", given: given.has(session.id) };
        return {
          id: session.id,
          moduleKey: session.moduleKey,
          moduleTitle: outline.sessions.find((entry) => entry.id === session.id)?.moduleTitle ?? session.moduleKey,
          startsAt: session.startsAt.toISOString(),
          endsAt: session.endsAt.toISOString(),
          place: session.place,
          cancelled: session.cancelledAt !== null,
          attended: attendedOf(own?.mark ?? null),
          booking: own?.booking ?? null,
          feedback: feedbackState(session, mine, now),
          feedbackUntil: feedbackClosesAt(session).toISOString(),
        };
      }),
      materials: materials.filter(({ moduleKey }) => keys === "all" || keys.has(moduleKey)).map(materialView),
    };
  });

const attendedOf = (mark: "present" | "absent" | null): boolean | null => (mark === null ? null : mark === "present");

const hasPart = ({ status, sessions }: PartInCourse): boolean =>
  (status !== null && status !== "cancelled") ||
  [...sessions.values()].some(({ booking, mark }) => booking !== null || mark !== null);

const courseView = ({ id, title, organiser, curriculumTitle, cancelled, over }: CourseOutline): MyCourse["course"] => ({
  id,
  title,
  organiser,
  curriculumTitle,
  cancelled,
  over,
});
