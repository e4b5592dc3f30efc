import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { enrolments, sessionBookings } from "@augenhoehe/api/db/schema/courses";
import { activities } from "@augenhoehe/api/db/schema/platform";
import { settlePlaces } from "@augenhoehe/api/training/settle-places";
import { expectOk } from "./replies.ts";
import type { TestWorld } from "./test-app.ts";
import { fourSessions, type TrainingScene } from "./training-scene.ts";

const DueJobs = z.array(z.object({ at: z.date(), data: z.object({ networkId: z.string(), courseId: z.string() }) }));

/** Who sits where in the courses of a scene, and the jobs that keep the waiting lists moving. */
export function makePlaces(world: TestWorld, scene: TrainingScene) {
  const jobsOf = async (courseId: string) =>
    DueJobs.parse(
      (
        await world.deps.db.pool.query(
          "select start_after as at, data from jobs.job where name = 'settle_places' and data->>'courseId' = $1 order by at",
          [courseId],
        )
      ).rows,
    );
  return {
    jobsOf,
    enrolmentsOf: (courseId: string) =>
      world.inTenant(scene.network.id, (tx) =>
        tx.select().from(enrolments).where(eq(enrolments.courseId, courseId)).orderBy(asc(enrolments.queuedAt)),
      ),
    statusIn: async (courseId: string, volunteerId: string) => {
      const [row] = await world.inTenant(scene.network.id, (tx) =>
        tx
          .select()
          .from(enrolments)
          .where(and(eq(enrolments.courseId, courseId), eq(enrolments.volunteerId, volunteerId))),
      );
      return row?.status;
    },
    bookingsOf: (sessionId: string) =>
      world.inTenant(scene.network.id, (tx) =>
        tx
          .select({ volunteerId: sessionBookings.volunteerId, kind: sessionBookings.kind })
          .from(sessionBookings)
          .where(eq(sessionBookings.sessionId, sessionId)),
      ),
    actionsAbout: (volunteerId: string) =>
      world.inTenant(scene.network.id, async (tx) =>
        (
          await tx.select().from(activities).where(eq(activities.subjectId, volunteerId)).orderBy(asc(activities.at))
        ).map(({ action }) => action),
      ),
    /** As the worker would at this moment: whatever is due for these courses. */
    settle: async (...courseIds: readonly string[]) => {
      for (const courseId of courseIds) await settlePlaces(world.deps, { networkId: scene.network.id, courseId });
    },
    sessionsOf: async (courseId: string) =>
      expectOk(await scene.coordinator.call("readCourse", { params: { id: courseId } })).course.sessions,
    changePlaces: async (courseId: string, places: number) => {
      const { course } = expectOk(await scene.coordinator.call("readCourse", { params: { id: courseId } }));
      const firstDay = course.sessions[0]?.startsAt.slice(0, 10) ?? "";
      const sessions = fourSessions(firstDay).map((session, index) => ({
        ...session,
        id: course.sessions[index]?.id ?? null,
      }));
      const body = { title: course.title, places, trainerAccountIds: [], sessions };
      expectOk(await scene.coordinator.call("updateCourse", { params: { id: courseId }, body }));
    },
  };
}
