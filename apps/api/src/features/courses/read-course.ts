import type { CourseForStaff } from "@augenhoehe/contract";
import { waysToCertificate } from "../../certificate/ways-to-certificate.ts";
import { listEnrolledPeople } from "../../db/repositories/enrolments.ts";
import type { AppDeps } from "../../http/app-deps.ts";
import type { StaffActor } from "../../http/policy.ts";
import { accessCourse } from "../../training/course-access.ts";
import { rosterOf } from "../../training/roster.ts";
import { waitingEntries } from "../../training/waiting-entries.ts";
import { courseWarnings } from "./course-warnings.ts";

export const readCourse = (deps: AppDeps, actor: StaffActor, id: string): Promise<CourseForStaff> =>
  deps.db.withTenant(actor.networkId, async (tx) => {
    const access = await accessCourse(tx, actor, id, deps.clock());
    const roster = await rosterOf(tx, actor, access, deps.clock());
    const people = await listEnrolledPeople(tx, id);
    return {
      ...roster,
      offerHours: access.row.offerHours,
      warnings: await courseWarnings(tx, access, { locale: actor.locale, now: deps.clock() }),
      waitingList: waitingEntries(people, deps.clock())
        .filter(({ providerId }) => access.mayManage || providerId === actor.providerId)
        .map(({ providerId: _, ...entry }) => entry),
      certificates: await waysToCertificate(tx, access.row.curriculumId, roster.participants, deps.clock()),
    };
  });
