import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { outlineCourses } from "../../db/repositories/course-summaries.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { manageCourse } from "../../training/course-access.ts";
import { roomDates } from "../../training/room-dates.ts";
import { roomCourse } from "./room-course.ts";
import { minutesOf, roomModules } from "./room-modules.ts";

export const readCourseRoom = (
  deps: AppDeps,
  actor: StaffActor,
  id: string,
): Promise<EndpointOutput<typeof endpoints.readCourseRoom>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const { row } = await manageCourse(tx, actor, id, now);
    const [course] = await outlineCourses(tx, [id], now);
    if (course === undefined) throw new Error("The course is gone inside its transaction");
    const dates = await roomDates(tx, [{ course, sessions: course.sessions }]);
    const planned = dates.filter(({ cancelled }) => !cancelled);
    const held = planned.filter(({ endsAt }) => endsAt <= now.toISOString());
    return {
      course: roomCourse(course),
      dates,
      modules: await roomModules(tx, row, planned, held),
      minutesHeld: minutesOf(held),
      minutesPlanned: minutesOf(planned),
    };
  });
