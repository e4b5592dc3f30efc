import type { EndpointOutput, endpoints } from "@augenhoehe/contract";
import { isOpenToTrainers } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import { listCourseIdsOfProvider } from "../../db/repositories/course-rooms.ts";
import { listCourseIdsOfTrainer, outlineCourses, type CourseOutline } from "../../db/repositories/course-summaries.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { roomDates } from "../../training/room-dates.ts";
import { roomCourse } from "./room-course.ts";

const NEXT_DATES = 4;
/** Attendance that is older than this is not asked for again. */
const ASKED_FOR_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Own runs only, coordinators too: everybody else's courses are on the coordinators' own pages. */
export const readTrainerHome = (
  deps: AppDeps,
  actor: StaffActor,
): Promise<EndpointOutput<typeof endpoints.readTrainerHome>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const now = deps.clock();
    const outlines = await listOwnRuns(tx, actor, now);
    const recent = new Date(now.getTime() - ASKED_FOR_DAYS * DAY_MS).toISOString();
    const dates = await roomDates(
      tx,
      outlines.map((course) => ({
        course,
        sessions: course.sessions.filter(({ cancelled, endsAt }) => !cancelled && endsAt > recent),
      })),
    );
    const isAhead = ({ endsAt }: { endsAt: string }) => endsAt > now.toISOString();
    return {
      next: dates.filter(isAhead).slice(0, NEXT_DATES),
      unmarked: dates.filter((date) => !isAhead(date) && date.unmarked > 0),
      courses: outlines.map((outline) => {
        const standing = outline.sessions.filter(({ cancelled }) => !cancelled);
        return {
          ...roomCourse(outline),
          firstDate: standing.at(0)?.startsAt ?? null,
          lastDate: standing.at(-1)?.startsAt ?? null,
        };
      }),
    };
  });

async function listOwnRuns(tx: Tx, actor: StaffActor, now: Date): Promise<CourseOutline[]> {
  const asCoordinator = actor.roles.includes("coordinator") ? await listCourseIdsOfProvider(tx, actor.providerId) : [];
  const asTrainer = actor.roles.includes("trainer") ? await listCourseIdsOfTrainer(tx, actor.accountId) : [];
  const outlines = await outlineCourses(tx, [...new Set([...asCoordinator, ...asTrainer])], now);
  return outlines.filter((course) => asCoordinator.includes(course.id) || isOpenToTrainers(course, now));
}
