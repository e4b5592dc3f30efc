import type { HolidayRegion } from "@augenhoehe/domain";
import { saveHolidayRegion } from "../../db/repositories/settings.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { AccountActor } from "../../http/policy.ts";

export function updateHolidayRegion(deps: AppDeps, actor: AccountActor, holidayRegion: HolidayRegion) {
  return deps.db.withTenant(actor.networkId, async (tx) => {
    await saveHolidayRegion(tx, holidayRegion);
    await deps.recordActivity(tx, {
      actor,
      action: "holiday_region_changed",
      subjectKind: "network",
      subjectId: tx.networkId,
      facts: { holidayRegion },
    });
    return { done: true as const };
  });
}
