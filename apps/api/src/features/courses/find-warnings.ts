import type { CourseWarning, SessionWarning } from "@augenhoehe/contract";
import { dateWarnings, modulesWithoutDate, type DateWarning, type Occasion } from "@augenhoehe/domain";
import type { Tx } from "../../db/client.ts";
import type { CourseSessionRow } from "../../db/repositories/courses.ts";
import { listTrainers, type StoredCurriculum } from "../../db/repositories/curricula.ts";
import { readOwnNetwork } from "../../db/repositories/networks.ts";
import { listOccupiedTimes } from "../../db/repositories/occupied-times.ts";
import { readHolidays } from "../../holidays.ts";
import { localDayOf } from "../../local-time.ts";
import type { PlannedSession } from "./plan-sessions.ts";

export interface CheckedPlan {
  readonly courseId: string | null;
  readonly curriculum: StoredCurriculum;
  readonly trainerAccountIds: readonly string[];
  readonly sessions: readonly PlannedSession[];
  /** What of the course is in the calendar by now. */
  readonly saved: readonly CourseSessionRow[];
}

export interface PlanWarnings {
  readonly sessions: SessionWarning[][];
  readonly course: CourseWarning[];
}

/** What to look at again, holidays in the reader's language; nothing of it stands in the way. */
export async function findWarnings(
  tx: Tx,
  { courseId, curriculum, trainerAccountIds, sessions, saved }: CheckedPlan,
  { locale, now }: { readonly locale: string; readonly now: Date },
): Promise<PlanWarnings> {
  const { timeZone, holidayRegion } = await readOwnNetwork(tx);
  const holidayOfDay = await readHolidays(holidayRegion, locale);
  const times = sessions.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]);
  const warnings = dateWarnings(
    sessions.map((session) => ({ ...session, isSaved: saved.some((row) => !differs(row, session)) })),
    {
      now,
      modules: curriculum.modules,
      trainers: (await listTrainers(tx)).filter(({ accountId }) => trainerAccountIds.includes(accountId)),
      occupied: await listOccupiedTimes(tx, {
        from: new Date(Math.min(...times, now.getTime())),
        until: new Date(Math.max(...times, now.getTime())),
        exceptCourseId: courseId,
      }),
      holidayOf: ({ startsAt }) => holidayOfDay(localDayOf(startsAt, timeZone)),
    },
  );
  return {
    sessions: warnings.map((list) => list.map(told)),
    course: modulesWithoutDate(sessions, curriculum.modules).map(({ key, title }) => ({
      code: "module_without_date",
      moduleKey: key,
      moduleTitle: title,
    })),
  };
}

/** Whether a saved session would change: what moves it in calendars. */
export const differs = (saved: CourseSessionRow, planned: PlannedSession): boolean =>
  saved.id !== planned.id ||
  saved.moduleKey !== planned.moduleKey ||
  saved.place !== planned.place ||
  saved.startsAt.getTime() !== planned.startsAt.getTime() ||
  saved.endsAt.getTime() !== planned.endsAt.getTime();

const told = (warning: DateWarning): SessionWarning =>
  "by" in warning ? { ...warning, by: toldBy(warning.by) } : warning;

function toldBy(occasion: Occasion) {
  const [startsAt, endsAt] = [occasion.startsAt.toISOString(), occasion.endsAt.toISOString()];
  return occasion.kind === "course"
    ? { kind: occasion.kind, title: occasion.title, startsAt, endsAt }
    : { kind: occasion.kind, startsAt, endsAt };
}
