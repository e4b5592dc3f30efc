import type { EndpointOutput, endpoints, ParsedInput } from "@augenhoehe/contract";
import { expandSeries, nextWeekday, type CurriculumModule } from "@augenhoehe/domain";
import { readOwnNetwork } from "../../db/repositories/networks.ts";
import { readHolidays, type HolidayOfDay } from "../../holidays.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import { refuseInput } from "../../http/input-error.ts";
import type { StaffActor } from "../../http/policy.ts";
import { localDayOf } from "../../local-time.ts";
import { requireCurriculum } from "./plan-sessions.ts";

type Body = ParsedInput<typeof endpoints.planCourseSeries>["body"];

const NOTHING_LEFT_OUT: HolidayOfDay = () => null;
const USUAL_MINUTES = 120;

/** "Four Tuesdays, 18:00 to 20:00": one date for each module in its order. Nothing is saved. */
export const planCourseSeries = (
  deps: AppDeps,
  actor: StaffActor,
  { curriculumId, firstDay, weekdays, leaveOutHolidays, to, count, ...rule }: Body,
): Promise<EndpointOutput<typeof endpoints.planCourseSeries>> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const { modules } = await requireCurriculum(tx, curriculumId);
    const { timeZone, holidayRegion } = await readOwnNetwork(tx);
    const minutes = to === null ? null : minutesOfDay(to) - minutesOfDay(rule.from);
    refuseInput([
      ...(firstDay === null && weekdays.length === 0 ? [{ path: "weekdays", code: "too_few" }] : []),
      ...(minutes !== null && minutes < 15 ? [{ path: "to", code: "ends_before_start" }] : []),
      ...(minutes !== null && minutes > 600 ? [{ path: "to", code: "ends_too_late" }] : []),
    ]);
    const holidayOf = leaveOutHolidays ? await readHolidays(holidayRegion, actor.locale) : NOTHING_LEFT_OUT;
    const { startsAt, leftOut } = expandSeries({
      ...rule,
      weekdays,
      firstDay: firstDay ?? nextWeekday(localDayOf(deps.clock(), timeZone), weekdays),
      count: count ?? Math.max(1, modules.length),
      isLeftOut: (day) => holidayOf(day) !== null,
    });
    return {
      sessions: startsAt.map((at, index) => ({
        moduleKey: modules[index]?.key ?? "",
        startsAt: at,
        minutes: minutes ?? usualMinutes(modules[index]),
      })),
      leftOut: leftOut.map((day) => ({ day, name: holidayOf(day) ?? "" })),
    };
  });

const usualMinutes = (module: CurriculumModule | undefined): number =>
  module === undefined ? USUAL_MINUTES : Math.min(600, Math.max(15, Math.round(module.hours * 60)));

function minutesOfDay(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return hour * 60 + minute;
}
