import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { feedbackClosesAt, mayShowLeftOver, summariseFeedback, type ReadableFeedback } from "@augenhoehe/domain";
import { outlineCourses } from "../../db/repositories/course-summaries.ts";
import { listCourseSessions, lockCourse } from "../../db/repositories/courses.ts";
import { listFeedback, showLeftOver } from "../../db/repositories/feedback.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { manageCourse } from "../../training/course-access.ts";

type CourseFeedback = EndpointOutput<typeof endpoints.readCourseFeedback>;

/** The rest becomes one group when it is first read, so that nothing can be added to it later. */
export const readCourseFeedback = (deps: AppDeps, actor: StaffActor, id: string): Promise<CourseFeedback> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const { row } = await manageCourse(tx, actor, id, now);
    await lockCourse(tx, id);
    const sessions = await listCourseSessions(tx, id);
    const ids = sessions.map((session) => session.id);
    if (mayShowLeftOver(sessions, await listFeedback(tx, ids), now)) await showLeftOver(tx, ids);
    const answers = await listFeedback(tx, ids);
    const [outline] = await outlineCourses(tx, [id], now);
    const held = sessions.filter(({ cancelledAt, endsAt }) => cancelledAt === null && endsAt <= now);
    return {
      courseTitle: row.title,
      total: told(summariseFeedback(answers)),
      sessions: held.map((session) => ({
        sessionId: session.id,
        moduleTitle: outline?.sessions.find((entry) => entry.id === session.id)?.moduleTitle ?? session.moduleKey,
        startsAt: session.startsAt.toISOString(),
        shown: told(
          summariseFeedback(
            answers.filter(({ sessionId, shownWith }) => sessionId === session.id && shownWith === "session"),
          ),
        ),
        isOpen: now < feedbackClosesAt(session),
      })),
      leftOver: told(summariseFeedback(answers.filter(({ shownWith }) => shownWith === "course"))),
    };
  });

const told = (feedback: ReadableFeedback | null): CourseFeedback["total"] =>
  feedback === null ? null : { ...feedback, faces: { ...feedback.faces }, sentences: [...feedback.sentences] };
